import type { ArticlePage, Frame } from "../../scripts/edition/page.ts";
import type { Words } from "../words.ts";
import { QrCodeAgain, type qrPath } from "./qr-code.tsx";

/** At the foot of a printed clipping: the publication, the day and the address, also as a code. Not on the screen, where the page says it all. */
export function PrintColophon(
  props: Pick<ArticlePage, "published"> & {
    readonly url: string;
    readonly code: ReturnType<typeof qrPath>;
    readonly frame: Frame;
    readonly words: Words;
  },
) {
  const { published, url, code, frame, words } = props;
  return (
    <div class="print-colophon">
      <QrCodeAgain code={code} label={words.qrCode} />
      <p>
        {frame.title} <time datetime={published.datetime}>{published.text}</time>
      </p>
      <p>
        {words.printedFrom}
        {url}
      </p>
    </div>
  );
}
