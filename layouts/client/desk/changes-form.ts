import type { AnswerForm } from "./answer-section.ts";
import type { DeskChanges } from "./desk-state.ts";
import type { DeskWords } from "./desk-words.ts";
import { element, filled, holding, linkTo } from "./elements.ts";

/** What else changes with the article, group by group. */
export const changesForm: AnswerForm<"changes"> = {
  question: "changes",
  label: (words) => words.changes,
  isFor: ({ state }) => state !== "retracted",
  none: (words) => words.noChanges,
  fill: (groups, { article, words }) => {
    if (groups.length === 0) return [];
    const count = groups.reduce((sum, group) => sum + group.count, 0);
    const intro = article.state === "published" ? words.isPublished(count) : words.whenPublished(count);
    const list = element("dl", "desk-groups");
    list.append(...groups.map((group) => groupOf(group, words)));
    return [filled("p", "desk-intro", intro), list];
  },
};

function groupOf({ group, count, pages }: DeskChanges, words: DeskWords): HTMLElement {
  const more = count - pages.length;
  const list = element("ul", "desk-pages");
  list.append(
    ...pages.map((page) => pageOf(page, words)),
    ...(more > 0 ? [filled("li", "desk-more", words.morePages(more))] : []),
  );
  const name = holding("dt", "", words.groups[group], filled("span", "desk-count", String(count)));
  return holding("div", "", name, holding("dd", "", list));
}

function pageOf({ path, title, how }: DeskChanges["pages"][number], words: DeskWords): HTMLElement {
  const link = linkTo(path, title === "" ? path : title);
  return holding("li", "", link, ...(how === "changed" ? [] : [filled("span", "desk-how", words.how[how])]));
}
