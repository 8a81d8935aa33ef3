import type { Env, MarkdownIt, StateBlock, Token } from "markdown-it";
import { draftOf } from "./body-draft.ts";
import { PlainToken } from "./plain-token.ts";

/**
 * markdown-it's state of a block parse, made of plain fields and `PlainToken`s, which finds its lines without a look at every character.
 *
 * The one that markdown-it ships defines its fields by name one after the other; V8 keeps an object made so as a hash table, and every
 * rule reads it at every line.
 */
class BlockState implements StateBlock {
  readonly Token = PlainToken;
  src: string;
  md: MarkdownIt;
  env: Env;
  tokens: Token[];
  bMarks: number[] = [];
  eMarks: number[] = [];
  tShift: number[] = [];
  sCount: number[] = [];
  bsCount: number[] = [];
  blkIndent = 0;
  line = 0;
  lineMax: number;
  tight = false;
  listIndent = -1;
  parentType = "root";
  level = 0;

  constructor(src: string, md: MarkdownIt, env: Env, tokens: Token[]) {
    this.src = src;
    this.md = md;
    this.env = env;
    this.tokens = tokens;
    let start = 0;
    for (const line of draftOf(env).places.lines) {
      this.#addLine(line, start);
      start += line.length + 1;
    }
    this.lineMax = this.bMarks.length;
    this.#mark(src.length, src.length);
  }

  push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
    const token = new PlainToken(type, tag, nesting);
    token.block = true;
    if (nesting < 0) this.level--;
    token.level = this.level;
    if (nesting > 0) this.level++;
    this.tokens.push(token);
    return token;
  }

  isEmpty(line: number): boolean {
    return this.#start(line) >= (this.eMarks[line] ?? 0);
  }

  skipEmptyLines(from: number): number {
    let line = from;
    while (line < this.lineMax && this.isEmpty(line)) line++;
    return line;
  }

  skipSpaces(from: number): number {
    let at = from;
    while (at < this.src.length && isSpace(this.src.charCodeAt(at))) at++;
    return at;
  }

  skipSpacesBack(from: number, least: number): number {
    let at = from;
    while (at > least && isSpace(this.src.charCodeAt(at - 1))) at--;
    return at;
  }

  skipChars(from: number, code: number): number {
    let at = from;
    while (at < this.src.length && this.src.charCodeAt(at) === code) at++;
    return at;
  }

  skipCharsBack(from: number, code: number, least: number): number {
    let at = from;
    while (at > least && this.src.charCodeAt(at - 1) === code) at--;
    return at;
  }

  getLines(begin: number, end: number, indent: number, keepLastLF: boolean): string {
    let text = "";
    for (let line = begin; line < end; line++) text += this.#lineFrom(line, indent, keepLastLF || line + 1 < end);
    return text;
  }

  /** A line without its first `indent` columns, of which a tab may leave some. */
  #lineFrom(line: number, indent: number, withLF: boolean): string {
    const start = this.bMarks[line] ?? 0;
    const end = (this.eMarks[line] ?? 0) + (withLF ? 1 : 0);
    let at = start;
    let column = 0;
    for (; at < end && column < indent; at++) {
      const code = this.src.charCodeAt(at);
      if (code === 0x09) column += 4 - ((column + (this.bsCount[line] ?? 0)) % 4);
      else if (code === 0x20 || at - start < (this.tShift[line] ?? 0)) column++;
      else break;
    }
    return " ".repeat(Math.max(0, column - indent)) + this.src.slice(at, end);
  }

  #start(line: number): number {
    return (this.bMarks[line] ?? 0) + (this.tShift[line] ?? 0);
  }

  /** Adds a line; spaces at the very end of the text are none. */
  #addLine(line: string, start: number): void {
    let indent = 0;
    let column = 0;
    for (; indent < line.length; indent++) {
      const code = line.charCodeAt(indent);
      if (code === 0x20) column++;
      else if (code === 0x09) column += 4 - (column % 4);
      else break;
    }
    if (start + indent < this.src.length) this.#mark(start, start + line.length, indent, column);
  }

  #mark(start: number, end: number, indent = 0, column = 0): void {
    this.bMarks.push(start);
    this.eMarks.push(end);
    this.tShift.push(indent);
    this.sCount.push(column);
    this.bsCount.push(0);
  }
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x09;
}

/** Parses blocks with `BlockState`. */
export function blockState(md: MarkdownIt): void {
  md.block.State = BlockState;
}
