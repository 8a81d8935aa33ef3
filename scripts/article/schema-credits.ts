import * as z from "zod";
import { line, listOf, moment, patterned, truth, url, wants } from "./schema-forms.ts";

/** The forms of `author` and `source`, the dates of sources standing in the time zone `zone`. */
export function credits(zone: string) {
  return { author: authors(), source: sources(zone) };
}

function authors() {
  const person = z.strictObject(
    {
      ...{ name: line("name"), affiliation: line().optional(), role: line().optional() },
      ...{ person: patterned("slug", /^[a-z0-9-]{1,100}$/u).optional(), organization: truth().optional() },
    },
    wants("author"),
  );
  const name = line("name").transform((text): z.output<typeof person> => ({ name: text }));
  return z.union(
    [
      name.transform((one) => [one]),
      person.transform((one) => [one]),
      listOf(z.union([name, person], wants("author")), "authors"),
    ],
    wants("authors"),
  );
}

function sources(zone: string) {
  const credit = z
    .strictObject(
      {
        ...{ name: line("name"), url: url().optional(), title: line().optional() },
        ...{ date: moment(zone).optional(), page: line().optional(), archive: url().optional() },
      },
      wants("source"),
    )
    .transform((written) => ({ ...written, mustBeRegistered: false }));
  const name = line("name").transform((text): z.output<typeof credit> => ({ name: text, mustBeRegistered: true }));
  const several = listOf(z.union([name, credit], wants("source")), "sources").nonempty();
  return z.union([name.transform((one) => [one]), several, credit.transform((one) => [one])], wants("sources"));
}
