import type { AnswerForm } from "./answer-section.ts";
import type { DeskReason } from "./desk-state.ts";
import type { DeskWords } from "./desk-words.ts";
import { element, filled, holding, linkTo } from "./elements.ts";

/** The related list, and why each article is on it. */
export const relatedForm: AnswerForm<"related"> = {
  question: "related",
  label: (words) => words.related,
  isFor: ({ state }) => state !== "retracted",
  none: (words) => words.noRelated,
  fill: (reasons, { words }) => {
    if (reasons.length === 0) return [];
    const list = element("ol", "desk-list");
    list.append(...reasons.map((reason) => lineOf(reason, words)));
    return [list];
  },
};

function lineOf({ title, path, rule, score, terms }: DeskReason, words: DeskWords): HTMLElement {
  const why = [words.relatedRules[rule], ...(score === undefined ? [] : [words.score(score.toFixed(3))])].join(" · ");
  return holding(
    "li",
    "",
    linkTo(path, title),
    filled("p", "desk-why", why),
    ...(terms.length === 0 ? [] : [filled("p", "desk-terms", words.shared(terms))]),
  );
}
