import assert from "node:assert/strict";
import { test } from "node:test";
import { type RelatedDocument, relatedArticles } from "../../../scripts/edition/related/related-articles.ts";
import { termsOf } from "../../../scripts/edition/related/terms.ts";

const day = 24 * 60 * 60 * 1000;

interface Story {
  readonly title?: string;
  readonly text: string;
  readonly column?: string;
  readonly topics?: readonly string[];
  readonly published?: number;
}

function document({ title = "", text, column = "", topics, published = 0 }: Story): RelatedDocument {
  return { terms: termsOf({ title, headings: [], keywords: [], text }), published, column, topics };
}

/** The neighbours of every story, best first. */
function listsOf(stories: readonly Story[], limit = 5): readonly (readonly number[])[] {
  const { neighbours } = relatedArticles(stories.map(document), limit);
  return stories.map((_, i) => Array.from(neighbours.subarray(i * limit, (i + 1) * limit)).filter((n) => n !== -1));
}

const canal: Story = {
  title: "运河边的水闸",
  text: "清晨的水闸缓缓升起，运河里的货船排队过闸。守闸人记下水位，运河的水位关系两岸稻田的灌溉。",
};
const lock: Story = {
  title: "守闸人的账本",
  text: "守闸人翻开账本，三十年的水位都在里面。货船过闸要看水位，两岸稻田的灌溉也要看水位。",
};
const paddy: Story = {
  title: "稻田的灌溉",
  text: "两岸稻田靠渠水灌溉，插秧的时节家家看天。渠水从山上来，分到每一块田。",
};
const opera: Story = {
  title: "县剧团的新戏",
  text: "剧团在祠堂里排练，琴师定弦，青衣试唱。新戏讲的是一位绣娘，唱腔请老艺人把过关。",
};
const stars: Story = {
  title: "看星星的中学",
  text: "学生架起望远镜，记录变星的亮度。校园里的天文台是毕业生捐的，每周五晚上开放。",
};

test("the likest article comes first and unlike ones do not come at all", () => {
  const [ofCanal, , , ofOpera] = listsOf([canal, lock, paddy, opera, stars]);
  assert.deepEqual(ofCanal, [1, 2]);
  assert.deepEqual(ofOpera, []);
});

test("no article is related to itself, nor to one article twice", () => {
  const stories = [canal, lock, paddy, opera, stars, canal, lock, paddy];
  for (const [i, list] of listsOf(stories).entries()) {
    assert.ok(!list.includes(i));
    assert.equal(new Set(list).size, list.length);
  }
});

test("of two articles equally like, the newer one comes first", () => {
  const lists = listsOf([opera, lock, canal, lock, lock]);
  assert.deepEqual(lists[2], [1, 3, 4]);
  assert.deepEqual(lists[3], [1, 4, 2]);
});

test("the same text under another number is the most related there is", () => {
  const { neighbours, scores } = relatedArticles([canal, lock, canal, stars].map(document), 1);
  assert.equal(neighbours[0], 2);
  assert.equal(neighbours[2], 0);
  assert.equal(scores[0], scores[2]);
});

test("an edition without articles, or with one, has nothing related", () => {
  assert.deepEqual(listsOf([]), []);
  assert.deepEqual(listsOf([canal]), [[]]);
});

test("what is said in the headline counts more than what is said in passing", () => {
  const about = { title: "竹编手艺", text: "老人坐在门前劈篾，一天能编两只篮子，手上全是茧。" };
  const inHeadline = { title: "竹编手艺进课堂", text: "孩子们围成一圈，跟着师傅学了一个下午。" };
  const inPassing = { title: "集市上的一天", text: "孩子们围成一圈，跟着师傅看竹编手艺进课堂。" };
  assert.equal(listsOf([about, inPassing, inHeadline, opera, stars])[0]?.[0], 2);
});

test("articles without a Han character are related by their words", () => {
  const stories = [
    { title: "Measuring river silt", text: "Silt samples from the river delta show how fast the channel fills." },
    { title: "A school for puppets", text: "Masters of the shadow theatre teach twelve pupils every winter." },
    { title: "The delta keeps growing", text: "River silt built the delta; samples tell its age." },
  ];
  assert.deepEqual(listsOf(stories)[0], [2]);
});

test("articles without any text are related to nothing and harm nothing", () => {
  const lists = listsOf([{ text: "" }, canal, { text: "……" }, lock]);
  assert.deepEqual(lists, [[], [3], [], [1]]);
});

test("a shared topic, a shared column and nearness in time settle what the text leaves even", () => {
  const decided = (nearer: Omit<Story, "text">, other: Omit<Story, "text">) =>
    listsOf([
      { ...lock, column: "essays", topics: ["reading", "paper"], published: 400 * day },
      { text: canal.text, ...other },
      { text: canal.text, ...nearer },
      opera,
    ])[0]?.[0];
  assert.equal(decided({ topics: ["paper"] }, { topics: ["rivers"] }), 2);
  assert.equal(decided({ column: "essays" }, { column: "news" }), 2);
  assert.equal(decided({ published: 380 * day }, { published: 0 }), 2);
  assert.equal(decided({}, {}), 1);
});

test("nothing but ties depends on the order of the articles", () => {
  const stories = [canal, lock, paddy, opera, stars, { text: `${opera.text}${paddy.text}` }];
  const order = [4, 2, 5, 0, 3, 1];
  const shuffled = listsOf(order.map((i) => stories[i] ?? canal));
  const straight = listsOf(stories);
  for (const [place, i] of order.entries()) {
    assert.deepEqual(
      shuffled[place]?.map((n) => order[n]),
      straight[i],
    );
  }
});

test("lists are as long as asked for, with −1 and 0 where nothing more is related", () => {
  const documents = [canal, lock, opera].map(document);
  const { neighbours, scores } = relatedArticles(documents, 3);
  assert.equal(neighbours.length, 9);
  assert.equal(scores.length, 9);
  assert.deepEqual(Array.from(neighbours), [1, -1, -1, 0, -1, -1, -1, -1, -1]);
  assert.deepEqual(
    Array.from(scores, (score) => score > 0),
    Array.from(neighbours, (n) => n !== -1),
  );
  assert.equal(relatedArticles(documents, 0).neighbours.length, 0);
});

test("copies of one article fill one another's lists and nobody else's", () => {
  const copies = Array.from({ length: 30 }, (_, i) => (i % 2 === 0 ? canal : opera));
  for (const [i, list] of listsOf(copies).entries()) {
    assert.equal(list.length, 5);
    assert.ok(list.every((n) => n % 2 === i % 2 && n !== i));
  }
});
