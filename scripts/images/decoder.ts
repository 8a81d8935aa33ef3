import sharp, { type Metadata, type Sharp } from "sharp";
import type { PictureKind } from "./picture-kinds.ts";

// One thread a picture and nothing remembered between them: the same bytes come out whatever else is at work.
sharp.concurrency(1);
sharp.cache(false);

/** The most pixels a picture may have, all frames of an animation together: 50 million, some 200 MB decoded. */
export const mostPixels = 50_000_000;

/** The longest side a picture may have, in pixels: what WebP can hold. */
export const longestSide = 16_383;

/** A picture opened for decoding: any damage is an error, and no more than `mostPixels` are ever decoded. */
export function openPicture(bytes: Uint8Array): Sharp {
  return sharp(bytes, { failOn: "error", limitInputPixels: mostPixels, sequentialRead: true });
}

/** The same with all the frames of an animation, one below the other. */
export function openAnimation(bytes: Uint8Array): Sharp {
  return sharp(bytes, { failOn: "error", limitInputPixels: mostPixels, sequentialRead: true, animated: true });
}

/** What a picture's header says, however large it claims to be; nothing is decoded. Rejects where there is no sound header. */
export function readHeader(bytes: Uint8Array): Promise<Metadata> {
  return sharp(bytes, { failOn: "error", limitInputPixels: false }).metadata();
}

/** Whether a picture of `kind` with such a header moves. */
export function isAnimated(kind: PictureKind, { pages }: Metadata): boolean {
  return (kind === "gif" || kind === "webp") && (pages ?? 1) > 1;
}
