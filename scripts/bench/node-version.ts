import { spawnSync } from "node:child_process";

/** The version of the program `node` at this path, `20.19.0`; nothing where there is none. */
export function nodeVersion(node: string): string | undefined {
  const { stdout } = spawnSync(node, ["--version"], { encoding: "utf8", timeout: 10_000 });
  return /^v(\d+\.\d+\.\d+\S*)\s*$/u.exec(stdout ?? "")?.[1];
}
