import { isOldAddress, percentEncoded } from "../article/old-address.ts";
import { quote } from "../article/quote.ts";
import type { RedirectLine } from "../article/redirects.ts";
import { type Place, type Problem, problem } from "../report/problem.ts";
import { type UrlPath, urlPath } from "../text/brands.ts";
import type { AddressBook, Target } from "./address-book.ts";
import { addressKey } from "./addresses.ts";

/** A line of `redirects.csv` in its edition. */
export interface PlacedRedirect {
  readonly from: UrlPath;
  /** Where `from` is written. */
  readonly place: Place;
  /** Where readers are led, at the end of all lines that lead on; nothing while that is hidden, or where there is no such thing. */
  readonly to?: UrlPath | undefined;
}

/** The only file that redirects are written in. */
const file = "redirects.csv";

/**
 * Follows every line to its end, each once, and enters the old addresses in `book`, so that links to them lead on as well.
 *
 * Reports `redirect-twice`, `redirect-loop`, `redirect-to`, `reference-missing`, `redirect-unpublished`; of lines with the same old
 * address the first counts, and where a line leads nowhere, nothing is said of those that lead to it.
 *
 * @param expired addresses that say 已下线: readers may still be led there
 */
export function placeRedirects(
  lines: readonly RedirectLine[],
  book: AddressBook,
  expired: ReadonlySet<UrlPath>,
): { readonly redirects: readonly PlacedRedirect[]; readonly problems: readonly Problem[] } {
  const way = new Way(lines, book);
  const ends = way.lines.map((line) => ({ line, end: way.endOf(line) }));
  const problems = [...way.problems];
  const redirects = ends.map(({ line, end }): PlacedRedirect => {
    const { from, to, toSpot } = line;
    const placed = { from: urlPath(from), place: at(line.fromSpot) };
    if (end === undefined || end.isUnread === true) return placed;
    if (end.isPublished || expired.has(end.path)) return { ...placed, to: end.path };
    problems.push(problem("redirect-unpublished", at(toSpot), { from, to: quote(to) }));
    return placed;
  });
  // Only now: a page that is there comes before a line, wherever the line stands.
  for (const { line, end } of ends) if (end !== undefined) book.enterAlias(line.from, end);
  return { redirects, problems };
}

/** A line that leads on to another one, or to its end: a page, or nothing. */
type Step = { readonly next: RedirectLine } | { readonly end: Target | undefined };

/** Where lines lead. Every line is looked at once, however long the way it is part of. */
class Way {
  /** Without those whose old address stands in an earlier line. */
  readonly lines: readonly RedirectLine[];
  readonly problems: Problem[] = [];
  readonly #book: AddressBook;
  readonly #byKey = new Map<string, RedirectLine>();
  readonly #ends = new Map<RedirectLine, Target | undefined>();

  constructor(lines: readonly RedirectLine[], book: AddressBook) {
    this.#book = book;
    for (const line of lines) {
      const key = addressKey(line.from);
      const first = this.#byKey.get(key);
      if (first === undefined) this.#byKey.set(key, line);
      else {
        const values = { from: line.from, line: String(first.fromSpot[0]) };
        this.problems.push(problem("redirect-twice", at(line.fromSpot), values));
      }
    }
    this.lines = [...this.#byKey.values()];
  }

  endOf(line: RedirectLine): Target | undefined {
    const passed = new Set<RedirectLine>();
    let end: Target | undefined;
    for (let here = line; ; ) {
      if (this.#ends.has(here)) {
        end = this.#ends.get(here);
        break;
      }
      if (passed.has(here)) {
        this.problems.push(loopFrom(here, [...passed]));
        break;
      }
      passed.add(here);
      const step = this.#step(here);
      if ("end" in step) {
        end = step.end;
        break;
      }
      here = step.next;
    }
    for (const each of passed) this.#ends.set(each, end);
    return end;
  }

  #step({ to, toSpot }: RedirectLine): Step {
    const isForeign = /^[a-z][a-z0-9+.-]*:|^[/\\]{2}/iu.test(to) && !this.#book.isOwn(to);
    if (isForeign || /[?#\\]/u.test(to)) return this.#nowhere(problem("redirect-to", at(toSpot), { to: quote(to) }));
    const target = this.#book.find(to, file)?.target;
    if (target !== undefined) return { end: target };
    const next = this.#byKey.get(keyOf(to) ?? "");
    if (next !== undefined) return { next };
    const nearest = this.#book.suggestion(to, file) ?? "";
    return this.#nowhere(problem("reference-missing", at(toSpot), { reference: quote(to), nearest }));
  }

  #nowhere(why: Problem): Step {
    this.problems.push(why);
    return { end: undefined };
  }
}

/** A loop is named whole, but for what no report could print. */
const mostOfLoop = 40;

function loopFrom(first: RedirectLine, passed: readonly RedirectLine[]): Problem {
  const loop = passed.slice(passed.indexOf(first)).map(({ from }) => from);
  const named = loop.length > mostOfLoop ? [...loop.slice(0, mostOfLoop), "…"] : loop;
  return problem("redirect-loop", at(first.toSpot), { loop: [...named, first.from].join(" → ") });
}

/** What tells `to` as an old address; nothing where it cannot be one. */
function keyOf(to: string): string | undefined {
  const encoded = percentEncoded(to);
  return isOldAddress(encoded) ? addressKey(encoded) : undefined;
}

function at([line, column]: RedirectLine["fromSpot"]): Place {
  return { file, line, column };
}
