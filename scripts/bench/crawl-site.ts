import { setTimeout as pause } from "node:timers/promises";

/** What somebody found who followed all links again and again. */
export interface Crawled {
  /** How often the site was gone through from the front page. */
  readonly rounds: number;
  /** Pages that were read. */
  readonly pages: number;
  /** Links that led nowhere; empty when none did. */
  readonly faults: readonly string[];
}

/**
 * Goes through the site at `address` from its front page again and again until stopped: whatever a page points at must be there as long
 * as it does so. A file that is missing because its page has been replaced meanwhile is none of that page's.
 */
export function crawlSite(address: string): { readonly stop: () => Promise<Crawled> } {
  let isStopped = false;
  let rounds = 0;
  let pages = 0;
  const faults: string[] = [];
  const goThrough = async () => {
    const seen = new Set(["/"]);
    for (const path of seen) {
      if (!path.endsWith("/")) continue;
      pages++;
      for (const link of linksIn(await load(address, path))) {
        if (!seen.has(link) && (await load(address, link)) === undefined && (await isMissed(address, path, link)))
          faults.push(`${path} points at ${link}, which is not there`);
        seen.add(link);
      }
    }
    rounds++;
  };
  const crawling = (async () => {
    while (!isStopped) {
      await goThrough();
      await pause(1);
    }
  })();
  return {
    async stop() {
      isStopped = true;
      await crawling;
      return { rounds, pages, faults };
    },
  };
}

/** Whether a page still points at what is still not there. Files go only after the last page that points at them. */
async function isMissed(address: string, path: string, link: string): Promise<boolean> {
  if (!linksIn(await load(address, path)).includes(link) || (await load(address, link)) !== undefined) return false;
  return linksIn(await load(address, path)).includes(link);
}

function linksIn(html: string | undefined): readonly string[] {
  return [...(html ?? "").matchAll(/(?:href|src)="(\/[^"]*)"/gu)].map(([, link = ""]) => link);
}

async function load(address: string, path: string): Promise<string | undefined> {
  const response = await fetch(new URL(path.slice(1).replace(/(?<=^|\/)$/u, "index.html"), address));
  // A server that reads a file while it is replaced breaks off: the file is there.
  const text = await response.text().catch(() => "");
  return response.ok ? text : undefined;
}
