/** `/` goes to the field; from there and between results, the arrows up and down. */
export function moveByKeys(input: HTMLInputElement, list: HTMLElement): void {
  addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target instanceof HTMLElement ? event.target : document.body;
    if (event.key === "/" && !target.matches("input, select, textarea")) return focus(input, event);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    const places = [input, ...list.querySelectorAll<HTMLElement>("a.headline")];
    const at = places.indexOf(target);
    const next = at < 0 ? undefined : places[at + step];
    if (next) focus(next, event);
  });
}

function focus(element: HTMLElement, event: Event): void {
  event.preventDefault();
  element.focus();
}
