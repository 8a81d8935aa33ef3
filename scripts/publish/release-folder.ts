import { existsSync, lstatSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import { manifestName } from "../edition/output-names.ts";
import { contentHash } from "../store/content-hash.ts";
import { FolderSite } from "../verify/folder-site.ts";
import { manifestBeside } from "../verify/history.ts";
import { type Manifest, type ManifestFile, readManifest } from "../verify/manifest.ts";
import { readStatement, type Statement } from "../verify/statement.ts";
import { readSite, type WholeSite } from "./read-site.ts";
import type { Refusal } from "./refusal.ts";
import type { KnownManifest, Releases } from "./target.ts";

/** A file, and what its bytes are. */
export type FileDigest = Pick<ManifestFile, "path" | "sha256">;

/** The name of a release: its sequence number and the beginning of its manifest's digest. */
export function releaseId(sequence: number, manifestDigest: string): string {
  return `${String(sequence).padStart(6, "0")}-${manifestDigest.slice(0, 12)}`;
}

/** The sequence number in a release's name; nothing for what is no such name. */
export function sequenceOf(id: string): number | undefined {
  // No more digits than a number holds: a folder that somebody puts there must not lead to numbers that cannot rise.
  const number = /^(\d{6,15})-[0-9a-f]{12}$/u.exec(id)?.[1];
  return number === undefined ? undefined : Number(number);
}

/** What is being made or taken away below `releases/` begins so, and is nobody's after a crash. */
export const unfinishedPrefix = ".unfinished-";

/**
 * Where releases lie: `releases/<id>/` are whole sites that never change, `current` is a link to one of them, and what is stated about
 * each lies in `statements/`, outside of what readers see.
 */
export class ReleaseFolder implements Releases {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** The link that a server is told to serve. */
  get currentName(): string {
    return join(this.folder, "current");
  }

  get releases(): string {
    return join(this.folder, "releases");
  }

  get statements(): string {
    return join(this.folder, "statements");
  }

  /** The folder of release `id`. */
  siteOf(id: string): string {
    return join(this.releases, id);
  }

  /** The file that states what release `id` is. */
  statementFile(id: string): string {
    return join(this.statements, `${id}.json`);
  }

  /** All releases, oldest first. */
  get ids(): readonly string[] {
    return inOrder(namesIn(this.releases));
  }

  /** All releases about which something is stated, oldest first; their sites may be gone. */
  get stated(): readonly string[] {
    return inOrder(namesIn(this.statements).map(releaseStated));
  }

  /** The release that readers see; why not where something else stands there, nothing where nothing does. */
  get current(): { readonly id: string } | Refusal | undefined {
    const link = this.currentName;
    if (lstatSync(link, { throwIfNoEntry: false }) === undefined) return undefined;
    return currentOf(link, lstatSync(link).isSymbolicLink() ? readlinkSync(link) : "", this.ids);
  }

  /** What was stated about release `id`. */
  async statementOf(id: string): Promise<Statement | undefined> {
    const file = this.statementFile(id);
    return existsSync(file) ? readStatement(readFileSync(file)) : undefined;
  }

  /**
   * The manifest of release `id`, and its text; nothing where it is gone or damaged. The copy beside the statement comes first, since
   * it lies outside of what is served; either must have the digest that the release is named for.
   */
  async manifestOf(id: string): Promise<KnownManifest | undefined> {
    for (const file of [manifestBeside(this.statementFile(id)), join(this.siteOf(id), manifestName)]) {
      const known = existsSync(file) ? manifestFor(id, readFileSync(file)) : undefined;
      if (known !== undefined) return known;
    }
    return undefined;
  }

  /** Always: releases are whole. */
  readonly isFinished = true;

  /** Nothing: releases are whole. */
  readonly leftBehind: readonly string[] = [];

  /** Nothing, likewise. */
  readonly unlinked: ReadonlySet<string> = new Set();

  /** Files of the current release, every byte of which is read. No link is followed: what lies at its other end may change. */
  async intact({ manifest }: WholeSite): Promise<ReadonlySet<string>> {
    const { id, files } = await candidates(this, manifest);
    const intact = new Set<string>();
    if (files.length === 0) return intact;
    const site = new FolderSite(this.siteOf(id));
    for (const { path, sha256 } of files) {
      const found = await site.load(path);
      if (found.kind === "file" && contentHash(found.bytes) === sha256) intact.add(path);
    }
    return intact;
  }

  /** Whether the current release is `site`, every byte of which is read, and holds no other file. */
  async isWhole(site: WholeSite): Promise<boolean> {
    const { id } = await candidates(this, site.manifest);
    const intact = await this.intact(site);
    return intact.size === site.manifest.files.size + 1 && new FolderSite(this.siteOf(id)).paths.length === intact.size;
  }

  /** Release `id`, every byte of which is read. */
  restorable(id: string): Promise<WholeSite | Refusal> {
    return readSite(this.siteOf(id));
  }
}

/** Files of `manifest` that should be in the current release as well, by its manifest; the manifest itself where it is the same. */
export async function candidates(
  releases: Pick<Releases, "current" | "manifestOf">,
  { files, sha256: digest }: Manifest,
): Promise<{ readonly id: string; readonly files: readonly FileDigest[] }> {
  const { current } = releases;
  const id = current !== undefined && "id" in current ? current.id : "";
  const before = id === "" ? undefined : await releases.manifestOf(id);
  const isAlike = ({ path, sha256 }: FileDigest) => before?.manifest.files.get(path)?.sha256 === sha256;
  const own = before?.manifest.sha256 === digest ? [{ path: manifestName, sha256: digest }] : [];
  return { id, files: [...[...files.values()].filter(isAlike), ...own] };
}

/** The manifest in `bytes` where it is the one that release `id` is named for. */
export function manifestFor(id: string, bytes: Uint8Array): KnownManifest | undefined {
  const manifest = readManifest(bytes);
  if ("fault" in manifest || !id.endsWith(`-${manifest.sha256.slice(0, 12)}`)) return undefined;
  return { manifest, text: Buffer.from(bytes).toString() };
}

/** The release that the link named `name` leads to with `target`; why it is not ours to move where it is no such link. */
export function currentOf(name: string, target: string, ids: readonly string[]): { readonly id: string } | Refusal {
  // The whole of it: behind a name of ours a link may lead anywhere.
  const id = ids.find((each) => target === `releases/${each}` || target === `releases/${each}/`);
  if (id !== undefined) return { id };
  return {
    kind: "current-foreign",
    message: `${name} 不是指向某次发布的链接 it is no link to a release`,
    remedy: "把它移开，或换一个文件夹 move it away, or name another folder",
  };
}

/** The release about which a file in `statements/` with this name says something. */
export function releaseStated(name: string): string {
  return name.replace(/(?:\.manifest)?\.json$/u, "");
}

/** Those of `names` that are releases, oldest first, each once. */
export function inOrder(names: readonly string[]): readonly string[] {
  return [...new Set(names)]
    .filter((name) => sequenceOf(name) !== undefined)
    .sort((a, b) => (sequenceOf(a) ?? 0) - (sequenceOf(b) ?? 0));
}

function namesIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}
