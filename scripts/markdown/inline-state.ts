import type { Delimiter, Env, MarkdownIt, StateInline, Token } from "markdown-it";
import { PlainToken } from "./plain-token.ts";

/**
 * markdown-it's state of an inline parse, made as fast as `PlainToken` and of such tokens.
 *
 * A token's `map`, which markdown-it leaves empty for inline tokens, holds the offset in the paragraph at which it was pushed.
 */
export abstract class InlineState implements StateInline {
  readonly Token = PlainToken;
  src: string;
  env: Env;
  md: MarkdownIt;
  tokens: Token[];
  tokens_meta: StateInline["tokens_meta"] = [];
  pos = 0;
  posMax: number;
  level = 0;
  pending = "";
  pendingLevel = 0;
  cache: Record<number, number> = {};
  backticks: Record<number, number> = {};
  backticksScanned = false;
  skipHtmlSpecial = false;
  linkLevel = 0;
  delimiters: Delimiter[] = [];
  _prev_delimiters: Delimiter[][] = [];

  constructor(src: string, md: MarkdownIt, env: Env, tokens: Token[]) {
    this.src = src;
    this.env = env;
    this.md = md;
    this.tokens = tokens;
    this.posMax = src.length;
  }

  abstract scanDelims(start: number, canSplitWord: boolean): ReturnType<StateInline["scanDelims"]>;

  pushPending(): Token {
    const token = new PlainToken("text", "", 0);
    token.content = this.pending;
    token.level = this.pendingLevel;
    this.tokens.push(token);
    this.pending = "";
    return token;
  }

  push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
    if (this.pending !== "") this.pushPending();
    const token = new PlainToken(type, tag, nesting);
    if (type !== "text") token.map = [this.pos, this.pos];
    if (nesting < 0) {
      this.level--;
      this.delimiters = this._prev_delimiters.pop() ?? [];
    }
    token.level = this.level;
    if (nesting > 0) {
      this.level++;
      this._prev_delimiters.push(this.delimiters);
      this.delimiters = [];
    }
    this.pendingLevel = this.level;
    this.tokens.push(token);
    this.tokens_meta.push(nesting > 0 ? { delimiters: this.delimiters } : undefined);
    return token;
  }
}
