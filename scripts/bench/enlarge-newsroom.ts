import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Likeness } from "./likeness.ts";
import { type NewsroomFile, newsroomFiles } from "./newsroom-files.ts";
import { printPlainArticle } from "./plain-article.ts";
import { openQuarry, type Quarry } from "./quarry.ts";
import { recombineArticle } from "./recombine-article.ts";
import { sampleArticles } from "./sample-articles.ts";
import { seededRandom } from "./seeded-random.ts";
import { UnfitNewsroom } from "./unfit-newsroom.ts";

/** A new article may have this part of its text in common with any other: enough to be related, too little to be the same. */
const mostAlike = 0.5;

/**
 * Makes the content folder `to`, a newsroom of exactly `count` articles, of the one in `from`: some of its articles, spread over all,
 * or all of them and new ones recombined from them. Everything else is copied. The same input and count give the same bytes,
 * and what is new in a small newsroom is in a larger one too. Throws `UnfitNewsroom` where that cannot be.
 */
export function enlargeNewsroom(from: string, to: string, count: number): void {
  const files = newsroomFiles(from);
  const articles = files.filter(({ kind }) => kind === "article");
  const kept = count < articles.length ? sampleOf(from, files, count) : undefined;
  for (const { file, kind } of files) {
    if (kind === "article" && kept?.has(file) === false) continue;
    mkdirSync(dirname(join(to, file)), { recursive: true });
    copyFileSync(join(from, file), join(to, file));
  }
  if (count <= articles.length) return;
  for (const [file, text] of newArticles(openQuarry(from), count - articles.length)) {
    mkdirSync(dirname(join(to, file)), { recursive: true });
    writeFileSync(join(to, file), text);
  }
}

function sampleOf(from: string, files: readonly NewsroomFile[], count: number): ReadonlySet<string> {
  const texts = files
    .filter(({ file }) => /\.(?:md|yaml)$/u.test(file))
    .map(({ file, kind }) => ({
      file,
      text: readFileSync(join(from, file), "utf8"),
      isArticle: kind === "article",
    }));
  return sampleArticles(texts, count, seededRandom("sample"));
}

/** Path and text of `count` new articles. One that has the headline of another, or half of its text from one other, is passed over. */
function* newArticles(quarry: Quarry, count: number): Generator<readonly [string, string]> {
  const headlines = new Set(quarry.articles.map(({ fields }) => String(fields["title"])));
  const likeness = new Likeness();
  for (const { pieces } of quarry.articles) likeness.add(pieces);
  let made = 0;
  for (let number = 1; made < count; number++) {
    if (quarry.articles.length === 0 || number > 20 * count + 1000)
      throw new UnfitNewsroom(`only ${made} new articles differ from all others, not ${count}`);
    const article = recombineArticle(quarry, number);
    const headline = String(article.fields["title"]);
    if (headlines.has(headline) || likeness.nearest(article.pieces) > mostAlike) continue;
    headlines.add(headline);
    likeness.add(article.pieces);
    yield [article.file, printPlainArticle(article)];
    made++;
  }
}
