/** Where the first element with `name` among its classes begins in `html`, in code units; -1 when there is none. */
export function placeOfClass(html: string, name: string): number {
  return html.search(new RegExp(`<[a-z0-9]+ class="(?:[^"]* )?${name}(?: [^"]*)?"`, "u"));
}

/** The contents of the first element with `name` among its classes, tags and all; it must hold no element of its own kind. */
export function insideClass(html: string, name: string): string | undefined {
  const pattern = new RegExp(`<([a-z0-9]+) class="(?:[^"]* )?${name}(?: [^"]*)?"[^>]*>(.*?)</\\1>`, "su");
  return pattern.exec(html)?.[2];
}

/** `html` without tags. */
export function textOf(html: string | undefined): string {
  return (html ?? "").replace(/<[^>]*>/gu, "");
}
