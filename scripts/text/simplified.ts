import { createRequire } from "node:module";

type Pairs = ReadonlyMap<string, string>;

// Loaded at the first use: a build that reads no text, or one whose names and texts are all Latin, never pays for it (about 6 ms).
const require = createRequire(import.meta.url);
let traditional: Pairs | undefined;
let simplified: Pairs | undefined;

/** From each character used only in Traditional Chinese to its Simplified form, by OpenCC's `TSCharacters`; 3,500 pairs. */
export function simplifiedForms(): Pairs {
  traditional ??= pairsOf(require("opencc-js/dict/TSCharacters"));
  return traditional;
}

/** From each character with another Traditional form to the commonest of them, by OpenCC's `STCharacters`; 3,900 pairs. */
export function traditionalForms(): Pairs {
  simplified ??= pairsOf(require("opencc-js/dict/STCharacters"));
  return simplified;
}

/** The pairs of one OpenCC table, written `from to|from to`; a character that stands for itself there is left out. */
function pairsOf({ default: table }: { readonly default: string }): Pairs {
  const pairs = new Map<string, string>();
  const characters = table.split(/[ |]/u);
  for (let at = 0; at < characters.length; at += 2) {
    const from = characters[at];
    const to = characters[at + 1];
    if (from && to && from !== to) pairs.set(from, to);
  }
  return pairs;
}
