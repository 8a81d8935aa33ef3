import { posix } from "node:path";
import { manifestName } from "../../edition/output-names.ts";
import { manifestBeside } from "../../verify/history.ts";
import { policyOfHostFile } from "../../verify/policy-header.ts";
import type { Found } from "../../verify/published-site.ts";
import { addressInRobots } from "../../verify/site-address.ts";
import { readStatement, type Statement } from "../../verify/statement.ts";
import type { WholeSite } from "../read-site.ts";
import type { Refusal } from "../refusal.ts";
import { candidates, currentOf, type FileDigest, inOrder, manifestFor, releaseStated } from "../release-folder.ts";
import type { KnownManifest, Releases } from "../target.ts";
import type { RemoteShell } from "./remote-shell.ts";

/** The releases at a server, as its shell found them when it was asked. */
export class SshReleases implements Releases {
  readonly currentName: string;
  readonly current: { readonly id: string } | Refusal | undefined;
  readonly ids: readonly string[];
  readonly stated: readonly string[];
  /** What killed publishers have left, by name below `releases/`. */
  readonly unfinished: readonly string[];
  readonly #shell: RemoteShell;

  private constructor(shell: RemoteShell, name: string, found: readonly (readonly [kind: string, name: string])[]) {
    const named = (kind: string) => found.filter(([each]) => each === kind).map(([, each]) => each);
    this.#shell = shell;
    this.currentName = `${name}/current`;
    this.ids = inOrder(named("release"));
    this.stated = inOrder(named("statement").map(releaseStated));
    this.unfinished = named("unfinished");
    const [link] = named("current");
    this.current = link === undefined ? undefined : currentOf(this.currentName, link, this.ids);
  }

  /** Looks at the folder that the shell is in. `name` is what messages call it. */
  static async look(shell: RemoteShell, name: string): Promise<SshReleases> {
    const lines = (await shell.order("look")).toString().split("\n");
    const found = lines.map((line) => [line.split(" ", 1)[0] ?? "", line.slice(line.indexOf(" ") + 1)] as const);
    return new SshReleases(shell, name, found);
  }

  /** What was stated about release `id`. */
  async statementOf(id: string): Promise<Statement | undefined> {
    const bytes = await this.#shell.ask(`read ${statementFile(id)}`);
    return bytes && readStatement(bytes);
  }

  /** The manifest of release `id`; its copy outside of what is served comes first. */
  async manifestOf(id: string): Promise<KnownManifest | undefined> {
    for (const file of [manifestBeside(statementFile(id)), `releases/${id}/${manifestName}`]) {
      const bytes = await this.#shell.ask(`read ${file}`);
      const known = bytes && manifestFor(id, bytes);
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

  /** Files of the current release: the server reads them. */
  async intact({ manifest }: WholeSite): Promise<ReadonlySet<string>> {
    const { id, files } = await candidates(this, manifest);
    return rightFiles(this.#shell, `releases/${id}`, files);
  }

  /** Whether the current release is `site`, every file of which the server reads, and holds no other file. */
  async isWhole(site: WholeSite): Promise<boolean> {
    const { id } = await candidates(this, site.manifest);
    const intact = await this.intact(site);
    if (intact.size !== site.manifest.files.size + 1) return false;
    return Number(await this.#shell.order(`count releases/${id}`)) === intact.size;
  }

  /** Release `id`, every file of which the server reads. */
  async restorable(id: string): Promise<WholeSite | Refusal> {
    const known = await this.manifestOf(id);
    const files = [...(known?.manifest.files.values() ?? [])];
    const intact = await rightFiles(this.#shell, `releases/${id}`, files);
    const wrong = files.filter(({ path }) => !intact.has(path)).map(({ path }) => path);
    if (known === undefined || wrong.length > 0) return damaged(id, wrong);
    const load = async (path: string): Promise<Found> => {
      const bytes = await this.#shell.ask(`read releases/${id}/${path}`);
      return bytes === undefined ? { kind: "nothing" } : { kind: "file", bytes };
    };
    const address = (await addressInRobots({ paths: undefined, load, atOnce: 1 })) ?? "https://site.invalid/";
    const headers = await load("_headers");
    const policy = headers.kind === "file" ? policyOfHostFile(headers.bytes) : undefined;
    return { folder: `releases/${id}`, manifest: known.manifest, address, policy };
  }
}

/** Of `files`, those that are right in the server's `folder`, by SHA-256. */
export async function rightFiles(
  shell: RemoteShell,
  folder: string,
  files: readonly FileDigest[],
): Promise<ReadonlySet<string>> {
  if (files.length === 0) return new Set();
  const sums = Buffer.from(files.map(({ path, sha256 }) => `${sha256}  ./${path}\n`).join(""));
  const lines = (await shell.order(`check ${folder} ${sums.length}`, sums)).toString().split("\n");
  const right = lines.filter((line) => line.endsWith(": OK")).map((line) => line.slice(0, -": OK".length));
  return new Set(right.map((path) => posix.normalize(path)));
}

/** Where the statement about release `id` lies. */
export function statementFile(id: string): string {
  return `statements/${id}.json`;
}

function damaged(id: string, wrong: readonly string[]): Refusal {
  const named = wrong.slice(0, 10).map((path) => `\n    ${path}`);
  return {
    kind: "folder-differs",
    message: `${id}：和它的清单不符 it is not what its manifest says${named.join("")}`,
    remedy: "退回另一次发布 bring back another: --release ID",
  };
}
