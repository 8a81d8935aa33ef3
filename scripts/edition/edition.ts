import type { Article } from "../article/article.ts";
import type { Column } from "../article/column.ts";
import type { Masthead } from "../article/masthead.ts";
import type { Person } from "../article/person.ts";
import type { StandingPage } from "../article/standing-page.ts";
import type { Topic } from "../article/topic.ts";
import type { Instant, UrlPath } from "../text/brands.ts";
import type { YearAndMonth } from "./addresses.ts";
import type { Credits } from "./credits.ts";
import type { ArticleGist, Front, SetText } from "./newsroom.ts";
import type { Link, PrintedTime } from "./page.ts";
import type { Visibility } from "./visibility.ts";

/** What a link of a body leads to: a page or file of ours, another site, or, where the target is hidden, nowhere. */
export type ResolvedLink =
  | {
      readonly kind: "own";
      readonly path: UrlPath;
      readonly query?: string;
      readonly anchor?: string | undefined;
    }
  | { readonly kind: "here"; readonly anchor: string }
  | { readonly kind: "foreign"; readonly url: string }
  /** A picture of ours, opened by itself. */
  | { readonly kind: "picture"; readonly file: string }
  | { readonly kind: "none" };

/** Where a picture comes from: a file below `content/`, another site, or nowhere (a problem has been reported). */
export type PictureSource =
  | { readonly kind: "own"; readonly file: string }
  | { readonly kind: "remote"; readonly url: string }
  | { readonly kind: "none" };

/** A picture with its words, its source found. */
export interface ResolvedPicture {
  readonly source: PictureSource;
  readonly alt: string;
  readonly caption?: string | undefined;
  readonly credit?: string | undefined;
}

/** A text and what the edition puts into it, by slot. */
export interface ResolvedBody {
  /** The file it stands in. */
  readonly file: string;
  readonly body: SetText;
  readonly links: readonly ResolvedLink[];
  readonly pictures: readonly PictureSource[];
}

/** A column in its edition. */
export interface EditionColumn {
  readonly column: Front<Column>;
  /** Its folder below `content/`: `theory/news`. */
  readonly folder: string;
  readonly path: UrlPath;
  readonly title: string;
  readonly parent: EditionColumn | undefined;
  readonly introduction: ResolvedBody;
  readonly picture: ResolvedPicture | undefined;
}

/** An article in its edition: everything that other content and the instant decide about it. */
export interface EditionArticle extends Credits, ArticleGist {
  readonly article: Front<Article>;
  readonly visibility: Visibility;
  readonly path: UrlPath;
  readonly month: YearAndMonth;
  readonly published: PrintedTime;
  /** The store's key of its terms. */
  readonly terms: string;
  /** The store's key of what the search looks it up by. */
  readonly grams: string;
  readonly column: EditionColumn;
  readonly body: ResolvedBody;
  readonly editorsNote: ResolvedBody | undefined;
  readonly note: ResolvedBody | undefined;
  readonly leadImage: ResolvedPicture | undefined;
  /** The editor's choice, resolved; nothing hidden, expired or retracted is in it. */
  readonly pinned: readonly UrlPath[];
  readonly blocked: ReadonlySet<UrlPath>;
}

/** A topic, person or source and what the edition has of it. `Life` is its own file, if it has one. */
export interface Register<Life> {
  readonly id: string;
  readonly name: string;
  readonly path: UrlPath;
  readonly life?: Life | undefined;
  /** Listed articles, newest first. */
  readonly articles: readonly EditionArticle[];
}

/** A topic's file, resolved. */
export interface TopicLife {
  readonly topic: Front<Topic>;
  readonly introduction: ResolvedBody;
  readonly picture: ResolvedPicture | undefined;
  readonly sections: readonly {
    readonly title: string;
    readonly articles: readonly UrlPath[];
  }[];
}

/** A person's file, resolved. */
export interface PersonLife {
  readonly person: Front<Person>;
  readonly life: ResolvedBody;
}

/** A standing page, resolved. */
export interface EditionStandingPage {
  readonly page: Front<StandingPage>;
  readonly path: UrlPath;
  readonly body: ResolvedBody;
}

/** A picture that published pages show. */
export interface UsedPicture {
  /** Below `content/`. */
  readonly file: string;
  /** Whom those pages name for it, divided by ` / ` where they name several; empty where they name nobody. */
  readonly credit: string;
}

/** All that one build publishes, as of one instant. Nothing hidden is in it, save in a preview. */
export interface Edition {
  readonly asOf: Instant;
  readonly isPreview: boolean;
  readonly masthead: Front<Masthead>;
  /** The site's absolute URL, ending in `/`, as this build serves it. */
  readonly address: string;
  readonly about: ResolvedBody;
  /** Top columns and the columns inside them, each before its children, in the editors' order. */
  readonly columns: readonly EditionColumn[];
  /** Articles that stand in lists: newest first, ties by address. */
  readonly articles: readonly EditionArticle[];
  readonly retracted: readonly EditionArticle[];
  readonly expired: readonly EditionArticle[];
  readonly topics: readonly Register<TopicLife>[];
  readonly people: readonly Register<PersonLife>[];
  readonly sources: readonly Register<{ readonly home: string | undefined }>[];
  readonly standingPages: readonly EditionStandingPage[];
  readonly navigation: readonly Link[];
  readonly lead: readonly UrlPath[];
  /** Pinned articles by column folder. */
  readonly pinned: ReadonlyMap<string, readonly UrlPath[]>;
  readonly redirects: readonly {
    readonly from: UrlPath;
    readonly to: UrlPath;
  }[];
  /** Pictures of `content/` that published pages show, in the order of their files. */
  readonly pictures: readonly UsedPicture[];
  /** Where pictures come from that published pages show from elsewhere: origins such as `https://pictures.example`. */
  readonly pictureHosts: readonly string[];
  /** Attachments that published pages link to, and where they are published. */
  readonly attachments: ReadonlyMap<string, UrlPath>;
  /** Files of `site/` and their addresses. */
  readonly siteFiles: ReadonlyMap<string, UrlPath>;
}
