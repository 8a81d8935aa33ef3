import { type Place, type Problem, problem } from "../report/problem.ts";
import { type CsvCell, readCsv } from "../text/csv.ts";
import type { Spot } from "./article.ts";
import type { ManuscriptText } from "./front-matter.ts";
import { isOldAddress, percentEncoded } from "./old-address.ts";
import { quote } from "./quote.ts";

/** One line of `redirects.csv`: an old address, and what readers find there now. */
export interface RedirectLine {
  /** A plain path, other letters than ASCII percent-encoded. */
  readonly from: string;
  /** As written: an address of this site, an article's file, or another line's `from`. */
  readonly to: string;
  readonly fromSpot: Spot;
  readonly toSpot: Spot;
}

/** The lines that are in order, and every problem of the others. */
export interface ReadRedirects {
  readonly lines: readonly RedirectLine[];
  readonly problems: readonly Problem[];
}

const fromNames = ["from", "旧地址", "舊地址"];
const toNames = ["to", "新地址"];

/** Of one kind in one file: more than anybody mends by hand, and a hostile file fills no memory. */
const mostOfOneKind = 1000;

/**
 * The redirects in `manuscript`, by the names in its first line; what each `to` leads to is looked up later.
 *
 * A mistake in one line hides none in another: the lines that are good come back beside the problems. Errors: `redirects-quote`,
 * `redirects-header`, `redirects-cells`, `redirect-from`, `redirect-from-host`, `redirect-from-query`.
 */
export function readRedirects({ file, text }: ManuscriptText): ReadRedirects {
  const { rows, faults } = readCsv(text);
  const place = ({ line, column }: Pick<Place, "line" | "column">): Place => ({ file, line, column });
  const problems = faults.map((fault) => problem("redirects-quote", place(fault), {}));
  const [first, ...others] = rows;
  if (first === undefined) return { lines: [], problems };
  const columns = columnsIn(first);
  if (columns === undefined) problems.push(problem("redirects-header", place({ line: 1, column: 1 }), {}));
  // Where the names are missing altogether, the first line is one like the others.
  const isHeadless = columns === undefined && first[0]?.text.startsWith("/") === true;
  const lines: RedirectLine[] = [];
  for (const row of isHeadless ? rows : others) {
    const read = readRow(row, columns ?? [0, 1]);
    if ("from" in read) lines.push(read);
    else problems.push(read.problemAt(place));
  }
  return { lines, problems: withoutFlood(problems) };
}

/** Which column is `from` and which is `to`; nothing where `header` does not name both. */
function columnsIn(header: readonly CsvCell[]): readonly [from: number, to: number] | undefined {
  const names = header.map(({ text }) => text.toLowerCase());
  const [from, to] = [fromNames, toNames].map((known) => names.findIndex((name) => known.includes(name)));
  if (from === undefined || to === undefined || from < 0 || to < 0) return undefined;
  return [from, to];
}

interface WrongRow {
  readonly problemAt: (place: (spot: CsvCell) => Place) => Problem;
}

function readRow(row: readonly CsvCell[], columns: readonly [number, number]): RedirectLine | WrongRow {
  const [from, to] = columns.map((column) => row[column]);
  const [first] = row;
  if (first === undefined) throw new Error("a row without cells");
  if (!from?.text || !to?.text || row.length > 2)
    return { problemAt: (place) => problem("redirects-cells", place(first), { count: String(row.length) }) };
  const encoded = percentEncoded(from.text);
  if (!isOldAddress(encoded) || encoded.includes("*"))
    return { problemAt: (place) => wrongFrom(from.text, place(from)) };
  return { from: encoded, to: to.text, fromSpot: [from.line, from.column], toSpot: [to.line, to.column] };
}

/** What to do depends on what the address has too much. */
function wrongFrom(text: string, place: Place): Problem {
  const from = quote(text);
  const isUrl = /^(?:https?:)?\/\/[^/]/iu.test(text) && URL.canParse(text, "https://host.invalid/");
  if (isUrl) {
    const path = quote(decoded(new URL(text, "https://host.invalid/").pathname));
    return problem("redirect-from-host", place, { from, path });
  }
  const [path = ""] = text.split(/[?#]/u, 1);
  return path.startsWith("/") && path !== text
    ? problem("redirect-from-query", place, { from, path: quote(path) })
    : problem("redirect-from", place, { from });
}

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

function withoutFlood(problems: readonly Problem[]): readonly Problem[] {
  const counts = new Map<string, number>();
  return problems.filter(({ rule }) => {
    const count = (counts.get(rule) ?? 0) + 1;
    counts.set(rule, count);
    return count <= mostOfOneKind;
  });
}
