import { readColumn } from "../article/column.ts";
import { readMasthead } from "../article/masthead.ts";
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
import { ProofReader } from "./proof-reader.ts";
import type { Silence } from "./silence.ts";

/** A file's text, decoded. */
interface FileText {
  readonly file: string;
  readonly text: string;
}

/** What reading a content folder gives: all that could be read, and all that is wrong. */
export interface ReadNewsroom {
  /** Absent without a masthead. */
  readonly newsroom?: Newsroom;
  readonly problems: readonly Problem[];
  /** What editors have silenced, by file. */
  readonly silences: ReadonlyMap<string, Silence>;
}

/**
 * Reads every manuscript of `content` and checks each by itself. All problems of all files come back at once;
 * files that could not be read are missing from the newsroom.
 *
 * @param onFile called after every file, for progress
 */
export function readNewsroom(content: Content, onFile: () => void = () => {}): ReadNewsroom {
  const problems: Problem[] = [...content.problems];
  const unread: string[] = [];
  const texts = decodeTexts(content, problems, unread);
  const read = <T>(kind: ContentKind, reader: (text: FileText) => Read<T>) =>
    (texts.get(kind) ?? []).flatMap((text): readonly { readonly front: T; readonly text: string }[] => {
      const { value, problems: found } = reader(text);
      problems.push(...found);
      onFile();
      if (value !== undefined) return [{ front: value, text: text.text }];
      unread.push(text.file);
      return [];
    });
  const [masthead] = read("masthead", readMasthead);
  if (content.manuscripts.length > 0 && content.manuscripts.every(({ kind }) => kind !== "masthead")) {
    problems.push(problem("masthead-missing", { file: "masthead.md", line: 1, column: 1 }, {}));
  }
  const [register] = read("sources", readSources);
  const sources = unread.includes("sources.yaml") ? undefined : (register?.front.sources ?? []);
  const words = compileWords(read("words", readWords).flatMap(({ front }) => front.words));
  const zone = masthead?.front.timeZone ?? "Asia/Shanghai";
  const proofs = new ProofReader(masthead?.front.language ?? "zh-Hans", words);
  const set = <T extends Parameters<ProofReader["text"]>[0]>(
    kind: ContentKind,
    reader: (text: FileText) => Read<T>,
  ): readonly WithText<T>[] =>
    read(kind, reader).map(({ front, text }) => ({
      front,
      body: proofs.text(front, text),
    }));

  const columns = set("column", readColumn);
  const topics = set("topic", readTopic);
  const people = set("person", readPerson);
  const standingPages = set("standingPage", readStandingPage);
  const articles = read("article", (text) => readArticle(text, zone)).map(
    ({ front, text }): ArticleText => proofs.article(front, text),
  );
  const about = masthead && proofs.text(masthead.front, masthead.text);
  const found = {
    problems: [...problems, ...proofs.problems],
    silences: proofs.silences,
  };
  if (masthead === undefined || about === undefined) return found;
  const newsroom = {
    masthead: masthead.front,
    about,
    sources,
    columns,
    topics,
    people,
    standingPages,
    articles,
    unread,
  };
  return { newsroom, ...found };
}

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
