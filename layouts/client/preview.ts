import { DeskBar } from "./desk/desk-bar.ts";
import { previewAddresses, previewMark } from "./preview-addresses.ts";
import type { PreviewState } from "./preview-state.ts";

/**
 * Keeps an open page of the preview as the content is: loads it again when it has changed, and shows the desk bar over it.
 *
 * The server pushes every change, so nothing is asked for again and again. Only previews load this script.
 */
const msToRetry = 500;

// The browser's clock is read here and nowhere below.
const bar = new DeskBar(Date.now);
/** The page as it was loaded; a browser that does not tell takes it for the first it hears of. */
let page = markOf(performance.getEntriesByType("navigation"));

let events: EventSource | undefined;

loadStyles();
follow();
document.addEventListener("visibilitychange", follow);

function loadStyles(): void {
  const link = document.createElement("link");
  link.setAttribute("rel", "stylesheet");
  link.setAttribute("href", previewAddresses.styles);
  document.head.append(link);
}

/** Listens while the page can be seen: browsers keep six connections to a host, and a seventh tab would wait for ever. */
function follow(): void {
  events?.close();
  events = document.visibilityState === "visible" ? listen() : undefined;
}

function listen(): EventSource {
  const made = new EventSource(`${previewAddresses.events}?${new URLSearchParams({ page: location.pathname })}`);
  made.addEventListener("message", ({ data }) => {
    const state: PreviewState = JSON.parse(data);
    page ??= state.page;
    if (page === state.page) return bar.show(state);
    made.close();
    location.reload();
  });
  made.addEventListener("error", () => {
    // Browsers try again by themselves, but some give up when nobody answers at all.
    if (made.readyState === made.CLOSED) setTimeout(follow, msToRetry);
  });
  return made;
}

/** What the response of the page itself said in its `Server-Timing` (https://www.w3.org/TR/server-timing/). */
function markOf(navigations: readonly PerformanceEntry[]): string | undefined {
  return navigations
    .flatMap((each) => (each instanceof PerformanceNavigationTiming ? each.serverTiming : []))
    .find(({ name }) => name === previewMark)?.description;
}
