import { rule } from "../rule.ts";

/** Rules about body. */
export const bodyRules = {
} as const;
