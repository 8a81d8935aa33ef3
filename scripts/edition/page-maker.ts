import type { Moment } from "../article/article.ts";
import { type TrustedHtml, type UrlPath, urlPath } from "../text/brands.ts";
import { columnTrail, isWithin } from "./columns.ts";
import type { Edition, EditionArticle, EditionColumn, ResolvedBody } from "./edition.ts";
import { fillText, type PublishedPictures, printedPicture } from "./fill-text.ts";
import type { Link, PrintedTime, Teaser } from "./page.ts";
import { type Clockface, printedTime } from "./printed-time.ts";
import type { RelatedLists } from "./related-lists.ts";
import { isHidden } from "./visibility.ts";

/** What every page of an edition is made with. Teasers and times are made once and shared by all pages that print them. */
export class PageMaker {
  readonly edition: Edition;
  readonly pictures: PublishedPictures;
  readonly related: RelatedLists;
  readonly #clockface: Clockface;
  readonly #teasers = new Map<UrlPath, Teaser>();
  readonly #byColumn = new Map<string, readonly EditionArticle[]>();
  readonly #byPath: ReadonlyMap<UrlPath, EditionArticle>;

  constructor(edition: Edition, pictures: PublishedPictures, related: RelatedLists) {
    this.edition = edition;
    this.pictures = pictures;
    this.related = related;
    this.#clockface = {
      zone: edition.masthead.timeZone,
      language: edition.masthead.language,
    };
    this.#byPath = new Map(edition.articles.map((article) => [article.path, article]));
  }

  /** `moment` as pages print it. */
  time(moment: Moment): PrintedTime {
    return printedTime(moment, this.#clockface);
  }

  /** The site itself, then `trail`. */
  breadcrumb(trail: readonly Link[]): readonly Link[] {
    return [this.home, ...trail];
  }

  /** The front page as a link. */
  get home(): Link {
    return { title: this.edition.masthead.title, path: urlPath("/") };
  }

  /** The columns from the top down to `column`, after the site itself. */
  columnBreadcrumb(column: EditionColumn): readonly Link[] {
    return this.breadcrumb(columnTrail(column));
  }

  /** `text` as a page of this site prints it. */
  html(text: ResolvedBody): TrustedHtml {
    const { pathname } = new URL(this.edition.address);
    return fillText(text, {
      pictures: this.pictures,
      prefix: pathname.replace(/\/$/u, ""),
      here: "",
    });
  }

  /** `text` with nothing but absolute addresses, as feeds need it; `path` is the page it belongs to. */
  absoluteHtml(text: ResolvedBody, path: UrlPath): TrustedHtml {
    return fillText(text, {
      pictures: this.pictures,
      prefix: this.edition.address.replace(/\/$/u, ""),
      here: this.absolute(path),
    });
  }

  /** `text` as HTML, or nothing where there is no text. */
  htmlOrNothing(text: ResolvedBody | undefined): TrustedHtml | undefined {
    return text === undefined || text.body.html.trim() === "" ? undefined : this.html(text);
  }

  /** The absolute address of `path`. */
  absolute(path: UrlPath): string {
    return this.edition.address + path.slice(1);
  }

  /** The teasers of the articles at `paths` that lists show, in that order. */
  teasersAt(paths: readonly UrlPath[]): readonly Teaser[] {
    return paths.flatMap((path) => {
      const article = this.#byPath.get(path);
      return article === undefined ? [] : [this.teaser(article)];
    });
  }

  /** The listed article at `path`. */
  articleAt(path: UrlPath): EditionArticle | undefined {
    return this.#byPath.get(path);
  }

  /** The listed articles of `column` and of the columns below it, newest first. */
  articlesOf(column: EditionColumn): readonly EditionArticle[] {
    const known = this.#byColumn.get(column.folder);
    if (known !== undefined) return known;
    const made = this.edition.articles.filter((article) => isWithin(article.column, column));
    this.#byColumn.set(column.folder, made);
    return made;
  }

  /** The first `count` articles that stand in `column` itself. */
  newestOf(column: EditionColumn, count: number): readonly EditionArticle[] {
    const newest: EditionArticle[] = [];
    for (const article of this.articlesOf(column)) {
      if (newest.length === count) return newest;
      if (article.column === column) newest.push(article);
    }
    return newest;
  }

  /** `article` as lists show it. */
  teaser(article: EditionArticle): Teaser {
    const known = this.#teasers.get(article.path);
    if (known !== undefined) return known;
    const made = this.#makeTeaser(article);
    this.#teasers.set(article.path, made);
    return made;
  }

  #makeTeaser({ article, path, column, excerpt, visibility, authors, leadImage }: EditionArticle): Teaser {
    return {
      path,
      title: article.listTitle ?? article.title,
      authors: column.column.listAuthor ? authors.map(({ name }) => name) : [],
      published: this.time(article.date),
      excerpt,
      column: { title: column.title, path: column.path },
      isPinned: false,
      language: article.language,
      picture: printedPicture(leadImage, this.pictures),
      hidden: isHidden(visibility) ? visibility : undefined,
    };
  }
}
