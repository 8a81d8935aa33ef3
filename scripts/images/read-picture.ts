import type { Metadata } from "sharp";
import { isAnimated, longestSide, mostPixels, openAnimation, openPicture, readHeader } from "./decoder.ts";
import { endingOfKind, kindOfContent, kindOfEnding, nameOfKind, type PictureKind } from "./picture-kinds.ts";

/** What is known of a picture before it is encoded. */
export interface PictureFacts {
  /** Upright, in pixels: sides are swapped where the camera was held on its side. One frame of an animation. */
  readonly width: number;
  readonly height: number;
  readonly kind: PictureKind;
  readonly isAnimated: boolean;
  readonly hasAlpha: boolean;
}

/** Why a picture cannot be published: the rule it breaks and what its sentences quote. */
export type PictureFault =
  | { readonly rule: "picture-damaged" | "picture-kind" }
  | { readonly rule: "picture-ending"; readonly kind: string; readonly ending: string }
  | { readonly rule: "picture-too-large"; readonly size: string; readonly limit: string };

/** A picture's facts or its fault, never both. */
export type PictureReading =
  | { readonly picture: PictureFacts; readonly fault?: undefined }
  | { readonly picture?: undefined; readonly fault: PictureFault };

/** The most bytes a picture file may have: 30 MB. */
const mostBytes = 30_000_000;

/**
 * Reads a picture file whole: its kind by its content, its size, and every pixel once, so that damage is found now.
 *
 * @param ending of the file's name, without the point: `jpg`
 */
export async function readPicture(bytes: Uint8Array, ending: string): Promise<PictureReading> {
  const expected = kindOfEnding(ending);
  if (expected === undefined) return { fault: { rule: "picture-kind" } };
  if (bytes.length > mostBytes)
    return tooLarge(`${Math.ceil(bytes.length / 1_000_000)} MB`, `${mostBytes / 1_000_000} MB`);
  const kind = kindOfContent(bytes);
  if (kind === undefined) return { fault: { rule: "picture-damaged" } };
  if (kind === "other") return { fault: { rule: "picture-kind" } };
  if (kind !== expected)
    return { fault: { rule: "picture-ending", kind: nameOfKind(kind), ending: endingOfKind(kind) } };
  return readContent(bytes, kind);
}

async function readContent(bytes: Uint8Array, kind: PictureKind): Promise<PictureReading> {
  const metadata = await metadataOf(bytes);
  if (metadata === undefined) return { fault: { rule: "picture-damaged" } };
  const picture = factsOf(metadata, kind);
  const pixels = picture.width * picture.height * (metadata.pages ?? 1);
  const size = `${picture.width} × ${picture.height} px`;
  if (Math.max(picture.width, picture.height) > longestSide) return tooLarge(size, `${withCommas(longestSide)} px`);
  if (pixels > mostPixels)
    return tooLarge(picture.isAnimated ? `${metadata.pages} × ${size}` : size, `${withCommas(mostPixels)} px`);
  return (await decodesWhole(bytes, picture)) ? { picture } : { fault: { rule: "picture-damaged" } };
}

function factsOf(metadata: Metadata, kind: PictureKind): PictureFacts {
  const { width, height } = metadata.autoOrient;
  return { width, height, kind, isAnimated: isAnimated(kind, metadata), hasAlpha: metadata.hasAlpha };
}

async function metadataOf(bytes: Uint8Array): Promise<Metadata | undefined> {
  try {
    return await readHeader(bytes);
  } catch {
    return undefined;
  }
}

/** Whether every part of the file decodes. Shrinking while loading makes it cheap and still reads all of it. */
async function decodesWhole(bytes: Uint8Array, picture: PictureFacts): Promise<boolean> {
  try {
    const opened = picture.isAnimated ? openAnimation(bytes) : openPicture(bytes);
    await opened
      .resize({ width: Math.min(16, picture.width) })
      .raw()
      .toBuffer();
    return true;
  } catch {
    return false;
  }
}

function tooLarge(size: string, limit: string): PictureReading {
  return { fault: { rule: "picture-too-large", size, limit } };
}

/** 50000000 as 50,000,000, whatever the machine's language. */
function withCommas(count: number): string {
  return count.toString().replace(/\B(?=(?:\d{3})+$)/gu, ",");
}
