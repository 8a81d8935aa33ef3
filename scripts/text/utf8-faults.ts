import type { LineColumn } from "./place-counter.ts";

/** A run of bytes that is no UTF-8, and where it stands. */
export interface Utf8Fault extends LineColumn {
  /** As an editor's hexadecimal view shows them: `B0 A1`. */
  readonly bytes: string;
}

/**
 * The first `most` places where `bytes` are not UTF-8 (RFC 3629: shortest forms, no surrogates, up to U+10FFFF), in order.
 *
 * Neighbouring faulty bytes of one line are one place, and show at most 8. A line ends at LF, CR LF or CR.
 * Each whole character and each run of faulty bytes counts one column; a byte order mark at the start none.
 */
export function utf8Faults(bytes: Uint8Array, most: number): readonly Utf8Fault[] {
  const faults: Utf8Fault[] = [];
  let line = 1;
  let column = 1;
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (at < bytes.length && faults.length < most) {
    const length = characterLength(bytes, at);
    if (length === 0) {
      let end = at + 1;
      while (end < bytes.length && characterLength(bytes, end) === 0) end++;
      faults.push({ line, column, bytes: hexadecimal(bytes.subarray(at, Math.min(end, at + 8))) });
      at = end;
      column++;
    } else if (isLineEnd(bytes, at)) {
      line++;
      column = 1;
      at++;
    } else {
      at += length;
      column++;
    }
  }
  return faults;
}

/** Bytes of the character at `at`, 0 when there is none. */
function characterLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const second = bytes[at + 1] ?? 0;
  if (first < 0xc2 || first > 0xf4 || !isSecond(first, second)) return 0;
  if (first < 0xe0) return 2;
  if (!isTail(bytes[at + 2] ?? 0)) return 0;
  if (first < 0xf0) return 3;
  return isTail(bytes[at + 3] ?? 0) ? 4 : 0;
}

function isSecond(first: number, second: number): boolean {
  switch (first) {
    case 0xe0:
      return second >= 0xa0 && second <= 0xbf;
    case 0xed:
      return second >= 0x80 && second <= 0x9f;
    case 0xf0:
      return second >= 0x90 && second <= 0xbf;
    case 0xf4:
      return second >= 0x80 && second <= 0x8f;
    default:
      return isTail(second);
  }
}

function isTail(byte: number): boolean {
  return byte >= 0x80 && byte <= 0xbf;
}

function isLineEnd(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 0x0a || (bytes[at] === 0x0d && bytes[at + 1] !== 0x0a);
}

function hexadecimal(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).toUpperCase().padStart(2, "0")).join(" ");
}
