import { rule } from "../rule.ts";

/** Rules about article. */
export const articleRules = {
} as const;
