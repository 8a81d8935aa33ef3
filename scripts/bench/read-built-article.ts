import { plainText } from "../text/search-plain.ts";

/** An article as its built page shows it, read without a browser. */
export interface BuiltArticle {
  readonly path: string;
  readonly headline: string;
  readonly published: readonly [datetime: string, printed: string];
  readonly credits: string;
  /** The headline, then everything else that is searched. */
  readonly fields: readonly string[];
}

const heads = /<(h1|p|div) class="(headline|kicker|subtitle|standfirst)"[^>]*>(.*?)<\/\1>(?=<|\n|$)/gsu;
const names = /class="author"[^>]*>([^<]*)|class="source">(?:<a[^>]*>)?([^<]*)|class="editor">[^：:<]*[：:]([^<]*)/gu;
const bodies =
  /<(div|section) class="(?:prose|editors-note-text|note)\b[^>]*>(.*?)(?=<footer class="article-foot"|<div class="prose|<p class="(?:affiliations|editor|rights|topics)"|<\/article>)/gsu;

/** Reads our own page; absent where it is no article's. */
export function readBuiltArticle(html: string, path: string): BuiltArticle | undefined {
  const article = /<article class="article">.*?<\/article>/su.exec(html)?.[0];
  if (article === undefined) return undefined;
  const fields = [...article.matchAll(heads)].map(([, , name, text]) => ({ name, text: plainText(text ?? "").trim() }));
  const headline = fields.find(({ name }) => name === "headline")?.text ?? "";
  const texts = [...article.matchAll(bodies)].map(([, , text]) => plainText(text ?? "").trim());
  const others = fields.flatMap(({ name, text }) => (name === "headline" ? [] : text));
  const credits = [...article.matchAll(names)].map((found) => plainText(found.slice(1).join("")).trim());
  const published = /<time class="published" datetime="([^"]*)">([^<]*)/u.exec(article);
  return {
    path,
    headline,
    published: [published?.[1] ?? "", published?.[2] ?? ""],
    credits: "",
    fields: [headline, ...texts, ...others, ...credits],
  };
}
