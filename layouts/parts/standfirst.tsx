import type { ArticlePage } from "../../scripts/edition/page.ts";
import { setText } from "../set-text.ts";

/** 提要: the summary below the headline. Nothing when the editor gave none or the body opens with it. */
export function Standfirst({ standfirst, language }: Pick<ArticlePage, "standfirst" | "language">) {
  if (standfirst === undefined) return null;
  return <p class="standfirst" lang={language} {...setText(standfirst, language)} />;
}
