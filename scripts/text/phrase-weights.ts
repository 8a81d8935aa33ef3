import { phraseBase, phraseWeights } from "./phrase-model.ts";
import { simplifiedForms } from "./simplified.ts";

/** Features of a gap: in which table, and from where to where around the gap the characters stand. */
const features = [
  ["UW1", -3, -2],
  ["UW2", -2, -1],
  ["UW3", -1, 0],
  ["UW4", 0, 1],
  ["UW5", 1, 2],
  ["UW6", 2, 3],
  ["BW1", -2, 0],
  ["BW2", -1, 1],
  ["BW3", 0, 2],
  ["TW1", -3, 0],
  ["TW2", -2, 1],
  ["TW3", -1, 2],
  ["TW4", 0, 3],
] as const;

/** The model as numbers: cutting a string for every feature of every gap took five times as long. */
interface Model {
  /** The number of a UTF-16 code unit, 1 and more; 0 where the model does not know it. Traditional forms have their simplified form's. */
  readonly numbers: Uint16Array;
  /** One more than the greatest number: so many times three make one key below 2³¹. */
  readonly base: number;
  readonly tables: readonly (readonly [weights: ReadonlyMap<number, number>, from: number, to: number])[];
}

let loaded: Model | undefined;

/** The number in the model of each of `text`'s UTF-16 code units. */
export function modelNumbers(text: string): Uint16Array {
  const { numbers } = model();
  const known = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at++) known[at] = numbers[text.charCodeAt(at)] ?? 0;
  return known;
}

/** How much speaks for a word's end at `gap`, before that code unit of a text with these `modelNumbers`: it ends there above 0. */
export function gapWeight(numbers: Uint16Array, gap: number): number {
  const { tables, base } = model();
  let weight = phraseBase;
  for (const [weights, from, to] of tables) {
    const key = keyOf(numbers, { from: gap + from, to: gap + to, base });
    if (key > 0) weight += weights.get(key) ?? 0;
  }
  return weight;
}

/** The key of a run of characters; 0 where one is unknown, or outside the text. */
function keyOf(numbers: Uint16Array, { from, to, base }: { readonly from: number; to: number; base: number }): number {
  let key = 0;
  for (let at = from; at < to; at++) {
    const number = numbers[at] ?? 0;
    if (number === 0) return 0;
    key = key * base + number;
  }
  return key;
}

function model(): Model {
  loaded ??= loadModel();
  return loaded;
}

function loadModel(): Model {
  const lines = features.map(([name, from, to]) => [phraseWeights[name].split(" "), from, to] as const);
  const numbers = new Uint16Array(0x10000);
  let base = 1;
  for (const [parts] of lines) {
    for (let at = 0; at < parts.length; at += 2) {
      for (const code of codesOf(parts[at])) numbers[code] ||= base++;
    }
  }
  const tables = lines.map(([parts, from, to]) => {
    const weights = new Map<number, number>();
    for (let at = 0; at < parts.length; at += 2) {
      const run = Uint16Array.from(codesOf(parts[at]), (code) => numbers[code] ?? 0);
      weights.set(keyOf(run, { from: 0, to: run.length, base }), Number(parts[at + 1]));
    }
    return [weights, from, to] as const;
  });
  for (const [form, simplified] of simplifiedForms()) {
    if (form.length === 1 && simplified.length === 1)
      numbers[form.charCodeAt(0)] = numbers[simplified.charCodeAt(0)] ?? 0;
  }
  return { numbers, base, tables };
}

function codesOf(run = ""): readonly number[] {
  return Array.from(run, (character) => character.charCodeAt(0));
}
