import { readArticle } from "../article/read-article.ts";
import { type Content, loadFile } from "../edition/load-content.ts";
import { type Silence, withoutSilenced } from "../edition/silence.ts";
import { silencedLines } from "../markdown/silenced-lines.ts";
import type { Problem } from "../report/problem.ts";
import { readText } from "../text/read-text.ts";

/** `problems` without those that editors have silenced; only the articles that have any are read for it. */
export function withoutSilencedLinks(
  problems: readonly Problem[],
  everywhere: readonly string[],
  { content, zone }: { readonly content: Pick<Content, "root" | "manuscripts">; readonly zone: string },
): readonly Problem[] {
  const touched = new Set(problems.map(({ file }) => file));
  const silences = new Map<string, Silence>();
  for (const { file, kind } of content.manuscripts) {
    if (kind !== "article" || !touched.has(file)) continue;
    const article = readArticle({ file, text: readText(loadFile(content, file), file).text }, zone).value;
    if (article === undefined) continue;
    const { silence: rules, body, bodyLine } = article;
    const lines = [...silencedLines(body)].map(([line, names]) => [line + bodyLine - 1, names] as const);
    silences.set(file, { rules, lines: new Map(lines) });
  }
  return withoutSilenced(problems, everywhere, silences);
}
