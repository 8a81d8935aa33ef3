import { apply, type ChoiceName, recall, remember } from "./choice.ts";
import { startCopying } from "./copy.ts";

/**
 * The controls with which readers choose: `button[data-choose=theme]` in the masthead, and in an article
 * `button[data-choose=smaller]` and `button[data-choose=larger]`. Each works where it is found.
 */
const button = (choice: string) => document.querySelector<HTMLButtonElement>(`button[data-choose=${choice}]`);
const theme = button("theme");
const smaller = button("smaller");
const larger = button("larger");
if (theme) startTheme(theme);
if (smaller && larger) startTextSize(smaller, larger);
startCopying();

function startTheme(dark: HTMLButtonElement): void {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const systems = () => (system.matches ? "dark" : "light");
  const now = () => recall("theme") ?? systems();
  const show = () => dark.setAttribute("aria-pressed", String(now() === "dark"));
  dark.addEventListener("click", () => {
    const wanted = dark.getAttribute("aria-pressed") === "true" ? "light" : "dark";
    // Who chooses what the system says goes on following it.
    choose("theme", wanted === systems() ? undefined : wanted);
    dark.setAttribute("aria-pressed", String(wanted === "dark"));
  });
  system.addEventListener("change", show);
  show();
}

/** Five sizes; the first is what it is when nothing is chosen. */
function startTextSize(smaller: HTMLButtonElement, larger: HTMLButtonElement): void {
  const largest = 5;
  let size = Number(recall("text-size") ?? 1);
  // `aria-disabled` leaves the button where the reader is; `disabled` would take the focus away.
  const show = () => {
    smaller.setAttribute("aria-disabled", String(size === 1));
    larger.setAttribute("aria-disabled", String(size === largest));
  };
  const step = (by: number) => {
    size = Math.min(largest, Math.max(1, size + by));
    choose("text-size", size === 1 ? undefined : String(size));
    show();
  };
  smaller.addEventListener("click", () => step(-1));
  larger.addEventListener("click", () => step(1));
  show();
}

function choose(name: ChoiceName, value: string | undefined): void {
  apply(name, value);
  remember(name, value);
}
