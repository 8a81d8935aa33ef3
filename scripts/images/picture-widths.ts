/** The widest picture published, in pixels: nearly twice the widest place a page has for one, 860 CSS px. */
export const widest = 1600;

/**
 * The widths in which a picture is encoded, narrowest first, all in pixels: those of `wanted` that are clearly less than its own, then
 * its own. None is more than that or than `widest`.
 *
 * @param own its own width
 */
export function pictureWidths(own: number, wanted: readonly number[]): readonly number[] {
  const most = Math.min(own, widest);
  // A file a tenth narrower than the next one saves nobody anything.
  return [...wanted.filter((width) => width < most * 0.9), most];
}
