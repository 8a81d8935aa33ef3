import { ByteReader, ByteWriter } from "./varint.ts";

/** One character for each of these, all in the first plane. */
export type HanForms = ReadonlyMap<string, string>;

/** `forms` as they are served: their number; by ascending code how much greater each is than the one before; then of what each becomes the upper bytes, and the lower ones. */
export function encodeHan(forms: HanForms): Uint8Array {
  const pairs = [...forms]
    .map(([from, to]) => [from.charCodeAt(0), to.charCodeAt(0)] as const)
    .sort((a, b) => a[0] - b[0]);
  const writer = new ByteWriter(pairs.length * 4);
  writer.number(pairs.length);
  pairs.forEach(([from], at) => {
    writer.number(from - (pairs[at - 1]?.[0] ?? 0));
  });
  writer.all(Uint8Array.from(pairs, ([, to]) => to >>> 8));
  writer.all(Uint8Array.from(pairs, ([, to]) => to & 255));
  return writer.written;
}

/** The forms that `encodeHan` encoded; throws `GarbledBytes` where it did not make `bytes`. */
export function decodeHan(bytes: Uint8Array): HanForms {
  const reader = new ByteReader(bytes);
  const count = reader.count();
  let code = 0;
  const from = Array.from({ length: count }, () => {
    code += reader.number();
    return String.fromCharCode(code);
  });
  const [upper, lower] = [reader.all(count), reader.all(count)];
  reader.end();
  return new Map(from.map((each, at) => [each, String.fromCharCode(((upper[at] ?? 0) << 8) | (lower[at] ?? 0))]));
}
