import sharp, { type Sharp } from "sharp";

/** A decoded picture: eight bits a channel, 1 to 4 channels, of which the last is transparency where there are 2 or 4. */
export interface RawPicture {
  readonly pixels: Buffer;
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 2 | 3 | 4;
}

/** What `picture` decodes to. */
export async function rawPicture(picture: Sharp): Promise<RawPicture> {
  const { data, info } = await picture.raw({ depth: "uchar" }).toBuffer({ resolveWithObject: true });
  return { pixels: data, width: info.width, height: info.height, channels: info.channels };
}

/** `raw` opened again. */
export function openRaw({ pixels, width, height, channels }: RawPicture): Sharp {
  return sharp(pixels, { raw: { width, height, channels } });
}

/** `raw` without its transparency where nothing shows through anywhere, as in most screenshots. */
export async function withoutIdleAlpha(raw: RawPicture): Promise<RawPicture> {
  return raw.channels % 2 === 0 && isOpaque(raw) ? rawPicture(openRaw(raw).removeAlpha()) : raw;
}

function isOpaque({ pixels, channels }: RawPicture): boolean {
  for (let at = channels - 1; at < pixels.length; at += channels) if (pixels[at] !== 255) return false;
  return true;
}
