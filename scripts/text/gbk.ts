let bytesOf: ReadonlyMap<string, readonly [number, number]> | undefined;

/** The two bytes of a character in GBK; `undefined` for one GBK does not hold. The table of 23,940 pairs is made at the first use. */
export function gbkBytesOf(character: string): readonly [number, number] | undefined {
  bytesOf ??= makeTable();
  return bytesOf.get(character);
}

/** Whether two bytes are one of the 3,755 everyday characters of GB 2312 level 1. */
export function isEverydayPair(first: number, second: number): boolean {
  return first >= 0xb0 && first <= 0xd7 && second >= 0xa1 && second <= 0xfe;
}

function makeTable(): ReadonlyMap<string, readonly [number, number]> {
  const decoder = new TextDecoder("gbk");
  const table = new Map<string, readonly [number, number]>();
  for (let first = 0x81; first <= 0xfe; first++) {
    for (let second = 0x40; second <= 0xfe; second++) {
      if (second === 0x7f) continue;
      const character = decoder.decode(Uint8Array.of(first, second));
      if (character.length === 1 && character !== "\ufffd") table.set(character, [first, second]);
    }
  }
  return table;
}
