import type { Article } from "../../article/article.ts";
import { SearchFold } from "../../text/search-fold.ts";
import { levels } from "../../text/search-gram.ts";
import { plainText } from "../../text/search-plain.ts";
import { simplifiedForms } from "../../text/simplified.ts";
import { type ArticleGrams, gramsOf, type SearchField } from "./article-grams.ts";

let fold: SearchFold | undefined;

/** From Traditional characters to Simplified ones, as far as both are in the first plane: the others are rarer than the table is worth. */
export function searchedForms(): ReadonlyMap<string, string> {
  return new Map([...simplifiedForms()].filter((pair) => pair.every((character) => character.length === 1)));
}

/** The fold of the build, made at the first use. */
export function searchFold(): SearchFold {
  fold ??= new SearchFold(searchedForms());
  return fold;
}

/** What the search looks `article` up by, but for the names that the edition gives it. `htmls` are its texts, set. */
export function searchGramsOf(article: Article, htmls: readonly string[]): ArticleGrams {
  const { title, kicker, subtitle, summary } = article;
  const fields: SearchField[] = [{ level: levels.headline, text: title }];
  for (const text of [kicker, subtitle, summary]) {
    if (text !== undefined) fields.push({ level: levels.standfirst, text });
  }
  for (const html of htmls) if (html !== "") fields.push({ level: levels.body, text: plainText(html) });
  return gramsOf(fields, searchFold());
}
