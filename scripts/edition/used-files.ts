import type { UrlPath } from "../text/brands.ts";
import type {
  EditionArticle,
  EditionColumn,
  PersonLife,
  PictureSource,
  Register,
  ResolvedBody,
  ResolvedPicture,
  TopicLife,
  UsedPicture,
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

/** The pictures and attachments that `shown` uses, the others are not published (SAFETY items 11 and 12), and the hosts of other pictures. */
export function usedFiles(shown: Shown): {
  readonly pictures: readonly UsedPicture[];
  readonly pictureHosts: readonly string[];
  readonly attachments: ReadonlyMap<string, UrlPath>;
} {
  const bodies = shownBodies(shown);
  const credits = new Map<string, Set<string>>();
  const hosts = new Set<string>();
  const linked = new Set<UrlPath>();
  const show = (source: PictureSource, credit?: string) => {
    if (source.kind === "own") addCredit(credits, source.file, credit);
    if (source.kind === "remote") hosts.add(originOf(source.url));
  };
  for (const { source, credit } of shownPictures(shown)) show(source, credit);
  for (const body of bodies) {
    body.pictures.forEach((source, slot) => {
      show(source, body.body.pictures[slot]?.credit);
    });
    for (const link of body.links) {
      if (link.kind === "picture") addCredit(credits, link.file);
      if (link.kind === "own") linked.add(link.path);
    }
  }
  return {
    pictures: [...credits.keys()].sort().map((file) => ({ file, credit: creditOf(credits.get(file)) })),
    pictureHosts: [...hosts].sort(),
    attachments: new Map([...shown.attachments].filter(([, path]) => linked.has(path))),
  };
}

/** The origin of `url`, which is as a browser writes it: nearly always what stands before its third slash, and reading it takes its time. */
function originOf(url: string): string {
  const written = /^https?:\/\/[^/@]+(?=\/)/u.exec(url)?.[0];
  return written ?? new URL(url).origin;
}

function addCredit(credits: Map<string, Set<string>>, file: string, credit?: string): void {
  const known = credits.get(file) ?? new Set();
  credits.set(file, credit === undefined ? known : known.add(credit));
}

/** The same whichever article comes first. */
function creditOf(credits: Iterable<string> = []): string {
  return [...credits].sort().join(" / ");
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
