import type { ContentKind } from "../../edition/content-kinds.ts";
import type { Random } from "../seeded-random.ts";
import type { EditedNewsroom } from "./edited-newsroom.ts";

/** A kind of edit: changes a newsroom as chance will have it and says what it did; nothing where there is nothing to edit so. */
export type Edit = (newsroom: EditedNewsroom, random: Random) => string | undefined;

/** Milliseconds since 1970 around which edited articles are dated and builds are made: 2026-05-20, eight in the morning in Shanghai. */
export const usualMs = Date.UTC(2026, 4, 20);

const hour = 3_600_000;

/** Hours before and after `usualMs`. Dates and builds share them, so that both sides of every edge are met, and the edge itself. */
const hours = [-9000, -2000, -500, -72, -49, -48, -47, -24, -1, 0, 1, 24, 48, 200, 2000, 9000] as const;

/** An instant near `usualMs`, in milliseconds since 1970. */
export function anyInstant(random: Random): number {
  return usualMs + random.pick(hours) * hour;
}

/** An instant near `usualMs` as a field writes it: by the minute, or a day alone. */
export function anyDate(random: Random): string {
  const wall = new Date(anyInstant(random) + 8 * hour).toISOString();
  return random.below(4) === 0 ? wall.slice(0, 10) : `${wall.slice(0, 10)} ${wall.slice(11, 16)}`;
}

const words = [
  ..."渡口 书院 旧桥 河岸 灯会 竹纸 雕版 粮站 地图 染坊 油伞 早市 茶馆 石阶 水位 银杏 窗格 书页 注释 里弄".split(" "),
  ..."river ferry index 3.14 帐号 图象 a&b <b> “引文” {{x}} {%y%} --> 𠮷".split(" "),
] as const;

/** A few words that make no sense. */
export function anyWords(random: Random): string {
  return Array.from({ length: 2 + random.below(3) }, () => random.pick(words)).join("");
}

/** A sentence that makes no sense. */
export function anySentence(random: Random): string {
  return `${anyWords(random)}，${anyWords(random)}。`;
}

/** `text` as YAML and JSON write it. */
export function quoted(text: string): string {
  return JSON.stringify(text);
}

/** A list as YAML and JSON write it. */
export function quotedList(texts: readonly string[]): string {
  return `[${texts.map(quoted).join(", ")}]`;
}

/** The text of a Markdown file with the field `name` saying `value`, in YAML; without the field where there is none. */
export function withField(text: string, name: string, value: string | undefined): string {
  const end = text.indexOf("\n---", 3);
  if (!text.startsWith("---\n") || end < 0) return text;
  const others = text.slice(4, end + 1).replace(new RegExp(`^${name}:.*\\n(?:(?:[ \\t-].*)?\\n)*`, "mu"), "");
  const field = value === undefined ? "" : `${name}: ${value}\n`;
  return `---\n${field}${others}${text.slice(end + 1)}`;
}

/** A newsroom's own names. */
export interface Choices {
  readonly newsroom: EditedNewsroom;
  readonly random: Random;
}

/** What fields may come to say, by name; nothing takes the field away. */
export type FieldChoices = Readonly<Record<string, (choices: Choices) => string | undefined>>;

/** Fields that files cannot do without. */
const needed: ReadonlySet<string> = new Set(
  "title name author source date editor language timeZone address owner".split(" "),
);

/** For each of `fields` the edit that has a file of chance say something else in it. */
export function fieldEdits(kind: ContentKind, fields: FieldChoices): readonly Edit[] {
  return Object.entries(fields).map(
    ([name, value]): Edit =>
      (newsroom, random) => {
        const file = anyOf(newsroom.of(kind), random);
        if (file === undefined) return undefined;
        const isGone = random.below(5) === 0 && !(needed.has(name) && !(kind === "article" && name === "language"));
        const said = isGone ? undefined : value({ newsroom, random });
        newsroom.change(file, (text) => withField(text, name, said));
        return `${file}: ${name}: ${said ?? "(gone)"}`;
      },
  );
}

/** One of `choices`; nothing where there are none. */
export function anyOf<Choice>(choices: readonly Choice[], random: Random): Choice | undefined {
  return choices.length === 0 ? undefined : random.pick(choices);
}

/** Up to three of `choices`, each once. */
export function someOf(choices: readonly string[], random: Random): readonly string[] {
  return random.shuffle(choices).slice(0, random.below(4));
}

/** An article as others name it. */
export function anyReference({ newsroom, random }: Choices): string | undefined {
  const file = anyOf(newsroom.of("article"), random);
  return file && `/${file}`;
}

/** Some articles as others name them, in YAML. */
export function someReferences({ newsroom, random }: Choices): string {
  return quotedList(someOf(newsroom.of("article"), random).map((file) => `/${file}`));
}

/** A picture as a field names it, in YAML. */
export function anyPicture({ newsroom, random }: Choices): string | undefined {
  const file = anyOf(newsroom.of("picture"), random);
  if (file === undefined) return undefined;
  const words = `alt: ${quoted(anyWords(random))}`;
  return random.below(2) === 0
    ? `{ src: ${quoted(`/${file}`)}, ${words} }`
    : `{ src: ${quoted(`/${file}`)}, ${words}, caption: 图, credit: 本刊 }`;
}

/** A link to an article, in Markdown. */
export function anyLink(choices: Choices): string {
  return `[${anyWords(choices.random).replaceAll(/[<>&{}]/gu, "")}](${anyReference(choices) ?? "/"})`;
}

/** A figure, in Markdown. */
export function anyFigure({ newsroom, random }: Choices): string {
  const file = anyOf(newsroom.of("picture"), random);
  return file === undefined ? anySentence(random) : `![${anyWords(random)}](/${file} "图 | 本刊")`;
}

/** The text of a Markdown file with another body. */
export function withBody(text: string, change: (body: string) => string): string {
  return text.replace(/(?<=^---\n[\s\S]*?\n---\n)[\s\S]*$/u, change);
}
