import type { ExpiredPage, Frame } from "../../scripts/edition/page.ts";
import type { UrlPath } from "../../scripts/text/brands.ts";
import type { Sheet } from "../document.tsx";
import { unindexedHead } from "../head/list-head.ts";
import { wordsIn } from "../words.ts";

/** 已下线: what stays at the address of an article whose time has passed. */
export function expiredSheet(frame: Frame, path: UrlPath, page: ExpiredPage): Sheet {
  const words = wordsIn(frame.language);
  return {
    kind: "expired",
    breadcrumb: page.breadcrumb,
    head: unindexedHead(frame, path, words.expired),
    main: (
      <div class="message">
        <h1>{words.expired}</h1>
        <p>{words.expiredText}</p>
      </div>
    ),
  };
}
