import type { Article } from "../article/article.ts";
import type { Column } from "../article/column.ts";
import type { Masthead } from "../article/masthead.ts";
import type { Mention } from "../article/mentions.ts";
import type { Person } from "../article/person.ts";
import type { RedirectLine } from "../article/redirects.ts";
import type { RegisteredSource } from "../article/sources.ts";
import type { StandingPage } from "../article/standing-page.ts";
import type { Topic } from "../article/topic.ts";
import type { BodyLink, BodyPicture } from "../markdown/body.ts";
import type { YearAndMonth } from "./addresses.ts";
import type { PrintedTime } from "./page.ts";

/** A front matter, checked, without the text below it: that is in the `SetText`. */
export type Front<T> = Omit<T, "body">;

/** What an edition needs to know of a text that is set. Its HTML lies in the store and is fetched when a page prints it. */
export interface SetText {
  /** The store's key of its HTML; another for any other HTML. */
  readonly key: string;
  /** True where there is nothing to print. */
  readonly isEmpty: boolean;
  readonly links: readonly Pick<BodyLink, "href" | "title" | "line" | "column">[];
  readonly pictures: readonly Omit<BodyPicture, "isFigure">[];
  /** Every anchor a link can point at. */
  readonly anchors: readonly string[];
}

/** A file that has a text, and the text, set. */
export interface WithText<T> {
  readonly front: Front<T>;
  readonly body: SetText;
}

/** What of an article's text is told beside its HTML. */
export interface ArticleGist {
  /** First whole sentences, or the summary. */
  readonly excerpt: string;
  /** The summary, unless one of the body's first lines opens with it. */
  readonly standfirst?: string | undefined;
  /** Words of the body; in Chinese, 字. */
  readonly wordCount: number;
  /** True where the body's last line says who the authors are: 「（作者系……）」. */
  readonly namesAuthors: boolean;
}

/** An article and its texts, set; nothing in it depends on any other file but the masthead and `words.yaml`. */
export interface ArticleText extends ArticleGist {
  readonly article: Front<Article>;
  readonly body: SetText;
  readonly editorsNote?: SetText | undefined;
  readonly note?: SetText | undefined;
  /** The last part of its address; empty where the name of its file gives none. */
  readonly slug: string;
  /** When it was published, in the publication's zone. */
  readonly month: YearAndMonth;
  readonly published: PrintedTime;
  /** The ids of the names it credits, should they have no file: pinyin takes a dictionary, so it is asked once. */
  readonly ids: readonly (readonly [name: string, id: string])[];
  /** The store's key of its terms. */
  readonly terms: string;
  /** The store's key of what the search looks it up by. */
  readonly grams: string;
}

/** A file whose front matter has errors: where its texts lead and what it names is looked up all the same. */
export interface LooseFile {
  readonly file: string;
  /** The line of the file on which `body` begins, from 1. */
  readonly bodyLine: number;
  readonly body: SetText;
  /** The Markdown in its fields. */
  readonly notes: readonly SetText[];
  /** What its front matter names; absent where that could not be understood. */
  readonly mentions?: readonly Mention[];
}

/** All content, read and checked file by file, in path order; hidden articles too. */
export interface Newsroom {
  readonly masthead: Front<Masthead>;
  readonly about: SetText;
  /** The register; absent when `sources.yaml` has errors of its own. */
  readonly sources: readonly RegisteredSource[] | undefined;
  readonly columns: readonly WithText<Column>[];
  readonly topics: readonly WithText<Topic>[];
  readonly people: readonly WithText<Person>[];
  readonly standingPages: readonly WithText<StandingPage>[];
  readonly articles: readonly ArticleText[];
  /** The lines of `redirects.csv`, in its order. */
  readonly redirects: readonly RedirectLine[];
  /** What was read of files whose front matter has errors. */
  readonly loose: readonly LooseFile[];
  /** Files that have errors of their own and so are missing here. */
  readonly unread: readonly string[];
}
