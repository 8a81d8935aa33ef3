import { around, type CopyFinding } from "./copy-finding.ts";
import { afterSpaces, isGap, type Paragraph, type RunningText, seenAfter, seenBefore } from "./running-text.ts";
import { closer, fullMark, halfMark, isHanAt, latin, opener, roleAt } from "./unit-roles.ts";

/** The forms Chinese text uses (GB/T 15834-2011, 4.1 to 4.7 and 5.1.1: they take the room of a character). */
const fullForms: Readonly<Record<string, string>> = {
  ",": "，",
  ".": "。",
  ":": "：",
  ";": "；",
  "?": "？",
  "!": "！",
};

/**
 * `half-width-mark`: a half-width mark that belongs to Chinese text.
 *
 * One between Han characters, or behind a Han character or a Chinese closing mark where no Latin letter or digit follows.
 */
export function halfWidthMarks(running: RunningText, paragraph: Paragraph): readonly CopyFinding[] {
  const { text, masked } = running;
  const findings: CopyFinding[] = [];
  for (const index of paragraph.marks) {
    if ((roleAt(masked, index) & halfMark) === 0 || !isChineseMark(running, index)) continue;
    const mark = masked[index] ?? "";
    const right = fullForms[mark] ?? mark;
    // 约翰.史密斯 lacks an interpunct, 第一步.第二步 a stop: between Han characters only an editor can tell.
    const isUncertain = mark === "." && isHanAt(masked, index + 1);
    const mends = isUncertain ? [] : [{ from: index, to: afterSpaces(text, index + 1), text: right }];
    findings.push({ rule: "half-width-mark", index, values: { mark, right, around: around(text, index) }, mends });
  }
  return findings;
}

function isChineseMark(running: RunningText, index: number): boolean {
  const { masked } = running;
  const mark = masked[index];
  const before = seenBefore(running, index);
  const isAfterHan = isHanAt(masked, before);
  if (!isAfterHan && !isChineseCloser(masked, before)) return false;
  // An ellipsis, a picture, a path and a mark said twice are others' business.
  if (mark === "." && (masked[index + 1] === "." || masked[index - 1] === ".")) return false;
  if (mark === "!" && masked[index + 1] === "[") return false;
  if (mark === "." && isListNumber(masked, index)) return false;
  if (mark === ":" && isBetweenFields(masked, index)) return false;
  // ”.“ names a folder.
  if (mark === "." && !isAfterHan && !isGap(masked, index + 1)) return false;
  const after = seenAfter(running, index);
  if (isHanAt(masked, after)) return true;
  if (isGap(masked, after)) return true;
  const role = roleAt(masked, after);
  if ((role & (closer | opener)) !== 0) return masked.charCodeAt(after) > 0x7f || (role & closer) !== 0;
  return isAfterHan && (mark === "," || mark === ";") && (role & latin) !== 0;
}

function isChineseCloser(masked: string, index: number): boolean {
  return (roleAt(masked, index) & closer) !== 0 && masked[index] !== ")";
}

/** 用户名:密码:编号 is the form of a line in a file: another colon follows or precedes, with neither space nor Chinese mark between. */
function isBetweenFields(masked: string, index: number): boolean {
  const isField = (at: number) => !isGap(masked, at) && (roleAt(masked, at) & fullMark) === 0;
  for (const step of [1, -1]) {
    for (let at = index + step; Math.abs(at - index) < 24 && isField(at); at += step) {
      if (masked[at] === ":") return true;
    }
  }
  return false;
}

/** 一. and 十二. that begin a line count a list. */
function isListNumber(masked: string, index: number): boolean {
  const line = masked.slice(Math.max(0, index - 8), index);
  return /(?:^|[\n#>*\s])第?[一二三四五六七八九十百]{1,4}[章节步]?$/u.test(line.slice(line.lastIndexOf("\n") + 1));
}
