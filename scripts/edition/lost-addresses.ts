import { extname } from "node:path";
import { z } from "zod";
import { type Problem, problem } from "../report/problem.ts";
import { type UrlPath, urlPath } from "../text/brands.ts";
import type { EditionArticle } from "./edition.ts";
import { pageEndings } from "./output-names.ts";
import { placeIn } from "./place-in.ts";

/** What readers found when the site was last published. */
export interface LastPublished {
  /** Addresses of its pages. */
  readonly pages: readonly UrlPath[];
  /** Those of them that may go. */
  readonly mayGo: ReadonlySet<string>;
}

const manifestSchema = z.object({ files: z.array(z.object({ path: z.string() })) });

/** Addresses that come and go with the number of articles: pages of a list, archives of a year and a month, the page for errors. */
const passingPattern = /\/(?:page\/\d+|\d{4}(?:\/\d{2})?)\/$|^\/404\.html$/u;

/** The addresses of pages that a manifest lists, without those that may come and go; undefined for what is no manifest. */
export function publishedPages(manifest: string): readonly UrlPath[] | undefined {
  const files = readJson(manifest);
  return files?.flatMap(({ path }) => {
    if (!pageEndings.includes(extname(path))) return [];
    const address = urlPath(
      `/${path.replace(/(?<=^|\/)index\.html$/u, "")}`.replaceAll(/[^\x21-\x7e]/gu, encodeURIComponent),
    );
    return passingPattern.test(address) ? [] : [address];
  });
}

function readJson(text: string): z.infer<typeof manifestSchema>["files"] | undefined {
  try {
    return manifestSchema.safeParse(JSON.parse(text)).data?.files;
  } catch {
    return undefined;
  }
}

/**
 * Reports `address-gone`: an address that was published and that no page has any more, at the article that seems to have moved from
 * there, where there is one.
 */
export function lostAddresses(
  { pages, mayGo }: LastPublished,
  now: Iterable<{ readonly path: UrlPath }>,
  articles: readonly EditionArticle[],
): readonly Problem[] {
  const kept = new Set([...now].map(({ path }) => path.replace(/\/$/u, "")));
  const bySlug = new Map<string, EditionArticle[]>();
  for (const each of articles) {
    const alike = bySlug.get(lastPart(each.path));
    if (alike === undefined) bySlug.set(lastPart(each.path), [each]);
    else alike.push(each);
  }
  return pages
    .filter((path) => !kept.has(path.replace(/\/$/u, "")) && !mayGo.has(path))
    .map((address) => {
      const [moved, ...others] = bySlug.get(lastPart(address)) ?? [];
      if (moved === undefined || others.length > 0)
        return problem("address-gone", { file: "masthead.md", line: 1, column: 1 }, { address, file: "" });
      const { article } = moved;
      return problem("address-gone", placeIn(article, "aliases", "title"), { address, file: article.file });
    });
}

function lastPart(path: string): string {
  return path.split("/").findLast((part) => part !== "") ?? "";
}
