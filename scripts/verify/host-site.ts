import { type Patience, patientFetch, timedOut } from "./patient-fetch.ts";
import type { Found, PublishedSite } from "./published-site.ts";
import { encodedPath } from "./site-links.ts";

/** How a host is usually asked. */
export const usualPatience: Patience = { msForAnswer: 30_000, tries: 4, msBeforeRetry: 500 };

/** What a file may be longer than it should and is still read to its end. */
const spareBytes = 1 << 20;

/** After so many files in a row that a host took too long for, it is not waited for any more: it may want to hold us up for days. */
const mostTimedOut = 32;

/** A site as a host serves it: what readers get. */
export class HostSite implements PublishedSite {
  readonly atOnce: number;
  readonly paths = undefined;
  readonly #address: string;
  readonly #patience: Patience;
  #timedOut = 0;

  /** @param address of the site, with its sub-folder */
  constructor(address: string, atOnce: number, patience: Patience = usualPatience) {
    this.#address = address.endsWith("/") ? address : `${address}/`;
    this.atOnce = atOnce;
    this.#patience = patience;
  }

  /** Asks for the address that readers open, which is the folder's for an `index.html`. */
  async load(path: string, size: number): Promise<Found> {
    if (this.#timedOut >= mostTimedOut)
      return { kind: "unreadable", why: "不再问了：这台主机一直没有回答 not asked: the host had stopped answering" };
    const address = path.replace(/(?:^|(?<=\/))index\.html$/u, "");
    const url = this.#address + encodedPath(address);
    const answer = await patientFetch(url, size + spareBytes, this.#patience);
    this.#timedOut = answer === timedOut ? this.#timedOut + 1 : 0;
    if (typeof answer === "string") return { kind: "unreadable", why: answer };
    const { status, bytes, headers } = answer;
    if (status === 404 || status === 410)
      return path === "404.html" && bytes.length > 0 ? { kind: "file", bytes, headers } : { kind: "nothing" };
    return status === 200 ? { kind: "file", bytes, headers } : { kind: "unreadable", why: toldBy(status, headers) };
  }
}

function toldBy(status: number, headers: Headers): string {
  const location = headers.get("location");
  return location === null ? `HTTP ${status}` : `HTTP ${status} → ${location}`;
}
