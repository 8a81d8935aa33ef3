import { type CopyFinding, type Mend, quoted } from "../../text/copy/copy-finding.ts";
import type { Paragraph } from "../../text/copy/running-text.ts";
import type { ArticleCopy, ArticleFront } from "./article-findings.ts";
import { indexAt } from "./passages.ts";

const inBrackets = /^[*_\s]*[（(](?:本文)?作者(分别)?(系|为|是|单位[：:])\s?([^（）()\n]{2,120})[）)][。.]?[*_\s]*$/u;
/** One line, in emphasis that begins and ends with it, if in any. */
const wholeLine = /^(\*{1,3}|_{1,3})?[^*_\n]*\1[ \t]*$/u;
/** What means something in Markdown: in the front matter readers would see the marks themselves. */
const markup = /[*_`~^$|<>[\]{}\\]|&#?\w+;/u;
/** Between names: one author written like that is more than one, or a name that an editor must look at. */
const severalNames = /[、,，;；/&]/u;
const onItsLine = /^[*_\s]*作者单位[：:]\s?([^\n]{2,120})$/u;

/**
 * `affiliation-in-body`: 「（作者系……）」 at the end or the beginning of a body, which pages print from the front matter.
 *
 * It can be moved where every author is written as a name alone, and there is one affiliation for one author or, after 分别, as many as authors.
 */
export function leftAffiliations(copy: ArticleCopy): readonly CopyFinding[] {
  const { running, whole } = copy;
  const { paragraphs, text } = running;
  const start = whole.length - text.length;
  return [...new Set([...paragraphs.slice(0, 2), ...paragraphs.slice(-3)])].flatMap((each) => {
    if (each.end - each.start > 160) return [];
    const written = text.slice(each.start, each.end);
    const match = inBrackets.exec(written);
    const affiliation = match?.[3] ?? onItsLine.exec(written)?.[1];
    if (affiliation === undefined) return [];
    const values = { text: quoted(written, 0, 24), affiliation: quoted(affiliation, 0, 24) };
    const parts = match?.[1] === undefined ? [affiliation] : affiliation.split(/[、；;]/u);
    const mends = moves(
      copy,
      parts.map((part) => part.trim()),
      each,
    );
    return [{ rule: "affiliation-in-body" as const, index: start + each.start, values, mends }];
  });
}

function moves(copy: ArticleCopy, affiliations: readonly string[], paragraph: Paragraph): readonly Mend[] {
  const { article, whole, running } = copy;
  const { author } = article;
  if (author.length === 0 || author.length !== affiliations.length) return [];
  const start = whole.length - running.text.length;
  if (!wholeLine.test(running.text.slice(paragraph.start, paragraph.end))) return [];
  if (affiliations.some((each) => markup.test(each)) || author.some(({ name }) => severalNames.test(name))) return [];
  // In a list or quotation the line has marks of its own.
  if (paragraph.start > 0 && running.text[paragraph.start - 1] !== "\n") return [];
  const named = affiliations.map((affiliation, index) => nameMend(article, whole, { index, affiliation }));
  if (named.some((each) => each === undefined)) return [];
  const from = blankBefore(whole, start + paragraph.start);
  return [...named.flatMap((each) => each ?? []), { from, to: start + paragraph.end, text: "" }];
}

/** An author written as a bare name, with the affiliation beside it. */
function nameMend(
  { author, places }: ArticleFront,
  whole: string,
  { index, affiliation }: { readonly index: number; readonly affiliation: string },
): Mend | undefined {
  const { name, affiliation: known } = author[index] ?? { name: "" };
  const spot = places[`author.${index}`] ?? places["author"];
  if (known !== undefined || spot === undefined || name === "" || affiliation === "") return undefined;
  const from = indexAt(whole, ...spot);
  const written = [name, `"${name}"`, `'${name}'`].find((each) => whole.startsWith(each, from));
  if (written === undefined) return undefined;
  const isList = places[`author.${index}`] !== undefined && !/author:[ \t]*$/u.test(whole.slice(0, from));
  // What is fine on a line of its own may end a name within `{ }`.
  const bare = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} ·.（）-]*$/u.test(name) ? name : JSON.stringify(name);
  const both = `{ name: ${written === name ? bare : written}, affiliation: ${yamlText(affiliation)} }`;
  return { from, to: from + written.length, text: isList ? both : `[${both}]` };
}

function yamlText(text: string): string {
  return /^[\p{L}\p{N}][\p{L}\p{N} ·、（）]*$/u.test(text) && !/^\d/u.test(text) ? text : JSON.stringify(text);
}

/** Before the blank lines that part a paragraph from the one above it. */
function blankBefore(whole: string, index: number): number {
  let from = index;
  while (from > 0 && /\s/u.test(whole[from - 1] ?? "")) from--;
  return whole.startsWith("---", from - 3) ? index : from;
}
