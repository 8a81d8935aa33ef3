/** The languages a publication's fixed words and problem reports can be in (BCP 47). */
export const languages = ["zh-Hans", "zh-Hant", "en"] as const;

/** One of `languages`. */
export type Language = (typeof languages)[number];
