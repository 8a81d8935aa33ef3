import type { Frame, StandingPage } from "../../scripts/edition/page.ts";
import type { UrlPath } from "../../scripts/text/brands.ts";
import type { Sheet } from "../document.tsx";
import { listHead } from "../head/list-head.ts";
import { Prose } from "../parts/prose.tsx";

/** A standing page: its title and its text. */
export function standingSheet(frame: Frame, path: UrlPath, page: StandingPage): Sheet {
  const { title, description, breadcrumb } = page;
  return {
    kind: "standing",
    breadcrumb,
    head: listHead(frame, { path, title, breadcrumb, description }),
    main: (
      <article class="standing">
        <h1>{title}</h1>
        <Prose class="prose" html={page.prose} />
      </article>
    ),
  };
}
