import { type UrlPath, urlPath } from "../text/brands.ts";
import { leafPaths, monthPath, type YearAndMonth, yearPath } from "./addresses.ts";
import { cardPicture, columnCard } from "./cards.ts";
import { columnTrail } from "./columns.ts";
import type { Edition, EditionArticle, EditionColumn, PersonLife, Register, TopicLife } from "./edition.ts";
import { printedPicture } from "./fill-text.ts";
import type { Leaf, Link, PlannedPage, Teaser } from "./page.ts";
import type { PageMaker } from "./page-maker.ts";
import type { PagePlan } from "./page-plan.ts";

/** Indexes of all columns, page by page: pinned articles first, then newest; children's articles too. */
export function columnPages(plan: PagePlan): readonly PlannedPage[] {
  return plan.edition.columns.flatMap((column) => {
    const articles = plan.articlesOf(column);
    const pinned = plan.edition.pinned.get(column.folder) ?? [];
    const first = pinned.flatMap((path) => plan.articleAt(path) ?? []);
    const ordered =
      first.length === 0 ? articles : [...first, ...articles.filter(({ path }) => !pinned.includes(path))];
    const list: List = {
      total: ordered.length,
      slice: (from, to, made) =>
        ordered.slice(from, to).map((each, index) => {
          const teaser = made.teaser(each);
          return from + index < first.length ? { ...teaser, isPinned: true } : teaser;
        }),
    };
    const own = articles.filter((each) => each.column === column);
    const years = distinctYears(own).map((year) => ({
      title: String(year),
      path: yearPath(column.path, { year }),
    }));
    return leaves(column.path, list, column.column.perPage, plan).map(({ path, leaf }) => ({
      kind: "column" as const,
      path,
      props: (maker) => ({
        breadcrumb: maker.columnBreadcrumb(column),
        title: column.title,
        description: column.column.description,
        introduction: path === column.path ? maker.htmlOrNothing(column.introduction) : undefined,
        picture: printedPicture(column.picture, maker.pictures),
        card: cardPicture(columnCard(maker.edition, column)),
        layout: column.column.layout,
        children: childrenOf(column, maker.edition),
        years,
        feed: urlPath(`${column.path}feed.xml`),
        leaf: leaf(maker),
      }),
    }));
  });
}

/** Archives: the years and months in which a column published. */
export function archivePages(plan: PagePlan): readonly PlannedPage[] {
  const { retracted, expired } = plan.edition;
  return plan.edition.columns.flatMap((column) => {
    const own = plan.articlesOf(column).filter((each) => each.column === column);
    // An address cut short is a page, also that of an article which is in no list any more.
    const addressed = [...own, ...[...retracted, ...expired].filter((each) => each.column === column)];
    return distinctYears(addressed).flatMap((year) => {
      const ofYear = own.filter(({ month }) => month.year === year);
      const inYear = addressed.filter(({ month }) => month.year === year);
      const months = [...new Set(inYear.map(({ month }) => month.month))].sort((a, b) => a - b);
      const counted = months.map((month) => {
        const articles = ofYear.filter((each) => each.month.month === month);
        return {
          month,
          path: monthPath(column.path, { year, month }),
          count: articles.length,
          articles,
        };
      });
      return [
        ...archive(
          plan,
          column,
          { year },
          ofYear,
          counted.map(({ month, path, count }) => ({ month, path, count })),
        ),
        ...counted.flatMap(({ month, articles }) => archive(plan, column, { year, month }, articles, [])),
      ];
    });
  });
}

/** Pages of the topics, the editor's sections first. */
export function topicPages(plan: PagePlan): readonly PlannedPage[] {
  return plan.edition.topics.flatMap((topic: Register<TopicLife>) =>
    registerLeaves(topic, plan).map(({ path, leaf }) => ({
      kind: "topic" as const,
      path,
      props: (maker) => ({
        breadcrumb: maker.breadcrumb([]),
        title: topic.name,
        summary: topic.life?.topic.summary,
        picture: printedPicture(topic.life?.picture, maker.pictures),
        introduction: path === topic.path ? maker.htmlOrNothing(topic.life?.introduction) : undefined,
        sections:
          path === topic.path
            ? (topic.life?.sections ?? []).map(({ title, articles }) => ({
                title,
                teasers: maker.teasersAt(articles),
              }))
            : [],
        leaf: leaf(maker),
      }),
    })),
  );
}

/** Pages of the authors. */
export function personPages(plan: PagePlan): readonly PlannedPage[] {
  return plan.edition.people.flatMap((person: Register<PersonLife>) => {
    const bylines = person.articles.flatMap(({ authors }) => authors.filter(({ path }) => path === person.path));
    return registerLeaves(person, plan).map(({ path, leaf }) => ({
      kind: "person" as const,
      path,
      props: (maker) => ({
        breadcrumb: maker.breadcrumb([]),
        name: person.name,
        affiliation: person.life?.person.affiliation ?? bylines.find(({ affiliation }) => affiliation)?.affiliation,
        isOrganization: bylines.some(({ isOrganization }) => isOrganization),
        life: path === person.path ? maker.htmlOrNothing(person.life?.life) : undefined,
        leaf: leaf(maker),
      }),
    }));
  });
}

/** Pages of the sources. */
export function sourcePages(plan: PagePlan): readonly PlannedPage[] {
  return plan.edition.sources.flatMap((source) =>
    registerLeaves(source, plan).map(({ path, leaf }) => ({
      kind: "source" as const,
      path,
      props: (maker) => ({
        breadcrumb: maker.breadcrumb([]),
        name: source.name,
        home: source.life?.home,
        leaf: leaf(maker),
      }),
    })),
  );
}

/** Articles a list page holds where no column says otherwise. */
const listLength = 20;

/** A list that is never made whole: its length, and the teasers from one place to another. */
interface List {
  readonly total: number;
  readonly slice: (from: number, to: number, maker: PageMaker) => readonly Teaser[];
}

function leaves(
  path: UrlPath,
  list: List,
  perPage: number,
  plan: PagePlan,
): readonly { path: UrlPath; leaf: (maker: PageMaker) => Leaf }[] {
  const paths = plan.digests.share(leafPaths(path, list.total, perPage));
  return paths.map((each, index) => ({
    path: each,
    leaf: (made) => ({
      teasers: list.slice(index * perPage, (index + 1) * perPage, made),
      total: list.total,
      number: index + 1,
      paths,
    }),
  }));
}

function listOf(articles: readonly EditionArticle[]): List {
  return {
    total: articles.length,
    slice: (from, to, maker) => articles.slice(from, to).map((article) => maker.teaser(article)),
  };
}

function registerLeaves({ path, articles }: Register<unknown>, plan: PagePlan) {
  return leaves(path, listOf(articles), listLength, plan);
}

function archive(
  plan: PagePlan,
  column: EditionColumn,
  { year, month }: { readonly year: number; readonly month?: number },
  articles: readonly EditionArticle[],
  months: readonly {
    readonly month: number;
    readonly path: UrlPath;
    readonly count: number;
  }[],
): readonly PlannedPage[] {
  const path = month === undefined ? yearPath(column.path, { year }) : monthPath(column.path, { year, month });
  const ofYear: Link = {
    title: String(year),
    path: yearPath(column.path, { year }),
  };
  return leaves(path, listOf(articles), column.column.perPage, plan).map((each) => ({
    kind: "archive" as const,
    path: each.path,
    props: (maker) => ({
      breadcrumb: maker.breadcrumb([...columnTrail(column), ...(month === undefined ? [] : [ofYear])]),
      column: { title: column.title, path: column.path },
      year,
      month,
      months,
      leaf: each.leaf(maker),
    }),
  }));
}

function childrenOf(column: EditionColumn, edition: Edition): readonly Link[] {
  return edition.columns.filter(({ parent }) => parent === column).map(({ title, path }) => ({ title, path }));
}

/** Newest first. */
function distinctYears(articles: readonly { readonly month: YearAndMonth }[]): readonly number[] {
  return [...new Set(articles.map(({ month }) => month.year))].sort((a, b) => b - a);
}
