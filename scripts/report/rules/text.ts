import { rule } from "../rule.ts";

/** Rules about text. */
export const textRules = {
} as const;
