/** The kinds of pictures that are decoded and published. SVG is none of them: it can carry scripts. */
const pictureKinds = ["jpeg", "png", "webp", "avif", "gif"] as const;

/** One of `pictureKinds`. */
export type PictureKind = (typeof pictureKinds)[number];

/** The kind that a file ending (without the point, any case) stands for; `undefined` for what is no picture of ours. */
export function kindOfEnding(ending: string): PictureKind | undefined {
  const lower = ending.toLowerCase();
  return lower === "jpg" ? "jpeg" : pictureKinds.find((kind) => kind === lower);
}

/** The ending files of `kind` get, without the point. */
export function endingOfKind(kind: PictureKind): string {
  return kind === "jpeg" ? "jpg" : kind;
}

/** The kind's name as people write it: JPEG, PNG, WebP, AVIF, GIF. */
export function nameOfKind(kind: PictureKind): string {
  return kind === "webp" ? "WebP" : kind.toUpperCase();
}

/**
 * What a file's first bytes say it is; `other` for the known kinds we do not take (TIFF, BMP, HEIC, SVG, ICO, PDF), `undefined` for what is no picture.
 */
export function kindOfContent(bytes: Uint8Array): PictureKind | "other" | undefined {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return "jpeg";
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return "png";
  if (/^GIF8[79]a/u.test(latin(bytes, 0, 6))) return "gif";
  if (latin(bytes, 0, 4) === "RIFF" && latin(bytes, 8, 12) === "WEBP") return "webp";
  if (latin(bytes, 4, 8) === "ftyp") return /^(?:.{4})*avi[fs]/su.test(latin(bytes, 8, 64)) ? "avif" : "other";
  return isOtherPicture(bytes) ? "other" : undefined;
}

function isOtherPicture(bytes: Uint8Array): boolean {
  if (startsWith(bytes, [0, 0, 1, 0])) return true;
  const beginning = latin(bytes, 0, 512);
  return (
    /^(?:BM|II\*\0|MM\0\*|%PDF|8BPS)/u.test(beginning) ||
    /^\s*(?:\xef\xbb\xbf)?\s*<(?:\?xml|!--|!DOCTYPE svg|svg)/iu.test(beginning)
  );
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}

function latin(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}
