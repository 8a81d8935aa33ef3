import { type CopyFinding, quoted } from "./copy-finding.ts";
import type { Paragraph, RunningText } from "./running-text.ts";
import { isHanAt } from "./unit-roles.ts";

/** A sentence of fewer 字 said twice running may be meant: 「冲啊！冲啊！」 */
const shortestSentence = 8;
/** A paragraph of fewer 字 comes again as a refrain or a step of instructions. */
const shortestParagraph = 40;
/** Right behind one another this much is enough. */
const shortestNeighbour = 10;

/**
 * `sentence-twice` and `paragraph-twice`: a sentence that follows itself, a paragraph that the text has had already. Both come of pasting twice.
 *
 * Headings, rows of tables and what is not Chinese are passed over.
 */
export function repeats(running: RunningText): readonly CopyFinding[] {
  const { text } = running;
  const findings: CopyFinding[] = [];
  const seen = new Set<string>();
  let last = "";
  for (const paragraph of running.paragraphs) {
    if (paragraph.kind === "heading" || paragraph.kind === "row") last = "";
    if (paragraph.han < shortestSentence || paragraph.kind === "heading" || paragraph.kind === "row") continue;
    const whole = text.slice(paragraph.start, paragraph.end).trim();
    const isNeighbour = whole === last && paragraph.han >= shortestNeighbour;
    const isLong = paragraph.kind === "prose" && paragraph.han >= shortestParagraph;
    // What ends in a colon introduces something else each time.
    if ((isNeighbour || (isLong && seen.has(whole))) && !/[:：]$/u.test(whole)) {
      const values = { text: quoted(whole, 0) };
      findings.push({ rule: "paragraph-twice", index: paragraph.start, values, mends: [] });
    } else {
      for (const each of sentencesTwice(running, paragraph)) findings.push(each);
    }
    seen.add(whole);
    last = whole;
  }
  return findings;
}

function sentencesTwice({ text, masked }: RunningText, { start, end }: Paragraph): readonly CopyFinding[] {
  const findings: CopyFinding[] = [];
  let from = start;
  let last = "";
  for (let at = start; at < end; at++) {
    if (!isSentenceEnd(masked.charCodeAt(at))) continue;
    const sentence = text.slice(from, at + 1).trimStart();
    if (sentence === last && hanIn(sentence) >= shortestSentence) {
      const index = at + 1 - sentence.length;
      findings.push({ rule: "sentence-twice", index, values: { text: quoted(sentence, 0) }, mends: [] });
    }
    last = sentence;
    from = at + 1;
  }
  return findings;
}

function isSentenceEnd(unit: number): boolean {
  return unit === 0x3002 || unit === 0xff01 || unit === 0xff1f || unit === 0xff1b;
}

function hanIn(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) if (isHanAt(text, at)) count++;
  return count;
}
