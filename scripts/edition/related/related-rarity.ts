/** A range of frequencies, in how many settled articles a term is, and how much its terms count. */
interface Rarity {
  /** The first frequency beyond this range. */
  readonly below: number;
  readonly worth: number;
}

/**
 * How much terms count: in three coarse ranges, whatever the number of articles.
 *
 * Finer ones find no better neighbours. In coarse ones an article more or less moves hardly any term from one to another, so
 * that few lists change but its own.
 */
const rarities: readonly Rarity[] = [
  { below: 16, worth: 8 },
  { below: 102, worth: 4 },
  { below: Number.POSITIVE_INFINITY, worth: 1 },
];
const commonest = rarities.length - 1;

/**
 * A term in fewer articles than the first leads from none to another. Nor does one in as many as the last, settled or not, nor one of
 * the commonest, which settled articles alone tell: so the work for an article is bounded, and the newest one seldom takes a term
 * from a hundred others.
 */
const leastLeading = 2;
const mostLeading = 512;

/** How many steps there are: each rarity once for terms that lead nowhere, and once for those that lead on. */
export const rarityStepCount: number = 2 * rarities.length;

/** How much a term counts, 1 to 8, by its step. */
export const worthOfStep: Uint8Array = Uint8Array.from([...rarities, ...rarities], ({ worth }) => worth);

/** 1 where a term leads from one article to another, by its step. */
export const leadsOnStep: Uint8Array = Uint8Array.from({ length: rarityStepCount }, (_, step) =>
  Number(step >= rarities.length),
);

/**
 * The step of a term.
 *
 * @param settled how many settled articles have it
 * @param frequency how many articles do
 */
export function rarityStep(settled: number, frequency: number): number {
  const rarity = rarityOf(settled);
  const leads = rarity < commonest && frequency >= leastLeading && frequency < mostLeading;
  return rarity + (leads ? rarities.length : 0);
}

function rarityOf(frequency: number): number {
  let rarity = 0;
  while (frequency >= (rarities[rarity]?.below ?? Number.POSITIVE_INFINITY)) rarity++;
  return rarity;
}
