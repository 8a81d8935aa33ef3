import { contentHash } from "../store/content-hash.ts";
import type { PlainSite } from "./plain-site.ts";

/**
 * A small site whose pages point at one another and at a style sheet and a feed named for it. Edition 0 has the articles 0 to `pages` - 1, each
 * edition that follows loses the first and gets another; articles point at their neighbours, the newest among them, and the front page at all.
 */
export function linkedSite(edition: number, pages: number): PlainSite {
  const style = `main { --edition: ${edition} }\n`;
  const sheet = `assets/style-${contentHash(style).slice(0, 12)}.css`;
  const feed = `theory/feed-${edition}.xml`;
  const numbers = Array.from({ length: pages }, (_, index) => edition + index);
  const page = (title: string, links: readonly number[]) => {
    const list = links.map((number) => `<li><a href="/${addressOf(number)}">第 ${number} 篇</a></li>`).join("");
    return `<!doctype html>\n<html lang="zh-Hans"><head><meta charset="utf-8"/><title>${title}</title><link rel="stylesheet" href="/${sheet}"/><link rel="alternate" href="/${feed}"/></head><body class="page-article"><main><p>${title}，第 ${edition} 版</p><ol>${list}</ol><p><a href="/theory/">栏目</a></p></main></body></html>\n`;
  };
  const newest = numbers.slice(-2);
  const neighbours = (number: number) => numbers.filter((other) => other !== number && Math.abs(other - number) < 3);
  const articles = numbers.map((number) => [
    `${addressOf(number)}index.html`,
    page(`第 ${number} 篇`, [...neighbours(number), ...newest.filter((other) => other !== number)]),
  ]);
  return {
    ...Object.fromEntries(articles),
    "index.html": page("首页", numbers),
    "theory/index.html": page("栏目", numbers),
    [sheet]: style,
    [feed]: `<feed>${edition}</feed>\n`,
    "robots.txt": "User-agent: *\nAllow: /\n\nSitemap: https://plain.example/sitemap.xml\n",
  };
}

/** The address of an article, without its first stroke. */
export function addressOf(number: number): string {
  return `theory/2026/05/a${number}/`;
}
