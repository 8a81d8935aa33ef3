import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type RelatedSource, relate } from "../../../scripts/edition/related/related-articles.ts";
import { settledFrom } from "../../../scripts/edition/related/related-settled.ts";
import { packState, type RelatedState, unpackState } from "../../../scripts/edition/related/related-state.ts";
import { type Terms, termsOf } from "../../../scripts/edition/related/terms.ts";

const limit = 5;

/** An article of numbers; each number stands for a word. */
interface Story {
  readonly words: readonly number[];
  readonly published: number;
  readonly column: string;
  readonly topics: readonly string[];
}

const remembered = new Map<string, Terms>();

/** The terms of a story, each made once. */
function termsOfStory({ words }: Story): Terms {
  const text = words.map((word) => `word${word}`).join("，");
  const known = remembered.get(text) ?? termsOf({ title: "", headings: [], keywords: [], text });
  remembered.set(text, known);
  return known;
}

function sourceOf(story: Story): RelatedSource {
  const { words, published, column, topics } = story;
  return { key: words.join(" "), terms: () => termsOfStory(story), published, column, topics };
}

/** Relates the stories from `before`, and checks that nothing known before would have given the same. */
function relateLikeAnew(stories: readonly Story[], before: RelatedState | undefined): ReturnType<typeof relate> {
  const sources = stories.map(sourceOf);
  const renewed = relate(sources, limit, before);
  const anew = relate(sources, limit);
  assert.deepEqual(renewed.neighbours, anew.neighbours);
  assert.deepEqual(renewed.scores, anew.scores);
  assert.deepEqual(renewed.state.shortlists, anew.state.shortlists);
  return renewed;
}

/** Words as texts have them: many that few stories have, and few that nearly all have. */
const word = fc.integer({ min: 0, max: 31 }).map((root) => root * root);
const story: fc.Arbitrary<Story> = fc.record({
  words: fc.array(word, { maxLength: 40 }),
  published: fc.integer({ min: 0, max: 900 }).map((days) => days * 86_400_000),
  column: fc.constantFrom("essays", "news", "crafts"),
  topics: fc.subarray(["reading", "paper", "rivers", "maps"], { maxLength: 3 }),
});

/** An edition some hundred articles large, so that words stand on every step of rarity, and lists are full. */
const edition = fc.array(story, { minLength: 240, maxLength: 340 });

type Edit = (stories: readonly Story[]) => readonly Story[];

function newestFirst(stories: readonly Story[]): readonly Story[] {
  return [...stories].sort((a, b) => b.published - a.published);
}

function editAt(at: number, change: (story: Story) => readonly Story[]): Edit {
  return (stories) => {
    const place = Math.floor(at * stories.length);
    return stories.flatMap((each, i) => (i === place ? change(each) : [each]));
  };
}

const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(place, story).map(([at, added]) => editAt(at, (each) => [{ ...added, published: each.published }, each])),
  place.map((at) => editAt(at, () => [])),
  place.map((at) => editAt(at, (each) => [each, each])),
  fc.tuple(place, word).map(([at, one]) => editAt(at, (each) => [{ ...each, words: [...each.words, one] }])),
  fc.tuple(place, story).map(([at, { words }]) => editAt(at, (each) => [{ ...each, words }])),
  fc.tuple(place, story).map(([at, { column }]) => editAt(at, (each) => [{ ...each, column }])),
  fc.tuple(place, story).map(([at, { topics }]) => editAt(at, (each) => [{ ...each, topics }])),
  fc.tuple(place, story).map(
    ([at, { published }]): Edit =>
      (stories) =>
        newestFirst(editAt(at, (each) => [{ ...each, published }])(stories)),
  ),
  fc.tuple(place, place).map(
    ([from, to]): Edit =>
      (stories) => {
        const moved = stories[Math.floor(from * stories.length)];
        const rest = stories.filter((each) => each !== moved);
        return moved === undefined ? rest : rest.toSpliced(Math.floor(to * rest.length), 0, moved);
      },
  ),
);

test("whatever is edited, lists made from those before are those made from nothing", () => {
  let renewedFew = 0;
  fc.assert(
    fc.property(
      edition,
      fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { maxLength: 8 }),
      (first, rounds) => {
        let stories = newestFirst(first);
        let { state } = relateLikeAnew(stories, undefined);
        for (const edits of rounds) {
          stories = edits.reduce((before, each) => each(before), stories);
          const related = relateLikeAnew(stories, state);
          if (related.renewed < stories.length) renewedFew++;
          // What was packed and unpacked is as good.
          state = unpackState(packState(related.state, "code"), "code") ?? related.state;
        }
      },
    ),
    { numRuns: 30, seed: 3 },
  );
  assert.ok(renewedFew > 40, `only ${renewedFew} editions were made from the one before`);
});

/** Stories on a few subjects, so that an edit concerns some of them only. */
function subjects(count: number): readonly Story[] {
  return Array.from({ length: count }, (_, i) => ({
    words: Array.from({ length: 30 }, (_, k) => 1000 * (i % 40) + ((k * 7 + i) % 45)),
    published: (count - i) * 86_400_000,
    column: `${i % 3}`,
    topics: [],
  }));
}

test("one edited article leaves most of an edition alone, and asks for no terms but its own", () => {
  const stories = subjects(800);
  const { state } = relate(stories.map(sourceOf), limit);
  const asked: number[] = [];
  const edited = stories.map((each, i) => (i === 300 ? { ...each, words: [...each.words, 99_999, 88_888] } : each));
  const sources = edited.map((each, i) => ({
    ...sourceOf(each),
    terms: () => {
      asked.push(i);
      return termsOfStory(each);
    },
  }));
  const related = relate(sources, limit, state);
  assert.deepEqual(asked, [300]);
  assert.ok(related.renewed < 40, `${related.renewed}`);
  assert.deepEqual(related.neighbours, relate(edited.map(sourceOf), limit).neighbours);
});

test("a state serves lists of any length", () => {
  const sources = subjects(120).map(sourceOf);
  const { state } = relate(sources, 3);
  assert.deepEqual(relate(sources, 9, state).neighbours, relate(sources, 9).neighbours);
});

test("a packed state is read as it was, and one that other code packed is not read", () => {
  const { state } = relate(subjects(60).map(sourceOf), limit);
  const bytes = packState(state, "code");
  assert.deepEqual(unpackState(bytes, "code"), state);
  assert.equal(unpackState(bytes, "other code"), undefined);
  const none = relate([], limit).state;
  assert.deepEqual(unpackState(packState(none, "code"), "code"), none);
});

/** Days on which an article was published, the newest first. */
function onDays(days: readonly number[]): readonly { readonly published: number; readonly column: string }[] {
  return days.map((day) => ({ published: day * 86_400_000, column: "" }));
}

/** The days on which settled articles were published. */
function settledDays(days: readonly number[]): readonly number[] {
  return days.slice(settledFrom(onDays(days)));
}

function lastDays(count: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => 10_000 - i);
}

test("in a small edition every article tells how rare terms are, in a larger one the oldest ones do", () => {
  assert.deepEqual(settledDays([]), []);
  assert.equal(settledDays(lastDays(255)).length, 255);
  for (const count of [256, 320, 1000, 3000, 7001]) {
    const settled = settledDays(lastDays(count)).length;
    assert.ok(settled < count && settled > count * 0.6, `${settled} of ${count}`);
  }
});

test("new articles change nothing of who is settled, until a fifth has come on top", () => {
  const old = lastDays(2560);
  const settled = settledDays(old);
  for (const more of [1, 2, 100, 511]) {
    const days = [...Array.from({ length: more }, (_, i) => 10_000 + more - i), ...old];
    assert.deepEqual(settledDays(days), settled);
  }
  const days = [...Array.from({ length: 512 }, (_, i) => 10_512 - i), ...old];
  assert.ok(settledDays(days).length > settled.length);
});

test("an old article that comes is settled, and moves no other", () => {
  const days = lastDays(2910);
  const [first = 0] = settledDays(days);
  const more = days.toSpliced(2000, 0, 8001);
  assert.deepEqual(settledDays(more).length, settledDays(days).length + 1);
  assert.equal(settledDays(more)[0], first);
});

test("where all were published at once, some of them are settled all the same", () => {
  assert.equal(settledDays(Array.from({ length: 1000 }, () => 7)).length, 896);
});
