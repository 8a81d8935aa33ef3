import type { ArticlePage } from "../../scripts/edition/page.ts";
import { type TrustedHtml, trustedHtml } from "../../scripts/text/brands.ts";
import type { Words } from "../words.ts";

/** A piece is long enough to want a table of contents from so many headings and so many 字 on. */
const enough = { headings: 3, characters: 2000 } as const;

/** 目录 of a long piece: its `h2` and `h3`, as the body prints them. Nothing for a short one. */
export function Contents(props: Pick<ArticlePage, "prose" | "wordCount" | "language"> & { readonly words: Words }) {
  const { prose, wordCount, language, words } = props;
  if (wordCount < enough.characters) return null;
  const headings = headingsOf(prose);
  if (headings.length < enough.headings) return null;
  return (
    <nav class="contents" aria-label={words.contents}>
      <p class="label">{words.contents}</p>
      <ol lang={language}>
        {headings.map(({ level, anchor, html }) => (
          <li class={level === "3" ? "contents-inner" : undefined}>
            <a href={`#${anchor}`} dangerouslySetInnerHTML={{ __html: html }} />
          </li>
        ))}
      </ol>
    </nav>
  );
}

/**
 * The headings of `prose` that can be linked to, in order.
 *
 * What the body has set inside them is trusted; links, references to notes and pictures are left out, as a link may hold none of these.
 */
function headingsOf(
  prose: TrustedHtml,
): readonly { readonly level: string; readonly anchor: string; readonly html: TrustedHtml }[] {
  return [...prose.matchAll(/<h([23])[^>]* id="([^"]+)"[^>]*>(.*?)<\/h\1>/gsu)].map(
    ([, level = "", anchor = "", inside = ""]) => ({ level, anchor: plain(anchor), html: withoutLinks(inside) }),
  );
}

function withoutLinks(inside: string): TrustedHtml {
  return trustedHtml(
    inside
      .replace(/<sup[^>]*>.*?<\/sup>|<rp[^>]*>.*?<\/rp>|<rt[^>]*>.*?<\/rt>/gsu, "")
      .replace(/<[^>]*>/gu, "")
      .trim(),
  );
}

/** An attribute's text: the two characters that are escaped in an anchor, and no more. */
function plain(attribute: string): string {
  return attribute.replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}
