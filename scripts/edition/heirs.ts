/** A text, and the last part of its address. */
export interface NamedText {
  readonly file: string;
  readonly slug: string;
  readonly text: string;
}

/** Git takes two files for one that was renamed where they have half of the longer one in common (`git diff -M`). */
const leastLikeness = 0.5;

/** A sentence that more texts have tells nothing of where one of them went: notices of one form would all be compared with all. */
const mostHolders = 50;

/** Two texts and how much of the longer one both have, `leastLikeness` to 1. */
interface Pair {
  readonly from: NamedText;
  readonly to: NamedText;
  readonly likeness: number;
}

/** A text's sentences, how often it has each, and how long they are together. */
interface Sentences {
  readonly named: NamedText;
  readonly times: ReadonlyMap<string, number>;
  readonly length: number;
}

/**
 * The file in which each of `gone` lives on, if one of `fresh` does; each of `fresh` is the heir of one at most, the likest.
 *
 * Sentences are compared where git compares lines: a paragraph of Chinese is one line, and one mark mended in it would make it another.
 */
export function heirsOf(gone: readonly NamedText[], fresh: readonly NamedText[]): ReadonlyMap<string, string> {
  const heirs = new Map<string, string>();
  const taken = new Set<string>();
  for (const { from, to } of likePairs(gone, fresh).sort(byLikeness)) {
    if (heirs.has(from.file) || taken.has(to.file)) continue;
    heirs.set(from.file, to.file);
    taken.add(to.file);
  }
  return heirs;
}

/** True where `to` has kept less than half of `from`: another text under the same name, as git sees it too (`git diff -B`). */
export function isAnother(from: NamedText, to: NamedText): boolean {
  return likenessOf(takenApart(from), takenApart(to)) < leastLikeness;
}

/** The likest first; of those that are alike in this the ones that kept their name, then in path order. */
function byLikeness(a: Pair, b: Pair): number {
  const kept = ({ from, to }: Pair) => Number(from.slug === to.slug);
  const way = ({ from, to }: Pair) => `${from.file}\0${to.file}`;
  return b.likeness - a.likeness || kept(b) - kept(a) || (way(a) < way(b) ? -1 : 1);
}

function likePairs(gone: readonly NamedText[], fresh: readonly NamedText[]): Pair[] {
  const old = gone.map(takenApart);
  const holders = new Map<string, Sentences[]>();
  const know = (mark: string, each: Sentences) => {
    const known = holders.get(mark);
    if (known === undefined) holders.set(mark, [each]);
    else known.push(each);
  };
  for (const each of old) {
    for (const sentence of each.times.keys()) know(sentence, each);
    know(nameMark(each), each);
  }
  return fresh.map(takenApart).flatMap((each) => {
    const marks = [...each.times.keys(), nameMark(each)].map((mark) => holders.get(mark) ?? []);
    const candidates = new Set(marks.filter(({ length }) => length <= mostHolders).flat());
    return [...candidates]
      .map((from) => ({ from: from.named, to: each.named, likeness: likenessOf(from, each) }))
      .filter(({ likeness }) => likeness >= leastLikeness);
  });
}

/** No sentence holds a line break. */
function nameMark({ named }: Sentences): string {
  return `\n${named.slug}`;
}

function likenessOf(from: Sentences, to: Sentences): number {
  let both = 0;
  for (const [sentence, times] of to.times) both += Math.min(times, from.times.get(sentence) ?? 0) * sentence.length;
  return both / Math.max(to.length, from.length);
}

function takenApart(named: NamedText): Sentences {
  const times = new Map<string, number>();
  let length = 0;
  for (const piece of named.text.split(/(?<=[。！？；…\n]|[.!?] )/u)) {
    const sentence = piece.trim();
    if (sentence === "") continue;
    times.set(sentence, (times.get(sentence) ?? 0) + 1);
    length += sentence.length;
  }
  return { named, times, length };
}
