import type { Article } from "../article/article.ts";
import type { Body } from "../markdown/body.ts";
import { countWords } from "../text/count-words.ts";
import { excerptOf } from "../text/excerpt.ts";
import type { ArticleGist } from "./newsroom.ts";

/** A summary of more 字 than this is shortened in lists and feeds. */
const longestSummary = 200;

/** What lists and pages tell of `article` besides its front matter and its set text. */
export function gistOf({ summary }: Article, body: Body): ArticleGist {
  return {
    excerpt: summary === undefined ? excerptOf(body.paragraphs) : excerptOf(summary, longestSummary),
    standfirst: summary === undefined || opensWith(body.text, summary) ? undefined : summary,
    wordCount: countWords(body.text),
    namesAuthors: namesAuthors(body.text),
  };
}

/** True where one of the first lines of `text` begins with `summary`: marks and spaces do not count. */
function opensWith(text: string, summary: string): boolean {
  const sought = lettersOf(summary);
  return text.split("\n", 3).some((line) => lettersOf(line).startsWith(sought));
}

function namesAuthors(text: string): boolean {
  const whole = text.trimEnd();
  const lastLine = whole.slice(whole.lastIndexOf("\n") + 1);
  return /^[（(]\s*(?:本文)?作者.*[）)]。?$/u.test(lastLine.trim());
}

function lettersOf(text: string): string {
  return text.normalize("NFKC").replace(/[^\p{L}\p{N}]/gu, "");
}
