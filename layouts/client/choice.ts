/** What readers may choose, and all it may be besides what it is when nothing is chosen. */
const values = { theme: ["light", "dark"], "text-size": ["2", "3", "4", "5"] } as const;

/** A thing readers may choose: an attribute `data-…` of `<html>`, to which the style sheet answers. */
export type ChoiceName = keyof typeof values;

/** What was chosen on an earlier page; `undefined` when nothing was, or when the browser keeps nothing for us. */
export function recall(name: ChoiceName): string | undefined {
  try {
    const kept = localStorage.getItem(`banxin-${name}`);
    return values[name].find((value) => value === kept);
  } catch {
    return undefined;
  }
}

/** Puts a choice into force on this page; `undefined` goes back to what it is when nothing is chosen. */
export function apply(name: ChoiceName, value: string | undefined): void {
  const root = document.documentElement;
  if (value === undefined) root.removeAttribute(`data-${name}`);
  else root.setAttribute(`data-${name}`, value);
}

/** Keeps a choice for the pages to come, where the browser lets us. */
export function remember(name: ChoiceName, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(`banxin-${name}`);
    else localStorage.setItem(`banxin-${name}`, value);
  } catch {
    // A browser that keeps nothing still shows this page as chosen.
  }
}
