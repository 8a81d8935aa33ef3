import * as z from "zod";
import type { ManuscriptText } from "./front-matter.ts";
import type { Read } from "./read.ts";
import { type FileText, readFile } from "./read-file.ts";
import { slugPattern } from "./schema.ts";
import { line, patterned, prose } from "./schema-forms.ts";

const schema = z.strictObject({
  title: line(),
  description: prose(1000).optional(),
  slug: patterned("slug", slugPattern).optional(),
});

/** A standing page: what a file of `pages/` says. */
export interface StandingPage extends Readonly<z.output<typeof schema>>, FileText {}

/** The standing page in `manuscript`; all its problems at once. */
export function readStandingPage(manuscript: ManuscriptText): Read<StandingPage> {
  return readFile(schema, manuscript);
}
