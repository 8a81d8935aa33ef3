import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { readMoment } from "./article/moment.ts";
import { wallClock } from "./article/zone.ts";
import { WrongUsage } from "./command-line.ts";
import type { Edition } from "./edition/edition.ts";
import { type NewArticle, newArticleFile, newArticleText, suggestionsOf } from "./edition/new-article.ts";
import { askArticle } from "./new-questions.ts";
import { type Door, readWords } from "./own-words.ts";
import { Shelves } from "./store/shelves.ts";
import { instant } from "./text/brands.ts";
import { isSlug, slugOf } from "./text/slug.ts";

const help = `npm run new -- …
写一篇新稿件：问几句，建好文件  Begin an article: asks, and makes the file in the right place

  --title TEXT      标题 headline
  --column FOLDER   栏目的文件夹，如 theory/news column's folder
  --author NAME     作者，可写几次；不署名写 "" author; may be said several times; "" for none
  --source NAME     来源的代号或名称 source, by id or name
  --editor NAME     责任编辑 editor
  --date DATE       发布时间，刊物所在时区 (现在) published, in the publication's zone (now)
  --name NAME       文件名，不带 .md (由标题得出) file name without .md (from the headline)
  --folder          自带一个文件夹，好放图片 in a folder of its own, for pictures
  --content DIR     内容文件夹 content folder (content)
  --cache DIR       记住的东西放在哪里 where results are remembered (.cache/store)
  --help            显示这些说明 show this`;

const options = {
  title: { type: "string" },
  column: { type: "string" },
  author: { type: "string", multiple: true },
  source: { type: "string" },
  editor: { type: "string" },
  date: { type: "string" },
  name: { type: "string" },
  folder: { type: "boolean", default: false },
  content: { type: "string", default: "content" },
  cache: { type: "string" },
  help: { type: "boolean", default: false },
} as const;

/** Where questions are asked. */
export interface Terminal {
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Writable & { readonly isTTY?: boolean };
  readonly nowMs: number;
}

const theirs = (): Terminal => ({ input: process.stdin, output: process.stdout, nowMs: Date.now() });

/** Makes the file of a new article from flags and, on a terminal, answers. Returns the code that the process ends with. */
export async function newCommand(words: readonly string[], door: Door, terminal: Terminal = theirs()): Promise<number> {
  const { values, positionals } = readWords(words, options, help);
  if (values.help) return say(door, `${help}\n`, 0);
  if (positionals.length > 0) throw new WrongUsage(`new ${positionals.join(" ")}\n\n${help}`);
  const content = values.content === "content" ? join(door.program.root, "content") : door.fromCaller(values.content);
  const cache = values.cache === undefined ? join(door.program.root, ".cache/store") : door.fromCaller(values.cache);
  const edition = await editionOf(content, cache, { door, nowMs: terminal.nowMs });
  const zone = edition.masthead.timeZone;
  const now = new Date(wallClock(instant(terminal.nowMs), zone)).toISOString().slice(0, 19).replace("T", " ");
  const typed = {
    title: values.title,
    column: values.column?.replace(/^\/|\/$/gu, ""),
    authors: values.author?.filter((name) => name !== ""),
    source: values.source,
    editor: values.editor,
  };
  const suggestions = suggestionsOf(edition);
  const answers = await askArticle(typed, { ...terminal, suggestions, language: edition.masthead.language });
  if (answers === undefined) return 1;
  const article = { ...answers, date: values.date ?? now, name: values.name, isFolder: values.folder };
  refuseFaults(article, edition, zone);
  const file = newArticleFile(article, edition.articles, (path) => existsSync(join(content, path)));
  const path = join(content, file);
  mkdirSync(dirname(path), { recursive: true });
  // Nothing that is there is ever overwritten, whoever made it since we looked.
  writeFileSync(path, newArticleText(article), { flag: "wx" });
  return say(door, `${path}\n`, 0);
}

async function editionOf(
  content: string,
  cache: string,
  { door, nowMs }: { readonly door: Door; readonly nowMs: number },
): Promise<Edition> {
  const { checkingSession } = await import("./site/check-content.ts");
  const { program, progress } = door;
  // Drafts and embargoed articles hold their names and places as well.
  const options = { program, content, cache, nowMs, asOf: instant(nowMs), isPreview: true };
  const { session, close } = checkingSession(options, new Shelves(cache), progress);
  try {
    return (await session.check(options, nowMs)).plan.edition;
  } finally {
    progress.clear();
    await close();
  }
}

function refuseFaults(article: NewArticle, { columns }: Edition, zone: string): void {
  for (const name of ["title", "source", "editor"] as const) {
    if (article[name].trim() === "" || /\p{Cc}/u.test(article[name]))
      throw new WrongUsage(`--${name}: 要写一行字 a line of text, please`);
  }
  const folders = columns.map(({ folder }) => folder);
  if (!folders.includes(article.column))
    throw new WrongUsage(`--column ${article.column}: 没有这个栏目 no such column\n  ${folders.join("\n  ")}`);
  const reading = readMoment(article.date, zone);
  if ("fault" in reading) throw new WrongUsage(`--date ${article.date}: 2026-11-22 08:31 ${reading.meant.join(" ")}`);
  const { name } = article;
  if (name !== undefined && (name.startsWith("_") || !/^[^\s/\\.:*?"<>|]+$/u.test(name) || !isSlug(slugOf(name))))
    throw new WrongUsage(
      `--name ${name}: 只用字母、数字、汉字和连字符 letters, digits, Han characters and hyphens only`,
    );
}

async function say({ print }: Door, text: string, code: number): Promise<number> {
  await print(text);
  return code;
}
