import type { Sharp } from "sharp";
import { openAnimation, openPicture } from "./decoder.ts";
import { endingOfKind, kindOfContent, type PictureKind } from "./picture-kinds.ts";

/** A picture as it is published. */
export interface EncodedPicture {
  readonly bytes: Uint8Array;
  /** In pixels; one frame of an animation. */
  readonly width: number;
  readonly height: number;
  /** Of the file's name, without the point: `jpg`, `png`, `webp`, `avif`, `gif`. */
  readonly ending: string;
}

/** The widest picture published, in pixels: twice a column of 800 CSS px. */
export const widest = 1600;

/**
 * Encodes a picture anew for readers: upright, in sRGB, at most `widest` pixels wide, without any metadata.
 *
 * The kind stays what it was, an animation stays one. Place, camera and thumbnail of the original do not get out; nor does
 * its colour profile, since the pixels are converted to sRGB, which is what a picture without profile means. The same bytes give
 * the same bytes. Give it only what `readPicture` found good: anything else throws.
 */
export async function encodePicture(bytes: Uint8Array): Promise<EncodedPicture> {
  const kind = kindOfContent(bytes);
  if (kind === undefined || kind === "other") throw new Error("not a picture that readPicture accepts");
  const mayMove = kind === "gif" || kind === "webp";
  const upright = mayMove ? openAnimation(bytes) : openPicture(bytes);
  const sized = upright.autoOrient().resize({ width: widest, withoutEnlargement: true }).toColourspace("srgb");
  const { data, info } = await encoded(sized, kind).toBuffer({ resolveWithObject: true });
  return { bytes: data, width: info.width, height: info.pageHeight ?? info.height, ending: endingOfKind(kind) };
}

function encoded(picture: Sharp, kind: PictureKind): Sharp {
  switch (kind) {
    case "jpeg":
      return picture.jpeg({ quality: 82, mozjpeg: true });
    case "png":
      return picture.png({ compressionLevel: 9, palette: false });
    case "webp":
      return picture.webp({ quality: 82 });
    case "avif":
      return picture.avif({ quality: 60, effort: 4 });
    case "gif":
      return picture.gif();
    default:
      return kind satisfies never;
  }
}
