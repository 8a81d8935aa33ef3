declare const brand: unique symbol;
type Branded<T, Name extends string> = T & { readonly [brand]: Name };

/** An article's place below `content/`, without its ending and without `/index`: `theory/news/2020/four-balances`. */
export type ArticleId = Branded<string, "ArticleId">;

/** A page's or file's address below the site's root: begins with `/`, ASCII, never with the site's sub-folder. */
export type UrlPath = Branded<string, "UrlPath">;

/** A moment, in milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = Branded<number, "Instant">;

/** HTML that our own code has written and that may be printed unescaped. */
export type TrustedHtml = Branded<string, "TrustedHtml">;

/** The id of the article in `file`, a path below `content/` with `/` between names. */
export function articleId(file: string): ArticleId {
  return file.replace(/(?:\/index)?\.md$/u, "") as ArticleId;
}

/** `path` as an address; throws when it is not one, since only our own code makes addresses. */
export function urlPath(path: string): UrlPath {
  if (!/^\/(?!\/)[\x21-\x7e]*$/u.test(path) || path.includes("//"))
    throw new Error(`not an address path: ${JSON.stringify(path)}`);
  return path as UrlPath;
}

/** The moment `milliseconds` after 1970-01-01T00:00:00Z; throws for what is no finite number. */
export function instant(milliseconds: number): Instant {
  if (!Number.isFinite(milliseconds)) throw new Error(`not an instant: ${milliseconds}`);
  return milliseconds as Instant;
}

/** `html` as trusted: the caller vouches that every foreign character in it is escaped. */
export function trustedHtml(html: string): TrustedHtml {
  return html as TrustedHtml;
}
