import { rule } from "../rule.ts";

/** Rules about edition. */
export const editionRules = {
} as const;
