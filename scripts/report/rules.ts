import type { Rule } from "./rule.ts";
import { articleRules } from "./rules/article.ts";
import { bodyRules } from "./rules/body.ts";
import { copyRules } from "./rules/copy.ts";
import { copyArticleRules } from "./rules/copy-article.ts";
import { copyOptionalRules } from "./rules/copy-optional.ts";
import { editionRules } from "./rules/edition.ts";
import { fileRules } from "./rules/files.ts";
import { linkRules } from "./rules/links.ts";
import { pictureRules } from "./rules/pictures.ts";
import { redirectRules } from "./rules/redirects.ts";
import { referenceRules } from "./rules/references.ts";
import { textRules } from "./rules/text.ts";

/** Every rule there is, in the order of an article's way through the build. */
export const rules = {
  ...fileRules,
  ...textRules,
  ...copyRules,
  ...copyArticleRules,
  ...copyOptionalRules,
  ...articleRules,
  ...bodyRules,
  ...pictureRules,
  ...editionRules,
  ...redirectRules,
  ...referenceRules,
  ...linkRules,
} as const;

/** The permanent name of a rule. */
export type RuleName = keyof typeof rules;

/** What the sentences of rule `R` quote. */
export type RuleValues<R extends RuleName> = (typeof rules)[R] extends Rule<infer V> ? V : never;
