import { create } from "fontkit";

/** One character of a font. */
export interface Glyph {
  /** In em. */
  readonly width: number;
  /** As the `d` of an SVG path, 1,000 units an em, upwards positive; empty for a space. */
  readonly outline: string;
}

/** The glyphs of a font by character; nothing for what it lacks. */
export function glyphsOf(font: Buffer): (character: string) => Glyph | undefined {
  const face = create(font);
  return (character) => {
    const point = character.codePointAt(0) ?? 0;
    if (!face.hasGlyphForCodePoint(point)) return undefined;
    const { advanceWidth, path } = face.glyphForCodePoint(point);
    return { width: advanceWidth / face.unitsPerEm, outline: path.toSVG() };
  };
}
