import type { Frame, NotFoundPage } from "../../scripts/edition/page.ts";
import { type UrlPath, urlPath } from "../../scripts/text/brands.ts";
import type { Sheet } from "../document.tsx";
import { unindexedHead } from "../head/list-head.ts";
import { href } from "../href.ts";
import { wordsIn } from "../words.ts";

/** 404: hosts show it at any depth, so that all its links are root-relative. */
export function notFoundSheet(frame: Frame, path: UrlPath, page: NotFoundPage): Sheet {
  const words = wordsIn(frame.language);
  return {
    kind: "notFound",
    breadcrumb: page.breadcrumb,
    head: unindexedHead(frame, path, words.notFound),
    main: (
      <div class="message">
        <h1>{words.notFound}</h1>
        <p>{words.notFoundText}</p>
        <p>
          <a href={href(frame, urlPath("/"))}>{words.home}</a>
          {words.nameSeparator}
          <a href={href(frame, urlPath("/search/"))}>{words.search}</a>
        </p>
      </div>
    ),
  };
}
