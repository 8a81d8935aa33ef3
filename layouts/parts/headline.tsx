import type { ArticlePage } from "../../scripts/edition/page.ts";
import { setHeadline } from "../set-text.ts";

/** 眉题, 标题 and 副题, in the article's own language: what the editors' words around it are not always in. */
export function Headline(props: Pick<ArticlePage, "kicker" | "title" | "subtitle" | "language">) {
  const { kicker, title, subtitle, language } = props;
  return (
    <>
      {kicker === undefined ? null : (
        <p class="kicker" lang={language}>
          {kicker}
        </p>
      )}
      <h1 class="headline" lang={language} {...setHeadline(title, language)} />
      {subtitle === undefined ? null : <p class="subtitle" lang={language} {...setHeadline(subtitle, language)} />}
    </>
  );
}
