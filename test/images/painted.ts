import sharp from "sharp";

/** A picture of `width` × `height` whose left half is red and whose right half changes line by line. */
export function painted(width: number, height: number) {
  const pixels = Buffer.alloc(width * height * 3);
  for (let at = 0; at < width * height; at++) {
    const isLeft = at % width < width / 2;
    pixels.set(isLeft ? [220, 20, 20] : [at % 251, (at * 7) % 241, (at * 13) % 239], at * 3);
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

/** The same small picture in every kind we take, by its ending. */
export const kinds = {
  jpg: () => painted(120, 80).jpeg().toBuffer(),
  png: () => painted(120, 80).png().toBuffer(),
  webp: () => painted(120, 80).webp().toBuffer(),
  avif: () => painted(120, 80).avif({ effort: 0 }).toBuffer(),
  gif: () => painted(120, 80).gif().toBuffer(),
};

/** Three frames of 40 × 30: black, grey, light. */
export async function animated(ending: "gif" | "webp", width = 40): Promise<Buffer> {
  const frames = [0, 1, 2].map((shade) => Buffer.alloc(width * 30 * 3, shade * 100));
  const rolled = sharp(Buffer.concat(frames), { raw: { width, height: 90, channels: 3, pageHeight: 30 } });
  const delay = [100, 100, 100];
  return ending === "gif" ? rolled.gif({ delay }).toBuffer() : rolled.webp({ delay }).toBuffer();
}
