import type { PictureForm } from "./page-parts.ts";

/** `srcset` of `files`, not yet escaped; `prefix` stands before their paths, without a last slash. */
export function sourceSet(files: PictureForm["files"], prefix: string): string {
  return files.map(({ path, width }) => `${prefix}${path} ${width}w`).join(", ");
}

/** `media` of an animation's first frame, which stands for the whole with readers who want no motion. */
export const noMotion = "(prefers-reduced-motion: reduce)";

/** The classes under which `layouts/styles/parts/tones.css` paints a picture's place before it is there. */
export function pictureClass(tone: readonly [number, number, number] | undefined): string | undefined {
  return tone && `tone red-${tone[0]} green-${tone[1]} blue-${tone[2]}`;
}

// What follows says in other words what layouts/styles/grid.css does, below its three sizes of very large screens (tokens.css) and at
// the text size readers begin with; a browser test compares the two. Lengths in `sizes` do not know the root's font size.

/** A line of text, which on small screens is as wide as the margins leave it. */
const line = "min(38.25rem, 92vw)";
/** The type area and the margin to its right. */
const lineAndMargin = "(min-width: 60rem) min(53.75rem, 92vw - 15.5rem)";

/** How a picture in a text is printed: as wide as a line, or its own `width` in CSS px where that is less. */
export function figureSizes(width: number): string {
  return lateSizes(width < 612 ? `min(${width}px, ${line})` : `${onLargeScreens(38.25)}${line}`);
}

/** Above an article or a list: beyond the line of text into the margin; on a phone from edge to edge. */
export const leadSizes = `${onLargeScreens(53.75)}${lineAndMargin}, (min-width: 48rem) ${line}, 100vw`;

/** Below the headline that opens the front page. */
export const frontSizes = `${onLargeScreens(38.25)}(min-width: 76rem) 38.25rem, ${lineAndMargin}, 100vw`;

/** Below the headline that opens a column's section of the front page. */
export const sectionSizes = lateSizes(`${onLargeScreens(30.75)}(min-width: 60rem) min(30.75rem, 55vw - 10.8rem), 92vw`);

/** Beside a headline in a list: in the margin, or a little wider where the lead of the front page stands in a row. */
export const thumbnailSizes = lateSizes(`${onLargeScreens(14)}(min-width: 60rem) 14rem, 7rem`);

function onLargeScreens(rem: number): string {
  const steps = [
    [220, 1.75],
    [160, 1.375],
    [120, 1.125],
  ] as const;
  return steps.map(([from, growth]) => `(min-width: ${from}rem) ${Math.round(growth * rem)}rem, `).join("");
}

/** `sizes` of a picture that is loaded late: by then browsers that know `auto` have measured it, whatever size readers have chosen. */
function lateSizes(sizes: string): string {
  return `auto, ${sizes}`;
}
