import type { Frame, RedirectPage } from "../../scripts/edition/page.ts";
import { absolute, href } from "../href.ts";
import { renderHtml } from "../render-html.ts";
import { wordsIn } from "../words.ts";

/** A document at an old address that leads to the new one, also where a host knows no redirects. */
export function renderRedirect(frame: Frame, page: RedirectPage): string {
  const words = wordsIn(frame.language);
  const address = absolute(frame, page.to);
  return `<!doctype html>\n${renderHtml(
    <html lang={frame.language}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={frame.policy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{words.redirect}</title>
        <meta name="robots" content="noindex" />
        <link rel="canonical" href={address} />
        <link rel="stylesheet" href={href(frame, frame.stylesheet)} />
        <meta http-equiv="refresh" content={`0; url=${href(frame, page.to)}`} />
      </head>
      <body class="page-redirect">
        <main>
          <h1>{words.redirect}</h1>
          <p>
            {words.redirectText}
            <a href={href(frame, page.to)}>{address}</a>
          </p>
        </main>
      </body>
    </html>,
  )}\n`;
}
