import type { Article } from "../article/article.ts";
import type { Column } from "../article/column.ts";
import type { Masthead } from "../article/masthead.ts";
import type { Person } from "../article/person.ts";
import type { RegisteredSource } from "../article/sources.ts";
import type { StandingPage } from "../article/standing-page.ts";
import type { Topic } from "../article/topic.ts";
import type { Body } from "../markdown/body.ts";

/** An article and its texts, set; nothing in it depends on any other file. */
export interface ArticleText {
  readonly article: Article;
  readonly body: Body;
  readonly editorsNote?: Body | undefined;
  readonly note?: Body | undefined;
}

/** A file that has a text, and the text, set. */
export interface WithText<T> {
  readonly front: T;
  readonly body: Body;
}

/** All content, read and checked file by file, in path order; hidden articles too. */
export interface Newsroom {
  readonly masthead: Masthead;
  readonly about: Body;
  /** The register; absent when `sources.yaml` has errors of its own. */
  readonly sources: readonly RegisteredSource[] | undefined;
  readonly columns: readonly WithText<Column>[];
  readonly topics: readonly WithText<Topic>[];
  readonly people: readonly WithText<Person>[];
  readonly standingPages: readonly WithText<StandingPage>[];
  readonly articles: readonly ArticleText[];
  /** Texts of files whose front matter has errors: their links and pictures are checked all the same. */
  readonly loose: readonly { readonly file: string; readonly bodyLine: number; readonly body: Body }[];
  /** Files that have errors of their own and so are missing here. */
  readonly unread: readonly string[];
}
