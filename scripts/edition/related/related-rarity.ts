/** A range of frequencies, in how many articles a term is, and how much its terms count. */
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
  { below: 128, worth: 4 },
  { below: Number.POSITIVE_INFINITY, worth: 1 },
];

/** A term in fewer articles leads from none to another; nor does one in this many: so the work for an article is bounded. */
const leastLeading = 2;
const mostLeading = 128;

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
  const leads = frequency >= leastLeading && frequency < mostLeading;
  return rarityOf(settled) + (leads ? rarities.length : 0);
}

function rarityOf(frequency: number): number {
  let rarity = 0;
  while (frequency >= (rarities[rarity]?.below ?? Number.POSITIVE_INFINITY)) rarity++;
  return rarity;
}
