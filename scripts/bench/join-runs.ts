import { labelKey, outsideCode, type TakenApart } from "./body-pieces.ts";

/** Pieces of one body that follow one another. */
export interface Run<Source extends TakenApart = TakenApart> {
  readonly source: Source;
  readonly pieces: readonly string[];
}

/** `[^note]`, `][label]`, `[label]` and `[label][]`. */
const reference = /\[(\^?)([^[\]]+)\](\[\])?/gu;

/** What is numbered anew in one body, in order of first use. */
interface Numbered {
  readonly numbers: Map<string, number>;
  readonly definitions: string[];
}

/** One body of the pieces of `runs`: links and notes travel with what refers to them and are numbered anew. */
export function joinRuns(runs: readonly Run[]): string {
  const links: Numbered = { numbers: new Map(), definitions: [] };
  const notes: Numbered = { numbers: new Map(), definitions: [] };
  const pieces = runs.flatMap(({ source, pieces }, run) => {
    const renumber = (text: string): string =>
      text.replace(reference, (whole: string, caret: string, label: string, _: string, offset: number) => {
        const key = labelKey(label);
        const target = source.links.get(key);
        if (caret !== "") return source.notes.has(key) ? `[^${noteNumber(key)}]` : whole;
        if (target === undefined) return whole;
        const isLabel = text[offset - 1] === "]";
        const isText = !isLabel && /^[[(]/u.test(text.slice(offset + whole.length));
        if (isText) return whole;
        const number = linkNumber(key, target);
        return isLabel ? `[${number}]` : `[${label}][${number}]`;
      });
    const linkNumber = (key: string, target: string) =>
      numberIn(links, `${run}:${key}`, (number) => `[${number}]: ${target}`);
    const noteNumber = (key: string): number =>
      numberIn(notes, `${run}:${key}`, (number) => `[^${number}]: ${renumber(source.notes.get(key) ?? "")}`);
    return pieces.map((piece) => outsideCode(piece, renumber));
  });
  const definitions = [notes.definitions.filter(Boolean).join("\n\n"), links.definitions.join("\n")];
  return [...pieces, ...definitions.filter(Boolean)].join("\n\n");
}

function numberIn({ numbers, definitions }: Numbered, key: string, define: (number: number) => string): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  const number = numbers.size + 1;
  numbers.set(key, number);
  // The place is kept first: a note may refer to other notes.
  definitions[number - 1] = "";
  definitions[number - 1] = define(number);
  return number;
}
