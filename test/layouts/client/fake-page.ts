/** As much of an element as the search script uses. It has no `innerHTML`: using that would make no difference and fail. */
export class FakeElement extends EventTarget {
  readonly name: string;
  readonly attributes = new Map<string, string>();
  readonly parts: readonly FakeElement[];
  children: (FakeElement | string)[] = [];
  className = "";
  value = "";

  constructor(name: string, attributes: Readonly<Record<string, string>> = {}, parts: readonly FakeElement[] = []) {
    super();
    this.name = name;
    this.parts = parts;
    for (const [key, value] of Object.entries(attributes)) this.attributes.set(key, value);
  }

  getAttribute(key: string): string | null {
    return this.attributes.get(key) ?? null;
  }

  setAttribute(key: string, value: string): void {
    this.attributes.set(key, value);
  }

  removeAttribute(key: string): void {
    this.attributes.delete(key);
  }

  append(...children: (FakeElement | string)[]): void {
    this.children.push(...children);
  }

  prepend(...children: (FakeElement | string)[]): void {
    this.children.unshift(...children);
  }

  replaceChildren(...children: (FakeElement | string)[]): void {
    this.children = children;
  }

  get textContent(): string {
    return this.children.map((child) => (typeof child === "string" ? child : child.textContent)).join("");
  }

  set textContent(text: string) {
    this.children = text === "" ? [] : [text];
  }

  /** The first of its parts for a selector of the form `name[attribute]`, `[attribute]` or `name[attribute=value]`. */
  querySelector(selector: string): FakeElement | null {
    const [, name = "", key = "", value] = /^(\w*)\[([\w-]+)(?:=(\w+))?\]$/u.exec(selector) ?? [];
    const fits = (part: FakeElement) =>
      (name === "" || part.name === name) &&
      part.attributes.has(key) &&
      (value === undefined || part.getAttribute(key) === value);
    return this.parts.find(fits) ?? null;
  }

  /** The element as HTML, unescaped: for tests to read. */
  get html(): string {
    const inside = this.children.map((child) => (typeof child === "string" ? child : child.html)).join("");
    const attributes = [...this.attributes].map(([key, value]) => ` ${key}="${value}"`).join("");
    return `<${this.name}${this.className && ` class="${this.className}"`}${attributes}>${inside}</${this.name}>`;
  }
}
