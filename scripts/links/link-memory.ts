import * as z from "zod";
import { linkFaults } from "../report/link-faults.ts";
import { readLedger, writeLedger } from "../store/ledger.ts";

const instant = z.number().int().nonnegative();
const address = z.string().max(2000);
const answer = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("alive"), ms: z.number().nonnegative(), moved: address.optional() }),
  z.strictObject({ kind: z.literal("failing"), fault: z.enum(linkFaults), status: z.number().int().optional() }),
  z.strictObject({ kind: z.literal("unclear"), reason: z.enum(["guarded", "robots", "busy", "private", "chain"]) }),
]);
const remembered = z.strictObject({
  askedMs: instant,
  answer,
  failures: z.strictObject({ firstMs: instant, lastMs: instant, runs: z.number().int().positive() }).optional(),
  archive: z.strictObject({ askedMs: instant, copy: address.optional() }).optional(),
});
const memory = z.record(address, remembered);

/**
 * How an address answered: it is there (`ms` milliseconds to the last answer; `moved` where it has moved for good), it is not, or
 * nobody but a reader can tell (it keeps programs out, its robots.txt does not want us, it is too busy, it is not on the open net,
 * its certificate lacks a link that browsers find elsewhere).
 */
export type LinkAnswer = z.output<typeof answer>;

/** What is remembered of one address. Times are milliseconds since 1970; `failures` are those without a good answer in between. */
export type RememberedLink = z.output<typeof remembered>;

/** What is remembered of addresses, by address. */
export type LinkMemory = ReadonlyMap<string, RememberedLink>;

/** More addresses than any publication links to; what is beyond is asked anew each time. */
const mostAddresses = 200_000;

/** What the file `path` remembers; nothing where it is missing, damaged or of another form. */
export function readLinkMemory(path: string): LinkMemory {
  const bytes = readLedger(path);
  if (bytes === undefined) return new Map();
  try {
    const read = memory.safeParse(JSON.parse(bytes.toString("utf8")));
    return new Map(read.success ? Object.entries(read.data) : []);
  } catch {
    return new Map();
  }
}

/** Writes what is remembered of the first 200,000 addresses. */
export function writeLinkMemory(path: string, links: LinkMemory): void {
  writeLedger(path, JSON.stringify(Object.fromEntries([...links].slice(0, mostAddresses))));
}
