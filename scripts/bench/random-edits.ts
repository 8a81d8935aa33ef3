import { articleEdits } from "./edits/article-edits.ts";
import { type Damage, damages, type Leavings } from "./edits/damages.ts";
import { anyInstant, anyOf, type Edit, usualMs } from "./edits/edit.ts";
import { EditedNewsroom, type FolderState } from "./edits/edited-newsroom.ts";
import { fileEdits } from "./edits/file-edits.ts";
import { mistakes } from "./edits/mistakes.ts";
import { registerEdits } from "./edits/register-edits.ts";
import { type Random, seededRandom } from "./seeded-random.ts";

/** What a build is told besides its folders. */
export interface Circumstances {
  /** Milliseconds since 1970. */
  readonly asOfMs: number;
  /** Instead of the masthead's. */
  readonly address: string | undefined;
}

/** The first is the masthead's own. */
const addresses = ["", "https://example.org/", "https://example.org/paper/"] as const;

/** How many states are remembered, to go back to. */
const statesKept = 6;
/** At most so many edits between two builds. */
const mostAtOnce = 4;
/** One step in so many is a mistake. */
const stepsPerMistake = 7;

/** Does one thing and says what; nothing where it cannot be done now. */
type Card = (random: Random) => string | undefined;

/**
 * Edits a newsroom again and again, does to what builds have left what others do to it, and moves the instant of the build.
 *
 * Everything that may happen lies in a pack of cards that is drawn from until it is empty and then shuffled anew: so all of it
 * happens, and soon. The same seed does the same.
 */
export class RandomEdits {
  readonly newsroom: EditedNewsroom;
  readonly #seed: string;
  readonly #edits: Pack;
  readonly #mistakes: Pack;
  readonly #states: FolderState[] = [];
  #count = 0;
  #circumstances: Circumstances = { asOfMs: usualMs, address: undefined };

  constructor(content: string, leavings: Leavings, seed: string) {
    this.newsroom = new EditedNewsroom(content);
    this.#seed = seed;
    const edit =
      (each: Edit): Card =>
      (random) =>
        each(this.newsroom, random);
    const damage =
      (each: Damage): Card =>
      (random) =>
        each.befall(leavings, random);
    const back: Card = (random) => this.#goBack(random);
    const later: Card = (random) => this.#moveInstant(random);
    const elsewhere: Card = (random) => this.#moveAddress(random);
    const circumstances = [back, back, back, back, back, back, later, later, later, later, later, later, elsewhere];
    const edits = [...articleEdits, ...registerEdits, ...fileEdits].map(edit);
    this.#edits = new Pack([...edits, ...damages.map(damage), ...circumstances], `${seed} edits`);
    this.#mistakes = new Pack(mistakes.map(edit), `${seed} mistakes`);
    this.approve();
  }

  /** For the next build. */
  get circumstances(): Circumstances {
    return this.#circumstances;
  }

  /** Does a thing or a few, and says what. */
  next(): string {
    const random = seededRandom(`${this.#seed} ${++this.#count}`);
    const isMistake = random.below(stepsPerMistake) === 0;
    const many = isMistake ? 1 : 1 + random.below(mostAtOnce);
    const pack = isMistake ? this.#mistakes : this.#edits;
    const done = Array.from({ length: many }, () => pack.play(random));
    return `${this.#count}. ${done.join("; ")}`;
  }

  /** Says that the newsroom as it is now is good, so that it can be gone back to. */
  approve(): void {
    this.#states.push(this.newsroom.state);
    if (this.#states.length > statesKept) this.#states.shift();
  }

  /** Goes back to the newsroom that was approved last. */
  mend(): string {
    this.newsroom.restore(this.#states.at(-1) ?? new Map());
    return `${this.#count}. mended`;
  }

  #goBack(random: Random): string | undefined {
    const state = anyOf(this.#states, random);
    if (state === undefined) return undefined;
    this.newsroom.restore(state);
    return `back by ${this.#states.length - this.#states.indexOf(state)}`;
  }

  #moveInstant(random: Random): string {
    this.#circumstances = { ...this.#circumstances, asOfMs: anyInstant(random) };
    return `as of ${new Date(this.#circumstances.asOfMs).toISOString()}`;
  }

  #moveAddress(random: Random): string {
    this.#circumstances = { ...this.#circumstances, address: random.pick(addresses) || undefined };
    return `at ${this.#circumstances.address ?? "its own address"}`;
  }
}

/** Cards that are drawn in an order of chance, each once before any is drawn again. */
class Pack {
  readonly #cards: readonly Card[];
  readonly #seed: string;
  #round = 0;
  #left: Card[] = [];

  constructor(cards: readonly Card[], seed: string) {
    this.#cards = cards;
    this.#seed = seed;
  }

  /** Plays the next card that can be played. */
  play(random: Random): string {
    for (;;) {
      if (this.#left.length === 0)
        this.#left = [...seededRandom(`${this.#seed} ${++this.#round}`).shuffle(this.#cards)];
      const done = this.#left.pop()?.(random);
      if (done !== undefined) return done;
    }
  }
}
