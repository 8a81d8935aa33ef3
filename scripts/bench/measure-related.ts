import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Edition } from "../edition/edition.ts";
import { loadContent } from "../edition/load-content.ts";
import { prepareEdition } from "../edition/prepare-edition.ts";
import { readHere } from "../edition/read-here.ts";
import { RelatedMemory } from "../edition/related/related-memory.ts";
import { compileRelatedLists, type RelatedList, type RelatedLists } from "../edition/related-lists.ts";
import { TextShelf } from "../edition/text-shelf.ts";
import { Shelves } from "../store/shelves.ts";
import type { Instant, UrlPath } from "../text/brands.ts";
import { leaveCitationsOut, longest, printed, type Quality, qualityOf, type RelatedLabels } from "./related-labels.ts";
import { seededRandom } from "./seeded-random.ts";
import { UnfitNewsroom } from "./unfit-newsroom.ts";

/** What is measured. */
export interface RelatedOptions {
  /** The content folder. */
  readonly content: string;
  readonly asOf: Instant;
  readonly labels: RelatedLabels;
}

/** How many lists an article changes that comes in, without entering them itself, as parts of all lists. */
export interface Stability {
  readonly mean: number;
  readonly worst: number;
}

/** Everything that is measured of the related lists. */
export interface RelatedReadings {
  readonly articles: number;
  /** Absent without labels. */
  readonly quality?: { readonly asWritten: Quality; readonly withoutCitations: Quality };
  /** The newest article comes; any one does. */
  readonly stability: { readonly newest: Stability; readonly any: Stability };
  /** Milliseconds: all lists from nothing; again after one article came, the middle reading. */
  readonly times: { readonly full: number; readonly renewed: number };
}

/** So many articles come, one at a time. */
const comings = 40;

/** Relates a newsroom, and again as articles come, and compares its lists with what editors chose. */
export async function measureRelated({ content, asOf, labels }: RelatedOptions): Promise<RelatedReadings> {
  const folder = mkdtempSync(join(tmpdir(), "banxin-related-"));
  try {
    const whole = await Relater.open(content, asOf, join(folder, "store"));
    const quality =
      Object.keys(labels).length === 0 ? {} : { quality: await qualities(whole, { content, asOf, labels }, folder) };
    return { articles: whole.edition.articles.length, ...quality, ...(await steadiness(whole)) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function qualities(whole: Relater, { content, asOf, labels }: RelatedOptions, folder: string) {
  const asWritten = qualityOf(whole.edition, (await whole.lists(whole.edition)).lists, labels);
  const copy = join(folder, "content");
  cpSync(content, copy, { recursive: true });
  leaveCitationsOut(whole.edition, copy, labels);
  const bare = await Relater.open(copy, asOf, join(folder, "store-without"));
  const withoutCitations = qualityOf(bare.edition, (await bare.lists(bare.edition)).lists, labels);
  return { asWritten, withoutCitations };
}

async function steadiness(whole: Relater): Promise<Pick<RelatedReadings, "stability" | "times">> {
  const { edition } = whole;
  const random = seededRandom("comings");
  const count = edition.articles.length;
  const newest: number[] = [];
  const any: number[] = [];
  const times: number[] = [];
  const full = (await whole.lists(edition)).ms;
  for (let coming = 0; coming < Math.min(comings, count); coming++) {
    const last = withoutFirst(edition, coming);
    newest.push(changedLists(await whole.lists(withoutFirst(last, 1)), await whole.lists(last)));
    const place = random.below(count);
    const before = await whole.lists({ ...edition, articles: edition.articles.toSpliced(place, 1) });
    const after = await whole.lists(edition, before);
    any.push(changedLists(before, after));
    times.push(after.ms);
  }
  const part = (changed: readonly number[]): Stability => ({
    mean: changed.reduce((sum, each) => sum + each, 0) / changed.length / count,
    worst: Math.max(...changed) / count,
  });
  times.sort((a, b) => a - b);
  const renewed = times[Math.floor(times.length / 2)] ?? 0;
  return { stability: { newest: part(newest), any: part(any) }, times: { full, renewed } };
}

function withoutFirst(edition: Edition, count: number): Edition {
  return { ...edition, articles: edition.articles.slice(count) };
}

/** An edition's lists and how long they took. */
interface Related {
  readonly lists: RelatedLists;
  readonly ms: number;
  readonly memory: RelatedMemory;
}

/** Relates editions of one newsroom. */
class Relater {
  readonly edition: Edition;
  readonly #shelves: Shelves;
  /** Where nothing is remembered yet. */
  readonly #store: string;
  #memories = 0;

  private constructor(edition: Edition, shelves: Shelves, store: string) {
    this.edition = edition;
    this.#shelves = shelves;
    this.#store = store;
  }

  static async open(content: string, asOf: Instant, store: string): Promise<Relater> {
    const shelves = new Shelves(store);
    const desk = { shelves, code: "", readAnew: readHere, isProofread: false };
    const { compiled } = await prepareEdition(loadContent(content), { asOf, isPreview: false, desk });
    if (compiled === undefined) throw new UnfitNewsroom(`${content} has errors`);
    const { masthead, articles } = compiled.edition;
    if (articles.length < 2) throw new UnfitNewsroom(`${content} has nothing to relate`);
    return new Relater({ ...compiled.edition, masthead: { ...masthead, related: longest } }, shelves, store);
  }

  /** The lists of an edition, from nothing, or from what was worked out for the edition `before`. */
  async lists(edition: Edition, before?: Related): Promise<Related> {
    const texts = new TextShelf(this.#shelves);
    // Terms are in memory before the clock starts.
    const terms = new Map(edition.articles.map((article) => [article.path, texts.terms(article)]));
    const none = { hashes: new Uint32Array(), weights: new Uint16Array() };
    const memory = before?.memory ?? new RelatedMemory(new Shelves(join(this.#store, `lists-${this.#memories++}`)), "");
    const start = performance.now();
    const lists = await compileRelatedLists(edition, { memory, termsOf: ({ path }) => terms.get(path) ?? none });
    return { lists, ms: performance.now() - start, memory };
  }
}

/** How many lists are others among their first five, though the new article is on none of them. */
function changedLists({ lists: before }: Related, { lists: after }: Related): number {
  const [added] = [...after.keys()].filter((path) => !before.has(path));
  let changed = 0;
  for (const [path, list] of before) {
    const now = firstOf(after.get(path));
    const isTouched = added !== undefined && now.includes(added);
    if (!isTouched && now.join() !== firstOf(list).join()) changed++;
  }
  return changed;
}

function firstOf(list: RelatedList | undefined): readonly UrlPath[] {
  return [...(list?.series ?? []), ...(list?.related ?? [])].slice(0, printed);
}
