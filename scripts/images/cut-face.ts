import subsetFont from "subset-font";
import { packWoff2 } from "./woff2.ts";

/** What headlines of horizontal text do not need: features, hinting, metrics of vertical lines. */
const spare = {
  targetFormat: "truetype",
  noHinting: true,
  keepFeatures: [],
  dropTables: ["GSUB", "GPOS", "GDEF", "vhea", "vmtx", "BASE", "STAT", "gasp", "prep"],
} as const;

/** Cuts a font: a WOFF2 file that holds nothing but `characters`. What the font lacks, the file lacks. */
export type CutFace = (characters: string) => Promise<Uint8Array>;

/** The part of a font that has `characters`, as a TrueType file. */
export async function facePart(font: Uint8Array, characters: string): Promise<Buffer> {
  return Buffer.from(await subsetFont(font, characters, spare));
}

/**
 * Unpacks the part of a font that has `characters`, so that many slices of them can be cut from it: a quarter of a second once,
 * then a millisecond for each. A slice's bytes depend on the font and the slice's own characters alone.
 */
export async function openFace(font: Uint8Array, characters: string): Promise<CutFace> {
  const part = await facePart(font, characters);
  return async (slice) => packWoff2(await subsetFont(part, slice, spare));
}
