import { posix } from "node:path";
import type { Random } from "../seeded-random.ts";
import {
  anyDate,
  anyFigure,
  anyLink,
  anyOf,
  anyPicture,
  anySentence,
  anyWords,
  type Choices,
  type Edit,
  type FieldChoices,
  fieldEdits,
  quoted,
  quotedList,
  someOf,
  someReferences,
  withBody,
  withField,
} from "./edit.ts";
import type { EditedNewsroom } from "./edited-newsroom.ts";

const names = ["顾晓棠", "周渡", "严守灯", "许闻笙", "Lin Yue", "何一苇"] as const;

const oldAddresses = [
  "/old/a.html",
  "/old/b/",
  "/cn/t1.htm",
  "/OLD/C.HTML",
  "/%E6%97%A7/%20.html",
  "/x.y/z",
  "/.old/~e,f",
];

/** What the fields of an article may come to say. */
const fields: FieldChoices = {
  title: ({ random }) => quoted(anyWords(random)),
  author: ({ random }) =>
    random.pick([
      "[]",
      quoted(random.pick(names)),
      quotedList(someOf(names, random)),
      `[{ name: ${random.pick(names)}, affiliation: ${quoted(anyWords(random))}, role: 执笔 }]`,
      `{ name: ${quoted(anyWords(random))}, organization: true }`,
    ]),
  source: ({ newsroom, random }) => {
    const id = random.pick(sourceIds(newsroom));
    return random.pick([
      id,
      `[${[...new Set([id, random.pick(sourceIds(newsroom))])].join(", ")}]`,
      `{ name: ${id}, url: "https://original.example/${random.below(50)}", title: ${quoted(anyWords(random))}, date: ${anyDate(random)} }`,
    ]);
  },
  date: ({ random }) => anyDate(random),
  editor: ({ random }) => random.pick(["林知远", "[林知远, 陆平安]", "陆平安"]),
  kicker: ({ random }) => quoted(anyWords(random)),
  subtitle: ({ random }) => quoted(anyWords(random)),
  listTitle: ({ random }) => quoted(anyWords(random)),
  summary: ({ random }) => quoted(anySentence(random)),
  editorsNote: (choices) => quoted(`${anySentence(choices.random)}${anyLink(choices)}`),
  note: (choices) => quoted(`**${anyWords(choices.random)}** ${anyLink(choices)}`),
  topics: ({ newsroom, random }) =>
    quotedList(someOf([...newsroom.of("topic").map(stemOf), "手艺人", "老街改造", "topic-x"], random)),
  keywords: ({ random }) => quotedList(someOf(["城市更新", "阅读", "注释", "巡河", anyWords(random)], random)),
  image: anyPicture,
  slug: ({ random }) => `slug-${random.below(9)}`,
  related: (choices) =>
    choices.random.pick([
      "none",
      someReferences(choices),
      `{ pin: ${someReferences(choices)} }`,
      `{ block: ${someReferences(choices)} }`,
      `{ pin: ${someReferences(choices)}, block: ${someReferences(choices)} }`,
    ]),
  updated: ({ random }) => anyDate(random),
  corrections: ({ random }) =>
    `[${Array.from({ length: random.below(3) }, () => `{ date: ${anyDate(random)}, text: ${quoted(anySentence(random))} }`).join(", ")}]`,
  retracted: ({ random }) =>
    `{ date: ${anyDate(random)}, reason: ${quoted(anySentence(random))}, keepBody: ${random.pick(["true", "false"])} }`,
  aliases: ({ random }) => quotedList(someOf(oldAddresses, random)),
  draft: ({ random }) => random.pick(["true", "false"]),
  expires: ({ random }) => anyDate(random),
  language: ({ random }) => random.pick(["en", "zh-Hant", "ja"]),
  ai: ({ random }) => random.pick(["none", "assisted", "generated"]),
  silence: ({ random }) => random.pick(["[]", "[house-style]", "[reference-unpublished, house-style]"]),
  x: ({ random }) => `{ note: ${quoted(anyWords(random))} }`,
};

/** Pieces of Markdown that a body may gain. */
const pieces: readonly ((choices: Choices) => string)[] = [
  ({ random }) => anySentence(random),
  ({ random }) => `${anySentence(random)}\n\n${anySentence(random)}`,
  ({ random }) => `## ${anyWords(random)}\n\n${anySentence(random)}`,
  ({ random }) => `> ${anySentence(random)}`,
  ({ random }) => `*${anyWords(random)}* {漢字|hàn zì} **${anyWords(random)}**`,
  ({ random }) => `${anyWords(random)}[^n]\n\n[^n]: ${anySentence(random)}`,
  ({ random }) => `| ${anyWords(random)} | 二 |\n| --- | --- |\n| 三 | ${random.below(100)} |`,
  ({ random }) => `\`\`\`\n${anyWords(random)}\n\`\`\``,
  anyLink,
  anyFigure,
  anyFigure,
  ({ newsroom, random }) => `[附件](/${anyOf(newsroom.of("attachment"), random) ?? "none.pdf"})`,
  ({ newsroom, random }) => `[图](/${anyOf(newsroom.of("picture"), random) ?? "none.png"})`,
];

/** Edits of articles. */
export const articleEdits: readonly Edit[] = [
  ...fieldEdits("article", fields),
  (newsroom, random) => changeBody(newsroom, random, (body, piece) => `${body.trimEnd()}\n\n${piece}\n`),
  (newsroom, random) => changeBody(newsroom, random, (body, piece) => `${piece}\n\n${body.trimStart()}`),
  (newsroom, random) => changeBody(newsroom, random, (_, piece) => `${piece}\n`),
  (newsroom, random) => changeBody(newsroom, random, (body) => body.replace(/[^\n]+\n\n/u, "")),
  addArticle,
  addArticle,
  (newsroom, random) =>
    withAny(newsroom, random, (file) => {
      newsroom.remove(file);
      return `${file}: deleted`;
    }),
  (newsroom, random) =>
    moveArticle(newsroom, random, (file) => posix.join(posix.dirname(file), `moved-${random.below(20)}.md`)),
  (newsroom, random) =>
    moveArticle(newsroom, random, (file) => posix.join(anyColumn(newsroom, random), "2026", posix.basename(file))),
  (newsroom, random) =>
    moveArticle(newsroom, random, (file) =>
      file.endsWith("/index.md") ? `${posix.dirname(file)}.md` : `${file.slice(0, -3)}/index.md`,
    ),
  moveLinked,
  moveLinked,
];

function articles(newsroom: EditedNewsroom): readonly string[] {
  return newsroom.of("article");
}

function withAny(newsroom: EditedNewsroom, random: Random, edit: (file: string) => string): string | undefined {
  const file = anyOf(articles(newsroom), random);
  return file && edit(file);
}

function changeBody(
  newsroom: EditedNewsroom,
  random: Random,
  change: (body: string, piece: string) => string,
): string | undefined {
  return withAny(newsroom, random, (file) => {
    const piece = random.pick(pieces)({ newsroom, random });
    newsroom.change(file, (text) => withBody(text, (body) => change(body, piece)));
    return `${file}: body with ${quoted(piece)}`;
  });
}

function addArticle(newsroom: EditedNewsroom, random: Random): string {
  const name = random.pick([`new-${random.below(30)}`, `新稿${random.below(30)}`, `new-${random.below(9)}/index`]);
  const file = posix.join(anyColumn(newsroom, random), random.pick(["2026", "2025", ""]), `${name}.md`);
  const front = ["title", "author", "source", "date", "editor"].map(
    (field) => `${field}: ${fields[field]?.({ newsroom, random })}\n`,
  );
  const body = Array.from({ length: 1 + random.below(3) }, () => random.pick(pieces)({ newsroom, random }));
  newsroom.write(file, `---\n${front.join("")}---\n\n${body.join("\n\n")}\n`);
  return `${file}: added`;
}

function moveArticle(newsroom: EditedNewsroom, random: Random, to: (file: string) => string): string | undefined {
  return withAny(newsroom, random, (file) => {
    const place = to(file);
    if (newsroom.has(place)) return `${file}: stays, since there is ${place}`;
    newsroom.move(file, place);
    return `${file}: now ${place}`;
  });
}

/** Another address for an article that a text other than an article's leads to. */
function moveLinked(newsroom: EditedNewsroom, random: Random): string | undefined {
  const texts = newsroom.of("masthead", "column", "topic", "person", "standingPage").map((file) => newsroom.text(file));
  const linked = newsroom.of("article").filter((file) => texts.some((text) => text.includes(`](/${file})`)));
  const file = anyOf(linked, random);
  if (file === undefined) return undefined;
  const slug = `linked-${random.below(100)}`;
  newsroom.change(file, (text) => withField(text, "slug", slug));
  return `${file}: slug: ${slug}`;
}

/** The folder of a column. */
function anyColumn(newsroom: EditedNewsroom, random: Random): string {
  return posix.dirname(anyOf(newsroom.of("column"), random) ?? "theory/column.md");
}

function sourceIds(newsroom: EditedNewsroom): readonly string[] {
  const ids = [...newsroom.text("sources.yaml").matchAll(/^([a-z0-9-]+):/gmu)].map(([, id = ""]) => id);
  return ids.length === 0 ? ["nowhere"] : ids;
}

function stemOf(file: string): string {
  return posix.basename(file, ".md");
}
