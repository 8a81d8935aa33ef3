import { existsSync, lstatSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join, posix } from "node:path";
import { manifestName } from "../edition/output-names.ts";
import { manifestBeside } from "../verify/history.ts";
import { type Manifest, readManifest } from "../verify/manifest.ts";
import { readStatement, type Statement } from "../verify/statement.ts";

/** The name of a release: its sequence number and the beginning of its manifest's digest. */
export function releaseId(sequence: number, manifestDigest: string): string {
  return `${String(sequence).padStart(6, "0")}-${manifestDigest.slice(0, 12)}`;
}

/** The sequence number in a release's name; nothing for what is no such name. */
export function sequenceOf(id: string): number | undefined {
  const number = /^(\d{6,})-[0-9a-f]{12}$/u.exec(id)?.[1];
  return number === undefined ? undefined : Number(number);
}

/** What is being made or taken away below `releases/` begins so, and is nobody's after a crash. */
export const unfinishedPrefix = ".unfinished-";

/**
 * Where releases lie: `releases/<id>/` are whole sites that never change, `current` is a link to one of them, and what is stated about
 * each lies in `statements/`, outside of what readers see.
 */
export class ReleaseFolder {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** The link that a server is told to serve. */
  get currentLink(): string {
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
    return numbered(namesIn(this.releases));
  }

  /** All releases about which something is stated, oldest first; their sites may be gone. */
  get stated(): readonly string[] {
    return numbered(namesIn(this.statements).map((name) => name.replace(/(?:\.manifest)?\.json$/u, "")));
  }

  /** The release that readers see; `foreign` where something else stands there, nothing where nothing does. */
  get current(): { readonly id: string } | "foreign" | undefined {
    const link = this.currentLink;
    if (lstatSync(link, { throwIfNoEntry: false }) === undefined) return undefined;
    if (!lstatSync(link).isSymbolicLink()) return "foreign";
    const [folder, id = ""] = readlinkSync(link).split(posix.sep);
    return folder === "releases" && sequenceOf(id) !== undefined && existsSync(this.siteOf(id)) ? { id } : "foreign";
  }

  /** What was stated about release `id`. */
  statementOf(id: string): Statement | undefined {
    const file = this.statementFile(id);
    return existsSync(file) ? readStatement(readFileSync(file)) : undefined;
  }

  /**
   * The manifest of release `id`, and its text; nothing where it is gone or damaged. The copy beside the statement comes first, since
   * it lies outside of what is served; either must have the digest that the release is named for.
   */
  manifestOf(id: string): { readonly manifest: Manifest; readonly text: string } | undefined {
    for (const file of [manifestBeside(this.statementFile(id)), join(this.siteOf(id), manifestName)]) {
      const bytes = existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
      const manifest = readManifest(bytes);
      if (!("fault" in manifest) && id.endsWith(`-${manifest.sha256.slice(0, 12)}`))
        return { manifest, text: bytes.toString() };
    }
    return undefined;
  }
}

function numbered(names: readonly string[]): readonly string[] {
  return [...new Set(names)]
    .filter((name) => sequenceOf(name) !== undefined)
    .sort((a, b) => (sequenceOf(a) ?? 0) - (sequenceOf(b) ?? 0));
}

function namesIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}
