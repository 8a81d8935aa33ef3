import { articlePage } from "./article-page.ts";
import { correctionsFeeds } from "./corrections-feed.ts";
import { archivePages, columnPages, personPages, sourcePages, topicPages } from "./list-pages.ts";
import { feedPages, siteMapPages } from "./machine-pages.ts";
import type { PlannedPage } from "./page.ts";
import type { PagePlan } from "./page-plan.ts";
import { correctionsPage, directoryPages, frontPage, otherPages, searchPage } from "./site-pages.ts";

/** Every page of an edition: the site's table of contents. What a page prints is made when it is asked for. */
export function pagesOf(plan: PagePlan): readonly PlannedPage[] {
  const { articles, retracted } = plan.edition;
  return [
    frontPage(plan),
    ...columnPages(plan),
    ...[...articles, ...retracted].map(
      (article): PlannedPage => ({
        kind: "article",
        path: article.path,
        props: (maker) => articlePage(article, maker),
      }),
    ),
    ...archivePages(plan),
    ...topicPages(plan),
    ...personPages(plan),
    ...sourcePages(plan),
    ...directoryPages(plan),
    correctionsPage(),
    searchPage(),
    ...otherPages(plan),
    ...feedPages(plan),
    ...correctionsFeeds(),
    ...siteMapPages(plan),
  ];
}
