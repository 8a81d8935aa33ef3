import { type UrlPath, urlPath } from "../text/brands.ts";
import { uniqueLinks } from "./credits.ts";
import type { EditionArticle, Register } from "./edition.ts";
import type { Link } from "./page.ts";

/** A topic, person or source that has a file or a registration, and so may have a page without any article. */
export interface Known<Life> {
  readonly id: string;
  readonly name: string;
  readonly life: Life;
  /** True where the page stands even before the first article is out. */
  readonly standsAlone: boolean;
}

/** Which topics, people or sources an article belongs to. */
export type Grouping = (article: EditionArticle) => readonly Link[];

/** How the three registers group articles, and where their pages are. */
export const groupings = {
  topics: { folder: "topics", links: (article) => article.topics },
  people: {
    folder: "people",
    links: ({ authors }) => authors.map(({ name, path }) => ({ title: name, path })),
  },
  sources: {
    folder: "sources",
    links: ({ sources }) => sources.map(({ name, path }) => ({ title: name, path })),
  },
} as const satisfies Record<string, { readonly folder: string; readonly links: Grouping }>;

/**
 * One register: every known name and every name that `listed` articles bear, most articles first, ties by id.
 *
 * A known name whose page is not published, because only hidden articles use it, is left out (SAFETY item 12).
 */
export function compileRegister<Life>(
  grouping: (typeof groupings)[keyof typeof groupings],
  known: readonly Known<Life>[],
  articles: {
    readonly listed: readonly EditionArticle[];
    readonly retracted: readonly EditionArticle[];
    readonly expired: readonly EditionArticle[];
  },
  isPublished: (path: UrlPath) => boolean,
): readonly Register<Life>[] {
  const groups = new Map<string, { name: string; articles: EditionArticle[] }>();
  for (const article of articles.listed) {
    for (const { path, title } of uniqueLinks(grouping.links(article))) {
      const group = groups.get(path);
      if (group === undefined) groups.set(path, { name: title, articles: [article] });
      else group.articles.push(article);
    }
  }
  // Retracted and expired articles are in no list, but an address that was once published never dies.
  for (const article of [...articles.retracted, ...articles.expired]) {
    for (const { path, title } of grouping.links(article)) {
      if (!groups.has(path)) groups.set(path, { name: title, articles: [] });
    }
  }
  const lives = new Map(known.map((each) => [urlPath(`/${grouping.folder}/${each.id}/`), each]));
  const paths = [...lives].filter(([path, { standsAlone }]) => groups.has(path) || (standsAlone && isPublished(path)));
  return [...new Set([...paths.map(([path]) => path), ...[...groups.keys()].map(urlPath)])]
    .map((path) => {
      const group = groups.get(path);
      const life = lives.get(path);
      const id = path.split("/").at(-2) ?? "";
      return {
        id,
        name: life?.name ?? group?.name ?? id,
        path,
        life: life?.life,
        articles: group?.articles ?? [],
      };
    })
    .sort((a, b) => b.articles.length - a.articles.length || (a.id < b.id ? -1 : 1));
}
