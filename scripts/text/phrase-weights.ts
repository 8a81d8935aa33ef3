import { phraseBase, phraseWeights } from "./phrase-model.ts";
import { simplifiedForms } from "./simplified.ts";

/** So many characters before a gap and after it are looked at. */
const reach = 3;

/** The model's features: runs of one, two and three characters, and where around the gap they begin, in the order of their numbers. */
const singles = ["UW1", "UW2", "UW3", "UW4", "UW5", "UW6"] as const;
const pairs = ["BW1", "BW2", "BW3"] as const;
const triples = ["TW1", "TW2", "TW3", "TW4"] as const;

/** The model as numbers: looking up a string for every feature of every gap took four times as long. */
interface Model {
  /** The number of a UTF-16 code unit, 1 and more; 0 where the model does not know it. Traditional forms have their simplified form's. */
  readonly numbers: Uint16Array;
  /** One more than the greatest number: so many times three make one key below 2³¹. */
  readonly base: number;
  /** Weights by number, and by keys of two and three numbers. */
  readonly singles: readonly Int16Array[];
  readonly pairs: readonly ReadonlyMap<number, number>[];
  readonly triples: readonly ReadonlyMap<number, number>[];
}

let loaded: Model | undefined;

/** The number in the model of each of `text`'s UTF-16 code units, with zeros around them, as `gapWeight` needs it. */
export function modelNumbers(text: string): Uint16Array {
  loaded ??= loadModel();
  const known = new Uint16Array(text.length + 2 * reach);
  for (let at = 0; at < text.length; at++) known[at + reach] = loaded.numbers[text.charCodeAt(at)] ?? 0;
  return known;
}

/** How much speaks for a word's end at `gap`, before that code unit of a text with these `modelNumbers`: it ends there above 0. */
export function gapWeight(numbers: Uint16Array, gap: number): number {
  loaded ??= loadModel();
  const { base } = loaded;
  let weight = phraseBase;
  for (let at = 0; at < singles.length; at++) weight += loaded.singles[at]?.[numbers[gap + at] ?? 0] ?? 0;
  for (let at = 0; at < triples.length; at++) {
    const [first = 0, second = 0, third = 0] = [numbers[gap + at], numbers[gap + at + 1], numbers[gap + at + 2]];
    if (first === 0 || second === 0) continue;
    const key = first * base + second;
    // Pairs begin one character later.
    if (at > 0) weight += loaded.pairs[at - 1]?.get(key) ?? 0;
    if (third !== 0) weight += loaded.triples[at]?.get(key * base + third) ?? 0;
  }
  return weight;
}

function loadModel(): Model {
  const numbers = new Uint16Array(0x10000);
  let base = 1;
  for (const [run] of Object.values(phraseWeights).flatMap(weightsIn)) {
    for (const code of codesOf(run)) numbers[code] ||= base++;
  }
  const keyOf = (run: string) => codesOf(run).reduce((key, code) => key * base + (numbers[code] ?? 0), 0);
  const byKey = (name: keyof typeof phraseWeights) =>
    new Map(weightsIn(phraseWeights[name]).map(([run, weight]) => [keyOf(run), weight]));
  const model = {
    ...{ numbers, base, pairs: pairs.map(byKey), triples: triples.map(byKey) },
    singles: singles.map((name) => {
      const weights = new Int16Array(base);
      for (const [key, weight] of byKey(name)) weights[key] = weight;
      return weights;
    }),
  };
  for (const [form, simplified] of simplifiedForms()) {
    if (form.length > 1 || simplified.length > 1) continue;
    numbers[form.charCodeAt(0)] = numbers[simplified.charCodeAt(0)] ?? 0;
  }
  return model;
}

/** `长 12 江 -5` → the runs, each with its weight. */
function weightsIn(line: string): readonly (readonly [run: string, weight: number])[] {
  const parts = line.split(" ");
  return Array.from({ length: parts.length / 2 }, (_, at) => [parts[2 * at] ?? "", Number(parts[2 * at + 1])] as const);
}

function codesOf(run: string): readonly number[] {
  return Array.from(run, (character) => character.charCodeAt(0));
}
