import { spawn, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { lackOf } from "./find-program.ts";
import { freePort, isOpen } from "./loopback-sshd.ts";

/** A server of rclone on this machine, which serves one folder. */
export interface RcloneServer {
  /** What rclone takes for it. */
  readonly remote: string;
  /** Where browsers ask, for a server of HTTP. */
  readonly address: string;
  readonly stop: () => Promise<void>;
}

/** Why publishing by rclone cannot be tried here; false where it can. */
export function lackForRclone(): string | false {
  return process.platform === "win32" ? "not tried on Windows" : lackOf(["rclone"]);
}

/** An environment in which rclone knows nothing of its user: settings lie in `folder`, and there are none. */
export function bareSettings(folder: string): { readonly RCLONE_CONFIG: string } {
  const file = join(folder, "rclone.conf");
  writeFileSync(file, "");
  return { RCLONE_CONFIG: file };
}

/** Starts a server on a free port of the loopback. */
export async function startRclone(
  kind: "webdav" | "sftp",
  folder: string,
  settings: { readonly RCLONE_CONFIG: string },
): Promise<RcloneServer> {
  const port = await freePort();
  const env = { ...process.env, ...settings };
  const known = ["--user", "editor", "--pass", "secret"];
  const words = [
    "serve",
    kind,
    ...(kind === "sftp" ? known : []),
    "--addr",
    `127.0.0.1:${port}`,
    "--dir-cache-time",
    "0s",
    folder,
  ];
  const server = spawn("rclone", words, { stdio: "ignore", env });
  const ended = new Promise<void>((done) => server.on("close", () => done()));
  while (!(await isOpen(port))) {
    if (server.exitCode !== null) throw new Error(`rclone serve ${kind} ended with ${server.exitCode}`);
    await pause(20);
  }
  const address = `http://127.0.0.1:${port}/`;
  const pass = () => spawnSync("rclone", ["obscure", "secret"], { encoding: "utf8", env }).stdout.trim();
  const remote =
    kind === "webdav"
      ? `:webdav,vendor=other,url='${address}':`
      : `:sftp,host=127.0.0.1,port=${port},user=editor,pass=${pass()}:`;
  return {
    remote,
    address,
    async stop() {
      server.kill();
      await ended;
    },
  };
}
