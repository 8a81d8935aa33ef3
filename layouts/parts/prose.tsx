import type { TrustedHtml } from "../../scripts/text/brands.ts";
import { setProse } from "../set-text.ts";

/**
 * Text set from Markdown, its Chinese lines prepared; feeds and search, which have no lines, get it as it is.
 *
 * `class` names the piece: `prose` is the body of an article or a standing page and nothing else. `lang` is BCP 47, where
 * it differs from the publication's.
 */
export function Prose(props: {
  readonly html: TrustedHtml;
  readonly class: string;
  readonly lang?: string | undefined;
}) {
  return <div class={`${props.class} set`} lang={props.lang} {...setProse(props.html, props.lang)} />;
}
