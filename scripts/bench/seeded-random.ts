import { createHash } from "node:crypto";

/** Chances that are the same every time: numbers follow from the key alone. */
export interface Random {
  /** A whole number from 0 to `limit` - 1. */
  below(limit: number): number;
  /** One of `choices`, which must not be empty. */
  pick<Choice>(choices: readonly Choice[]): Choice;
  /** A new list of the same things in another order. */
  shuffle<Choice>(choices: readonly Choice[]): readonly Choice[];
}

/** Chances for `key` (mulberry32, seeded with the first four bytes of the key's SHA-256). */
export function seededRandom(key: string): Random {
  let state = createHash("sha256").update(key).digest().readInt32LE(0);
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
  return {
    below,
    pick(choices) {
      const chosen = choices[below(choices.length)];
      if (chosen === undefined) throw new Error("nothing to pick from");
      return chosen;
    },
    shuffle(choices) {
      return choices
        .map((choice) => ({ choice, order: below(2 ** 32) }))
        .sort((a, b) => a.order - b.order)
        .map(({ choice }) => choice);
    },
  };
}
