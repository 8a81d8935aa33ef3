import type { CorrectionsPage, Frame } from "../../scripts/edition/page.ts";
import { type UrlPath, urlPath } from "../../scripts/text/brands.ts";
import type { Sheet } from "../document.tsx";
import { listHead } from "../head/list-head.ts";
import { href } from "../href.ts";
import { wordsIn } from "../words.ts";

/** Every correction and retraction, newest first. */
export function correctionsSheet(frame: Frame, path: UrlPath, page: CorrectionsPage): Sheet {
  const words = wordsIn(frame.language);
  const { breadcrumb, notices } = page;
  const feed = { title: words.corrections, path: urlPath("/corrections/feed.xml") };
  return {
    kind: "corrections",
    breadcrumb,
    head: listHead(frame, { path, title: words.corrections, breadcrumb, feed }),
    main: (
      <>
        <header class="list-heading">
          <h1>{words.corrections}</h1>
        </header>
        {notices.length === 0 ? (
          <p class="empty">{words.noCorrections}</p>
        ) : (
          <ol class="notices">
            {notices.map(({ kind, article, time, text }) => (
              <li>
                <p class="teaser-credits">
                  <span class="mark">{kind === "correction" ? words.correction : words.retraction}</span>
                  <time datetime={time.datetime}>{time.text}</time>
                </p>
                <h2 class="teaser-title">
                  <a class="headline" href={href(frame, article.path)}>
                    {article.title}
                  </a>
                </h2>
                <p class="notice-text">{text}</p>
              </li>
            ))}
          </ol>
        )}
        <p class="subscribe">
          <a href={href(frame, feed.path)} type="application/atom+xml">
            {words.feedOf(words.corrections)}
          </a>
        </p>
      </>
    ),
  };
}
