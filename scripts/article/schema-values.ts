import * as z from "zod";
import { problem } from "../report/problem.ts";
import { rules } from "../report/rules.ts";
import { nearest } from "../text/nearest.ts";
import { isOldAddress } from "./old-address.ts";
import { quote } from "./quote.ts";
import { alternative, complain, line, listOf, wants } from "./schema-forms.ts";

/** A picture: its path (or, where those are allowed, its address), alone or with alternative text, caption and credit. */
export function picture() {
  const credited = z.strictObject(
    { src: path(), alt: alternative().optional(), caption: line("line", 1000).optional(), credit: line().optional() },
    wants("picture"),
  );
  const alone = path().transform((src): z.output<typeof credited> => ({ src, alt: undefined }));
  return z.union([alone, credited], wants("picture"));
}

/** The editor's choice of related articles: pinned ones, or pinned and blocked ones, or none at all. */
export function related() {
  const list = () => listOf(reference(), "list");
  const none = z.string(wants("related")).transform((text, complaints): RelatedChoice => {
    if (text !== "none") {
      const values = { text: quote(text), form: "related" };
      complain(complaints, (place, field) => problem("field-form", place, { field, ...values }));
    }
    return { pin: [], block: [], none: true };
  });
  const pinned = list().transform((pin): RelatedChoice => ({ pin, block: [], none: false }));
  const chosen = z
    .strictObject({ pin: list().default([]), block: list().default([]) }, wants("related"))
    .transform((choice): RelatedChoice => ({ ...choice, none: false }));
  return z.union([none, pinned, chosen], wants("related"));
}

interface RelatedChoice {
  readonly pin: readonly string[];
  readonly block: readonly string[];
  /** True for `related: none`. */
  readonly none: boolean;
}

/** An article named by its file or its address. */
export function reference() {
  return line("reference", 1000);
}

/** An old address of the site: a plain path, percent escapes included, that cannot lead out of it. */
export function alias() {
  return z.string(wants("aliases")).transform((text, complaints) => {
    if (!isOldAddress(text)) complain(complaints, (place) => problem("alias-form", place, { alias: quote(text) }));
    return text;
  });
}

/** A language tag (BCP 47), in its canonical spelling. */
export function languageTag() {
  return z.string(wants("language")).transform((text, complaints) => {
    const canonical = canonicalTag(text);
    if (canonical !== undefined) return canonical;
    const values = { text: quote(text), form: "language" };
    complain(complaints, (place, field) => problem("field-form", place, { field, ...values }));
    return z.NEVER;
  });
}

/** The name of a rule that may be silenced: a warning. */
export function ruleName() {
  return z.string(wants("silence")).transform((text, complaints) => {
    const known = Object.entries(rules).find(([name]) => name === text);
    const name = quote(text);
    if (known === undefined) {
      const suggestion = nearest(text, namesOfWarnings()) ?? "";
      complain(complaints, (place) => problem("silence-unknown", place, { name, nearest: suggestion }));
    } else if (known[1].severity === "error") {
      complain(complaints, (place) => problem("silence-error", place, { name }));
    }
    return text;
  });
}

/** The path of a picture: no scheme but those of the web, so that nothing is embedded or run. */
function path() {
  return line("picture", 2000).transform((text, complaints) => {
    const isSchemed = /^[a-z][a-z0-9+.-]{0,40}:/iu.test(text) && !/^https?:\/\//iu.test(text);
    if (isSchemed) complain(complaints, (place, field) => problem("url-scheme", place, { field, url: quote(text) }));
    return text;
  });
}

function canonicalTag(text: string): string | undefined {
  if (!/^[a-z]{2,8}(?:-[a-z0-9]{1,8}){0,6}$/iu.test(text)) return undefined;
  try {
    return Intl.getCanonicalLocales(text)[0];
  } catch {
    return undefined;
  }
}

function namesOfWarnings(): readonly string[] {
  return Object.entries(rules).flatMap(([name, { severity }]) => (severity === "warning" ? [name] : []));
}
