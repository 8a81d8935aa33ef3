import { rule } from "../rule.ts";

/** Rules about file. */
export const fileRules = {
} as const;
