import type { MarkdownIt, Token } from "markdown-it";
import { type BodyDraft, draftOf } from "./body-draft.ts";

/** Says how tokens of some types are printed as HTML. What a printer returns is trusted: it escapes what it was given. */
export function printTokens(
  md: MarkdownIt,
  printers: Readonly<Record<string, (token: Token, draft: BodyDraft) => string>>,
): void {
  for (const [type, print] of Object.entries(printers)) {
    md.renderer.rules[type] = (tokens, index, _options, env) => {
      const token = tokens[index];
      return token === undefined ? "" : print(token, draftOf(env));
    };
  }
}
