import { join } from "node:path";

/** How a server is reached. */
export interface Reaching {
  /** `[USER@]HOST`, of `target-words.ts`. */
  readonly host: string;
  /** Instead of `~/.ssh/config`. */
  readonly config: string | undefined;
  /** A folder of ours for the socket of the connection. */
  readonly scratch: string;
}

/** Told to every ssh: a connection that died is noticed within a minute, by us here and so by the server too. */
const always = ["-T", "-o", "ServerAliveInterval=15", "-o", "ServerAliveCountMax=4", "-o", "ClearAllForwardings=yes"];

/**
 * The words that start a shell at the server, which first reads and runs a script of `length` bytes. No word of ours and no name of a
 * folder is on that command line, so whatever shell the user has there reads it the same.
 */
export function shellWords({ host, config, scratch }: Reaching, length: number): readonly string[] {
  // One connection serves all: one password, one touch of a key.
  const shared = sharingWords(scratch, ["-o", "ControlMaster=yes", "-o", "ControlPersist=no"]);
  const bare = host.replace(/\[(.+)\]$/u, "$1");
  return ["ssh", ...configWords(config), ...always, ...shared, bare, `sh -c 'eval "$(head -c ${length})"'`];
}

/** What is sent, and where. */
export interface Sending extends Reaching {
  /** The folder a build wrote. */
  readonly from: string;
  /** The folder at the server, from its root. */
  readonly to: string;
  /** Folders there whose files are linked to where their bytes are the same. */
  readonly bases: readonly string[];
}

/**
 * The words that send files, whose names rsync reads from its standard input with NUL behind each: files are compared by their
 * bytes and never by time or size, all are readable and read-only, and names reach the server past its shell.
 */
export function sendWords({ from, to, bases, host, config, scratch }: Sending): readonly string[] {
  const shared = sharingWords(scratch, ["-o", "ControlMaster=no"]);
  const shell = ["ssh", ...configWords(config), ...always, ...shared];
  return [
    "rsync",
    ...["--files-from=-", "--from0", "--checksum", "--perms", "--chmod=D755,F444", "--compress", "--out-format=%n"],
    // Also `--secluded-args`, by a name that older ones know.
    "--protect-args",
    ...bases.map((base) => `--link-dest=${base}`),
    `--rsh=${shell.map(quoted).join(" ")}`,
    `${from}/`,
    `${host}:${to}/`,
  ];
}

function configWords(config: string | undefined): readonly string[] {
  return config === undefined ? [] : ["-F", config];
}

/** Bytes of a path of a socket (unix(7); fewer on other systems than Linux), without what ssh adds until it is ready. */
const longestSocket = 103 - ".0123456789abcdef".length;

/**
 * The words by which one connection serves all; none where ssh could not read the path of its socket, which then opens a second one.
 * It reads the words behind `-o` like a line of its file (ssh_config(5)): `"` around what holds spaces, letters put in for `%`.
 */
function sharingWords(scratch: string, words: readonly string[]): readonly string[] {
  const path = join(scratch, "c");
  const canRead = !/["\\$]/u.test(path) && Buffer.byteLength(path) <= longestSocket;
  return canRead ? [...words, "-o", `ControlPath="${path.replaceAll("%", "%%")}"`] : [];
}

/** As rsync takes its words apart: `'` ends what `'` began, and two of them are one. */
function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/u.test(word) ? word : `'${word.replaceAll("'", "''")}'`;
}
