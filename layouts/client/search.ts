import { articlesOf, type SearchArticle, type SearchColumns } from "./search-index.ts";
import { type MarkedPiece, markHits, matchArticles, type SearchableArticle, searchable } from "./search-match.ts";
import { queryWords } from "./search-words.ts";

/**
 * The search of `/search/`: headlines, names, columns and summaries, looked through in the browser.
 *
 * It works on `form[data-search]` with an input named `q`: `data-index` is the address of the index, `data-base` the site's
 * base path, `data-words-none` and `data-words-some` (with `{n}`) the words to announce, `data-words-failed`, when given,
 * those for an index that cannot be had. Results go into `ol[data-search-results]`, the announcement into `[data-search-status]`.
 * Text becomes text nodes only; nothing is ever parsed as HTML.
 */
const shownResults = 50;
const typingPause = 150;

const form = document.querySelector<HTMLFormElement>("form[data-search]");
const input = form?.querySelector<HTMLInputElement>("input[name=q]");
const list = document.querySelector<HTMLElement>("[data-search-results]");
const status = document.querySelector<HTMLElement>("[data-search-status]");
if (form && input && list && status) startSearch(form, input, list, status);

function startSearch(form: HTMLFormElement, input: HTMLInputElement, list: HTMLElement, status: HTMLElement): void {
  const loadOnce = indexLoader(form.getAttribute("data-index") ?? "");
  let newest = 0;
  let pause: ReturnType<typeof setTimeout> | undefined;

  async function search(): Promise<void> {
    clearTimeout(pause);
    newest += 1;
    const turn = newest;
    const words = queryWords(input.value);
    if (words.length === 0) return show([], words, "");
    list.setAttribute("aria-busy", "true");
    const articles = await loadOnce().catch(() => undefined);
    if (turn !== newest) return;
    if (articles === undefined) return show([], words, form.getAttribute("data-words-failed") ?? "");
    const result = matchArticles(articles, words, shownResults);
    show(result.articles, words, announcement(form, result.total));
  }

  function show(articles: readonly SearchArticle[], words: readonly string[], message: string): void {
    list.replaceChildren(
      ...articles.map((article) => resultItem(article, words, form.getAttribute("data-base") ?? "/")),
    );
    list.removeAttribute("aria-busy");
    status.textContent = message;
  }

  function searchAfterPause(event: Event): void {
    // Han characters are composed from keystrokes: what stands in the field before the end is not what is meant.
    if (event instanceof InputEvent && event.isComposing) return;
    clearTimeout(pause);
    pause = setTimeout(() => {
      void search();
      history.replaceState(null, "", addressOf(input.value));
    }, typingPause);
  }

  function searchFromAddress(): void {
    input.value = new URLSearchParams(location.search).get("q") ?? "";
    void search();
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    history.pushState(null, "", addressOf(input.value));
    void search();
  });
  input.addEventListener("input", searchAfterPause);
  input.addEventListener("compositionend", searchAfterPause);
  addEventListener("popstate", searchFromAddress);
  if (input.value === "") searchFromAddress();
  else void search();
}

/** Loads the index when first asked, and again only after a failure. */
function indexLoader(address: string): () => Promise<readonly SearchableArticle[]> {
  let loading: Promise<readonly SearchableArticle[]> | undefined;
  return () => {
    loading ??= loadIndex(address).catch((failure: unknown) => {
      loading = undefined;
      throw failure;
    });
    return loading;
  };
}

async function loadIndex(address: string): Promise<readonly SearchableArticle[]> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const columns: SearchColumns = await response.json();
  return articlesOf(columns).map(searchable);
}

function announcement(form: HTMLFormElement, total: number): string {
  if (total === 0) return form.getAttribute("data-words-none") ?? "";
  return (form.getAttribute("data-words-some") ?? "{n}").replace("{n}", String(total));
}

function addressOf(query: string): string {
  const trimmed = query.trim();
  return trimmed === "" ? location.pathname : `${location.pathname}?${new URLSearchParams({ q: trimmed })}`;
}

/** A result looks as articles do in every list (`layouts/parts/teaser.tsx`), with its hits marked. */
function resultItem(article: SearchArticle, words: readonly string[], base: string): HTMLElement {
  const headline = filled("a", "headline", markHits(article.title, words));
  headline.setAttribute("href", base + article.path.slice(1));
  const title = filled("h2", "teaser-title", []);
  title.append(headline);
  const day = article.date.match(/^\d{4}-\d{2}-\d{2}/u)?.[0] ?? article.date;
  const time = filled("time", "", [{ text: day, isHit: false }]);
  time.setAttribute("datetime", article.date);
  const names = [article.authors.join(" "), article.source, article.column].filter(Boolean).join(" · ");
  const credits = filled("p", "teaser-credits", markHits(` ${names}`, words));
  credits.prepend(time);
  const item = document.createElement("li");
  item.append(title, credits);
  if (article.summary !== "") item.append(filled("p", "excerpt", markHits(article.summary, words)));
  return item;
}

function filled(name: string, className: string, pieces: readonly MarkedPiece[]): HTMLElement {
  const element = document.createElement(name);
  if (className !== "") element.className = className;
  element.append(...pieces.map((piece) => (piece.isHit ? mark(piece.text) : piece.text)));
  return element;
}

function mark(text: string): HTMLElement {
  const element = document.createElement("mark");
  element.textContent = text;
  return element;
}
