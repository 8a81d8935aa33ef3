import { createHash } from "node:crypto";
import { renderToString } from "preact-render-to-string";
import { faultIn } from "../report/link-faults.ts";
import { visible } from "../report/render-report.ts";
import type { Language } from "../text/language.ts";
import type { LinkMemory, RememberedLink } from "./link-memory.ts";
import { type LinkVerdict, verdictOf } from "./link-verdict.ts";
import type { LinkPlace, OutwardLink } from "./outward-links.ts";
import { reportStyle } from "./report-style.ts";
import { type ReportWords, reportWords } from "./report-words.ts";

/** What the report page tells. */
export interface LinkReport {
  readonly publication: string;
  readonly language: Language;
  readonly links: readonly OutwardLink[];
  readonly memory: LinkMemory;
  /** In milliseconds since 1970. */
  readonly nowMs: number;
  /** What stands before each file's path: `content/`. */
  readonly prefix: string;
  /** The only rules whose lists are wanted; all lists where it is empty. */
  readonly asked: readonly string[];
  /** Hosts that were given up in this run, and how many addresses were not asked for that. */
  readonly silent: ReadonlyMap<string, number>;
}

/** The lists that are problems of content, and their rules. */
export const rulesOfLists = { dead: "link-dead", moved: "link-moved" } as const;

type Listed = Exclude<LinkVerdict, "alive">;
interface Row {
  readonly link: OutwardLink;
  readonly known: RememberedLink | undefined;
}

/** What is most urgent comes first. */
const order = [
  "dead",
  "moved",
  "failing",
  "slow",
  "unclear",
  "archived",
  "unasked",
] as const satisfies readonly Listed[];

/** A page that nobody can read to its end helps nobody: beyond these, lists say how many more there are. */
const usuallyShown = 1000;
const mostShown: Readonly<Partial<Record<Listed, number>>> = { unasked: 0, slow: 100, unclear: 300 };

/** The report for editors as one HTML file that loads nothing and runs nothing. */
export function renderLinkReport(report: LinkReport): string {
  const hash = createHash("sha256").update(reportStyle).digest("base64");
  const policy = `default-src 'none'; style-src 'sha256-${hash}'`;
  const html = renderToString(<Page report={report} policy={policy} />);
  // As text of an element it would be escaped; the first such element is the head's, and all others are.
  return `<!doctype html>\n${html.replace("<style></style>", () => `<style>${reportStyle}</style>`)}\n`;
}

function Page({ report, policy }: { readonly report: LinkReport; readonly policy: string }) {
  const { publication, language, links, memory, nowMs, prefix, asked, silent } = report;
  const words = reportWords(language);
  const rows = links.map((link) => ({ link, known: memory.get(link.address) }));
  const lists = order
    .filter((verdict) => asked.length === 0 || listsOf(asked).some((each) => each === verdict))
    .map((verdict) => ({
      verdict,
      rows: rows.filter(({ link, known }) => verdictOf(known, link.places) === verdict),
    }))
    .filter((list) => list.rows.length > 0);
  const hosts = new Set(links.map(({ address }) => new URL(address).host)).size;
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={policy} />
        <meta name="viewport" content="width=device-width" />
        <meta name="referrer" content="no-referrer" />
        <meta name="robots" content="noindex" />
        <title>{`${words.title} · ${publication}`}</title>
        <style />
      </head>
      <body>
        <header>
          <h1>{words.title}</h1>
          <p>
            {publication} · {words.asOf} <time datetime={new Date(nowMs).toISOString()}>{dayOf(nowMs)}</time> ·{" "}
            {words.summary(links.length, hosts)}
            {asked.length === 0
              ? null
              : ` · ${listsOf(asked)
                  .map((verdict) => rulesOfLists[verdict])
                  .join(", ")}`}
          </p>
          {[...silent].map(([host, left]) => (
            <p class="silent">{words.silent(visible(host), left)}</p>
          ))}
        </header>
        <nav>
          <ul>
            {lists.map((list) => (
              <li>
                <a href={`#${list.verdict}`}>{words.verdicts[list.verdict][0]}</a> {list.rows.length}
              </li>
            ))}
          </ul>
        </nav>
        <main>
          {lists.length === 0 ? <p>{asked.length === 0 ? words.allWell : words.noneOfThese}</p> : null}
          {lists.map((list) => (
            <List {...list} words={words} language={language} prefix={prefix} />
          ))}
        </main>
      </body>
    </html>
  );
}

/** The lists of the rules that were asked for. */
function listsOf(asked: readonly string[]) {
  return (["dead", "moved"] as const).filter((verdict) => asked.includes(rulesOfLists[verdict]));
}

interface ListProps extends Omit<AddressProps, "row"> {
  readonly verdict: Listed;
  readonly rows: readonly Row[];
}

function List({ verdict, rows, words, ...page }: ListProps) {
  const shown = rows.slice(0, mostShown[verdict] ?? usuallyShown);
  const left = rows.length - shown.length;
  return (
    <section id={verdict}>
      <h2>
        {words.verdicts[verdict][0]} <span class="count">{rows.length}</span>
      </h2>
      <p class="advice">{words.verdicts[verdict][1]}</p>
      {shown.length === 0 ? null : (
        <ol>
          {shown.map((row) => (
            <Address row={row} words={words} {...page} />
          ))}
        </ol>
      )}
      {left === 0 ? null : <p class="note left-off">{words.leftOff(left)}</p>}
    </section>
  );
}

interface AddressProps {
  readonly row: Row;
  readonly words: ReportWords;
  readonly language: Language;
  readonly prefix: string;
}

function Address({ row: { link, known }, words, language, prefix }: AddressProps) {
  return (
    <li>
      <a class="address" href={link.address} rel="external nofollow noreferrer">
        {visible(link.address)}
      </a>
      <Answer known={known} words={words} language={language} />
      <ul class="places">
        {link.places.map((place) => (
          <li>
            {words.kinds[place.kind]} <code>{visible(`${prefix}${place.file}:${place.line}:${place.column}`)}</code>{" "}
            {place.title}
          </li>
        ))}
      </ul>
      <Copy known={known} places={link.places} words={words} />
    </li>
  );
}

function Answer({ known, words, language }: Pick<AddressProps, "words" | "language"> & Pick<Row, "known">) {
  if (known === undefined) return null;
  const { answer, failures } = known;
  switch (answer.kind) {
    case "failing":
      return (
        <p class="note">
          <span class="fault">{faultIn(language, answer.fault, `${answer.status ?? ""}`)}</span>
          {failures === undefined ? null : ` · ${words.since(dayOf(failures.firstMs), failures.runs)}`}
        </p>
      );
    case "unclear":
      return <p class="note">{words.reasons[answer.reason]}</p>;
    case "alive":
      return answer.moved === undefined ? (
        <p class="note">{words.seconds((answer.ms / 1000).toFixed(1))}</p>
      ) : (
        <p class="note">
          {words.movedTo} <code>{visible(answer.moved)}</code>
        </p>
      );
    default:
      return answer satisfies never;
  }
}

/** What an editor would copy into a source. */
function Copy({
  known,
  places,
  words,
}: Pick<AddressProps, "words"> & Pick<Row, "known"> & { readonly places: readonly LinkPlace[] }) {
  if (known?.archive === undefined) return null;
  const { copy } = known.archive;
  if (copy === undefined) return <p class="copy">{words.noCopy}</p>;
  const isSource = places.some(({ kind }) => kind === "source");
  return (
    <p class="copy">
      <a href={copy} rel="external nofollow noreferrer">
        {words.copy}
      </a>{" "}
      <code>{isSource ? `archive: ${copy}` : copy}</code>
    </p>
  );
}

/** The day in UTC. */
function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
