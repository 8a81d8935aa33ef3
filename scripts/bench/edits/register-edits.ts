import { posix } from "node:path";
import type { Random } from "../seeded-random.ts";
import {
  anyFigure,
  anyLink,
  anyOf,
  anyPicture,
  anySentence,
  anyWords,
  type Edit,
  type FieldChoices,
  fieldEdits,
  quoted,
  quotedList,
  someOf,
  someReferences,
  withBody,
} from "./edit.ts";
import type { EditedNewsroom } from "./edited-newsroom.ts";

const masthead: FieldChoices = {
  title: ({ random }) => quoted(anyWords(random)),
  language: ({ random }) => random.pick(["zh-Hans", "zh-Hant", "en"]),
  timeZone: ({ random }) => random.pick(["Asia/Shanghai", "Asia/Tokyo", "Europe/London", "America/New_York"]),
  address: ({ random }) => random.pick(["https://tingzhou.example/", "https://tingzhou.example/paper/"]),
  description: ({ random }) => quoted(anySentence(random)),
  owner: ({ random }) => quoted(anyWords(random)),
  editor: ({ random }) => random.pick(["林知远", "陆平安"]),
  contact: ({ random }) => `desk-${random.below(9)}@tingzhou.example`,
  since: ({ random }) => String(2000 + random.below(20)),
  licences: ({ random }) =>
    `[{ text: ${quoted(anyWords(random))}, url: "https://licences.example/1" }, { text: 二号 }]`,
  rights: ({ random }) => `{ own: ${quoted(`{source}，${anyWords(random)}，{owner}`)}, reprint: "转自{source}" }`,
  navigation: ({ newsroom, random }) =>
    quotedList(someOf([...newsroom.of("column").map((file) => `/${posix.dirname(file)}/`), "/"], random)),
  lead: someReferences,
  related: ({ random }) => String(random.below(7)),
  remotePictures: ({ random }) => random.pick(["allow", "refuse"]),
  silence: ({ random }) => random.pick(["[]", "[house-style]", "[reference-unpublished]"]),
};

const column: FieldChoices = {
  title: ({ random }) => quoted(anyWords(random)),
  description: ({ random }) => quoted(anySentence(random)),
  image: anyPicture,
  order: ({ random }) => String(random.below(5)),
  perPage: ({ random }) => String(1 + random.below(4)),
  pinned: someReferences,
  listAuthor: ({ random }) => random.pick(["true", "false"]),
  layout: ({ random }) => random.pick(["list", "digest"]),
};

const topic: FieldChoices = {
  title: ({ random }) => quoted(anyWords(random)),
  summary: ({ random }) => quoted(anySentence(random)),
  image: anyPicture,
  sections: (choices) =>
    `[{ title: ${quoted(anyWords(choices.random))}, articles: ${someReferences(choices)} }, { title: 二, articles: ${someReferences(choices)} }]`,
};

const person: FieldChoices = {
  name: ({ random }) => random.pick(["周渡", "严守灯", "顾晓棠", "何一苇"]),
  affiliation: ({ random }) => quoted(anyWords(random)),
  organization: ({ random }) => random.pick(["true", "false"]),
};

const standingPage: FieldChoices = {
  title: ({ random }) => quoted(anyWords(random)),
  description: ({ random }) => quoted(anySentence(random)),
  slug: ({ random }) => `page-${random.below(4)}`,
};

/** Edits of everything that many articles share: masthead, columns, topics, people, standing pages, sources and words. */
export const registerEdits: readonly Edit[] = [
  ...fieldEdits("masthead", masthead),
  ...fieldEdits("column", column),
  ...fieldEdits("topic", topic),
  ...fieldEdits("person", person),
  ...fieldEdits("standingPage", standingPage),
  changeText,
  changeText,
  changeText,
  changeText,
  addRegister,
  addRegister,
  removeRegister,
  changeSource,
  changeSource,
  changeWords,
  changeRedirects,
  changeRedirects,
  changeRedirects,
];

/** Another text below the fields. */
function changeText(newsroom: EditedNewsroom, random: Random): string | undefined {
  const file = anyOf(newsroom.of("masthead", "column", "topic", "person", "standingPage"), random);
  if (file === undefined) return undefined;
  const choices = { newsroom, random };
  const text = random.pick([
    "",
    `${anySentence(random)}\n\n## ${anyWords(random)}\n`,
    `${anySentence(random)}${anyLink(choices)}\n\n${anyLink(choices)}`,
    anyFigure(choices),
    anyFigure(choices),
  ]);
  newsroom.change(file, (before) => withBody(before, () => `\n${text}\n`));
  return `${file}: text ${quoted(text)}`;
}

function addRegister(newsroom: EditedNewsroom, random: Random): string {
  const number = random.below(6);
  const columns = newsroom.of("column").map((file) => posix.dirname(file));
  const [file, field] = random.pick([
    [posix.join(anyOf(columns, random) ?? "theory", `column-${number}`, "column.md"), "title"],
    [posix.join(`top-${number}`, "column.md"), "title"],
    [posix.join(anyOf(columns, random) ?? "theory", "2025", "column.md"), "title"],
    [`topics/${random.pick(["topic-x", "topic-y"])}.md`, "title"],
    [`people/${random.pick(["gu-xiao-tang", "he-yi-wei", "lin-yue"])}.md`, "name"],
    [`pages/page-${number}.md`, "title"],
  ] as const);
  const name = field === "name" ? random.pick(["顾晓棠", "何一苇", "Lin Yue"]) : anyWords(random);
  newsroom.write(file, `---\n${field}: ${quoted(name)}\n---\n\n${anySentence(random)}\n`);
  return `${file}: written anew`;
}

function removeRegister(newsroom: EditedNewsroom, random: Random): string | undefined {
  const file = anyOf(newsroom.of("column", "topic", "person", "standingPage"), random);
  if (file === undefined) return undefined;
  newsroom.remove(file);
  return `${file}: deleted`;
}

function changeSource(newsroom: EditedNewsroom, random: Random): string {
  const id = `source-${random.below(3)}`;
  const name = random.pick(["天头周刊", "江岸书评", anyWords(random)]);
  const own = random.pick(["", ", own: true", ", fullText: true", `, rights: ${quoted(anySentence(random))}`]);
  const url = random.pick(["", `, url: "https://source.example/${random.below(9)}/"`]);
  const lines = newsroom
    .text("sources.yaml")
    .split("\n")
    .filter((line) => line !== "");
  // A source that is registered already, or a new one.
  const at = random.below(lines.length + 1);
  const found = /^([a-z0-9-]+): \{/u.exec(lines[at] ?? "")?.[1];
  const line = `${found ?? id}: { name: ${quoted(name)}${url}${own} }`;
  const kept = lines.filter((each, index) => !(found !== undefined && index === at) && !each.startsWith(`${id}:`));
  newsroom.write("sources.yaml", `${[...kept, line].join("\n")}\n`);
  return `sources.yaml: ${line}`;
}

function changeWords(newsroom: EditedNewsroom, random: Random): string {
  const line = random.pick(["渡口: 渡头", "书院: { use: 书馆, why: 本刊的写法 }", "早市: 早集", "老桥: 旧桥"]);
  const lines = newsroom
    .text("words.yaml")
    .split("\n")
    .filter((each) => each !== "");
  const without = lines.filter((each) => each !== line);
  newsroom.write("words.yaml", `${(without.length < lines.length ? without : [...lines, line]).join("\n")}\n`);
  return `words.yaml: ${line} ${without.length < lines.length ? "is gone" : "is added"}`;
}

/** Lines that come and go, some of them in a row that leads to one page; now and then a loop, or one to nowhere. */
function changeRedirects(newsroom: EditedNewsroom, random: Random): string {
  const from = `/old/${random.below(5)}.html`;
  const pages = newsroom.of("article", "column", "topic", "person", "standingPage").map((file) => `/${file}`);
  const to = random.below(3) === 0 ? `/old/${random.below(5)}.html` : (anyOf(pages, random) ?? "/");
  const lines = newsroom
    .text("redirects.csv")
    .split("\n")
    .filter((line) => line.startsWith("/"));
  const without = lines.filter((line) => !line.startsWith(`${from},`));
  const isGone = without.length < lines.length && random.below(2) === 0;
  newsroom.write("redirects.csv", `${["from,to", ...without, ...(isGone ? [] : [`${from},${to}`])].join("\n")}\n`);
  return `redirects.csv: ${from} ${isGone ? "is gone" : `leads to ${to}`}`;
}
