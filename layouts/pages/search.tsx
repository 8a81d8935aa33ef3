import type { Frame, SearchPage } from "../../scripts/edition/page.ts";
import type { UrlPath } from "../../scripts/text/brands.ts";
import type { Sheet } from "../document.tsx";
import { listHead } from "../head/list-head.ts";
import { href } from "../href.ts";
import { ArchiveYears } from "../parts/archive-years.tsx";
import { wordsIn } from "../words.ts";

const filters = ["column", "year", "author", "source"] as const;

/** The search: a field for the script (`layouts/client/search.ts`), and the way by columns and years without it. */
export function searchSheet(frame: Frame, path: UrlPath, page: SearchPage): Sheet {
  const words = wordsIn(frame.language);
  const { breadcrumb, columns } = page;
  return {
    kind: "search",
    breadcrumb,
    head: listHead(frame, { path, title: words.search, breadcrumb, script: frame.searchScript }),
    main: (
      <>
        <header class="list-heading">
          <h1>{words.search}</h1>
        </header>
        <search>
          <form
            class="search-form"
            action={href(frame, path)}
            data-search={href(frame, path)}
            data-base={frame.base}
            data-words-none={words.searchNone}
            data-words-shorter={words.searchShorter}
            data-words-some={words.searchSome}
            data-words-about={words.searchAbout}
            data-words-failed={words.searchFailed}
          >
            <label for="q">{words.searchFor}</label>
            <input type="search" id="q" name="q" autocomplete="off" enterkeyhint="search" />
            <button type="submit">{words.search}</button>
            <details class="search-filters">
              <summary>{words.searchNarrow}</summary>
              {filters.map((name) => (
                <label>
                  {words.searchFilters[name]}
                  <select name={name}>
                    <option value="">{words.searchAll}</option>
                  </select>
                </label>
              ))}
            </details>
          </form>
        </search>
        <noscript>
          <p class="search-needs-script">{words.searchNeedsScript}</p>
        </noscript>
        <p class="search-status" role="status" data-search-status />
        <p class="search-shorter" data-search-shorter hidden />
        <ol class="articles list" data-search-results />
        <button type="button" class="search-more" data-search-more hidden>
          {words.searchMore}
        </button>
        {columns.length === 0 ? null : (
          <section class="browse">
            <h2>{words.browse}</h2>
            {columns.map(({ column, years }) => (
              <section>
                <h3>
                  <a href={href(frame, column.path)}>{column.title}</a>
                </h3>
                <ArchiveYears label={`${column.title} ${words.years}`} years={years} frame={frame} />
              </section>
            ))}
          </section>
        )}
      </>
    ),
  };
}
