import type { TrustedHtml } from "../../scripts/text/brands.ts";

/**
 * Text set from Markdown, printed as it is.
 *
 * `class` names the piece: `prose` is the body of an article or a standing page and nothing else. `lang` is BCP 47, where
 * it differs from the publication's.
 */
export function Prose(props: {
  readonly html: TrustedHtml;
  readonly class: string;
  readonly lang?: string | undefined;
}) {
  return <div class={`${props.class} set`} lang={props.lang} dangerouslySetInnerHTML={{ __html: props.html }} />;
}
