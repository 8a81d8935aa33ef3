/** The glyphs of a font as WOFF2 stores them: taken apart into streams of like numbers, which compress better. */

/** A byte of flags in TrueType's table `glyf` (OpenType, “glyf”, simple glyph flags). */
const flag = { onCurve: 1, xShort: 2, yShort: 4, repeat: 8, xSameOrPositive: 16, ySameOrPositive: 32 } as const;

/** The parts of the transformed table, in its order (WOFF File Format 2.0, 5.1). */
interface Streams {
  readonly contours: number[];
  readonly points: number[];
  readonly flags: number[];
  readonly glyphs: number[];
  readonly boxes: number[];
  readonly boxBits: Uint8Array;
}

interface Point {
  readonly x: number;
  readonly y: number;
  readonly isOnCurve: boolean;
}

/**
 * The table `glyf`, transformed (WOFF File Format 2.0, 5.1).
 *
 * @param outlines the table as TrueType has it
 * @param starts where each glyph begins in it, and where the last one ends
 * @param locations `indexToLocFormat` of the table `head`
 * @returns nothing where a glyph is made of others, which our fonts have few of
 */
export function transformedOutlines(
  outlines: Buffer,
  starts: readonly number[],
  locations: number,
): Buffer | undefined {
  const count = starts.length - 1;
  const streams: Streams = {
    ...{ contours: [], points: [], flags: [], glyphs: [], boxes: [] },
    boxBits: new Uint8Array(4 * Math.floor((count + 31) / 32)),
  };
  for (let glyph = 0; glyph < count; glyph++) {
    const bytes = outlines.subarray(starts[glyph], starts[glyph + 1]);
    if (bytes.length > 0 && bytes.readInt16BE(0) < 0) return undefined;
    addGlyph(bytes, glyph, streams);
  }
  const parts = [streams.contours, streams.points, streams.flags, streams.glyphs, []].map((part) => Buffer.from(part));
  const boxes = Buffer.from([...streams.boxBits, ...streams.boxes]);
  const all = [...parts, boxes, Buffer.alloc(0)];
  const header = Buffer.alloc(8 + 4 * all.length);
  header.writeUInt16BE(count, 4);
  header.writeUInt16BE(locations, 6);
  for (const [index, part] of all.entries()) header.writeUInt32BE(part.length, 8 + 4 * index);
  return Buffer.concat([header, ...all]);
}

function addGlyph(bytes: Buffer, glyph: number, streams: Streams): void {
  const contours = bytes.length === 0 ? 0 : bytes.readInt16BE(0);
  streams.contours.push(...sixteen(contours));
  if (contours === 0) return;
  const ends = Array.from({ length: contours }, (_, index) => bytes.readUInt16BE(10 + 2 * index));
  for (const [index, end] of ends.entries()) streams.points.push(...shortForm(end - (ends[index - 1] ?? -1)));
  const points = pointsOf(bytes, contours, (ends.at(-1) ?? -1) + 1);
  let last = { x: 0, y: 0 };
  for (const point of points) {
    const [first, ...rest] = triplet(point.x - last.x, point.y - last.y, point.isOnCurve);
    streams.flags.push(first);
    streams.glyphs.push(...rest);
    last = point;
  }
  // No instructions: hinting has been dropped.
  streams.glyphs.push(...shortForm(0));
  const box = [2, 4, 6, 8].map((at) => bytes.readInt16BE(at));
  if (box.join() === boxOf(points).join()) return;
  streams.boxBits[glyph >> 3] = (streams.boxBits[glyph >> 3] ?? 0) | (0x80 >> (glyph & 7));
  streams.boxes.push(...box.flatMap(sixteen));
}

function boxOf(points: readonly Point[]): readonly number[] {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** The points of a simple glyph, whose flags come first, then all x, then all y, each as the step from the point before. */
function pointsOf(bytes: Buffer, contours: number, count: number): readonly Point[] {
  let at = 10 + 2 * contours;
  at += 2 + bytes.readUInt16BE(at);
  const flags: number[] = [];
  while (flags.length < count) {
    const value = bytes.readUInt8(at++);
    const times = (value & flag.repeat) === 0 ? 0 : bytes.readUInt8(at++);
    for (let time = 0; time <= times; time++) flags.push(value);
  }
  const along = (short: number, sameOrPositive: number): readonly number[] => {
    let place = 0;
    return flags.map((value) => {
      const isPositive = (value & sameOrPositive) !== 0;
      if ((value & short) !== 0) {
        const step = bytes.readUInt8(at++);
        place += isPositive ? step : -step;
      } else if (!isPositive) {
        place += bytes.readInt16BE(at);
        at += 2;
      }
      return place;
    });
  };
  const xs = along(flag.xShort, flag.xSameOrPositive);
  const ys = along(flag.yShort, flag.ySameOrPositive);
  return flags.map((value, index) => ({
    x: xs[index] ?? 0,
    y: ys[index] ?? 0,
    isOnCurve: (value & flag.onCurve) !== 0,
  }));
}

/** A step as a flag and one to four bytes (WOFF File Format 2.0, 5.2, the table of triplets). */
function triplet(dx: number, dy: number, isOnCurve: boolean): readonly [number, ...number[]] {
  const [x, y] = [Math.abs(dx), Math.abs(dy)];
  const curve = isOnCurve ? 0 : 128;
  const [right, up] = [dx < 0 ? 0 : 1, dy < 0 ? 0 : 1];
  const signs = right + 2 * up;
  if (dx === 0 && y < 1280) return [curve + ((y & 0xf00) >> 7) + up, y & 0xff];
  if (dy === 0 && x < 1280) return [curve + 10 + ((x & 0xf00) >> 7) + right, x & 0xff];
  if (x < 65 && y < 65) {
    const high = ((x - 1) & 0x30) + (((y - 1) & 0x30) >> 2);
    return [curve + 20 + high + signs, (((x - 1) & 0xf) << 4) | ((y - 1) & 0xf)];
  }
  if (x < 769 && y < 769) {
    const high = 12 * (((x - 1) & 0x300) >> 8) + (((y - 1) & 0x300) >> 6);
    return [curve + 84 + high + signs, (x - 1) & 0xff, (y - 1) & 0xff];
  }
  if (x < 4096 && y < 4096) return [curve + 120 + signs, x >> 4, ((x & 0xf) << 4) | (y >> 8), y & 0xff];
  return [curve + 124 + signs, x >> 8, x & 0xff, y >> 8, y & 0xff];
}

/** 255UInt16: one byte for small numbers (WOFF File Format 2.0, 4.1). */
function shortForm(number: number): readonly number[] {
  if (number < 253) return [number];
  if (number < 506) return [255, number - 253];
  if (number < 762) return [254, number - 506];
  return [253, ...sixteen(number)];
}

function sixteen(number: number): readonly number[] {
  return [(number >> 8) & 0xff, number & 0xff];
}
