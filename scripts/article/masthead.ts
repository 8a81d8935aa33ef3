import * as z from "zod";
import { problem } from "../report/problem.ts";
import { languages } from "../text/language.ts";
import { nearest } from "../text/nearest.ts";
import type { ManuscriptText } from "./front-matter.ts";
import { quote } from "./quote.ts";
import type { Read } from "./read.ts";
import { type FileText, readFile } from "./read-file.ts";
import { type Complaints, complain, count, line, listOf, patterned, prose, url, wants } from "./schema-forms.ts";
import { reference, ruleName } from "./schema-values.ts";
import { isZone } from "./zone.ts";

const schema = z.strictObject({
  title: line(),
  language: z.enum(languages, wants("publicationLanguage")),
  timeZone: z.string(wants("zone")).transform(checkedZone),
  address: z.string(wants("siteAddress")).transform(checkedAddress),
  description: prose(1000).optional(),
  owner: line(),
  editor: line("name").optional(),
  contact: line("line", 1000).optional(),
  since: patterned("year", /^[1-9][0-9]{3}$/u).optional(),
  licences: listOf(z.strictObject({ text: line(), url: url().optional() }, wants("licence")), "licences").default([]),
  rights: z
    .strictObject({ own: prose(1000).optional(), reprint: prose(1000).optional() }, wants("rights"))
    .default({ own: undefined, reprint: undefined }),
  navigation: listOf(reference(), "navigation").optional(),
  lead: listOf(reference(), "list").default([]),
  related: count("relatedCount", 0, 12).default(5),
  remotePictures: z.enum(["refuse", "allow"], wants("remotePictures")).default("refuse"),
  silence: listOf(ruleName(), "silence").default([]),
});

/** The publication: what `masthead.md` says; the body is the "about" text. */
export interface Masthead extends Readonly<z.output<typeof schema>>, FileText {}

/** The masthead in `manuscript`; all its problems at once. `address` ends in `/` afterwards, the zone is a real one. */
export function readMasthead(manuscript: ManuscriptText): Read<Masthead> {
  return readFile(schema, manuscript);
}

/** What people call zones that have another name in the time zone database. */
const zonesByOtherNames = new Map([
  ...[
    "北京",
    "上海",
    "中国",
    "beijing",
    "asia/beijing",
    "shanghai",
    "china",
    "gmt+8",
    "utc+8",
    "+08:00",
    "+0800",
    "cst",
  ].map((name) => [name, "Asia/Shanghai"] as const),
  ["香港", "Asia/Hong_Kong"],
  ["台北", "Asia/Taipei"],
  ["london", "Europe/London"],
  ["new york", "America/New_York"],
]);

function checkedZone(text: string, complaints: Complaints): string {
  const name = text.trim();
  if (isZone(name)) return name;
  const suggestion =
    zonesByOtherNames.get(name.toLowerCase()) ?? nearest(name, Intl.supportedValuesOf("timeZone")) ?? "";
  complain(complaints, (place) => problem("zone-unknown", place, { zone: quote(text), nearest: suggestion }));
  return z.NEVER;
}

/** The site's address, ending in `/`, in lower-case host and encoded path as browsers send it. */
function checkedAddress(text: string, complaints: Complaints): string {
  const address = normalAddress(text);
  if (address !== undefined) return address;
  complain(complaints, (place) => problem("site-address-form", place, { address: quote(text) }));
  return z.NEVER;
}

/** `text` as the address of a site, as the masthead writes it and `--address` gives it; nothing where it is none. */
export function normalAddress(text: string): string | undefined {
  const written = text.trim();
  if (written.length > 500 || !/^https?:\/\/[^/]/iu.test(written) || /[\s\\?#@]|%(?![0-9a-f]{2})/iu.test(written))
    return undefined;
  if (!URL.canParse(written)) return undefined;
  const { origin, pathname } = new URL(written);
  if (/\/\/|%(?:2f|5c|2e|00)/iu.test(pathname)) return undefined;
  return `${origin}${pathname.endsWith("/") ? pathname : `${pathname}/`}`;
}
