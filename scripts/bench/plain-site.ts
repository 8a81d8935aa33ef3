import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { contentHash } from "../store/content-hash.ts";

/** A small site that no build wrote, with a manifest as a build's: path → text. */
export type PlainSite = Readonly<Record<string, string>>;

/** A site of `pages` articles, every third of which tells its `edition`; the rest is the same in every edition. */
export function plainSite(edition: string, pages: number): PlainSite {
  const page = (text: string) =>
    `<!doctype html>\n<html lang="zh-Hans"><head><meta charset="utf-8"/><title>${text}</title></head><body class="page-article"><main><p>${text}</p></main></body></html>\n`;
  const articles = Array.from({ length: pages }, (_, index) => [
    `theory/news/2026/05/a${index}/index.html`,
    page(`第 ${index} 篇${index % 3 === 0 ? `，第 ${edition} 版` : ""}`),
  ]);
  return {
    "index.html": page(`第 ${edition} 版`),
    "robots.txt": "User-agent: *\nAllow: /\n\nSitemap: https://plain.example/sitemap.xml\n",
    ...Object.fromEntries(articles),
  };
}

/** Writes `site` into the folder, which is emptied first, with its manifest. */
export function writePlainSite(folder: string, site: PlainSite): void {
  rmSync(folder, { recursive: true, force: true });
  const files = Object.entries(site)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, text]) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
      return { path, size: Buffer.byteLength(text), sha256: contentHash(text) };
    });
  writeFileSync(join(folder, "manifest.json"), `${JSON.stringify({ form: "banxin-manifest-1", files }, null, 1)}\n`);
}
