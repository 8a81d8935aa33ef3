import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { manifestName } from "../../edition/output-names.ts";
import { type ManifestFile, readManifest } from "../../verify/manifest.ts";
import type { Statement } from "../../verify/statement.ts";
import { sequenceFor } from "../plan-release.ts";
import type { WholeSite } from "../read-site.ts";
import type { Refusal } from "../refusal.ts";
import { manifestFor, type ReleaseFolder, releaseId } from "../release-folder.ts";
import type { KnownManifest, Releases } from "../target.ts";
import { type Journal, journalName, readJournal } from "./journal.ts";
import { below, type Store, type StoredFile, shownRemote } from "./rclone.ts";

/** One site at a remote of rclone, and what was stated about it and those before, which lies in a folder of this machine. */
export class RcloneReleases implements Releases {
  readonly currentName: string;
  readonly current: { readonly id: string } | Refusal | undefined;
  /** None but the one readers see: there is no room for more. */
  readonly ids: readonly string[] = [];
  readonly isFinished: boolean;
  readonly leftBehind: readonly string[];
  readonly unlinked: ReadonlySet<string>;
  /** What became of files since the manifest was written. */
  readonly journal: Journal;
  readonly #record: ReleaseFolder;
  readonly #manifest: Buffer | undefined;
  readonly #isJournalLost: boolean;
  readonly #stored: ReadonlyMap<string, StoredFile>;

  private constructor(
    record: ReleaseFolder,
    remote: string,
    {
      stored,
      manifest,
      journal,
    }: {
      readonly stored: readonly StoredFile[];
      readonly manifest: Buffer | undefined;
      readonly journal: Journal | "damaged";
    },
  ) {
    this.currentName = shownRemote(remote);
    this.#record = record;
    this.#manifest = manifest;
    this.#stored = new Map(stored.map((file) => [file.path, file]));
    this.#isJournalLost = journal === "damaged";
    this.journal = journal === "damaged" ? anythingOf(manifest) : journal;
    this.unlinked = this.journal.unlinked;
    this.isFinished = !this.#stored.has(journalName);
    const partial = stored.map(({ path }) => path).filter(isPartial);
    const touched = [...this.journal.files.keys()].filter((path) => this.#stored.has(path) && !isOurs(path));
    this.leftBehind = this.isFinished ? touched : [...touched, ...partial];
    this.current = this.#findCurrent();
  }

  /** Looks at the remote. `record` holds the statements. */
  static async look(rclone: Pick<Store, "remote" | "list" | "read">, record: ReleaseFolder): Promise<RcloneReleases> {
    const stored = await rclone.list();
    const has = (name: string) => stored.some(({ path }) => path === name);
    const manifest = has(manifestName) ? await rclone.read(manifestName) : undefined;
    const journal = readJournal(has(journalName) ? await rclone.read(journalName) : undefined);
    return new RcloneReleases(record, rclone.remote, { stored, manifest, journal });
  }

  /** All about which something is stated. */
  get stated(): readonly string[] {
    return this.#record.stated;
  }

  /** What was stated about release `id`. */
  statementOf(id: string): Promise<Statement | undefined> {
    return this.#record.statementOf(id);
  }

  /** The manifest of release `id`: that of the record, or the remote's where it is the one that was stated. */
  async manifestOf(id: string): Promise<KnownManifest | undefined> {
    return (await this.#record.manifestOf(id)) ?? (this.#manifest && manifestFor(id, this.#manifest));
  }

  /**
   * Files that are there already: those that manifest and journal know to be the same and whose size and hash, where the store tells one,
   * agree; and those of which nothing is known but the hash. No time is looked at.
   */
  async intact({ manifest, folder }: WholeSite): Promise<ReadonlySet<string>> {
    const { current } = this;
    const before = current !== undefined && "id" in current ? await this.manifestOf(current.id) : undefined;
    const intact = new Set<string>();
    for (const file of manifest.files.values()) {
      const known = this.journal.files.has(file.path)
        ? this.journal.files.get(file.path)
        : before?.manifest.files.get(file.path)?.sha256;
      const agrees = await storedAgrees(this.#stored.get(file.path), file, folder);
      if (agrees === "hash" || (agrees === "size" && known === file.sha256)) intact.add(file.path);
    }
    if (before?.manifest.sha256 === manifest.sha256) intact.add(manifestName);
    return intact;
  }

  /** Whether the store has the current site whole, as far as it tells; what others put beside it is theirs. */
  async isWhole(site: WholeSite): Promise<boolean> {
    return (await this.intact(site)).size === site.manifest.files.size + 1;
  }

  /** Never: nothing older is there. */
  async restorable(id: string): Promise<Refusal> {
    return { kind: "no-release", message: id, remedy: this.currentName };
  }

  #findCurrent(): { readonly id: string } | Refusal | undefined {
    if (this.#manifest === undefined) {
      const strange = [...this.#stored.keys()].filter(
        (path) => !isOurs(path) && !isPartial(path) && !this.journal.files.has(path),
      );
      // Who wrote the journal found the place empty; of what lies there now, nobody can tell whose it is.
      return strange.length === 0 || this.#isJournalLost ? undefined : strangers(this.currentName, strange);
    }
    const manifest = readManifest(this.#manifest);
    if ("fault" in manifest) return unstated(this, undefined);
    const id = this.stated.findLast((each) => each.endsWith(`-${manifest.sha256.slice(0, 12)}`));
    return id === undefined ? unstated(this, manifest.sha256) : { id };
  }
}

/** What is known without a journal: anything may have become of the files of the site that lies there. No other file is ours to delete. */
function anythingOf(bytes: Buffer | undefined): Journal {
  const manifest = bytes && readManifest(bytes);
  const files = manifest === undefined || "fault" in manifest ? [] : [...manifest.files.keys()];
  return { files: new Map(files.map((path) => [path, null])), unlinked: new Set() };
}

/** Whether what is stored is `file`, which lies in `folder`, as far as the store tells. */
export async function storedAgrees(
  stored: StoredFile | undefined,
  file: ManifestFile,
  folder: string,
): Promise<"hash" | "size" | "not"> {
  if (stored === undefined || (stored.size !== file.size && stored.size !== -1)) return "not";
  const name = stored.hashes.md5 === undefined ? "sha1" : "md5";
  const expected = stored.hashes[name];
  if (expected === undefined) return "size";
  const bytes = await readFile(join(folder, file.path));
  return createHash(name).update(bytes).digest("hex") === expected.toLowerCase() ? "hash" : "not";
}

/** What rclone (from 1.63) calls a file until it is whole. */
function isPartial(path: string): boolean {
  return /\.[0-9a-z]{8}\.partial$/u.test(path);
}

function isOurs(path: string): boolean {
  return path === manifestName || path === journalName;
}

function strangers(remote: string, paths: readonly string[]): Refusal {
  return {
    kind: "current-foreign",
    message: `${remote}：里面有不是发布来的文件 it holds files that nobody published: ${paths.slice(0, 5).join(", ")}${paths.length > 5 ? ", …" : ""}`,
    remedy: "把它们移开，或换一个路径 move them away, or name another path",
  };
}

/** Without it nobody could tell a file from one that was put there by somebody else, or whether the numbers go back. */
function unstated(
  { currentName, stated }: Pick<RcloneReleases, "currentName" | "stated">,
  sha256: string | undefined,
): Refusal {
  const manifest = below(currentName, manifestName);
  const next = sequenceFor({ ids: [], stated });
  const name = `${releaseId(typeof next === "number" ? next : 1, sha256 ?? "")}.manifest.json`;
  return {
    kind: "current-foreign",
    message: `${manifest}：--record 里没有它的声明 nothing is stated about it in --record`,
    remedy:
      sha256 === undefined
        ? "那不是清单，移开它 it is no manifest: move it away"
        : `把上次发布的 statements/ 拿来；确信它没有被改，就 bring statements/ from where it was last published; or, where you believe it: rclone copyto ${manifest} DIR/statements/${name}`,
  };
}
