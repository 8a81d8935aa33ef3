import type { Frame, Link } from "../../scripts/edition/page.ts";
import { href } from "../href.ts";

/** The years (or other divisions) of a list, each a page of its own. Nothing when there are none. */
export function ArchiveYears(props: {
  readonly label: string;
  readonly years: readonly (Link & { readonly count?: number })[];
  readonly frame: Frame;
}) {
  const { label, years, frame } = props;
  if (years.length === 0) return null;
  return (
    <nav class="archive-years" aria-label={label}>
      <p class="label" aria-hidden="true">
        {label}
      </p>
      <ul>
        {years.map((year) => (
          <li>
            <a href={href(frame, year.path)}>{year.title}</a>
            {year.count === undefined ? null : <span class="count">{year.count}</span>}
          </li>
        ))}
      </ul>
    </nav>
  );
}
