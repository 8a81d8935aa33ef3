import type { Article } from "../../article/article.ts";
import { readArticle } from "../../article/read-article.ts";
import { renderBody } from "../../markdown/render-body.ts";
import { silencedLines } from "../../markdown/silenced-lines.ts";
import { type Problem, problem } from "../../report/problem.ts";
import { optionalFindings } from "../../text/copy/optional-findings.ts";
import { readRunningText } from "../../text/copy/running-text.ts";
import { placeCounter } from "../../text/place-counter.ts";
import { readText } from "../../text/read-text.ts";
import type { Content } from "../load-content.ts";
import { placeIn } from "../place-in.ts";
import type { PreparedEdition } from "../prepare-edition.ts";
import { type Silence, withoutSilenced } from "../silence.ts";
import { findingProblems, moved } from "./proofread.ts";
import { foreignNames, type Mention, spellingProblems } from "./spelt-names.ts";

/**
 * What the rules that are usually off find in all articles, save what is silenced. Nothing of it is remembered: every article is read again.
 */
export function optionalProblems({
  compiled,
  content,
}: PreparedEdition & { readonly content: Content }): readonly Problem[] {
  if (compiled === undefined) return [];
  const { timeZone, language, silence } = compiled.edition.masthead;
  const silences = new Map<string, Silence>();
  const mentions: Mention[] = [];
  const problems = content.manuscripts
    .filter(({ kind }) => kind === "article")
    .flatMap(({ file }) => {
      const { text } = readText(content.ids.load(file).bytes, file);
      const article = readArticle({ file, text }, timeZone).value;
      if (article === undefined) return [];
      silences.set(file, silenceIn(article));
      mentions.push(...mentionsIn(article));
      return articleProblems(article, text, language);
    });
  return withoutSilenced([...problems, ...spellingProblems(mentions)], silence, silences);
}

function articleProblems(article: Article, whole: string, language: "zh-Hans" | "zh-Hant" | "en"): readonly Problem[] {
  const { body, file } = article;
  const findings = moved(optionalFindings(readRunningText(body)), whole.length - body.length);
  return [...findingProblems(findings, whole, file), ...uncredited(article, language)];
}

/** `credit-missing`: our own pictures that are shown for their own sake. */
function uncredited(article: Article, language: "zh-Hans" | "zh-Hant" | "en"): readonly Problem[] {
  const { image, body, file, bodyLine } = article;
  const lead =
    image === undefined || image.credit !== undefined
      ? []
      : [problem("credit-missing", placeIn(article, "image.src", "image"), { src: image.src })];
  if (!body.includes("![")) return lead;
  const { pictures } = renderBody(body, { file, idPrefix: "", language });
  const inText = pictures
    .filter(({ alt, caption, credit, isFigure }) => isFigure && (alt !== "" || caption) && credit === undefined)
    .map(({ src, line, column }) => problem("credit-missing", { file, line: bodyLine + line - 1, column }, { src }));
  return [...lead, ...inText];
}

function mentionsIn({ body, file, bodyLine }: Article): readonly Mention[] {
  const { masked } = readRunningText(body);
  const placeOf = placeCounter(masked, bodyLine);
  return foreignNames(masked).map(({ name, index }) => ({ name, place: { file, ...placeOf(index) } }));
}

function silenceIn({ silence, body, bodyLine }: Article): Silence {
  return {
    rules: silence,
    lines: new Map([...silencedLines(body)].map(([line, names]) => [line + bodyLine - 1, names])),
  };
}
