import { around, type CopyFinding, type Mend, quoted } from "./copy-finding.ts";
import { type NestedPair, type Pair, type PairKind, pairKinds, pairUp, type SingleHalf } from "./pair-up.ts";
import { afterSpaces, type Paragraph, type RunningText } from "./running-text.ts";
import { isHanAt, latin, roleAt } from "./unit-roles.ts";

/**
 * What is wrong with the brackets and quotes of a paragraph: `half-width-bracket`, `mark-unpaired`, `quote-nesting`.
 *
 * GB/T 15834-2011: 4.8 (quotes; 4.8.3.4: those of several paragraphs open each and close the last), 4.9 (brackets), 4.15 (titles).
 *
 * @param next the paragraph after this one, where there is one
 */
export function pairedMarks(
  running: RunningText,
  paragraph: Paragraph,
  next: Paragraph | undefined,
): readonly CopyFinding[] {
  const { pairs, single } = pairUp(running, paragraph);
  return [
    ...pairs.flatMap((each) => (each.kind === pairKinds[0] ? halfWidthBracket(running, each) : nesting(running, each))),
    ...unpaired(running, single, next),
  ];
}

function halfWidthBracket({ text, masked }: RunningText, { open, close }: Pair): readonly CopyFinding[] {
  const isHalf = [masked[open] === "(", masked[close] === ")"] as const;
  if (!isHalf[0] && !isHalf[1]) return [];
  // Longer than that they are no brackets but a slip further up.
  if (close - open > 400 || (isHalf[0] && isHalf[1] && !belongsToChinese(masked, open, close))) return [];
  const mends: Mend[] = [
    ...(isHalf[0] ? [{ from: beforeSpaces(text, open), to: open + 1, text: "（" }] : []),
    ...(isHalf[1] ? [{ from: close, to: afterSpaces(text, close + 1), text: "）" }] : []),
  ];
  const values = { text: quoted(text.slice(open, close + 1), 0), mark: isHalf[0] ? "(" : ")" };
  // sum(各项) may be a formula.
  const isCertain = !(isHalf[0] && /[a-z]/u.test(masked[open - 1] ?? ""));
  return [{ rule: "half-width-bracket", index: isHalf[0] ? open : close, values, mends: isCertain ? mends : [] }];
}

/** Brackets that hold Han characters, or stand behind one and hold a word. `(1)` counts a list, `open(文件)` is code, `文件(s)` a plural. */
function belongsToChinese(masked: string, open: number, close: number): boolean {
  const inside = masked.slice(open + 1, close);
  if (inside.trim() === "" || /^(?:\d{1,3}|[A-Za-z]|es)$/u.test(inside)) return false;
  const beforeOpen = masked[open - 1] === " " ? open - 2 : open - 1;
  if (/[\u3400-\u9fff]/u.test(inside)) return !(roleAt(masked, open - 1) & latin && /^[\w.]*$/u.test(inside));
  return isHanAt(masked, beforeOpen) && /[A-Za-z]/u.test(inside) && !/[=;{}]/u.test(inside);
}

function beforeSpaces(text: string, index: number): number {
  let start = index;
  while (text[start - 1] === " ") start--;
  return start === 0 || text[start - 1] === "\n" || /[#>*+\-.|)]/u.test(text[start - 1] ?? "") ? index : start;
}

/** A quotation in a quotation has ‘ ’, a title in a title 〈 〉 (GB/T 15834-2011, 4.8.3.3 and 4.15.3.4; 「」 has 『』). */
const innerForms: Readonly<Record<string, string>> = { "“”": "‘’", "《》": "〈〉", "「」": "『』" };

function nesting({ text }: RunningText, { kind, inner }: NestedPair): readonly CopyFinding[] {
  const form = innerForms[kind];
  if (form === undefined) return [];
  return inner.map(({ open, close }) => ({
    rule: "quote-nesting",
    index: open,
    values: { text: quoted(text.slice(open, close + 1), 0), right: form },
    mends: [
      { from: open, to: open + 1, text: form.slice(0, 1) },
      { from: close, to: close + 1, text: form.slice(1) },
    ],
  }));
}

const checkedForPairs: ReadonlySet<string> = new Set(["（", "）", "《", "》", "“", "”", "「", "」", "『", "』"]);

/** The first single half of each kind: one that is missing makes others look so. */
function unpaired(
  { text, masked }: RunningText,
  single: readonly SingleHalf[],
  next: Paragraph | undefined,
): readonly CopyFinding[] {
  const told = new Set<PairKind>();
  return single.flatMap(({ kind, index, isOpener }): readonly CopyFinding[] => {
    const mark = masked[index] ?? "";
    if (!checkedForPairs.has(mark) || told.has(kind)) return [];
    if (isOpener ? goesOn(masked, mark, next) : isListMark(masked, index)) return [];
    told.add(kind);
    const other = [...kind].find((each) => each !== mark && checkedForPairs.has(each)) ?? "";
    return [{ rule: "mark-unpaired", index, values: { mark, other, around: around(text, index) }, mends: [] }];
  });
}

/** A quotation of several paragraphs. */
function goesOn(masked: string, mark: string, next: Paragraph | undefined): boolean {
  return (mark === "“" || mark === "「") && next !== undefined && masked[next.start] === mark;
}

/** 1） 一） a） ①）; and ：）, a smile. */
function isListMark(masked: string, index: number): boolean {
  if (masked[index] !== "）") return false;
  const before = masked.slice(Math.max(0, index - 8), index);
  return /(?:^|[\s：:；;，,。、第])(?:\d{1,2}[a-z]?|[①-⑳]|[A-Za-z]|[一二三四五六七八九十]{1,3}步?)\s?$|[：；~～]\s?$/u.test(
    before,
  );
}
