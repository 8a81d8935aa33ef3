import type { Readable, Writable } from "node:stream";
import { WrongUsage } from "./command-line.ts";
import type { NewArticle, Suggestions } from "./edition/new-article.ts";
import type { Language } from "./text/language.ts";

/** What is asked, as far as it was not typed. */
export type Asked = Pick<NewArticle, "title" | "column" | "authors" | "source" | "editor">;

/** What was typed already. */
export type Typed = { readonly [K in keyof Asked]: Asked[K] | undefined };

/** Where questions are asked, and what is suggested. */
export interface Questions {
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Writable & { readonly isTTY?: boolean };
  readonly suggestions: Suggestions;
  readonly language: Language;
}

const wordsOf = {
  zh: {
    title: "标题",
    column: "栏目",
    authors: "作者（几位用顿号隔开，不署名留空）",
    often: (names: string) => `常见：${names}`,
    source: "来源",
    editor: "责任编辑",
    other: "另填……",
    choose: (what: string) => `${what}（↑↓ 选，回车定）`,
    needed: "这一项必填。",
    gone: "没有建文件。",
  },
  en: {
    title: "Headline",
    column: "Column",
    authors: "Authors (several with commas between them, none for unsigned copy)",
    often: (names: string) => `often: ${names}`,
    source: "Source",
    editor: "Editor",
    other: "another …",
    choose: (what: string) => `${what} (↑↓ to choose, Enter to confirm)`,
    needed: "This is needed.",
    gone: "No file was made.",
  },
} as const;

/** So many suggestions are shown at once. */
const shown = 8;
const other = "";

/**
 * Asks for whatever was not typed, with what the publication has most often as suggestions; undefined where the editor gave up.
 * Throws `WrongUsage` where something is missing and nobody can be asked.
 */
export async function askArticle(typed: Typed, questions: Questions): Promise<Asked | undefined> {
  const { title, column, authors, source, editor } = typed;
  if (
    title !== undefined &&
    column !== undefined &&
    authors !== undefined &&
    source !== undefined &&
    editor !== undefined
  )
    return { title, column, authors, source, editor };
  const { input, output, suggestions, language } = questions;
  const missing = Object.entries(typed).flatMap(([name, value]) =>
    value === undefined ? `--${name.replace("authors", "author")}` : [],
  );
  if (input.isTTY !== true || output.isTTY !== true)
    throw new WrongUsage(`new: ${missing.join(" ")}?  npm run new -- --help`);
  const prompts = await import("@clack/prompts");
  const words = wordsOf[language === "en" ? "en" : "zh"];
  const streams = { input, output };
  const given = (answer: string | symbol): string => {
    if (typeof answer === "symbol") throw new GaveUp();
    return answer;
  };
  const write = async (message: string, placeholder = ""): Promise<string> =>
    given(
      await prompts.text({
        message,
        placeholder,
        validate: (text) => (text?.trim() ? undefined : words.needed),
        ...streams,
      }),
    ).trim();
  /** The library would tell which keys to press in English. */
  const choosing = (what: string) => ({ message: words.choose(what), showInstructions: false, ...streams });
  const choose = async (message: string, values: readonly string[]): Promise<string> => {
    const few = values.slice(0, shown).map((value) => ({ value, label: value }));
    if (few.length === 0) return write(message);
    const options = [...few, { value: other, label: words.other }];
    const chosen = given(await prompts.select({ options, ...choosing(message) }));
    return chosen === other ? write(message) : chosen;
  };
  const askAuthors = async (): Promise<readonly string[]> => {
    const placeholder = words.often(suggestions.authors.slice(0, shown).join("、"));
    const answer = given(await prompts.text({ message: words.authors, placeholder, defaultValue: "", ...streams }));
    return namesIn(answer);
  };
  const askColumn = async (): Promise<string> => {
    const options = suggestions.columns.map(({ folder, title: name }) => ({
      value: folder,
      label: name,
      hint: folder,
    }));
    return given(await prompts.select({ options, maxItems: 2 * shown, ...choosing(words.column) }));
  };
  try {
    return {
      title: title ?? (await write(words.title)),
      column: column ?? (await askColumn()),
      authors: authors ?? (await askAuthors()),
      source: source ?? (await choose(words.source, suggestions.sources)),
      editor: editor ?? (await choose(words.editor, suggestions.editors)),
    };
  } catch (error) {
    if (!(error instanceof GaveUp)) throw error;
    prompts.cancel(words.gone, streams);
    return undefined;
  }
}

/** An editor ended the questions. */
class GaveUp extends Error {}

/** Names with 、 or a comma between them. */
function namesIn(text: string): readonly string[] {
  return text
    .split(/[、,，;；]/u)
    .map((name) => name.trim())
    .filter((name) => name !== "");
}
