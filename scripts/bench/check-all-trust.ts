import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkRemote } from "./check-remote.ts";
import { checkTrust, type TrustOptions } from "./check-trust.ts";
import { lackForRclone } from "./loopback-rclone.ts";
import { lackForSsh, startSshd } from "./loopback-sshd.ts";

/** One way to publish, tried. */
export interface TrustLine {
  /** What was seen, or why it was not tried. */
  readonly seen: string;
  readonly faults: readonly string[];
}

/** Articles of the site that rclone sends file by file. */
const pagesOverHttp = 12;

/** Kills publishers to a folder, to a server and to a store, as far as this machine has what that takes. */
export async function checkAllTrust(options: TrustOptions, say: (line: string) => void): Promise<readonly TrustLine[]> {
  const folder = await tried("file:", options, say);
  const server = await overSsh(options, say);
  const noRclone = lackForRclone();
  const store = noRclone === false ? await overRclone(options, say) : notTried("rclone:", noRclone);
  return [folder, server, store];
}

async function tried(name: string, options: TrustOptions, say: (line: string) => void): Promise<TrustLine> {
  const { faults, killed, looks, releases } = await checkTrust(options, (line) => say(`${name} ${line}`));
  const seen = `${name} ${options.kills} kills (${killed} before the end), ${looks} whole sites of ${releases} releases seen`;
  return { seen, faults };
}

async function overSsh(options: TrustOptions, say: (line: string) => void): Promise<TrustLine> {
  const settings = mkdtempSync(join(tmpdir(), "banxin-sshd-"));
  const server = lackForSsh() || (await startSshd(settings));
  if (typeof server === "string") return notTried("ssh:", server);
  try {
    const reach = { typed: (folder: string) => `ssh:${server.host}:${folder}`, words: ["--ssh-config", server.config] };
    return await tried("ssh:", { ...options, reach }, say);
  } finally {
    await server.stop();
    rmSync(settings, { recursive: true, force: true });
  }
}

async function overRclone({ root, kills, seed }: TrustOptions, say: (line: string) => void): Promise<TrustLine> {
  const options = { root, kills, seed, pages: pagesOverHttp };
  const { faults, killed, rounds, pages } = await checkRemote(options, (line) => say(`rclone: ${line}`));
  const seen = `rclone: ${kills} kills (${killed} before the end), all links of ${pages} pages followed in ${rounds} rounds`;
  return { seen, faults };
}

function notTried(name: string, why: string): TrustLine {
  return { seen: `${name} not tried: ${why}`, faults: [] };
}
