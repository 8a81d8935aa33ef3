import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { manifestName } from "../edition/output-names.ts";
import { contentHash } from "../store/content-hash.ts";
import { Shelves } from "../store/shelves.ts";
import type { Instant } from "../text/brands.ts";
import { parseJson } from "../verify/manifest.ts";
import { type GitState, gitState } from "./git-state.ts";

/**
 * What a build knew and its output does not tell: one commit gives one set of bytes whenever it is built, so nothing of it may stand in
 * the site. It is written into the cache, under the digest of the manifest that came of it.
 */
export interface BuildNote {
  /** SHA-256 of the manifest. */
  readonly manifest: string;
  /** In UTC, as ISO 8601 has it. */
  readonly asOf: string;
  /** Absent where the content is in no repository. */
  readonly git?: GitState | undefined;
}

const ledger = "builds";
/** So many builds are remembered: of several newsrooms with one cache, or several instants of one. */
const notesKept = 16;

const form = z.array(
  z.object({
    manifest: z.string(),
    asOf: z.string(),
    git: z.object({ commit: z.string(), isDirty: z.boolean(), folder: z.string() }).optional(),
  }),
);

/** One build, before it begins. */
export interface Noting {
  readonly content: string;
  readonly out: string;
  readonly cache: string;
  readonly asOf: Instant;
}

/** Begins to look which commit is built, and returns what writes it down when the build has ended well. */
export function startNote({ content, out, cache, asOf }: Noting): () => Promise<void> {
  // Beside the build, which takes longer.
  const git = gitState(content, [out, cache]);
  return async () => noteBuild(cache, out, { asOf: new Date(asOf).toISOString(), git: await git });
}

/** Writes down what the build into `out` knew. */
function noteBuild(cache: string, out: string, known: Omit<BuildNote, "manifest">): void {
  const file = join(out, manifestName);
  if (!existsSync(file)) return;
  const shelves = new Shelves(cache);
  const manifest = contentHash(readFileSync(file));
  const others = notesIn(shelves).filter((note) => note.manifest !== manifest);
  shelves.keepLedger(ledger, JSON.stringify([{ manifest, ...known }, ...others].slice(0, notesKept)));
  shelves.close();
}

/** What the last build knew whose manifest has the digest `manifest`. */
export function buildNote(cache: string, manifest: string): BuildNote | undefined {
  return notesIn(new Shelves(cache)).find((note) => note.manifest === manifest);
}

function notesIn(shelves: Shelves): readonly BuildNote[] {
  const bytes = shelves.ledger(ledger);
  return bytes === undefined ? [] : (form.safeParse(parseJson(bytes)).data ?? []);
}
