import { spawn, spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { createConnection, createServer } from "node:net";
import { userInfo } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { findProgram, lackOf } from "./find-program.ts";

/** A server of OpenSSH on this machine, with keys and settings of its own. */
export interface LoopbackServer {
  /** Its name in `config`. */
  readonly host: string;
  /** What ssh is told with `-F`. */
  readonly config: string;
  readonly stop: () => Promise<void>;
}

/** Why publishing by ssh cannot be tried here; false where it can. */
export function lackForSsh(): string | false {
  // This machine is the server as well, which needs coreutils.
  if (process.platform !== "linux") return "only tried on Linux";
  return lackOf(["sshd", "ssh", "ssh-keygen", "rsync"]);
}

/**
 * Starts a server on a free port of the loopback, which lets in who runs this with a key that is made for it; says why it cannot,
 * where the system's settings forbid it.
 */
export async function startSshd(folder: string): Promise<LoopbackServer | string> {
  const path = (name: string) => join(folder, name);
  for (const name of ["host", "user"]) spawnSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", path(name)]);
  copyFileSync(path("user.pub"), path("authorized"));
  // As root sshd wants this folder (sshd(8)); services make it when they start.
  if (process.getuid?.() === 0) mkdirSync("/run/sshd", { recursive: true, mode: 0o755 });
  const port = await freePort();
  writeFileSync(path("sshd_config"), serverSettings(path, port));
  writeFileSync(path("config"), clientSettings(path, port));
  const words = ["-D", "-e", "-f", path("sshd_config")];
  const server = spawn(findProgram("sshd") ?? "sshd", words, { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  server.stderr.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  const ended = new Promise<void>((done) => server.on("close", () => done()));
  while (!(await isOpen(port))) {
    if (server.exitCode !== null) return `sshd does not start: ${said.trim()}`;
    await pause(20);
  }
  const stop = async () => {
    server.kill();
    await ended;
  };
  const tried = spawnSync("ssh", ["-F", path("config"), "banxin-test", "true"], { encoding: "utf8" });
  if (tried.status === 0) return { host: "banxin-test", config: path("config"), stop };
  await stop();
  return `sshd lets nobody in: ${tried.stderr.trim()}`;
}

function serverSettings(path: (name: string) => string, port: number): string {
  return [
    `Port ${port}`,
    "ListenAddress 127.0.0.1",
    `HostKey "${path("host")}"`,
    `AuthorizedKeysFile "${path("authorized")}"`,
    `PidFile "${path("pid")}"`,
    // Folders for temporary files are everyone's.
    "StrictModes no",
    "UsePAM no",
    "PasswordAuthentication no",
    "PermitRootLogin prohibit-password",
    "",
  ].join("\n");
}

function clientSettings(path: (name: string) => string, port: number): string {
  return [
    "Host banxin-test",
    "HostName 127.0.0.1",
    `Port ${port}`,
    `User ${userInfo().username}`,
    `IdentityFile "${path("user")}"`,
    "IdentitiesOnly yes",
    "IdentityAgent none",
    `UserKnownHostsFile "${path("known")}"`,
    "StrictHostKeyChecking accept-new",
    "LogLevel ERROR",
    "",
  ].join("\n");
}

/** A port that nobody listens at. */
export function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer();
    server.on("error", failed).listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => done(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

/** Whether somebody listens at a port of the loopback. */
export function isOpen(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = createConnection(port, "127.0.0.1");
    socket.on("connect", () => {
      socket.destroy();
      done(true);
    });
    socket.on("error", () => done(false));
  });
}
