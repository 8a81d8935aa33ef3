import { closingRole, lineRoleAt, linkRole, openingRole, slashRole } from "../text/line-roles.ts";

/** The width of one character before another, in em. */
export type WidthOf = (character: string, next: string | undefined) => number;

/** Marks that begin no line besides those of `lineRoleAt` (clreq, 3.1.3). */
const neverFirst = /[！？!?,.:;%％)\]}、…￥々ー]/u;
const neverLast = /[([{#$￥]/u;

/**
 * `text` in as few lines as `widest` em allow, all of about one length.
 *
 * No line begins or ends with a mark that may not (clreq, 3.1.3; GB/T 15834-2011, 5.1); Latin words, —— and …… stay whole, but a
 * word wider than a line sticks out of it.
 */
export function cardLines(text: string, widest: number, widthOf: WidthOf): readonly string[] {
  const pieces = piecesOf(text).map((piece) => ({ piece, width: widthIn(piece, widthOf) }));
  const fewest = filled(pieces, widest).length;
  let narrow = widest;
  while (narrow > 1 && filled(pieces, narrow - step).length === fewest) narrow -= step;
  return filled(pieces, narrow);
}

/** An eighth of a character: closer than eyes can tell. */
const step = 0.125;

interface Piece {
  readonly piece: string;
  readonly width: number;
}

function filled(pieces: readonly Piece[], widest: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  let width = 0;
  for (const { piece, width: more } of pieces) {
    if (line !== "" && width + more > widest && piece.trim() !== "") {
      lines.push(line.trim());
      line = "";
      width = 0;
    }
    line += piece;
    width += more;
  }
  return [...lines, line.trim()].filter((each) => each !== "");
}

/** `text` cut wherever a line may end. */
function piecesOf(text: string): readonly string[] {
  const pieces: string[] = [];
  for (const character of text) {
    const last = pieces.at(-1);
    if (last !== undefined && !mayPart(last.at(-1) ?? "", character)) pieces[pieces.length - 1] = last + character;
    else pieces.push(character);
  }
  return pieces;
}

function mayPart(before: string, after: string): boolean {
  if (/\s/u.test(before) || /\s/u.test(after)) return true;
  const [one, other] = [lineRoleAt(before, 0), lineRoleAt(after, 0)];
  if (before === after && /[—…]/u.test(after)) return false;
  if ((one & (openingRole | slashRole)) !== 0 || neverLast.test(before)) return false;
  if ((other & (closingRole | slashRole | linkRole)) !== 0 && after !== "—") return false;
  if (neverFirst.test(after)) return false;
  return !(isLatin(before) && isLatin(after));
}

function isLatin(character: string): boolean {
  return /^[!-~À-ÿ]$/u.test(character);
}

function widthIn(piece: string, widthOf: WidthOf): number {
  const characters = [...piece];
  return characters.reduce((sum, character, index) => sum + widthOf(character, characters[index + 1]), 0);
}
