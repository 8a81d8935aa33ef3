import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Runs every `*.test.ts(x)` below `test/`, or those whose path contains one of the words given. */
const folder = fileURLToPath(new URL(".", import.meta.url));
const words = process.argv.slice(2);
const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.test\.tsx?$/u.test(file) && !file.startsWith("fixtures"))
  .filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
  .sort();
// Compiled once, before many tests start the program at the same time.
spawnSync(process.execPath, [fileURLToPath(new URL("../scripts/start.mjs", import.meta.url)), "--help"]);
const { status } = spawnSync(
  process.execPath,
  ["--import", "tsx", "--test", "--test-reporter=spec", ...files.map((file) => folder + file)],
  { stdio: "inherit" },
);
process.exitCode = files.length === 0 ? 1 : (status ?? 1);
