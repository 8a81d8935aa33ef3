import { around, type CopyFinding } from "./copy-finding.ts";
import { type Paragraph, type RunningText, seenAfter, seenBefore } from "./running-text.ts";
import { closer, fullMark, han, isHanAt, opener, roleAt } from "./unit-roles.ts";

/**
 * `dots-for-ellipsis` and `hyphens-for-dash`: `...` or 。。。 for ……, `--` for —— (GB/T 15834-2011, 4.11.2 and 4.10.2).
 *
 * Dots count beside a Han character or Chinese mark; hyphens with one on both sides, spaces aside: `--help` is an option, not a dash.
 */
export function runsOfMarks(running: RunningText, { marks }: Paragraph): readonly CopyFinding[] {
  const { masked } = running;
  const findings: CopyFinding[] = [];
  let end = 0;
  for (const at of marks) {
    const mark = masked[at];
    if (at < end || (mark !== "." && mark !== "-" && mark !== "。")) continue;
    const start = mark === "." ? at : at - 1;
    end = runEnd(masked, start);
    const found = mark === "-" ? dash(running, start, end) : ellipsis(running, start, end);
    if (found !== undefined) findings.push(found);
  }
  return findings;
}

function runEnd(masked: string, start: number): number {
  let end = start + 1;
  while (masked[end] === masked[start]) end++;
  return end;
}

function ellipsis(running: RunningText, start: number, end: number): CopyFinding | undefined {
  const { text, masked } = running;
  if (end - start < 3) return undefined;
  // “Rename...” is the name of a button, and “...” one of dots.
  const before = seenBefore(running, start);
  const isBeside = (isChineseText(masked, before) && !isOpener(masked, before)) || isHanAt(masked, end);
  if (!isBeside || masked[end] === "/") return undefined;
  const written = masked.slice(start, end);
  return {
    rule: "dots-for-ellipsis",
    index: start,
    values: { written, around: around(text, start, end - start) },
    mends: [{ from: start, to: end, text: "……" }],
  };
}

function dash(running: RunningText, start: number, end: number): CopyFinding | undefined {
  const { text, masked } = running;
  let [before, after] = [start, end];
  while (text[before - 1] === " ") before--;
  while (text[after] === " ") after++;
  const isBetween =
    isChineseText(masked, seenBefore(running, before)) && isChineseText(masked, seenAfter(running, after - 1));
  if (!isBetween || end - start > 4) return undefined;
  return {
    rule: "hyphens-for-dash",
    index: start,
    values: { written: masked.slice(start, end), around: around(text, start, end - start) },
    mends: [{ from: before, to: after, text: "——" }],
  };
}

function isOpener(masked: string, index: number): boolean {
  return (roleAt(masked, index) & opener) !== 0;
}

function isChineseText(masked: string, index: number): boolean {
  const role = roleAt(masked, index);
  return (role & (han | fullMark)) !== 0 || ((role & (opener | closer)) !== 0 && masked.charCodeAt(index) > 0x7f);
}
