import type { CitedArticle } from "./cited-article.ts";

/**
 * `article` as a reference by GB/T 7714—2025 信息与文献 参考文献著录规则, an online text (EB/OL):
 * 主要责任者. 题名: 其他题名信息[EB/OL]. 出版者, (更新或修改日期)[引用日期]. 获取和访问路径.
 *
 * Of more than three authors the first three are named (责任者, 等). Names are given as the byline prints them:
 * which part of a Latin name is the family's cannot be told. The marks are those of the standard, half width.
 *
 * @param accessed what stands where the reader writes the day of access
 */
export function gbt7714(article: CitedArticle, accessed: string): string {
  const { title, subtitle, publication, published, updated, url, origin } = article;
  const authors = authorsOf(article);
  return [
    ...(authors === "" ? [] : [`${authors}. `]),
    line(subtitle === undefined ? title : `${title}: ${subtitle}`),
    `[EB/OL]. ${line(publication)}, (${updated ?? published})[${accessed}]. ${url}.`,
    ...(origin === undefined ? [] : [` ${line(origin)}.`]),
  ].join("");
}

function authorsOf({ authors, language }: CitedArticle): string {
  const named = authors.slice(0, 3).map(({ name }) => line(name));
  const others = authors.length > 3 ? [language.startsWith("zh") ? "等" : "et al"] : [];
  return [...named, ...others].join(", ");
}

/** `text` without line ends. */
function line(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}
