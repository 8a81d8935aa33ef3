/** As much of subset-font as we use; it ships no types. */
declare module "subset-font" {
  function subsetFont(
    font: Uint8Array,
    /** What the new font must be able to print. */
    text: string | undefined,
    options: {
      readonly targetFormat: "truetype";
      readonly keepAllGlyphs?: boolean;
      readonly noHinting: boolean;
      /** OpenType features that stay. */
      readonly keepFeatures: readonly string[];
      readonly dropTables: readonly string[];
    },
  ): Promise<Buffer>;
  export = subsetFont;
}

/** As much of fontkit as we use; it ships no types. */
declare module "fontkit" {
  export function create(font: Uint8Array): {
    readonly unitsPerEm: number;
    hasGlyphForCodePoint(point: number): boolean;
    glyphForCodePoint(point: number): {
      /** In units of the font. */
      readonly advanceWidth: number;
      readonly path: { toSVG(): string };
    };
  };
}
