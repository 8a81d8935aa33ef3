import { articlePage } from "./article-page.ts";
import { archivePages, columnPages, personPages, sourcePages, topicPages } from "./list-pages.ts";
import { feedPages, searchIndexPage, siteMapPages } from "./machine-pages.ts";
import type { Page } from "./page.ts";
import type { PageMaker } from "./page-maker.ts";
import { correctionsPage, directoryPages, frontPage, otherPages, searchPage } from "./site-pages.ts";

/** Every page of an edition: the site's table of contents. What a page prints is made when it is asked for. */
export function pagesOf(maker: PageMaker): readonly Page[] {
  const { articles, retracted } = maker.edition;
  return [
    frontPage(maker),
    ...columnPages(maker),
    ...[...articles, ...retracted].map(
      (article): Page => ({
        kind: "article",
        path: article.path,
        props: () => articlePage(article, maker),
      }),
    ),
    ...archivePages(maker),
    ...topicPages(maker),
    ...personPages(maker),
    ...sourcePages(maker),
    ...directoryPages(maker),
    correctionsPage(maker),
    searchPage(maker),
    ...otherPages(maker),
    ...feedPages(maker),
    ...siteMapPages(maker),
    searchIndexPage(maker),
  ];
}
