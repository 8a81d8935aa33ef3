import { isAnimated, openPicture, readHeader } from "./decoder.ts";
import { encodeAnimation } from "./encode-animation.ts";
import { encodeForms, type StillForm } from "./encode-forms.ts";
import type { EncodedPicture } from "./encoded-picture.ts";
import { kindOfContent, type PictureKind } from "./picture-kinds.ts";
import { widest } from "./picture-widths.ts";
import { rawPicture, withoutIdleAlpha } from "./raw-picture.ts";
import { toneOf } from "./tone.ts";

/**
 * Encodes a picture anew for readers: upright, in sRGB, in several forms and widths, at most `widest` pixels wide.
 *
 * Place, camera and thumbnail of the original do not get out; nor does its colour profile, since the pixels are converted to sRGB,
 * which is what a picture without profile means. All that is written into the files is `credit`. The same bytes and credit give the
 * same bytes. Give it only what `readPicture` found good: anything else throws.
 *
 * @param credit who is to be named wherever the picture goes; empty for nobody
 */
export async function encodePicture(bytes: Uint8Array, credit: string): Promise<EncodedPicture> {
  const kind = kindOfContent(bytes);
  if (kind === undefined || kind === "other") throw new Error("not a picture that readPicture accepts");
  if (isAnimated(kind, await readHeader(bytes))) return encodeAnimation(bytes, kind, credit);
  const sized = openPicture(bytes).autoOrient().resize({ width: widest, withoutEnlargement: true });
  const master = await withoutIdleAlpha(await rawPicture(sized.toColourspace("srgb")));
  const isSolid = master.channels % 2 === 1;
  const forms = await encodeForms(master, [avif, webp, isSolid ? jpegOf(kind) : png], credit);
  return { width: master.width, height: master.height, tone: isSolid ? await toneOf(master) : undefined, forms };
}

// On photographs of 1,600 pixels AVIF is half of JPEG. Effort 1 takes a tenth of the usual effort's time, and 5 % more bytes.
const avif: StillForm = {
  ...{ type: "image/avif", ending: "avif", widths: [400, 800, 1200, 1600] },
  encode: (picture) => picture.avif({ quality: 55, effort: 1 }),
};

// For the few browsers without AVIF; fewer widths and less effort.
const webp: StillForm = {
  ...{ type: "image/webp", ending: "webp", widths: [800, 1600] },
  encode: (picture) => picture.webp({ quality: 78, effort: 2 }),
};

/** Screenshots and diagrams, which rarely come as JPEG, keep their colours sharp. */
function jpegOf(kind: PictureKind): StillForm {
  const chromaSubsampling = kind === "jpeg" ? "4:2:0" : "4:4:4";
  return {
    ...{ type: "image/jpeg", ending: "jpg", widths: [800, 1600] },
    encode: (picture) => picture.jpeg({ quality: 80, mozjpeg: true, chromaSubsampling }),
  };
}

/** For what shows its background, which JPEG cannot. */
const png: StillForm = {
  ...{ type: "image/png", ending: "png", widths: [800, 1600] },
  encode: (picture) => picture.png({ compressionLevel: 9, palette: false }),
};
