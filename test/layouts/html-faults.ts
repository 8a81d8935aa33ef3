import { HtmlValidate } from "html-validate";

const validator = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: {
    // Two spellings HTML leaves free: `<!doctype html>` as the standard writes it, `<meta/>` as the renderer does.
    "doctype-style": ["error", { style: "lowercase" }],
    "void-style": "off",
    // The ids of pages hold a colon, which no heading's anchor can (HTML allows any character but white space).
    "valid-id": ["error", { relaxed: true }],
  },
});

/** What html-validate finds wrong with a whole document; empty when it is valid. */
export function faultsOf(html: string): readonly string[] {
  const { results } = validator.validateStringSync(html);
  return results.flatMap((result) =>
    result.messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector})`),
  );
}
