import type { Tone } from "./encoded-picture.ts";
import { openRaw, type RawPicture } from "./raw-picture.ts";

/** The mean colour of `raw`, which must not be transparent. */
export async function toneOf(raw: RawPicture): Promise<Tone> {
  const pixel = openRaw(raw).resize(1, 1, { fit: "fill", kernel: "linear" }).toColourspace("srgb");
  const [red = 0, green = red, blue = red] = await pixel.raw({ depth: "uchar" }).toBuffer();
  return [level(red), level(green), level(blue)];
}

/** One of sixteen levels, for a channel of eight bits. */
function level(channel: number): number {
  return channel >> 4;
}
