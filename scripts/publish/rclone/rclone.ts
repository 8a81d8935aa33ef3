import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { parseJson } from "../../verify/manifest.ts";
import { Refused } from "../refusal.ts";
import { type Ended, runProgram } from "../run-program.ts";

/** A file as its store tells it. */
export interface StoredFile {
  readonly path: string;
  /** Bytes; -1 where the store does not know. */
  readonly size: number;
  /** In hexadecimal digits, by the name of what made them; only those that the store knows. */
  readonly hashes: Readonly<Partial<Record<"md5" | "sha1", string>>>;
}

/** Files that are sent at once. */
export interface Batch {
  readonly from: string;
  readonly paths: readonly string[];
  /** Said of each to stores that keep such things. */
  readonly headers: readonly string[];
}

const listForm = z.array(
  z.object({ Path: z.string(), Size: z.number(), Hashes: z.record(z.string(), z.string()).optional() }),
);

/** rclone(1): a directory or file that is not there. */
const notThere: ReadonlySet<number | null> = new Set([3, 4]);

/**
 * Has rclone write to us all the time: it ends when nobody reads that any more, so that one whose publisher was killed does not
 * go on beside the next (signal(7), SIGPIPE).
 */
const whileWeLive = ["--progress", "--stats", "200ms"];

/** What publishing asks of a place where files lie. */
export type Store = Pick<Rclone, "remote" | "list" | "read" | "write" | "send" | "remove" | "removeFolders">;

/** What is asked of a remote of rclone. Throws `Refused` where rclone fails. */
export class Rclone {
  /** As rclone takes it. */
  readonly remote: string;
  readonly #scratch: string;

  /** @param scratch a folder of ours for lists of files */
  constructor(remote: string, scratch: string) {
    this.remote = remote;
    this.#scratch = scratch;
  }

  /** What lies there; nothing where there is no such folder. Hashes are those that the store tells. */
  async list(): Promise<readonly StoredFile[]> {
    const how = ["--recursive", "--files-only", "--no-modtime", "--no-mimetype", "--hash"];
    const types = ["--hash-type", "md5", "--hash-type", "sha1"];
    const ended = await this.#run(["lsjson", ...how, ...types, "--", this.remote], { mayLack: true });
    if (ended === undefined) return [];
    const files = listForm.safeParse(parseJson(ended.out)).data;
    if (files === undefined) throw failed(`rclone lsjson: ${ended.out.toString("utf8", 0, 200)}`);
    return files.map(({ Path, Size, Hashes: { md5, sha1 } = {} }) => ({
      path: Path,
      size: Size,
      hashes: { ...(md5 ? { md5 } : {}), ...(sha1 ? { sha1 } : {}) },
    }));
  }

  /** The bytes of a file; nothing where there is none. */
  async read(path: string): Promise<Buffer | undefined> {
    return (await this.#run(["cat", "--", below(this.remote, path)], { mayLack: true }))?.out;
  }

  /** Writes a file of a few bytes, such as our own notes. */
  async write(path: string, bytes: string): Promise<void> {
    // From a file, whole: by a pipe rclone would store what it got of it before we were killed.
    const file = join(this.#scratch, "note");
    await writeFile(file, bytes);
    const how = ["--ignore-times", "--header-upload", "Cache-Control: no-store"];
    await this.#run(["copyto", ...whileWeLive, ...how, "--", file, below(this.remote, path)]);
  }

  /** Sends files, whatever stands in their place: what must be sent has been decided, and not by time. */
  async send({ from, paths, headers }: Batch): Promise<void> {
    const how = ["--ignore-times", "--no-traverse", "--files-from-raw", await this.#listed(paths)];
    const said = headers.flatMap((header) => ["--header-upload", header]);
    await this.#run(["copy", ...whileWeLive, ...how, ...said, "--", from, this.remote]);
  }

  /** Deletes files. */
  async remove(paths: readonly string[]): Promise<void> {
    if (paths.length === 0) return;
    const how = ["--files-from-raw", await this.#listed(paths)];
    await this.#run(["delete", ...whileWeLive, ...how, "--", this.remote]);
  }

  /** Removes those of the folders that hold nothing but folders. `rclone delete --rmdirs` sees none behind a list of files. */
  async removeFolders(paths: readonly string[]): Promise<void> {
    for (const path of paths) await this.#run(["rmdirs", "--", below(this.remote, path)], { mayLack: true });
  }

  async #listed(paths: readonly string[]): Promise<string> {
    const file = join(this.#scratch, "files");
    await writeFile(file, paths.map((path) => `${path}\n`).join(""));
    return file;
  }

  async #run(
    words: readonly string[],
    { mayLack = false }: { readonly mayLack?: boolean } = {},
  ): Promise<Ended | undefined> {
    const ended = await runProgram({ words: ["rclone", ...words] });
    if (ended.code === 0) return ended;
    if (mayLack && notThere.has(ended.code)) return undefined;
    throw failed(`rclone ${words[0]}: ${withoutSecrets(ended.complaint, this.remote) || `exit ${ended.code}`}`);
  }
}

/** A file below a remote, as rclone takes it. */
export function below(remote: string, path: string): string {
  return /[:/]$/u.test(remote) ? remote + path : `${remote}/${path}`;
}

/** Options of a remote, as rclone takes them behind its name: a comma before each, quotes around values that hold a colon. */
const optionsPattern = /^(:?[^,:]+)((?:,[\w-]+(?:=(?:'(?:[^']|'')*'|"(?:[^"]|"")*"|[^,:]*))?)+)(:.*)$/su;

/** A remote as messages name it, which others read in the logs of CI: without its options, keys and passwords among them. */
export function shownRemote(remote: string): string {
  return remote.replace(optionsPattern, "$1,…$3");
}

/** What rclone complains of, which repeats the remote or the value that it does not like. */
function withoutSecrets(complaint: string, remote: string): string {
  const options = optionsPattern.exec(remote)?.[2] ?? "";
  const values = [...options.matchAll(/=('(?:[^']|'')*'|"(?:[^"]|"")*"|[^,]*)/gsu)].map(([, value = ""]) => value);
  const bare = values.map((value) => value.replace(/^(['"])(.*)\1$/su, "$2"));
  // Addresses tell what was not reached, and words such as `true` are in every sentence.
  const secrets = bare.filter((value) => value.length >= leastSecret && !value.includes("://"));
  const shown = complaint.replaceAll(remote, shownRemote(remote));
  return secrets.reduce((text, secret) => text.replaceAll(secret, "…"), shown);
}

/** Letters. */
const leastSecret = 8;

function failed(why: string): Refused {
  return new Refused({
    kind: "unreachable",
    message: why,
    remedy:
      "先看 rclone lsd 能不能用这个远端，再发布一次，会接着做 see whether rclone lsd knows that remote, and publish again: it goes on from there",
  });
}
