import { posix } from "node:path";
import type { Random } from "./seeded-random.ts";
import { UnfitNewsroom } from "./unfit-newsroom.ts";

/** A text of the content folder. */
export interface ContentText {
  readonly file: string;
  readonly text: string;
  readonly isArticle: boolean;
}

/**
 * The files of `count` articles, spread evenly over path order. What other texts name is taken before anything else, and what an
 * article names is taken with it, so that nothing that stays leads to something that went.
 */
export function sampleArticles(texts: readonly ContentText[], count: number, random: Random): ReadonlySet<string> {
  const articles = texts.filter(({ isArticle }) => isArticle);
  const known = new Map(articles.map((article) => [article.file, article]));
  const withNamed = (start: readonly string[], taken: ReadonlySet<string>): ReadonlySet<string> => {
    const found = new Set<string>();
    const waiting = [...start];
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
      const article = known.get(file);
      if (article === undefined || found.has(file) || taken.has(file)) continue;
      found.add(file);
      waiting.push(...namedIn(article));
    }
    return found;
  };
  const others = texts.filter(({ isArticle }) => !isArticle);
  const taken = new Set(withNamed(others.flatMap(namedIn), new Set()));
  if (taken.size > count)
    throw new UnfitNewsroom(`${taken.size} articles are named by other files, more than ${count}`);
  for (const { file } of spread(articles, count, random)) {
    const more = withNamed([file], taken);
    if (taken.size + more.size <= count) for (const each of more) taken.add(each);
  }
  return taken;
}

/** First an even choice of `count`, from a place that chance decides, then all others. */
function spread<Choice>(choices: readonly Choice[], count: number, random: Random): readonly Choice[] {
  const shift = random.below(choices.length);
  const chosen = new Set(
    Array.from({ length: count }, (_, at) => (Math.floor((at * choices.length) / count) + shift) % choices.length),
  );
  return [...choices.filter((_, at) => chosen.has(at)), ...choices.filter((_, at) => !chosen.has(at))];
}

/** Content paths of the Markdown files that a text names, whether they exist or not. */
function namedIn({ file, text }: ContentText): readonly string[] {
  return text
    .split(/[\s"'`()[\]{},<>#]+/u)
    .filter((word) => word.endsWith(".md"))
    .map((word) => posix.join("/", word.startsWith("/") ? "" : posix.dirname(file), word).slice(1));
}
