import * as z from "zod";
import { parseJson } from "../../verify/manifest.ts";

/** Lies beside the site while it is published, and goes last. */
export const journalName = ".publishing.json";

/** What became of files since the manifest that lies there was written: who publishes after one that was killed learns what to believe. */
export interface Journal {
  /** SHA-256 of what was sent, or `null` while it may be anything. */
  readonly files: ReadonlyMap<string, string | null>;
  /** Those of them that nothing points at yet; they may themselves point at what was not sent any more. */
  readonly unlinked: ReadonlySet<string>;
}

const form = z.object({
  form: z.literal("banxin-publishing-1"),
  files: z.record(z.string(), z.string().nullable()),
  unlinked: z.array(z.string()),
});

/** Reads a journal; nothing was done where there is none, and nothing is known where it is damaged. */
export function readJournal(bytes: Uint8Array | undefined): Journal | "damaged" {
  if (bytes === undefined) return { files: new Map(), unlinked: new Set() };
  const read = form.safeParse(parseJson(bytes)).data;
  return read === undefined
    ? "damaged"
    : { files: new Map(Object.entries(read.files)), unlinked: new Set(read.unlinked) };
}

/** The text of a journal. */
export function writeJournal({ files, unlinked }: Journal): string {
  return JSON.stringify({ form: "banxin-publishing-1", files: Object.fromEntries(files), unlinked: [...unlinked] });
}
