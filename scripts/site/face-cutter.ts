import { readFileSync } from "node:fs";
import type { Glyph } from "../images/card-glyphs.ts";
import { packageFile } from "./package-file.ts";

/** The whole font: SemiBold, the weight that Song headlines are set in. */
export const fontFile = "@fontsource/noto-serif-sc/files/noto-serif-sc-chinese-simplified-600-normal.woff2";

/** Takes from the headline face what is needed of it. Unpacking it takes 100 MB of memory, which its thread keeps. */
export interface FaceCutter {
  /** A WOFF2 file of each of `slices`, which are characters. What the font lacks, the file lacks. */
  readonly slices: (slices: readonly string[]) => Promise<readonly Uint8Array[]>;
  /** The glyph of each of `characters`. Throws where the font lacks one. */
  readonly glyphs: (characters: string) => Promise<readonly Glyph[]>;
}

/** Cuts in this thread. */
export const cutHere: FaceCutter = {
  slices: async (slices) => {
    const { openFace } = await import("../images/cut-face.ts");
    const cut = await openFace(loadFont(), slices.join(""));
    const files: Uint8Array[] = [];
    for (const characters of slices) files.push(await cut(characters));
    return files;
  },
  glyphs: async (characters) => {
    const [{ glyphsOf }, { facePart }] = await Promise.all([
      import("../images/card-glyphs.ts"),
      import("../images/cut-face.ts"),
    ]);
    // Taking their part out first halves the time: the whole font would be unpacked in JavaScript.
    const glyphOf = glyphsOf(await facePart(loadFont(), characters));
    return [...characters].map((character) => {
      const glyph = glyphOf(character);
      if (glyph === undefined) throw new Error(`the headline face has no ${JSON.stringify(character)}`);
      return glyph;
    });
  },
};

/** The whole font: 1.5 MB, which take a quarter of a second to unpack. */
export function loadFont(): Buffer {
  return readFileSync(packageFile(fontFile));
}
