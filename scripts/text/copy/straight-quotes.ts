import { type CopyFinding, quoted } from "./copy-finding.ts";
import type { Paragraph, RunningText } from "./running-text.ts";
import { fullMark, han, latin, roleAt, straight } from "./unit-roles.ts";

/**
 * `straight-quote`: `"` or `'` around Chinese words, which have “ ” and ‘ ’ (GB/T 15834-2011, 4.8.2).
 *
 * Quotes pair up in order within their paragraph, and only those next to Han characters or Chinese marks inside are meant;
 * where one is left over no mend is certain.
 */
export function straightQuotes({ text, masked }: RunningText, { marks }: Paragraph): readonly CopyFinding[] {
  const findings: CopyFinding[] = [];
  for (const [mark, forms] of [
    ['"', ["“", "”"]],
    ["'", ["‘", "’"]],
  ] as const) {
    const all = marks.filter((at) => masked[at] === mark && (roleAt(masked, at) & straight) !== 0);
    const quotes = mark === "'" ? all.filter((at) => !isApostrophe(masked, at)) : all;
    const isEven = quotes.length % 2 === 0;
    for (let at = 0; at + 1 < quotes.length; at += 2) {
      const [open, close] = [quotes[at] ?? 0, quotes[at + 1] ?? 0];
      if (!isChineseInside(masked, open, close)) continue;
      findings.push({
        rule: "straight-quote",
        index: open,
        values: { text: quoted(text.slice(open, close + 1), 0), right: forms.join("") },
        mends: isEven
          ? [
              { from: open, to: open + 1, text: forms[0] },
              { from: close, to: close + 1, text: forms[1] },
            ]
          : [],
      });
    }
  }
  return findings;
}

function isApostrophe(masked: string, at: number): boolean {
  return ((roleAt(masked, at - 1) | roleAt(masked, at + 1)) & latin) !== 0;
}

function isChineseInside(masked: string, open: number, close: number): boolean {
  const isInner = (at: number) => (roleAt(masked, at) & (han | fullMark)) !== 0;
  return isInner(open + 1) || isInner(close - 1);
}
