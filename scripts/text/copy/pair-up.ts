import type { Paragraph, RunningText } from "./running-text.ts";
import { closer, opener, roleAt } from "./unit-roles.ts";

/** Each kind of pair: both halves, in one or two widths. */
export const pairKinds = ["（(）)", "《》", "“”", "「」", "『』", "【】"] as const;

/** One of `pairKinds`. */
export type PairKind = (typeof pairKinds)[number];

/** Where the two halves of a pair stand, in UTF-16 units. */
export interface Pair {
  readonly open: number;
  readonly close: number;
}

/** Two halves of one kind, and the pairs of the same kind right inside. */
export interface NestedPair extends Pair {
  readonly kind: PairKind;
  readonly inner: readonly Pair[];
}

/** A half without the other. */
export interface SingleHalf {
  readonly kind: PairKind;
  readonly index: number;
  readonly isOpener: boolean;
}

interface Open {
  readonly kind: PairKind;
  readonly index: number;
  readonly inner: Pair[];
}

/** The brackets and quotes of a paragraph, paired; halves that are crossed by another pair are single. Takes linear time. */
export function pairUp(
  { masked }: RunningText,
  { marks }: Paragraph,
): { readonly pairs: readonly NestedPair[]; readonly single: readonly SingleHalf[] } {
  const halves = marks.filter((index) => (roleAt(masked, index) & (opener | closer)) !== 0);
  if (halves.length === 0) return { pairs: [], single: [] };
  const stack: Open[] = [];
  /** The open halves of `stack` by kind, so that none is looked for in vain. */
  const open = new Map<PairKind, Open[]>(pairKinds.map((kind) => [kind, []]));
  const pairs: NestedPair[] = [];
  const single: SingleHalf[] = [];
  for (const index of halves) {
    const kind = kindOf(masked, index);
    const own = kind && open.get(kind);
    if (kind === undefined || own === undefined || isSmile(masked, index)) continue;
    if ((roleAt(masked, index) & opener) !== 0) {
      const half = { kind, index, inner: [] };
      stack.push(half);
      own.push(half);
      continue;
    }
    const opened = own.pop();
    if (opened === undefined) {
      single.push({ kind, index, isOpener: false });
      continue;
    }
    for (let top = stack.pop(); top !== undefined && top !== opened; top = stack.pop()) {
      open.get(top.kind)?.pop();
      single.push({ kind: top.kind, index: top.index, isOpener: true });
    }
    const pair = { open: opened.index, close: index };
    pairs.push({ ...pair, kind, inner: opened.inner });
    own.at(-1)?.inner.push(pair);
  }
  for (const { kind, index } of stack) single.push({ kind, index, isOpener: true });
  return { pairs, single: single.sort((a, b) => a.index - b.index) };
}

function kindOf(masked: string, index: number): PairKind | undefined {
  const mark = masked[index] ?? "\0";
  return pairKinds.find((each) => each.includes(mark));
}

/** :) ;-) and the like, which close nothing. */
function isSmile(masked: string, index: number): boolean {
  const mark = masked[index];
  return (mark === "）" || mark === ")") && /[:;^=]-?$/u.test(masked.slice(Math.max(0, index - 2), index));
}
