import { type Patience, patientFetch } from "./patient-fetch.ts";
import type { Found, PublishedSite } from "./published-site.ts";

/** How a host is usually asked. */
export const usualPatience: Patience = { msForAnswer: 30_000, tries: 4, msBeforeRetry: 500 };

/** What a file may be longer than it should and is still read to its end. */
const spareBytes = 1 << 20;

/** A site as a host serves it: what readers get. */
export class HostSite implements PublishedSite {
  readonly atOnce: number;
  readonly paths = undefined;
  readonly #address: string;
  readonly #patience: Patience;

  /** @param address of the site, with its sub-folder */
  constructor(address: string, atOnce: number, patience: Patience = usualPatience) {
    this.#address = address.endsWith("/") ? address : `${address}/`;
    this.atOnce = atOnce;
    this.#patience = patience;
  }

  /** Asks for the address that readers open, which is the folder's for an `index.html`. */
  async load(path: string, size: number): Promise<Found> {
    const address = path.replace(/(?:^|(?<=\/))index\.html$/u, "");
    const url = this.#address + address.split("/").map(encodeURIComponent).join("/");
    const answer = await patientFetch(url, size + spareBytes, this.#patience);
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
