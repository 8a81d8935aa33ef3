import toTraditional from "opencc-js/dict/STCharacters";
import toSimplified from "opencc-js/dict/TSCharacters";

type Pairs = ReadonlyMap<string, string>;

// Read at the first use: a publication whose names and texts are all Latin never pays for it (about 3 ms).
let traditional: Pairs | undefined;
let simplified: Pairs | undefined;

/** From each character used only in Traditional Chinese to its Simplified form, by OpenCC's `TSCharacters`; 3,500 pairs. */
export function simplifiedForms(): Pairs {
  traditional ??= pairsOf(toSimplified);
  return traditional;
}

/** From each character with another Traditional form to the commonest of them, by OpenCC's `STCharacters`; 3,900 pairs. */
export function traditionalForms(): Pairs {
  simplified ??= pairsOf(toTraditional);
  return simplified;
}

/** The pairs of one OpenCC table; a character that stands for itself there is left out. */
function pairsOf(table: string): Pairs {
  const pairs = new Map<string, string>();
  for (const line of table.split("|")) {
    const [from, to] = line.split(" ");
    if (from && to && from !== to) pairs.set(from, to);
  }
  return pairs;
}
