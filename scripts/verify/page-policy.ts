import type { HtmlToken } from "./html-tokens.ts";
import { policyFault } from "./policy-header.ts";

/** What may stand before the policy: a browser heeds one in the head alone, and whatever else is met first would be free of it. */
const mayPrecede: ReadonlySet<string> = new Set(["html", "head", "meta", "title"]);

/** Looks, token by token, for the policy that every page of ours carries itself (SAFETY 17). */
export class PagePolicy {
  #isSettled = false;

  /** True once at most: where `token` is the first thing in a page that no strict policy stands before. */
  isMissedAt(token: HtmlToken): boolean {
    if (this.#isSettled) return false;
    const isPolicy = isStrictPolicy(token);
    this.#isSettled = isPolicy || !isOfHead(token);
    return this.#isSettled && !isPolicy;
  }
}

function isStrictPolicy({ kind, name, attributes }: HtmlToken): boolean {
  if (kind !== "start" || name !== "meta") return false;
  if (attributes.get("http-equiv")?.toLowerCase() !== "content-security-policy") return false;
  return policyFault(attributes.get("content") ?? null, undefined) === undefined;
}

/** False for what has a browser begin the body, or that ours never have before the policy. */
function isOfHead({ kind, name, text }: HtmlToken): boolean {
  switch (kind) {
    case "start":
      return mayPrecede.has(name);
    case "end":
      return name === "title";
    case "text":
      return name === "title" || /^[\t\n\f\r ]*$/u.test(text);
    case "comment":
    case "declaration":
      return true;
    default:
      return kind satisfies never;
  }
}
