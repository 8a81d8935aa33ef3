import type { Moment } from "../article/article.ts";
import { type TrustedHtml, type UrlPath, urlPath } from "../text/brands.ts";
import { columnTrail } from "./columns.ts";
import type { Edition, EditionArticle, EditionColumn, ResolvedBody } from "./edition.ts";
import { type PublishedPictures, printedPicture, type TextPrinter } from "./fill-text.ts";
import type { Link, PrintedTime, Teaser } from "./page.ts";
import type { PagePlan } from "./page-plan.ts";
import { type Clockface, printedTime } from "./printed-time.ts";
import type { RelatedLists } from "./related-lists.ts";
import { isHidden } from "./visibility.ts";

/** What the pages of an edition are made from, besides the edition itself. */
export interface Matter {
  readonly pictures: PublishedPictures;
  readonly related: RelatedLists;
  readonly printText: TextPrinter;
}

/** What every page of an edition is made with. Teasers and breadcrumbs are made once and shared by all pages that print them. */
export class PageMaker {
  readonly plan: PagePlan;
  readonly edition: Edition;
  readonly pictures: PublishedPictures;
  readonly related: RelatedLists;
  readonly #printText: TextPrinter;
  readonly #clockface: Clockface;
  /** The path of the site's address, without its last slash. */
  readonly #prefix: string;
  readonly #teasers: Map<UrlPath, Teaser>;
  readonly #breadcrumbs: Map<string, readonly Link[]>;

  /** @param like a maker for the same plan, pictures and related lists, whose teasers are shared */
  constructor(plan: PagePlan, { pictures, related, printText }: Matter, like?: PageMaker) {
    const { edition } = plan;
    this.plan = plan;
    this.edition = edition;
    this.pictures = pictures;
    this.related = related;
    this.#printText = printText;
    this.#clockface = {
      zone: edition.masthead.timeZone,
      language: edition.masthead.language,
    };
    this.#prefix = new URL(edition.address).pathname.replace(/\/$/u, "");
    this.#teasers = like === undefined ? new Map() : like.#teasers;
    this.#breadcrumbs = like === undefined ? new Map() : like.#breadcrumbs;
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
    const known = this.#breadcrumbs.get(column.folder);
    if (known !== undefined) return known;
    const made = this.plan.digests.share(this.breadcrumb(columnTrail(column)));
    this.#breadcrumbs.set(column.folder, made);
    return made;
  }

  /** `text` as a page of this site prints it. */
  html(text: ResolvedBody): TrustedHtml {
    return this.#printText(text, { pictures: this.pictures, prefix: this.#prefix, here: "" });
  }

  /** `text` with nothing but absolute addresses, as feeds need it; `path` is the page it belongs to. */
  absoluteHtml(text: ResolvedBody, path: UrlPath): TrustedHtml {
    return this.#printText(text, {
      pictures: this.pictures,
      prefix: this.edition.address.replace(/\/$/u, ""),
      here: this.absolute(path),
    });
  }

  /** `text` as HTML, or nothing where there is no text. */
  htmlOrNothing(text: ResolvedBody | undefined): TrustedHtml | undefined {
    return text === undefined || text.body.isEmpty ? undefined : this.html(text);
  }

  /** The absolute address of `path`. */
  absolute(path: UrlPath): string {
    return this.edition.address + path.slice(1);
  }

  /** The teasers of the articles at `paths` that lists show, in that order. */
  teasersAt(paths: readonly UrlPath[]): readonly Teaser[] {
    return paths.flatMap((path) => {
      const article = this.plan.articleAt(path);
      return article === undefined ? [] : [this.teaser(article)];
    });
  }

  /** The listed articles of `column` and of the columns below it, newest first. */
  articlesOf(column: EditionColumn): readonly EditionArticle[] {
    return this.plan.articlesOf(column);
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
    const made = this.plan.digests.share(this.#makeTeaser(article));
    this.#teasers.set(article.path, made);
    return made;
  }

  #makeTeaser({ article, path, column, excerpt, published, visibility, authors, leadImage }: EditionArticle): Teaser {
    return {
      path,
      title: article.listTitle ?? article.title,
      authors: column.column.listAuthor ? authors.map(({ name }) => name) : [],
      published,
      excerpt,
      column: { title: column.title, path: column.path },
      isPinned: false,
      language: article.language,
      picture: printedPicture(leadImage, this.pictures),
      hidden: isHidden(visibility) ? visibility : undefined,
    };
  }
}
