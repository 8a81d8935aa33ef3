import type { DirectoryPage, Frame } from "../../scripts/edition/page.ts";
import type { UrlPath } from "../../scripts/text/brands.ts";
import type { Sheet } from "../document.tsx";
import { listHead } from "../head/list-head.ts";
import { href } from "../href.ts";
import { wordsIn } from "../words.ts";

/** All topics, people or sources, each with the number of its articles. */
export function directorySheet(frame: Frame, path: UrlPath, page: DirectoryPage): Sheet {
  const words = wordsIn(frame.language);
  const { breadcrumb, names } = page;
  const title = words.directory[page.of];
  return {
    kind: "directory",
    breadcrumb,
    head: listHead(frame, { path, title, breadcrumb }),
    main: (
      <>
        <header class="list-heading">
          <h1>{title}</h1>
        </header>
        {names.length === 0 ? (
          <p class="empty">{words.emptyDirectory}</p>
        ) : (
          <ul class="names">
            {names.map((name) => (
              <li>
                <a href={href(frame, name.path)}>{name.title}</a>{" "}
                <span class="count">{words.articleCount(name.count)}</span>
              </li>
            ))}
          </ul>
        )}
      </>
    ),
  };
}
