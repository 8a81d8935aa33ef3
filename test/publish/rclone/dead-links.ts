/** Links that lead nowhere, on the pages of `store` that can be come to from the front page. */
export function deadLinks(store: ReadonlyMap<string, string | Buffer>): readonly string[] {
  const seen = new Set(["index.html"]);
  const dead: string[] = [];
  for (const path of seen)
    for (const [, link = ""] of String(store.get(path) ?? "").matchAll(/(?:href|src)="\/([^"]*)"/gu)) {
      const to = link.replace(/(?<=^|\/)$/u, "index.html");
      if (store.has(to)) seen.add(to);
      else dead.push(`${path} → ${to}`);
    }
  return dead;
}
