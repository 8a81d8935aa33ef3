import type { IncomingMessage, ServerResponse } from "node:http";
import type { DeskAnswers, DeskQuestion } from "../../layouts/client/desk/desk-state.ts";
import { previewAddresses, previewMark } from "../../layouts/client/preview-addresses.ts";
import type { PreviewState, ToldProblems } from "../../layouts/client/preview-state.ts";
import type { PreviewDesk } from "./desk/preview-desk.ts";
import type { PreviewClient } from "./page-assets.ts";
import type { PreviewFolder } from "./preview-folder.ts";
import { problemPage } from "./preview-problem-page.ts";

/** Answers a request or leaves it to `next`: Eleventy's server, which serves files. */
export type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => unknown) => Promise<void>;

/** How long a browser waits before it asks again for a server that is gone, as while new code starts. */
const msToRetry = 300;

/** What stands between the open pages and the preview: keeps what is asked for up to date, and tells what changes. */
export class PreviewChannel {
  readonly #client: () => Promise<PreviewClient>;
  readonly #desk: PreviewDesk | undefined;
  /** Open pages, and the addresses they are at. */
  readonly #listeners = new Map<ServerResponse, string>();
  #told: ToldProblems = { language: "zh-Hans", errors: 0, warnings: 0, problems: [] };
  #folder: PreviewFolder | undefined;

  /**
   * @param client what pages load, when they first do
   * @param desk what more is known of pages than they show
   */
  constructor(client: () => Promise<PreviewClient>, desk?: PreviewDesk) {
    this.#client = client;
    this.#desk = desk;
  }

  /** Tells all open pages what is wrong, and that they may have changed. `folder` is absent as long as there is no site to show. */
  async tell(told: ToldProblems, folder: PreviewFolder | undefined): Promise<void> {
    this.#told = told;
    this.#folder = folder;
    await Promise.all([...this.#listeners].map(([response, address]) => this.#push(response, address)));
  }

  /** Answers for the preview, before Eleventy's server does. Whatever goes wrong, the server lives on. */
  readonly answer: Middleware = async (request, response, next) => {
    const url = urlOf(request);
    if (url === undefined) return end(response, 400, "text/plain", "");
    try {
      response.setHeader("Cache-Control", "no-store");
      switch (url.pathname) {
        case previewAddresses.script:
          return end(response, 200, "text/javascript", (await this.#client()).script);
        case previewAddresses.styles:
          return end(response, 200, "text/css", (await this.#client()).styles);
        case previewAddresses.events:
          return await this.#listen(response, pathOf(url.searchParams));
        case previewAddresses.desk:
          return end(response, 200, "application/json", JSON.stringify(await this.#ask(url.searchParams)));
        default:
          return await this.#serve(url.pathname, response, next);
      }
    } catch (error) {
      if (response.headersSent) response.destroy();
      else end(response, 500, "text/plain", String(error));
    }
  };

  /** What was asked of the desk, as `DeskAnswers` say; null where there is nothing to tell. */
  async #ask(asked: URLSearchParams): Promise<DeskAnswers[DeskQuestion] | null> {
    const page = pathOf(asked);
    const desk = this.#desk;
    switch (asked.get("ask")) {
      case "related":
        return (await desk?.related(page)) ?? null;
      case "changes":
        return (await desk?.changes(page)) ?? null;
      case "wechat":
        return desk?.wechat(page) ?? null;
      default:
        return null;
    }
  }

  async #serve(address: string, response: ServerResponse, next: () => unknown): Promise<void> {
    if (this.#folder === undefined) return end(response, 503, "text/html", problemPage(this.#told));
    await this.#folder.prove(address);
    response.setHeader("Server-Timing", `${previewMark};desc="${this.#folder.keyAt(address)}"`);
    next();
  }

  async #listen(response: ServerResponse, address: string): Promise<void> {
    response.writeHead(200, { "Content-Type": "text/event-stream" });
    response.write(Buffer.from(`retry: ${msToRetry}\n\n`));
    response.on("close", () => this.#listeners.delete(response));
    this.#listeners.set(response, address);
    await this.#push(response, address);
  }

  async #push(response: ServerResponse, address: string): Promise<void> {
    // What cannot be printed is told when all pages are brought up to date.
    await this.#folder?.prove(address).catch(() => {});
    const state: PreviewState = {
      page: this.#folder?.keyAt(address) ?? "",
      ...this.#told,
      desk: this.#desk?.pageAt(address),
    };
    // Bytes, since Eleventy's server keeps text back until the end of the response.
    response.write(Buffer.from(`data: ${JSON.stringify(state)}\n\n`));
  }
}

/** The page that a question is about, as its path stands in the address of a browser. */
function pathOf(asked: URLSearchParams): string {
  const page = asked.get("page") ?? "/";
  return /^\/(?!\/)[\x21-\x7e]*$/u.test(page) && !page.includes("//") ? page : "/";
}

/** The address asked for; nothing for one that no file could have, which Eleventy's server does not expect either. */
function urlOf({ url = "/" }: IncomingMessage): URL | undefined {
  try {
    const parsed = new URL(url, "http://localhost/");
    const isBelow = !decodeURIComponent(parsed.pathname).split(/[/\\]/u).includes("..");
    return isBelow ? parsed : undefined;
  } catch {
    return undefined;
  }
}

function end(response: ServerResponse, status: number, type: string, body: string | Uint8Array): void {
  response.writeHead(status, { "Content-Type": `${type}; charset=utf-8` });
  response.end(Buffer.from(body));
}
