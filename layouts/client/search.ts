import { type PublishedDesk, PublishedSearch } from "./published-search.ts";
import { SearchFilters } from "./search-filters.ts";
import { NotThere } from "./search-index.ts";
import { moveByKeys } from "./search-keys.ts";
import { phrasesOf } from "./search-query.ts";
import { resultElement } from "./search-result.ts";
import { SearchRun } from "./search-run.ts";
import { shorterQueries } from "./search-shorter.ts";

/**
 * The search of `/search/`: the full text of all articles, looked up in the browser.
 *
 * It works on `form[data-search]` with an input named `q`: `data-search` is the address of the index's folder,
 * `data-base` the site's base path; `data-words-some`, `-about` (with `{n}`), `-none` and `-failed` are what it announces. Results go into
 * `ol[data-search-results]`, the announcement into `[data-search-status]`; `[data-search-more]` shows more. Where nothing is found, `[data-search-shorter]`
 * gets links to parts of the query that find something.
 */
const shownAtOnce = 10;
const typingPause = 250;
/** Marks what was asked for in the history: it stays there, where what is only typed is written over. */
const askedFor = "asked";

const form = document.querySelector<HTMLFormElement>("form[data-search]");
const input = form?.querySelector<HTMLInputElement>("input[name=q]");
const list = document.querySelector<HTMLElement>("[data-search-results]");
const status = document.querySelector<HTMLElement>("[data-search-status]");
const more = document.querySelector<HTMLButtonElement>("[data-search-more]");
const shorter = document.querySelector<HTMLElement>("[data-search-shorter]");
if (form && input && list && status && more && shorter) startSearch({ form, input, list, status, more, shorter });

interface SearchPageParts {
  readonly form: HTMLFormElement;
  readonly input: HTMLInputElement;
  readonly list: HTMLElement;
  readonly status: HTMLElement;
  readonly more: HTMLButtonElement;
  readonly shorter: HTMLElement;
}

function startSearch({ form, input, list, status, more, shorter }: SearchPageParts): void {
  const word = (name: string) => form.getAttribute(`data-words-${name}`) ?? "";
  const base = form.getAttribute("data-base") ?? "/";
  const published = new PublishedSearch(
    (name, cache) => fetched(`${form.dataset["search"]}${name}`, cache),
    () => performance.now(),
  );
  const filters = new SearchFilters(form, async () => (await published.desk()).names());
  let run: SearchRun | undefined;
  let newest = 0;
  let pause: ReturnType<typeof setTimeout> | undefined;

  async function search(): Promise<void> {
    clearTimeout(pause);
    newest += 1;
    const turn = newest;
    run = undefined;
    if (input.value.trim() === "") return show([], "");
    list.setAttribute("aria-busy", "true");
    try {
      const query = input.value;
      const found = await published.search(
        (desk) => look(desk, query),
        ({ started }) => isEmpty(started),
      );
      if (turn !== newest) return;
      run = found.started;
      show(
        found.results.map((result) => resultElement(result, base)),
        announcement(found.started),
      );
      if (!isEmpty(found.started)) return;
      const parts = await shorterQueries(found.desk, found.phrases, found.isWanted).catch(() => []);
      if (turn === newest) offer(parts);
    } catch {
      if (turn === newest) show([], word("failed"));
    }
  }

  async function look(desk: PublishedDesk, query: string) {
    const phrases = phrasesOf(query, desk.fold);
    const isWanted = await filters.isWanted(desk.names);
    const started = await SearchRun.start(desk, phrases, isWanted);
    return { desk, phrases, isWanted, started, results: await started.next(shownAtOnce) };
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
    offer([]);
    say(message);
  }

  function offer(queries: readonly string[]): void {
    shorter.hidden = queries.length === 0;
    shorter.replaceChildren(word("shorter"), ...queries.map((query) => linkTo(query, address(query))));
  }

  function say(message: string): void {
    status.textContent = message;
    more.hidden = run?.isOver ?? true;
  }

  function announcement(started: SearchRun): string {
    if (isEmpty(started)) return word("none");
    const { total } = started;
    return word(total.isCertain ? "some" : "about").replace("{n}", String(total.count));
  }

  function address(query = input.value.trim()): string {
    const chosen = new URLSearchParams(query === "" ? {} : { q: query });
    for (const [field, value] of filters.chosen) chosen.set(field, value);
    return chosen.size === 0 ? location.pathname : `${location.pathname}?${chosen}`;
  }

  function searchAfterPause(event: Event): void {
    // Han characters are composed from keystrokes: what stands in the field before the end is not what is meant.
    if (event instanceof InputEvent && event.isComposing) return;
    clearTimeout(pause);
    pause = setTimeout(() => {
      void search();
      if (history.state === askedFor && !isHere(address())) history.pushState(null, "", address());
      else history.replaceState(history.state, "", address());
    }, typingPause);
  }

  async function searchFromAddress(): Promise<void> {
    clearTimeout(pause);
    newest += 1;
    const turn = newest;
    const asked = new URLSearchParams(location.search);
    input.value = asked.get("q") ?? "";
    try {
      await filters.choose(asked);
    } catch {
      // All there is would not be what the address asks for.
      if (turn !== newest) return;
      run = undefined;
      return show([], word("failed"));
    }
    await search();
  }

  function searchNow(): void {
    // The same again is no step to go back by.
    if (isHere(address())) history.replaceState(askedFor, "", address());
    else history.pushState(askedFor, "", address());
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
  // Who goes there is about to search.
  input.addEventListener("focus", () => void published.desk().catch(() => {}));
  input.addEventListener("input", searchAfterPause);
  input.addEventListener("compositionend", searchAfterPause);
  more.addEventListener("click", () => void showMore());
  addEventListener("popstate", () => void searchFromAddress());
  moveByKeys(input, list);
  if (input.value === "") void searchFromAddress();
  else void search();
}

function isEmpty({ total, isOver }: SearchRun): boolean {
  return total.count === 0 && isOver;
}

/** Whether `address`, a path with what is asked, is the page's own. */
function isHere(address: string): boolean {
  const asked = new URLSearchParams(location.search);
  return address === (asked.size === 0 ? location.pathname : `${location.pathname}?${asked}`);
}

function linkTo(query: string, address: string): HTMLElement {
  const link = document.createElement("a");
  link.href = address;
  link.textContent = query;
  return link;
}

async function fetched(address: string, cache: RequestCache): Promise<Uint8Array> {
  const response = await fetch(address, { cache });
  if (response.status === 404 || response.status === 410) throw new NotThere(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
