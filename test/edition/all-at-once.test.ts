import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { seededRandom } from "../../scripts/bench/seeded-random.ts";
import { articleText, contentWith, root, sessionOf, usualInstant } from "../newsroom.ts";

type Overlay = Readonly<Record<string, string>>;

/** Rules and places of the problems of every file of the desk with `overlay`, in their order. */
async function problemsIn(overlay: Overlay) {
  const { problems } = await sessionOf(contentWith(overlay)).check(
    { asOf: usualInstant, isPreview: false },
    Date.now(),
  );
  return problems;
}

/** By line and column. */
async function told(overlay: Overlay): Promise<readonly string[]> {
  const inOrder = [...(await problemsIn(overlay))].sort((a, b) => a.line - b.line || a.column - b.column);
  return inOrder.map(({ file, line, column, rule }) => `${file}:${line}:${column} ${rule}`);
}

test("what an article names wrongly is told beside the errors of its front matter", async () => {
  const article = articleText({
    source: "光明日抱",
    author: "[江若水, { name: 王五, person: wang-wu }]",
    date: "2026/3/1",
    topics: "[沙洲夜话]",
    image: "{ src: gone.jpg, alt: 江, credt: 江若水 }",
    related: "{ pin: [gone.md, b.md, b.md, a.md], block: [/theory/news/2020/01/none/], pim: [] }",
    editorsNote: "见[这里](gone.md)。",
  });
  const files = {
    "theory/news/a.md": article,
    "theory/news/b.md": articleText({ title: "乙" }),
    "topics/sha-zhou.md": "---\ntitle: 沙洲夜谈\n---\n",
  };
  assert.deepEqual(await told(files), [
    "theory/news/a.md:3:35 person-unknown",
    "theory/news/a.md:4:9 source-unknown",
    "theory/news/a.md:5:7 date-form",
    "theory/news/a.md:7:10 topic-near",
    "theory/news/a.md:8:15 picture-missing",
    "theory/news/a.md:8:33 field-unknown",
    "theory/news/a.md:9:18 reference-missing",
    "theory/news/a.md:9:33 reference-twice",
    "theory/news/a.md:9:39 related-itself",
    "theory/news/a.md:9:54 reference-missing",
    "theory/news/a.md:9:83 field-unknown",
    "theory/news/a.md:10:15 link-broken",
  ]);
});

test("what columns, topics and the masthead name wrongly is told beside the errors of their front matter", async () => {
  const masthead = readFileSync(join(root, "test/fixtures/desk/masthead.md"), "utf8");
  const files = {
    "masthead.md": masthead.replace("---\n", "---\ntitel: 刊\nlead: [gone.md]\nnavigation: [theory, gone]\n"),
    "theory/news/column.md": "---\ntitle: 资讯\nodrer: 1\nimage: gone.jpg\npinned: [gone.md]\n---\n",
    "topics/sha-zhou.md":
      "---\ntitle: 沙洲\nsumary: 无\nsections: [{ title: 一, articles: [gone.md] }]\nintro: 见[这里](gone.md)。\n---\n",
    "people/wang-wu.md": "---\nnam: 王五\ntext: 见[这里](gone.md)。\n---\n",
  };
  assert.deepEqual((await told(files)).toSorted(), [
    "masthead.md:2:1 field-unknown",
    "masthead.md:3:8 reference-missing",
    "masthead.md:4:22 reference-missing",
    "people/wang-wu.md:2:1 field-unknown",
    "people/wang-wu.md:3:8 link-broken",
    "theory/news/column.md:3:1 field-unknown",
    "theory/news/column.md:4:8 picture-missing",
    "theory/news/column.md:5:10 reference-missing",
    "topics/sha-zhou.md:3:1 field-unknown",
    "topics/sha-zhou.md:4:35 reference-missing",
    "topics/sha-zhou.md:5:9 link-broken",
  ]);
});

test("what has an error of its own is not looked up, and nothing else is said than of an article in order", async () => {
  const wrong = {
    "theory/news/a.md": articleText({ source: '"\\u0007报"', image: "ftp://a.example/b.jpg", related: "[甲, {}]" }),
  };
  const rules = (await problemsIn(wrong)).map(({ rule }) => rule);
  assert.ok(!rules.includes("picture-missing") && !rules.includes("source-unknown"), rules.join(" "));
  const english = { language: "en", silence: "[name-joined]", author: "甲、乙", date: "soon" };
  assert.deepEqual(await told({ "theory/news/a.md": articleText(english, 'He said: "Yes, (perhaps)..."') }), [
    "theory/news/a.md:5:7 date-form",
  ]);
});

test("an article outside of all columns is told so beside the errors of its front matter", async () => {
  const rules = (await problemsIn({ "essays/a.md": articleText({ date: "soon" }) })).map(({ rule }) => rule);
  assert.deepEqual(rules.toSorted(), ["article-outside-column", "date-form"]);
});

/** A fixture of one rule: fields in their order, and the body. */
interface Example {
  readonly rule: string;
  readonly fields: ReadonlyMap<string, string>;
  readonly body: string;
  /** Fields without which the rule says nothing, or of which it speaks. */
  readonly about: ReadonlySet<string>;
}

const needed = ["title", "author", "source", "date", "editor"];

/** What rules compare besides the place that they report. */
const comparedWith: Readonly<Record<string, readonly string[]>> = {
  "updated-before-date": ["date"],
  "correction-before-date": ["date"],
  "retraction-before-date": ["date"],
  "expires-before-date": ["date"],
  "dateline-after-date": ["date"],
  "weekday-wrong": ["date"],
  "byline-in-body": ["author"],
  "title-in-body": ["title"],
  "name-spelling": ["author", "editor"],
};

/** What hangs on an article's place among the others, its address or its card: it has none before its front matter is in order. */
const placed = new Set(["alias-own", "card-glyph"]);

const fixtures = join(root, "test/fixtures/problems");

/** The examples of rules that one article breaks by itself, whose front matter can be understood. */
async function examples(): Promise<readonly Example[]> {
  const names = readdirSync(fixtures).flatMap((name) => /^(?!yaml-|front-matter-)(.*)\.md$/u.exec(name)?.[1] ?? []);
  const texts = new Map(
    names.filter((rule) => !placed.has(rule)).map((rule) => [rule, readFileSync(join(fixtures, `${rule}.md`), "utf8")]),
  );
  const files = [...texts].map(([rule, text]) => [`theory/news/${rule}.md`, text] as const);
  const problems = await problemsIn(Object.fromEntries(files));
  return [...texts].flatMap(([rule, text]): readonly Example[] => {
    const [, front, body] = /^---\n(.*?\n)---\n(.*)$/su.exec(text) ?? [];
    const found = problems.filter((each) => each.file === `theory/news/${rule}.md` && each.rule === rule);
    if (front === undefined || body === undefined || found.length === 0) return [];
    const fields = fieldsOf(front);
    const reported = found.map(({ line }) => fieldAt(front, line - 1) ?? "the body");
    const besides = [...fields.keys()].filter((name) => !needed.includes(name));
    const missing = needed.filter((name) => !fields.has(name));
    return [
      { rule, fields, body, about: new Set([...reported, ...besides, ...missing, ...(comparedWith[rule] ?? [])]) },
    ];
  });
}

function fieldsOf(front: string): ReadonlyMap<string, string> {
  const fields = front.split(/^(?=\S)/mu);
  return new Map(fields.map((field) => [field.slice(0, field.indexOf(":")), field]));
}

function fieldAt(front: string, line: number): string | undefined {
  const above = front.split("\n").slice(0, line).join("\n");
  return line > above.split("\n").length ? undefined : [...fieldsOf(above).keys()].at(-1);
}

/** Both mistakes in one article called `name`; nothing where one would undo the other. */
function both(one: Example, other: Example, name: string): string | undefined {
  if ([...one.about].some((each) => other.about.has(each))) return undefined;
  const [inFront, inBody] = other.about.has("the body") ? [one, other] : [other, one];
  const fields = new Map(inBody.fields);
  for (const field of inFront.about) {
    const written = inFront.fields.get(field);
    if (written === undefined) fields.delete(field);
    else fields.set(field, written);
  }
  const text = `---\n${[...fields.values()].join("")}---\n${inBody.body}`;
  return [one, other].reduce((each, { rule }) => each.replaceAll(new RegExp(`${rule}(?=\\.md|/)`, "gu"), name), text);
}

test("of any two mistakes in one file that have nothing to do with each other both are told in one run", async () => {
  const seed = process.env["SEED"] ?? "all at once";
  const random = seededRandom(seed);
  const known = await examples();
  assert.ok(known.length > 60, `only ${known.length} examples`);
  const pairs = new Map<string, readonly [Example, Example]>();
  const files: Record<string, string> = {};
  while (pairs.size < 250) {
    const [one, other] = [random.pick(known), random.pick(known)];
    const name = `pair-${pairs.size}`;
    const text = both(one, other, name);
    if (text === undefined) continue;
    pairs.set(`theory/news/${name}.md`, [one, other]);
    files[`theory/news/${name}.md`] = text;
  }
  const problems = await problemsIn(files);
  const lost = [...pairs].flatMap(([file, pair]) => {
    const rules = new Set<string>(problems.flatMap((each) => (each.file === file ? [each.rule] : [])));
    const missing = pair.filter(({ rule }) => !rules.has(rule)).map(({ rule }) => rule);
    return missing.length === 0 ? [] : [`${pair.map(({ rule }) => rule).join(" + ")}: not ${missing.join(", ")}`];
  });
  assert.deepEqual(lost, [], `SEED=${seed}`);
});
