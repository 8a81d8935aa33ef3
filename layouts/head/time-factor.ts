import type { ArticlePage, Frame } from "../../scripts/edition/page.ts";
import type { UrlPath } from "../../scripts/text/brands.ts";
import { absolute } from "../href.ts";

/** The clock of Baidu's index, without summer time since 1991. */
const beijingMs = 8 * 3_600_000;

/**
 * When the page was published and changed, as Baidu wants to be told (百度搜索资源平台, 落地页时间因子规范): a data block for
 * publications in Chinese, none for others, and none in the preview of what is not published.
 *
 * Times are Beijing's, without an offset: `2026-05-20T08:31:07`. `upDate` is there when something was changed.
 */
export function timeFactor(frame: Frame, path: UrlPath, page: ArticlePage): readonly object[] {
  if (frame.language === "en" || page.hidden !== undefined) return [];
  return [
    {
      "@context": "https://ziyuan.baidu.com/contexts/cambrian.jsonld",
      "@id": absolute(frame, path),
      title: page.title,
      pubDate: inBeijing(page.published.datetime),
      upDate: page.updated === undefined ? undefined : inBeijing(page.updated.datetime),
    },
  ];
}

function inBeijing(datetime: string): string {
  return new Date(Date.parse(datetime) + beijingMs).toISOString().slice(0, 19);
}
