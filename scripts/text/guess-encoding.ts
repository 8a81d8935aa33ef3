/** An encoding that editors on Windows still save in. */
export type OldEncoding = "UTF-16" | "GBK" | "Big5";

/**
 * The encoding that a file which is no UTF-8 was most likely saved in; `undefined` for scattered damage.
 *
 * UTF-16 is told by its byte order mark or by NUL in every other byte at the beginning, GBK and Big5 by reading the
 * whole without fault and finding mostly everyday characters. It only serves the message: nothing is converted.
 */
export function guessEncoding(bytes: Uint8Array): OldEncoding | undefined {
  if (isUtf16(bytes)) return "UTF-16";
  if (isMostlyUtf8(bytes)) return undefined;
  const gbk = everydayShare(bytes, gbkShape);
  const big5 = everydayShare(bytes, big5Shape);
  if (Math.max(gbk, big5) < 0.5) return undefined;
  return gbk >= big5 ? "GBK" : "Big5";
}

/** Where an encoding keeps its everyday characters: first bytes from and to, and the least second byte. */
interface Shape {
  readonly label: string;
  readonly first: number;
  readonly last: number;
  readonly second: number;
}

// GB 2312 level 1 (3,755 characters in the order of pinyin); Big5 level 1 (5,401 characters).
const gbkShape: Shape = { label: "gb18030", first: 0xb0, last: 0xd7, second: 0xa1 };
const big5Shape: Shape = { label: "big5", first: 0xa4, last: 0xc6, second: 0x40 };

/** Whether the file begins as UTF-16 does, either byte order. */
export function isUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  const beginning = bytes.subarray(0, 512);
  if (!beginning.includes(0)) return false;
  const nuls = [0, 0];
  beginning.forEach((byte, at) => {
    if (byte === 0) nuls[at % 2] = (nuls[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = nuls;
  return Math.max(even, odd) >= Math.max(4, beginning.length / 32) && Math.min(even, odd) * 8 <= Math.max(even, odd);
}

function isMostlyUtf8(bytes: Uint8Array): boolean {
  let lost = 0;
  let whole = 0;
  for (const character of new TextDecoder("utf-8").decode(bytes)) {
    if (character === "\ufffd") lost++;
    else if (character >= "\u0080") whole++;
  }
  return whole > lost;
}

/** Share of everyday characters among those above ASCII, 0 to 1; 0 when the bytes cannot be read so at all. */
function everydayShare(bytes: Uint8Array, shape: Shape): number {
  if (!decodes(bytes, shape.label)) return 0;
  let pairs = 0;
  let everyday = 0;
  for (let at = 0; at < bytes.length; at++) {
    const first = bytes[at] ?? 0;
    if (first < 0x80) continue;
    at++;
    pairs++;
    if (first >= shape.first && first <= shape.last && (bytes[at] ?? 0) >= shape.second) everyday++;
  }
  return pairs === 0 ? 0 : everyday / pairs;
}

function decodes(bytes: Uint8Array, label: string): boolean {
  try {
    new TextDecoder(label, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
