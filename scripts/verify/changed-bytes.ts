import { excerptOf, type Finding } from "./difference.ts";

/** A stretch of bytes in each of two files, where they differ. */
interface Stretch {
  readonly now: readonly [start: number, end: number];
  readonly was: readonly [start: number, end: number];
}

/** So many stretches are told apart; what follows is one more. */
const mostStretches = 12;
/** So many pieces behind a difference the two files are looked at for where they agree again. */
const mostPieces = 1500;
/** Files agree again where so many pieces are the same: one or a few, such as closing tags, are found everywhere. */
const piecesToAgree = 8;

/** Where `now` differs from `original`, each stretch as a finding of `now`: what stood there and what stands there. */
export function changedBytes(now: Buffer, original: Buffer): readonly Finding[] {
  const isText = [now, original].every((bytes) => !bytes.subarray(0, 1024).includes(0));
  const stretches = isText ? stretchesOf(now, original) : [trimmed(now, original, wholeOf(now, original))];
  return stretches.map((stretch) => {
    const [start, end] = stretch.now;
    const shown = `“${excerptOf(original, ...stretch.was)}” → “${excerptOf(now, start, end)}”`;
    return { kind: "bytes", offset: start, excerpt: isText ? shown : `${original.length} → ${now.length} bytes` };
  });
}

function wholeOf(now: Buffer, original: Buffer): Stretch {
  return { now: [0, now.length], was: [0, original.length] };
}

/** The two texts in pieces, one for each tag and each line, walked along together. */
function stretchesOf(now: Buffer, original: Buffer): readonly Stretch[] {
  const [a, b] = [piecesOf(now), piecesOf(original)];
  const found: Stretch[] = [];
  let [i, j] = [0, 0];
  while (i < a.texts.length || j < b.texts.length) {
    if (a.texts[i] === b.texts[j]) {
      i++;
      j++;
      continue;
    }
    const next = found.length < mostStretches ? nextAgreement(a.texts, b.texts, [i, j]) : undefined;
    const [toI, toJ] = next ?? [a.texts.length, b.texts.length];
    const stretch: Stretch = { now: [a.at(i), a.at(toI)], was: [b.at(j), b.at(toJ)] };
    found.push(trimmed(now, original, stretch));
    [i, j] = [toI, toJ];
  }
  return found;
}

/** The nearest places behind `from` in two lists from which on some pieces are the same; nothing where there are none nearby. */
function nextAgreement(
  a: readonly string[],
  b: readonly string[],
  [i, j]: readonly [number, number],
): readonly [number, number] | undefined {
  const key = (pieces: readonly string[], at: number) => pieces.slice(at, at + piecesToAgree).join("\0");
  const inOriginal = new Map<string, number>();
  for (let at = Math.min(b.length, j + mostPieces) - 1; at >= j; at--) inOriginal.set(key(b, at), at);
  let best: readonly [number, number] | undefined;
  for (let at = i; at < Math.min(a.length, i + mostPieces); at++) {
    if (best !== undefined && at - i >= best[0] - i + (best[1] - j)) break;
    const there = inOriginal.get(key(a, at));
    if (there !== undefined && (best === undefined || at + there < best[0] + best[1])) best = [at, there];
  }
  return best;
}

function piecesOf(bytes: Buffer) {
  const texts = bytes.toString("latin1").split(/(?=<)|(?<=[>\n])/u);
  const starts = [0];
  for (const text of texts) starts.push((starts.at(-1) ?? 0) + text.length);
  return { texts, at: (index: number) => starts[index] ?? bytes.length };
}

/** A stretch without the bytes that are the same at both its ends; it begins and ends with whole UTF-8 characters. */
function trimmed(now: Buffer, original: Buffer, { now: [start, end], was: [from, to] }: Stretch): Stretch {
  const least = Math.min(end - start, to - from);
  let head = 0;
  while (head < least && now[start + head] === original[from + head]) head++;
  while (head > 0 && (isInside(now[start + head]) || isInside(original[from + head]))) head--;
  let tail = 0;
  while (tail < least - head && now[end - 1 - tail] === original[to - 1 - tail]) tail++;
  while (tail > 0 && isInside(now[end - tail])) tail--;
  return { now: [start + head, end - tail], was: [from + head, to - tail] };
}

/** True for the second and later bytes of a character (RFC 3629). */
function isInside(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80;
}
