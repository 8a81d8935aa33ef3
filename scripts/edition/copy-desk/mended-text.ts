import type { Article } from "../../article/article.ts";
import { readFrontMatter } from "../../article/front-matter.ts";
import { isoMoment } from "../../article/moment.ts";
import { readArticle } from "../../article/read-article.ts";
import { withAliases } from "../../article/with-aliases.ts";
import { silencedLines } from "../../markdown/silenced-lines.ts";
import type { CopyFinding, Mend } from "../../text/copy/copy-finding.ts";
import { placeCounter } from "../../text/place-counter.ts";
import { articleFindings } from "./article-findings.ts";
import { harmlessMends, withMends } from "./harmless-mends.ts";
import { calendarDay, proofread } from "./proofread.ts";

/** What a text is mended by: the masthead's zone, language and silence. */
export interface MendingTerms {
  readonly zone: string;
  readonly language: string;
  readonly silence: readonly string[];
  /** Old addresses that articles are to keep, by file: they become their aliases. */
  readonly aliases?: ReadonlyMap<string, readonly string[]>;
  /** Anchors that headings keep, since texts link to them; without it headings keep all. */
  readonly linked?: ReadonlySet<string>;
}

/** A text of the content folder: lines end in LF. */
export interface MendableText {
  readonly file: string;
  readonly text: string;
  readonly isArticle: boolean;
}

/** Mends may uncover others: a space that one took away was all that kept two apart. */
const mostRounds = 4;

/** `text` with every mend that is certain; the same where there is none. What is silenced stays as it is. */
export function mendedText({ file, text, isArticle }: MendableText, terms: MendingTerms): string {
  let mended = isArticle ? withAliases(text, terms.aliases?.get(file) ?? []) : text;
  for (let round = 0; round < mostRounds; round++) {
    const mends = mendsOf({ file, text: mended, isArticle }, terms);
    if (mends.length === 0) return mended;
    mended = withMends(mended, mends);
  }
  return mended;
}

function mendsOf(copy: MendableText, terms: MendingTerms): readonly Mend[] {
  const { findings, silence, body } = findingsIn(copy, terms);
  const silent = new Set([...terms.silence, ...silence]);
  const lines = silencedLines(body.text);
  const placeOf = placeCounter(copy.text);
  const chosen: (readonly Mend[])[] = [];
  /** What moves a whole paragraph changes more than marks, and has made sure of it. */
  const moving: Mend[] = [];
  /** 1 for every unit that a chosen mend replaces. */
  const taken = new Uint8Array(copy.text.length);
  for (const { rule, index, mends } of [...findings].sort((a, b) => a.index - b.index)) {
    const line = placeOf(index).line - body.line + 1;
    if (silent.has(rule) || lines.get(line)?.has(rule) === true) continue;
    if (mends.some(({ from, to }) => taken.subarray(from, to).includes(1))) continue;
    for (const { from, to } of mends) taken.fill(1, from, to);
    if (rule === "affiliation-in-body") moving.push(...mends);
    else if (mends.length > 0) chosen.push(mends);
  }
  return [...moving, ...harmlessMends(copy.text, chosen, terms.linked).flat()];
}

interface Found {
  readonly findings: readonly CopyFinding[];
  readonly silence: readonly string[];
  readonly body: { readonly text: string; readonly line: number };
}

function findingsIn({ file, text, isArticle }: MendableText, { zone, language }: MendingTerms): Found {
  const article = isArticle ? readArticle({ file, text }, zone).value : undefined;
  if (article !== undefined) return articleFound(article, text, { zone, language });
  const { fields, places, body, bodyLine } = readFrontMatter({ file, text });
  const copy = { whole: text, body, language: textIn(fields?.["language"]) ?? language, fields, places };
  // What is silenced in front matter that nobody understands cannot be told.
  const findings = isArticle && fields === undefined ? [] : proofread(copy).findings;
  const silent = fields?.["silence"];
  const silence = (Array.isArray(silent) ? silent : [silent]).flatMap((each) => textIn(each) ?? []);
  return { findings, silence, body: { text: body, line: bodyLine } };
}

/** `value` where it is text; nothing otherwise. */
function textIn(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function articleFound(article: Article, whole: string, terms: Pick<MendingTerms, "zone" | "language">): Found {
  const { body, bodyLine, places, silence } = article;
  const language = article.language ?? terms.language;
  const published = calendarDay(isoMoment(article.date.instant, terms.zone));
  const { running, findings } = proofread({ whole, body, language, fields: article, places, published });
  // No mend depends on pictures.
  const found = articleFindings({ article, running, pictures: [], published, whole });
  return { findings: [...findings, ...found], silence, body: { text: body, line: bodyLine } };
}
