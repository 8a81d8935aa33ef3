import type { ArticlePage } from "../../scripts/edition/page.ts";
import type { Words } from "../words.ts";

/**
 * How much is read in a minute: 400 字 of Chinese, 240 words of other languages.
 *
 * 义务教育语文课程标准（2022年版） asks 300 字 a minute of the sixth form and 500 of the ninth, read silently.
 * M. Brysbaert, "How many words do we read per minute?" (Journal of Memory and Language 109, 2019): 238 words of English non-fiction.
 */
const perMinute = { chinese: 400, other: 240 } as const;

/** 篇幅: how long the text is and how long it takes. Nothing where there is no text. */
export function ReadingTime(props: TextLength) {
  return props.wordCount === 0 ? null : <span class="reading-time">{textLength(props)}</span>;
}

/** What a text's length is told from; `language` is its own, BCP 47. */
export type TextLength = Pick<ArticlePage, "wordCount"> & { readonly language: string; readonly words: Words };

/** How long a text is and how long it takes, in words. */
export function textLength({ wordCount, language, words }: TextLength): string {
  const isChinese = /^(?:zh|yue|wuu|lzh)\b/iu.test(language);
  const minutes = Math.max(1, Math.round(wordCount / (isChinese ? perMinute.chinese : perMinute.other)));
  return words.readingTime(wordCount, minutes, isChinese);
}
