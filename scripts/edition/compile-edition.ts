import { posix } from "node:path";
import type { Place, Problem } from "../report/problem.ts";
import { type Instant, type UrlPath, urlPath } from "../text/brands.ts";
import { slugOf } from "../text/slug.ts";
import { claimAddresses } from "./claim-addresses.ts";
import { placeColumns } from "./columns.ts";
import { compileArticle } from "./compile-article.ts";
import { compileRegister, groupings } from "./compile-registers.ts";
import { endingOf } from "./content-kinds.ts";
import { creditsOf } from "./credits.ts";
import type { Edition, EditionArticle, EditionColumn, TopicLife } from "./edition.ts";
import { fillBook } from "./fill-book.ts";
import type { Content } from "./load-content.ts";
import { fileId, Names } from "./names.ts";
import { navigationLinks } from "./navigation-links.ts";
import type { Newsroom, WithText } from "./newsroom.ts";
import { placeArticles } from "./place-articles.ts";
import type { Surroundings } from "./resolve-body.ts";
import { usedFiles } from "./used-files.ts";
import { isHidden } from "./visibility.ts";
import { Workbench } from "./workbench.ts";

/** What one build is told: the instant it speaks of, the address it serves, and whether it is a preview. */
export interface EditionOptions {
  readonly asOf: Instant;
  /** Instead of the masthead's; absolute, ending in `/`. */
  readonly address?: string | undefined;
  /** Drafts and embargoed articles are shown, and marked. */
  readonly isPreview: boolean;
}

/** What compiling gives. */
export interface CompiledEdition {
  readonly edition: Edition;
  readonly problems: readonly Problem[];
  /** Every place of the content, hidden ones included, that shows a picture of ours, by the picture's file. */
  readonly pictureUses: ReadonlyMap<string, readonly Place[]>;
}

/** Articles a list page holds where no column says otherwise. */
export const listLength = 20;

/** Makes one edition of a newsroom: decides what is published, gives it addresses, and finds everything it names. */
export function compileEdition(
  newsroom: Newsroom,
  binaries: Content["binaries"],
  options: EditionOptions,
): CompiledEdition {
  const { masthead } = newsroom;
  const address = options.address ?? masthead.address;
  const problems: Problem[] = [];
  const names = new Names(newsroom);
  const clockface = { zone: masthead.timeZone, language: masthead.language };
  const placedColumns = placeColumns(newsroom.columns.map(({ front }) => front));
  const { placed, problems: misplaced } = placeArticles(newsroom.articles, placedColumns, {
    zone: masthead.timeZone,
    asOf: options.asOf,
  });
  const credited = placed.map((each) => ({
    ...each,
    credits: creditsOf(each.text.article, names, clockface),
  }));
  const standingPages = newsroom.standingPages.map(({ front }) => ({
    page: front,
    path: urlPath(`/${front.slug ?? slugOf(fileId(front.file))}/`),
  }));
  const attachments = addressesOf(binaries, "attachment", attachmentPath);
  const siteFiles = addressesOf(binaries, "site", (file) => urlPath(`/${posix.basename(file)}`));
  const book = fillBook({
    newsroom,
    address,
    isPreview: options.isPreview,
    articles: credited,
    columns: placedColumns,
    standingPages,
    attachments,
    siteFiles,
  });
  const around: Surroundings = {
    book,
    pictures: new Set(binaries.flatMap(({ file, kind }) => (kind === "picture" ? [file] : []))),
    areRemotePicturesAllowed: masthead.remotePictures === "allow",
    pictureUses: new Map(),
  };
  const bench = new Workbench(around, problems);

  const columns = compileColumns(newsroom, placedColumns, bench);
  const byFolder = new Map(columns.map((each) => [each.folder, each]));
  const articles = credited.map((each) => {
    const compiled = compileArticle(each, {
      around,
      columns: byFolder,
      isPreview: options.isPreview,
    });
    problems.push(...compiled.problems);
    return compiled.article;
  });
  const groups = byVisibility(articles, options.isPreview);
  const registers = {
    topics: compileRegister(
      groupings.topics,
      newsroom.topics.map((each) => knownTopic(each, bench)),
      groups,
    ),
    people: compileRegister(
      groupings.people,
      newsroom.people.map(({ front, body }) => ({
        id: fileId(front.file),
        name: front.name,
        standsAlone: true,
        life: { person: front, life: bench.text(body, front) },
      })),
      groups,
    ),
    sources: compileRegister(
      groupings.sources,
      (newsroom.sources ?? []).map(({ id, name, url }) => ({
        id,
        name,
        standsAlone: false,
        life: { home: url },
      })),
      groups,
    ),
  };
  const resolvedPages = standingPages.map((each, index) => ({
    ...each,
    body: bench.text(newsroom.standingPages[index]?.body, each.page),
  }));
  const shown = {
    columns,
    articles: groups,
    standingPages: resolvedPages,
    registers,
  };
  const about = bench.text(newsroom.about, masthead);
  const edition: Edition = {
    asOf: options.asOf,
    isPreview: options.isPreview,
    masthead,
    address,
    about,
    columns,
    articles: groups.listed,
    retracted: groups.retracted,
    expired: groups.expired,
    ...registers,
    standingPages: resolvedPages,
    navigation: navigationLinks(newsroom, columns, bench),
    lead: bench.listed(masthead.lead, masthead, "lead"),
    pinned: new Map(columns.map(({ folder, column }) => [folder, bench.listed(column.pinned, column, "pinned")])),
    redirects: groups.reachable.flatMap(({ article, path }) =>
      article.aliases.map((alias) => ({ from: urlPath(alias), to: path })),
    ),
    ...usedFiles({ ...shown, about, attachments }),
    siteFiles,
  };
  const claimed = claimAddresses({
    columns,
    articles,
    standingPages: resolvedPages,
    registers: Object.values(registers).flat(),
    siteFiles,
    attachments,
    perPage: listLength,
  });
  return {
    edition,
    problems: [...misplaced, ...names.problems, ...problems, ...claimed],
    pictureUses: around.pictureUses,
  };
}

function compileColumns(
  newsroom: Newsroom,
  placed: ReturnType<typeof placeColumns>,
  bench: Workbench,
): readonly EditionColumn[] {
  const texts = new Map(newsroom.columns.map(({ front, body }) => [front.file, body]));
  const made = new Map<string, EditionColumn>();
  for (const each of placed) {
    const { column } = each;
    const introduction = bench.text(texts.get(column.file), column);
    const parent = each.parent && made.get(each.parent.folder);
    made.set(each.folder, {
      ...each,
      parent,
      introduction,
      picture: bench.picture(column.image, column),
    });
  }
  return [...made.values()];
}

function knownTopic({ front, body }: WithText<Newsroom["topics"][number]["front"]>, bench: Workbench) {
  const life: TopicLife = {
    topic: front,
    introduction: bench.text(body, front),
    picture: bench.picture(front.image, front),
    sections: front.sections.map(({ title, articles }, index) => ({
      title,
      articles: bench.listed(articles, front, `sections.${index}.articles`),
    })),
  };
  return { id: fileId(front.file), name: front.title, standsAlone: true, life };
}

/** Articles by what readers may see of them, each group newest first; `reachable` are all that have a page of their own. */
function byVisibility(articles: readonly EditionArticle[], isPreview: boolean) {
  const ordered = [...articles].sort(
    (a, b) => b.article.date.instant - a.article.date.instant || (a.path < b.path ? -1 : 1),
  );
  const isListed = ({ visibility }: EditionArticle) =>
    visibility === "published" || (isPreview && isHidden(visibility));
  const listed = ordered.filter(isListed);
  const retracted = ordered.filter(({ visibility }) => visibility === "retracted");
  return {
    listed,
    retracted,
    expired: ordered.filter(({ visibility }) => visibility === "expired"),
    hidden: isPreview ? [] : ordered.filter(({ visibility }) => isHidden(visibility)),
    reachable: [...listed, ...retracted],
  };
}

/** Attachments keep their place in the content folder as their address, so that it never changes by itself. */
function attachmentPath(file: string): UrlPath {
  const names = file.split("/");
  const name = names.pop() ?? "";
  const stem = name.replace(/\.[^.]+$/u, "");
  return urlPath(`/attachments/${[...names, stem].map(slugOf).join("/")}.${endingOf(name)}`);
}

function addressesOf(
  binaries: Content["binaries"],
  kind: Content["binaries"][number]["kind"],
  pathOf: (file: string) => UrlPath,
): ReadonlyMap<string, UrlPath> {
  return new Map(binaries.filter((each) => each.kind === kind).map(({ file }) => [file, pathOf(file)]));
}
