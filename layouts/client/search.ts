import { SearchFold } from "../../scripts/text/search-fold.ts";
import { decodeHan } from "../../scripts/text/search-han.ts";
import { readArticlePage } from "./search-article.ts";
import { SearchFilters } from "./search-filters.ts";
import { SearchIndex } from "./search-index.ts";
import { moveByKeys } from "./search-keys.ts";
import { phrasesOf } from "./search-query.ts";
import { resultElement } from "./search-result.ts";
import { type SearchDesk, SearchRun } from "./search-run.ts";

/**
 * The search of `/search/`: the full text of all articles, looked up in the browser.
 *
 * It works on `form[data-search]` with an input named `q`: `data-search` is the address of the index's folder, `data-articles` how many
 * there are, `data-base` the site's base path; `data-words-some`, `-about` (with `{n}`), `-none` and `-failed` are what it announces. Results go into
 * `ol[data-search-results]`, the announcement into `[data-search-status]`; `[data-search-more]` shows more.
 */
const shownAtOnce = 10;
const typingPause = 250;

const form = document.querySelector<HTMLFormElement>("form[data-search]");
const input = form?.querySelector<HTMLInputElement>("input[name=q]");
const list = document.querySelector<HTMLElement>("[data-search-results]");
const status = document.querySelector<HTMLElement>("[data-search-status]");
const more = document.querySelector<HTMLButtonElement>("[data-search-more]");
if (form && input && list && status && more) startSearch({ form, input, list, status, more });

interface SearchPageParts {
  readonly form: HTMLFormElement;
  readonly input: HTMLInputElement;
  readonly list: HTMLElement;
  readonly status: HTMLElement;
  readonly more: HTMLButtonElement;
}

function startSearch({ form, input, list, status, more }: SearchPageParts): void {
  const word = (name: string) => form.getAttribute(`data-words-${name}`) ?? "";
  const base = form.getAttribute("data-base") ?? "/";
  const loadBytes = async (name: string) =>
    new Uint8Array(await (await fetched(`${form.dataset["search"]}${name}`)).arrayBuffer());
  const filters = new SearchFilters(form, async () => (await fetched(`${form.dataset["search"]}names.json`)).json());
  const index = new SearchIndex(Number(form.dataset["articles"]), loadBytes);
  let desk: Promise<SearchDesk> | undefined;
  let run: SearchRun | undefined;
  let newest = 0;
  let pause: ReturnType<typeof setTimeout> | undefined;

  /** The table is loaded at the first search, and again only after a failure. */
  function openDesk(): Promise<SearchDesk> {
    desk ??= loadBytes("han.bin").then((han) => ({
      index,
      fold: new SearchFold(decodeHan(han)),
      article: articleLoader(base),
    }));
    desk.catch(() => {
      desk = undefined;
    });
    return desk;
  }

  async function search(): Promise<void> {
    clearTimeout(pause);
    newest += 1;
    const turn = newest;
    run = undefined;
    if (input.value.trim() === "") return show([], "");
    list.setAttribute("aria-busy", "true");
    try {
      const { fold, ...rest } = await openDesk();
      const phrases = phrasesOf(input.value, fold);
      const started = await SearchRun.start({ fold, ...rest }, phrases, await filters.isWanted());
      const results = await started.next(shownAtOnce);
      if (turn !== newest) return;
      run = started;
      show(
        results.map((result) => resultElement(result, base)),
        announcement(started),
      );
    } catch {
      if (turn === newest) show([], word("failed"));
    }
  }

  async function showMore(): Promise<void> {
    const current = run;
    more.disabled = true;
    const results = await current?.next(shownAtOnce).catch(() => undefined);
    more.disabled = false;
    if (current === undefined || current !== run) return;
    if (results === undefined) return say(word("failed"));
    const added = results.map((result) => resultElement(result, base));
    list.append(...added);
    say(announcement(current));
    added[0]?.querySelector<HTMLElement>("a")?.focus();
  }

  function show(results: readonly HTMLElement[], message: string): void {
    list.replaceChildren(...results);
    list.removeAttribute("aria-busy");
    say(message);
  }

  function say(message: string): void {
    status.textContent = message;
    more.hidden = run?.isOver ?? true;
  }

  function announcement({ total, isOver }: SearchRun): string {
    if (total.count === 0 && isOver) return word("none");
    return word(total.isCertain ? "some" : "about").replace("{n}", String(total.count));
  }

  function address(): string {
    const chosen = new URLSearchParams(input.value.trim() === "" ? {} : { q: input.value.trim() });
    for (const [field, value] of filters.chosen) chosen.set(field, value);
    return chosen.size === 0 ? location.pathname : `${location.pathname}?${chosen}`;
  }

  function searchAfterPause(event: Event): void {
    // Han characters are composed from keystrokes: what stands in the field before the end is not what is meant.
    if (event instanceof InputEvent && event.isComposing) return;
    clearTimeout(pause);
    pause = setTimeout(() => {
      void search();
      history.replaceState(null, "", address());
    }, typingPause);
  }

  async function searchFromAddress(): Promise<void> {
    const asked = new URLSearchParams(location.search);
    input.value = asked.get("q") ?? "";
    await filters.choose(asked).catch(() => {});
    await search();
  }

  function searchNow(): void {
    history.pushState(null, "", address());
    void search();
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    searchNow();
  });
  form.addEventListener("change", (event) => {
    if (event.target instanceof HTMLSelectElement) searchNow();
  });
  form.querySelector("details")?.addEventListener("toggle", () => void filters.fill().catch(() => {}));
  input.addEventListener("input", searchAfterPause);
  input.addEventListener("compositionend", searchAfterPause);
  more.addEventListener("click", () => void showMore());
  addEventListener("popstate", () => void searchFromAddress());
  moveByKeys(input, list);
  if (input.value === "") void searchFromAddress();
  else void search();
}

/** Loads articles from their pages, each once. */
function articleLoader(base: string): SearchDesk["article"] {
  const loaded = new Map<string, ReturnType<SearchDesk["article"]>>();
  return (path) => {
    const known = loaded.get(path);
    if (known !== undefined) return known;
    const loading = fetched(base + path.slice(1)).then(async (page) => readArticlePage(await page.text(), path));
    loaded.set(path, loading);
    loading.catch(() => loaded.delete(path));
    return loading;
  };
}

async function fetched(address: string): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
}
