import { dateRules } from "./article-dates.ts";
import { fieldRules } from "./article-fields.ts";
import { publicationRules } from "./article-publication.ts";
import { yamlRules } from "./article-yaml.ts";
import { yamlRefusedRules } from "./article-yaml-refused.ts";

/** Rules about front matter, in the order of reading: fence, YAML, fields, dates; then masthead and registers. */
export const articleRules = {
  ...yamlRules,
  ...yamlRefusedRules,
  ...fieldRules,
  ...dateRules,
  ...publicationRules,
} as const;
