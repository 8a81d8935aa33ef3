import type { Token } from "markdown-it";

type Attribute = NonNullable<Token["attrs"]>[number];

/**
 * markdown-it's `Token`, made in a tenth of its time.
 *
 * The constructor that markdown-it ships is compiled for old browsers and defines every field by a function call; a text of a
 * thousand 字 has some hundreds of tokens.
 */
export class PlainToken implements Token {
  type: string;
  tag: string;
  attrs: Attribute[] | null = null;
  map: [number, number] | null = null;
  nesting: -1 | 0 | 1;
  level = 0;
  children: Token[] | null = null;
  content = "";
  markup = "";
  info = "";
  meta: Record<string, unknown> | null = null;
  block = false;
  hidden = false;

  constructor(type: string, tag: string, nesting: -1 | 0 | 1) {
    this.type = type;
    this.tag = tag;
    this.nesting = nesting;
  }

  attrIndex(name: string): number {
    const { attrs } = this;
    if (attrs === null) return -1;
    for (let index = 0; index < attrs.length; index++) if (attrs[index]?.[0] === name) return index;
    return -1;
  }

  attrPush(attribute: Attribute): void {
    if (this.attrs === null) this.attrs = [attribute];
    else this.attrs.push(attribute);
  }

  attrSet(name: string, value: string | number): void {
    const index = this.attrIndex(name);
    if (index < 0) this.attrPush([name, value]);
    else if (this.attrs !== null) this.attrs[index] = [name, value];
  }

  attrGet(name: string): string | number | null {
    const index = this.attrIndex(name);
    return index < 0 ? null : (this.attrs?.[index]?.[1] ?? null);
  }

  attrJoin(name: string, value: string | number): void {
    const held = this.attrGet(name);
    this.attrSet(name, held === null ? value : `${held} ${value}`);
  }
}
