import { rule } from "../rule.ts";

/** Rules about picture. */
export const pictureRules = {
} as const;
