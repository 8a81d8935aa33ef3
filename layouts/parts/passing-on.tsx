import type { Frame } from "../../scripts/edition/page.ts";
import { bibtex } from "../cite/bibtex.ts";
import type { CitedArticle } from "../cite/cited-article.ts";
import { gbt7714 } from "../cite/gbt-7714.ts";
import { ris } from "../cite/ris.ts";
import { type Words, wordsIn } from "../words.ts";
import { QrCode, type qrPath } from "./qr-code.tsx";

/** What readers pass on: the address (分享) and the reference (引用), each shown when asked for. */
export function PassingOn(props: {
  readonly cited: CitedArticle;
  readonly code: ReturnType<typeof qrPath>;
  readonly frame: Frame;
}) {
  const { cited, code, frame } = props;
  const words = wordsIn(frame.language);
  return (
    <div class="passing-on">
      <details>
        <summary>{words.share}</summary>
        <Copied id="page:address" label={words.address} text={cited.url} words={words} />
        <figure class="share-code">
          <QrCode code={code} label={words.qrCode} />
          <figcaption>{words.scanToShare}</figcaption>
        </figure>
      </details>
      <details>
        <summary>{words.cite}</summary>
        <Copied id="page:gbt" label="GB/T 7714—2025" text={gbt7714(cited, words.accessed)} words={words} />
        <Copied id="page:bibtex" label="BibTeX" text={bibtex(cited)} words={words} />
        <Copied id="page:ris" label="RIS" text={ris(cited)} words={words} />
      </details>
    </div>
  );
}

/** A text to be taken along, with a button that `layouts/client/copy.ts` moves; absent without it, and the text can be selected. */
function Copied(props: { readonly id: string; readonly label: string; readonly text: string; readonly words: Words }) {
  const { id, label, text, words } = props;
  return (
    <div class="copied">
      <p>
        {label}
        <button type="button" data-choices="" data-copy={id} data-copied={words.copied} aria-label={words.copy(label)}>
          {words.copyShort}
        </button>
        <output />
      </p>
      <pre id={id}>{text}</pre>
    </div>
  );
}
