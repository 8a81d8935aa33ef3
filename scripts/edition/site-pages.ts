import { urlPath } from "../text/brands.ts";
import { yearPath } from "./addresses.ts";
import type { EditionArticle, Register } from "./edition.ts";
import type { CorrectionsPage, DirectoryPage, PlannedPage, SearchPage } from "./page.ts";
import type { PageMaker } from "./page-maker.ts";
import type { PagePlan } from "./page-plan.ts";

const newestOnFront = 5;
const newestOfColumn = 6;

/** The front page: the lead, then the newest of every top column. */
export function frontPage({ edition }: PagePlan): PlannedPage {
  return {
    kind: "front",
    path: urlPath("/"),
    props: (maker) => {
      const chosen = maker.teasersAt(edition.lead);
      const newest = edition.articles.slice(0, newestOnFront).map((article) => maker.teaser(article));
      const lead = chosen.length > 0 ? chosen : newest;
      const isInLead = ({ path }: EditionArticle) => lead.some((teaser) => teaser.path === path);
      return {
        lead,
        columns: edition.columns
          .filter(({ parent }) => parent === undefined)
          .map((column) => ({
            column: { title: column.title, path: column.path },
            teasers: maker
              .articlesOf(column)
              .filter((article) => !isInLead(article))
              .slice(0, newestOfColumn)
              .map((article) => maker.teaser(article)),
          })),
        about: maker.htmlOrNothing(edition.about),
      };
    },
  };
}

/** The pages that list all topics, all people and all sources. */
export function directoryPages({ edition }: PagePlan): readonly PlannedPage[] {
  const { topics, people, sources } = edition;
  const directory = (of: DirectoryPage["of"], registers: readonly Register<unknown>[]): PlannedPage => ({
    kind: "directory",
    path: urlPath(`/${of}/`),
    props: (maker) => ({
      breadcrumb: maker.breadcrumb([]),
      of,
      names: registers.map(({ name, path, articles }) => ({
        title: name,
        path,
        count: articles.length,
      })),
    }),
  });
  return [directory("topics", topics), directory("people", people), directory("sources", sources)];
}

/** The page of all corrections and retractions in force. */
export function correctionsPage(): PlannedPage {
  return {
    kind: "corrections",
    path: urlPath("/corrections/"),
    props: (maker) => ({
      breadcrumb: maker.breadcrumb([]),
      notices: noticesInForce(maker),
    }),
  };
}

/** The search page. */
export function searchPage(): PlannedPage {
  return {
    kind: "search",
    path: urlPath("/search/"),
    props: (maker): SearchPage => ({
      breadcrumb: maker.breadcrumb([]),
      columns: maker.edition.columns.map((column) => ({
        column: { title: column.title, path: column.path },
        years: [
          ...new Set(
            maker
              .articlesOf(column)
              .filter((each) => each.column === column)
              .map(({ month }) => month.year),
          ),
        ]
          .sort((a, b) => b - a)
          .map((year) => ({
            title: String(year),
            path: yearPath(column.path, { year }),
          })),
      })),
    }),
  };
}

/** Standing pages, what remains of expired articles, old addresses, and 404.html. */
export function otherPages({ edition }: PagePlan): readonly PlannedPage[] {
  const { standingPages, expired, redirects } = edition;
  return [
    ...standingPages.map(
      ({ page, path, body }): PlannedPage => ({
        kind: "standing",
        path,
        props: (maker) => ({
          breadcrumb: maker.breadcrumb([]),
          title: page.title,
          description: page.description,
          prose: maker.html(body),
        }),
      }),
    ),
    ...expired.map(
      ({ path, column }): PlannedPage => ({
        kind: "expired",
        path,
        props: (maker) => ({ breadcrumb: maker.columnBreadcrumb(column) }),
      }),
    ),
    ...redirects.map(
      ({ from, to }): PlannedPage => ({
        kind: "redirect",
        path: from,
        props: () => ({ to }),
      }),
    ),
    {
      kind: "notFound",
      path: urlPath("/404.html"),
      props: (maker) => ({ breadcrumb: maker.breadcrumb([]) }),
    },
  ];
}

/** The corrections and retractions in force, newest first. */
export function noticesInForce(maker: PageMaker): CorrectionsPage["notices"] {
  const { articles, retracted, asOf } = maker.edition;
  const link = ({ article, path }: EditionArticle) => ({
    title: article.title,
    path,
  });
  return [...articles, ...retracted]
    .flatMap((each) => [
      ...each.article.corrections
        .filter(({ date }) => date.instant <= asOf)
        .map(({ date, text }) => ({
          kind: "correction" as const,
          article: link(each),
          date,
          text,
        })),
      ...(each.visibility === "retracted" && each.article.retracted !== undefined
        ? [
            {
              kind: "retraction" as const,
              article: link(each),
              date: each.article.retracted.date,
              text: each.article.retracted.reason,
            },
          ]
        : []),
    ])
    .toSorted((a, b) => b.date.instant - a.date.instant || (a.article.path < b.article.path ? -1 : 1))
    .map(({ kind, article, date, text }) => ({
      kind,
      article,
      time: maker.time(date),
      text,
    }));
}
