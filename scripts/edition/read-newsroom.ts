import { readColumn } from "../article/column.ts";
import { readFrontMatter } from "../article/front-matter.ts";
import { type Masthead, readMasthead } from "../article/masthead.ts";
import { readPerson } from "../article/person.ts";
import type { Read } from "../article/read.ts";
import { readArticle } from "../article/read-article.ts";
import { readSources } from "../article/sources.ts";
import { readStandingPage } from "../article/standing-page.ts";
import { readTopic } from "../article/topic.ts";
import { readWords } from "../article/words.ts";
import { type Problem, problem } from "../report/problem.ts";
import { compileWords } from "../text/house-style.ts";
import { readText } from "../text/read-text.ts";
import type { ContentKind } from "./content-kinds.ts";
import type { Content } from "./load-content.ts";
import type { ArticleText, Newsroom, WithText } from "./newsroom.ts";
import { type Copy, ProofReader } from "./proof-reader.ts";
import type { Silence } from "./silence.ts";

/** A file's text, decoded. */
interface FileText {
  readonly file: string;
  readonly text: string;
}

/** What reading a content folder gives: all that could be read, and all that is wrong. */
export interface ReadNewsroom {
  readonly newsroom: Newsroom;
  /** False where a stand-in took the place of a masthead that is missing or wrong: good for finding mistakes, not for printing. */
  readonly isComplete: boolean;
  readonly problems: readonly Problem[];
  /** What editors have silenced, by file. */
  readonly silences: ReadonlyMap<string, Silence>;
}

/**
 * Reads every manuscript of `content` and checks each by itself. All problems of all files come back at once;
 * files that have errors are missing from the newsroom, save for their texts.
 *
 * @param onFile called after every file, for progress
 */
export function readNewsroom(content: Content, onFile: () => void = () => {}): ReadNewsroom {
  const reader = new FileReader(content, onFile);
  const [found] = reader.read("masthead", readMasthead);
  const hasMasthead = content.manuscripts.some(({ kind }) => kind === "masthead");
  if (!hasMasthead && content.problems.every(({ rule }) => rule !== "content-missing")) {
    reader.problems.push(problem("masthead-missing", { file: "masthead.md", line: 1, column: 1 }, {}));
  }
  const masthead = found?.front ?? standInMasthead;
  const [register] = reader.read("sources", readSources);
  const words = reader.read("words", readWords).flatMap(({ front }) => front.words);
  const proofs = new ProofReader(masthead.language, compileWords(words));
  const set = <T extends Copy>(kind: ContentKind, readOne: (text: FileText) => Read<T>): readonly WithText<T>[] =>
    reader.read(kind, readOne).map(({ front, text }) => ({ front, body: proofs.text(front, text) }));
  const newsroom: Omit<Newsroom, "unread" | "loose"> = {
    masthead,
    about: proofs.text(masthead, found?.text ?? ""),
    sources: reader.unread.includes("sources.yaml") ? undefined : (register?.front.sources ?? []),
    columns: set("column", readColumn),
    topics: set("topic", readTopic),
    people: set("person", readPerson),
    standingPages: set("standingPage", readStandingPage),
    articles: reader
      .read("article", (text) => readArticle(text, masthead.timeZone))
      .map(({ front, text }): ArticleText => proofs.article(front, text)),
  };
  // A mistake in the front matter does not hide those in the text.
  const loose = reader.refused.flatMap((text) => {
    const { file, body, bodyLine } = { ...readFrontMatter(text), file: text.file };
    return text.file.endsWith(".md")
      ? [{ file, bodyLine, body: proofs.text({ file, body, bodyLine }, text.text) }]
      : [];
  });
  return {
    newsroom: { ...newsroom, loose, unread: reader.unread },
    isComplete: found !== undefined,
    problems: [...content.problems, ...reader.problems, ...proofs.problems],
    silences: proofs.silences,
  };
}

/** Decodes and reads files kind by kind, and collects what is wrong with them. */
class FileReader {
  readonly problems: Problem[] = [];
  /** Files that have errors of their own. */
  readonly unread: string[] = [];
  /** Those of them that could be decoded. */
  readonly refused: FileText[] = [];
  readonly #texts: ReadonlyMap<ContentKind, readonly FileText[]>;
  readonly #onFile: () => void;

  constructor(content: Content, onFile: () => void) {
    this.#onFile = onFile;
    this.#texts = decodeTexts(content, this.problems, this.unread);
    for (let count = 0; count < this.unread.length; count++) onFile();
  }

  read<T>(
    kind: ContentKind,
    reader: (text: FileText) => Read<T>,
  ): readonly { readonly front: T; readonly text: string }[] {
    return (this.#texts.get(kind) ?? []).flatMap((text) => {
      const { value, problems } = reader(text);
      this.problems.push(...problems);
      this.#onFile();
      if (value !== undefined) return [{ front: value, text: text.text }];
      this.unread.push(text.file);
      this.refused.push(text);
      return [];
    });
  }
}

/** Stands in for a masthead with errors, so that the mistakes of all other files are still found. */
const standInMasthead: Masthead = {
  file: "masthead.md",
  title: "",
  language: "zh-Hans",
  timeZone: "Asia/Shanghai",
  address: "https://masthead.invalid/",
  owner: "",
  licences: [],
  rights: { own: undefined, reprint: undefined },
  lead: [],
  related: 5,
  remotePictures: "allow",
  silence: [],
  places: {},
  body: "",
  bodyLine: 1,
};

function decodeTexts(
  content: Content,
  problems: Problem[],
  unread: string[],
): ReadonlyMap<ContentKind, readonly FileText[]> {
  const texts = new Map<ContentKind, FileText[]>();
  for (const { kind, file, bytes } of content.manuscripts) {
    const { isReadable, text, problems: found } = readText(bytes, file);
    problems.push(...found);
    if (!isReadable) {
      unread.push(file);
      continue;
    }
    const ofKind = texts.get(kind);
    if (ofKind === undefined) texts.set(kind, [{ file, text }]);
    else ofKind.push({ file, text });
  }
  return texts;
}
