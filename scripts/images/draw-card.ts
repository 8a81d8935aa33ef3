import { closingRole, lineRoleAt, openingRole } from "../text/line-roles.ts";
import { type Card, cardSize } from "./card.ts";
import type { Glyph } from "./card-glyphs.ts";
import { cardLines } from "./card-lines.ts";
import { openPicture } from "./decoder.ts";

const [paper, ink, soft, accent] = ["#fcfbf8", "#1a1917", "#5c5750", "#9c2618"] as const;
const margin = 80;
/** Sizes of the headline in pixels, and how many lines each may fill. */
const sizes = [
  [112, 2],
  [96, 2],
  [80, 3],
  [64, 4],
] as const;
const leading = 1.3;
/** The middle of the headline, from the top. */
const middle = 335;

/** `card` as a JPEG, drawn from outlines: the same on every machine, whatever fonts it has. A glyph that is not there is a bug. */
export async function drawCard(card: Card, glyphs: ReadonlyMap<string, Glyph>): Promise<Uint8Array> {
  const pen = new Pen(glyphs);
  const { publication, column, headline } = card;
  const title = headline ?? column ?? publication;
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${cardSize.width}" height="${cardSize.height}">`,
    rectangle(0, 0, cardSize.width, { height: cardSize.height, colour: paper }),
    // 文武线, as above the masthead.
    rectangle(margin, 64, cardSize.width - 2 * margin, { height: 6, colour: ink }),
    rectangle(margin, 75, cardSize.width - 2 * margin, { height: 2, colour: ink }),
    headline === undefined || column === undefined
      ? ""
      : pen.line(column, { x: margin, y: 134, size: 36, colour: accent }),
    ...pen.headline(title),
    title === publication ? "" : pen.line(publication, { x: margin, y: 572, size: 40, colour: soft }),
    "</svg>",
  ].join("");
  return openPicture(Buffer.from(svg)).jpeg({ quality: 84, chromaSubsampling: "4:4:4" }).toBuffer();
}

interface Setting {
  readonly x: number;
  /** The line's baseline. */
  readonly y: number;
  /** Pixels of an em. */
  readonly size: number;
  readonly colour: string;
}

/** Sets lines of characters from outlines. */
class Pen {
  readonly #glyphs: ReadonlyMap<string, Glyph>;

  constructor(glyphs: ReadonlyMap<string, Glyph>) {
    this.#glyphs = glyphs;
  }

  line(text: string, { x, y, size, colour }: Setting): string {
    const characters = [...text];
    // An opening mark that begins a line leaves out its empty half (clreq, 3.1.6).
    let at = isWideMark(characters[0], openingRole) ? x - size / 2 : x;
    const paths = characters.map((character, index) => {
      const { outline } = this.#glyph(character);
      const path =
        outline === ""
          ? ""
          : `<path transform="translate(${at} ${y}) scale(${size / 1000} ${-size / 1000})" d="${outline}"/>`;
      at += this.#width(character, characters[index + 1]) * size;
      return path;
    });
    return `<g fill="${colour}">${paths.join("")}</g>`;
  }

  headline(text: string): readonly string[] {
    const { lines, size } = this.#fitted(text);
    const height = size * leading;
    // 0.36: half the height of a Han character above the baseline, less half of what is below it.
    const first = middle - ((lines.length - 1) * height) / 2 + size * 0.36;
    return lines.map((line, index) => this.line(line, { x: margin, y: first + index * height, size, colour: ink }));
  }

  /** The largest size at which `text` has room; at the smallest, what has none is cut off with an ellipsis. */
  #fitted(text: string): { readonly lines: readonly string[]; readonly size: number } {
    for (const [size, most] of sizes) {
      const lines = this.#lines(text, size);
      if (lines.length <= most) return { lines, size };
    }
    const [size, most] = sizes[3];
    const lines = this.#lines(text, size).slice(0, most);
    const last = [...(lines.at(-1) ?? "")].slice(0, -1).join("");
    return { lines: [...lines.slice(0, -1), `${last}…`], size };
  }

  #lines(text: string, size: number): readonly string[] {
    const widest = (cardSize.width - 2 * margin) / size;
    return cardLines(text, widest, (character, next) => this.#width(character, next));
  }

  /** In em: half where two marks meet (clreq, 3.1.6.1), an eighth more between Han and Latin (3.2.2). */
  #width(character: string, next: string | undefined): number {
    const { width } = this.#glyph(character);
    if (next === undefined) return width;
    const meets = isWideMark(next, closingRole) || isWideMark(next, openingRole);
    if (meets && isWideMark(character, closingRole)) return width / 2;
    const isHan = (each: string) => /\p{Script=Han}/u.test(each);
    const isLatin = (each: string) => /[A-Za-z0-9]/u.test(each);
    const meet = (isHan(character) && isLatin(next)) || (isLatin(character) && isHan(next));
    return meet ? width + 1 / 8 : width;
  }

  #glyph(character: string): Glyph {
    const glyph = this.#glyphs.get(character);
    if (glyph === undefined) throw new Error(`no glyph for ${JSON.stringify(character)}`);
    return glyph;
  }
}

function isWideMark(character: string | undefined, role: number): boolean {
  return character !== undefined && /[^ -~]/u.test(character) && (lineRoleAt(character, 0) & role) !== 0;
}

function rectangle(
  x: number,
  y: number,
  width: number,
  { height, colour }: { readonly height: number; readonly colour: string },
): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${colour}"/>`;
}
