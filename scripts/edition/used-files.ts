import type { UrlPath } from "../text/brands.ts";
import type {
  EditionArticle,
  EditionColumn,
  PersonLife,
  Register,
  ResolvedBody,
  ResolvedPicture,
  TopicLife,
} from "./edition.ts";

/** Everything of an edition that readers see and that may show pictures or link to files. */
export interface Shown {
  readonly about: ResolvedBody;
  readonly columns: readonly EditionColumn[];
  readonly articles: {
    readonly listed: readonly EditionArticle[];
    readonly retracted: readonly EditionArticle[];
  };
  readonly standingPages: readonly { readonly body: ResolvedBody }[];
  readonly registers: {
    readonly topics: readonly Register<TopicLife>[];
    readonly people: readonly Register<PersonLife>[];
  };
  readonly attachments: ReadonlyMap<string, UrlPath>;
}

/** The pictures and attachments that `shown` uses; the others are not published (SAFETY items 11 and 12). */
export function usedFiles(shown: Shown): {
  readonly pictures: readonly string[];
  readonly attachments: ReadonlyMap<string, UrlPath>;
} {
  const bodies = shownBodies(shown);
  const pictures = new Set<string>();
  const linked = new Set<UrlPath>();
  for (const { source } of shownPictures(shown)) if (source.kind === "own") pictures.add(source.file);
  for (const body of bodies) {
    for (const source of body.pictures) if (source.kind === "own") pictures.add(source.file);
    for (const link of body.links) {
      if (link.kind === "picture") pictures.add(link.file);
      if (link.kind === "own") linked.add(link.path);
    }
  }
  return {
    pictures: [...pictures].sort(),
    attachments: new Map([...shown.attachments].filter(([, path]) => linked.has(path))),
  };
}

function shownBodies({ about, columns, articles, standingPages, registers }: Shown): readonly ResolvedBody[] {
  const lives = [
    ...registers.topics.map(({ life }) => life?.introduction),
    ...registers.people.map(({ life }) => life?.life),
  ];
  const articleBodies = articles.listed.flatMap(({ body, editorsNote, note }) => [body, editorsNote, note]);
  const keptBodies = articles.retracted.flatMap((each) => (each.article.retracted?.keepBody ? [each.body] : []));
  const columnBodies = columns.map(({ introduction }) => introduction);
  const pageBodies = standingPages.map(({ body }) => body);
  const all = [about, ...columnBodies, ...pageBodies, ...lives, ...articleBodies, ...keptBodies];
  return all.filter((body) => body !== undefined);
}

function shownPictures({ columns, articles, registers }: Shown): readonly ResolvedPicture[] {
  const all = [
    ...columns.map(({ picture }) => picture),
    ...registers.topics.map(({ life }) => life?.picture),
    ...articles.listed.map(({ leadImage }) => leadImage),
  ];
  return all.filter((picture) => picture !== undefined);
}
