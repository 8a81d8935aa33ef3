/** How whole files of a kind end, by the ending of their names. */
const endings: readonly (readonly [pattern: RegExp, isWhole: (bytes: Buffer) => boolean])[] = [
  [/\.html$/u, (bytes) => endsWith(bytes, "</html>")],
  [/\.(?:xml|svg)$/u, (bytes) => /<\/[\w:]+>$/u.test(lastText(bytes))],
  [/\.json$/u, (bytes) => /[\]}]$/u.test(lastText(bytes))],
  // PNG 11.3.1: IEND comes last.
  [/\.png$/u, (bytes) => bytes.subarray(-8, -4).toString("latin1") === "IEND"],
  // ITU-T T.81, B.1.1.3: EOI.
  [/\.jpe?g$/u, (bytes) => bytes.at(-2) === 0xff && bytes.at(-1) === 0xd9],
  // RFC 9649: the size of all that follows its own field.
  [/\.webp$/u, (bytes) => bytes.length >= 12 && bytes.readUInt32LE(4) + 8 <= bytes.length],
  // ISO/IEC 14496-12, 4.2: boxes, each with its size, one after another.
  [/\.avif$/u, (bytes) => endOfBoxes(bytes) === bytes.length],
  // W3C WOFF 2, 4.1: the total size.
  [/\.woff2$/u, (bytes) => bytes.length >= 12 && bytes.readUInt32BE(8) <= bytes.length],
  [/\.pdf$/u, (bytes) => bytes.subarray(-1024).includes("%%EOF")],
];

/** True where `bytes`, of the file at `path`, are fewer than they should be and stop before such a file ends. */
export function endsEarly(path: string, bytes: Buffer): boolean {
  const isWhole = endings.find(([pattern]) => pattern.test(path))?.[1];
  return bytes.length === 0 || isWhole?.(bytes) === false;
}

function endsWith(bytes: Buffer, text: string): boolean {
  return lastText(bytes).endsWith(text);
}

function lastText(bytes: Buffer): string {
  return bytes.subarray(-64).toString("latin1").trimEnd();
}

function endOfBoxes(bytes: Buffer): number {
  let at = 0;
  while (at + 8 <= bytes.length) {
    const size = bytes.readUInt32BE(at);
    // 0: to the end of the file; 1: a longer field follows, which no picture of ours needs.
    if (size === 0) return bytes.length;
    if (size < 8) return at;
    at += size;
  }
  return at;
}
