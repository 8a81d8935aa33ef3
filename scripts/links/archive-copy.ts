import * as z from "zod";
import type { Asking } from "./ask-link.ts";
import { fetchOnce } from "./fetch-once.ts";

/** Where the Internet Archive says what it has. Source: https://archive.org/help/wayback_api.php */
export const internetArchive = "https://archive.org/wayback/available";

const mostBytes = 100_000;
/** As long as an address may be that is remembered. */
const longestCopy = 2000;
const answer = z.object({
  archived_snapshots: z.object({
    closest: z.object({ available: z.literal(true), url: z.string(), status: z.string() }).optional(),
  }),
});

/**
 * The archived copy of `address` that lies nearest to `citedMs`, when the text was written that names it.
 *
 * @param archive an address that answers as `internetArchive` does
 * @returns nothing where the archive has none, or answers what nobody understands; rejects where it did not answer
 */
export async function archiveCopy(
  { address, citedMs }: { readonly address: string; readonly citedMs?: number | undefined },
  archive: string,
  { manners, turns }: Asking,
): Promise<string | undefined> {
  const url = new URL(archive);
  url.searchParams.set("url", address);
  if (citedMs !== undefined) url.searchParams.set("timestamp", stampOf(citedMs));
  const heard = await turns.take(url.host, () => fetchOnce({ url, method: "GET", mostBytes }, manners));
  // These are about the one address: the archive itself is well.
  if ([400, 404, 414].includes(heard.status)) return undefined;
  if (heard.status !== 200) throw new Error(`${url.host}: HTTP ${heard.status}`);
  const closest = answer.safeParse(parseJson(heard.text)).data?.archived_snapshots.closest;
  // Only what was there when it was kept, and only an address of the archive's own: it is put before editors to be copied.
  const copy = /^https?:\/\/(web\.archive\.org\/web\/\d{4,14}\/[\x21-\x7e]+)$/u.exec(closest?.url ?? "")?.[1];
  if (copy === undefined || closest?.status !== "200" || copy.length + 8 > longestCopy) return undefined;
  return `https://${copy}`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `20200327003100`, UTC. */
function stampOf(ms: number): string {
  return new Date(ms).toISOString().replaceAll(/\D/gu, "").slice(0, 14);
}
