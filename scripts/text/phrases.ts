import { isHan } from "./han.ts";
import { gapWeight, modelNumbers } from "./phrase-weights.ts";

/** Words of one character that lean on what follows; all others lean on what stands before them. */
const leansForward = new Set(
  "在把被从向对为以与和及或跟给让使将于由按就再也都还又很最更不没未无是有第每各某一二三四五六七八九十几两多",
);

/**
 * The pieces between which a headline may break: words with what leans on them (`长江|经济带|发展的|思考`); joined they are `text`.
 *
 * Gaps are weighed as BudouX does (https://github.com/google/budoux), the same in every version of Node and ICU. A piece has at
 * least two characters unless the text has fewer. Text without Han characters is one piece.
 */
export function phrasesOf(text: string): readonly string[] {
  const pieces: string[] = [];
  let start = 0;
  for (const gap of wordGaps(text)) {
    pieces.push(text.slice(start, gap));
    start = gap;
  }
  pieces.push(text.slice(start));
  return withoutLoneCharacters(pieces);
}

/** Where one word ends and the next begins: within runs of Han characters as the weights say, and where Han and Latin meet. */
function wordGaps(text: string): readonly number[] {
  const numbers = modelNumbers(text);
  const gaps: number[] = [];
  for (let gap = 1; gap < text.length; gap++) {
    const before = kindOf(text.charCodeAt(gap - 1));
    const after = kindOf(text.charCodeAt(gap));
    if (before === "other" || after === "other") continue;
    if (before !== after || (before === "han" && gapWeight(numbers, gap) > 0)) gaps.push(gap);
  }
  return gaps;
}

function withoutLoneCharacters(pieces: readonly string[]): readonly string[] {
  const joined: string[] = [];
  let waiting = "";
  for (const piece of pieces) {
    const whole = waiting + piece;
    waiting = "";
    // Alone is also what a space or mark follows: `了 KDE`.
    const isLone = isHan(whole.charCodeAt(0)) && !isHan(whole.charCodeAt(1));
    if (!isLone) joined.push(whole);
    else if (leansForward.has(whole.charAt(0)) || joined.length === 0) {
      if (whole.length === 1) waiting = whole;
      else joined.push(whole);
    } else joined.push(`${joined.pop() ?? ""}${whole}`);
  }
  if (waiting !== "") joined.push(`${joined.pop() ?? ""}${waiting}`);
  return joined;
}

function kindOf(code: number): "han" | "latin" | "other" {
  if (isHan(code)) return "han";
  const isLatin = (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
  return isLatin ? "latin" : "other";
}
