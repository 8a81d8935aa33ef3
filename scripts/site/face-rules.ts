import type { OutputFile } from "../edition/output-file.ts";
import type { UrlPath } from "../text/brands.ts";

/** Some characters of a font, and the file that draws them. */
export interface CutSlice {
  readonly characters: string;
  readonly file: OutputFile;
}

/** What stylesheets call the face. */
const family = "Banxin Song";

/**
 * The stylesheet that declares the headline face, a rule for each slice: browsers load those whose characters a page prints.
 *
 * Until a slice is there its characters are set in the next font of the list (`swap`). Nothing moves then: Chinese characters are
 * all one em wide, and the lines' heights and baselines come from the first font that has a space, which is never ours. One weight
 * stands for all, so that no browser thickens or fakes another.
 *
 * @param licence the address of the font's licence, which must go with it
 */
export function faceRules(slices: readonly CutSlice[], licence: UrlPath): string {
  const rules = slices.map(
    ({ characters, file }) =>
      `@font-face{font-family:"${family}";src:url(${fromRoot(file.path)}) format("woff2");font-weight:400 900;` +
      `font-display:swap;unicode-range:${rangesOf(characters)}}\n`,
  );
  return `/* Noto Serif SC (Adobe, Google), SIL Open Font License 1.1: ${fromRoot(licence)} */\n${rules.join("")}`;
}

/** An address as the stylesheet, which lies in the site's own folder, leads there. */
function fromRoot(path: UrlPath): string {
  return path.slice(1);
}

/** `characters` as `unicode-range` wants them: code points in hexadecimal, neighbours joined. */
export function rangesOf(characters: string): string {
  const points = [...characters].map((character) => character.codePointAt(0) ?? 0).toSorted((a, b) => a - b);
  const runs: { readonly first: number; readonly last: number }[] = [];
  for (const point of points) {
    const run = runs.at(-1);
    if (run !== undefined && point === run.last + 1) runs[runs.length - 1] = { first: run.first, last: point };
    else runs.push({ first: point, last: point });
  }
  return runs.map(({ first, last }) => `U+${hex(first)}${last === first ? "" : `-${hex(last)}`}`).join();
}

function hex(point: number): string {
  return point.toString(16);
}
