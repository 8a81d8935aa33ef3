// Where every command begins: compiles the TypeScript below into .cache/code/ when it has changed, and runs it.
// Loading it compiled takes a quarter of the time that loading it through a loader does. Plain JavaScript, since Node 20 reads no other.

import { createHash, hash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import module from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

giveMemoryBack();

const root = fileURLToPath(new URL("..", import.meta.url));
const codeFolder = join(root, ".cache/code");
const listName = "files.json";
/** Compiled code of so many versions is kept: another command may still be running one. */
const versionsKept = 3;

const digests = sourceDigests();

/** What remembered results depend on besides their content: hashes of the code that makes them, library versions included. */
const code = {
  /** Front matter, Markdown, checks, terms. */
  reading: codeHash(/^scripts\/(?:report|text|store|article|markdown|edition)\//u),
  pictures: codeHash(/^scripts\/(?:images|edition\/picture-desk|text\/escape-html)/u),
  pages: codeHash(/^(?:scripts\/(?!bench\/)|layouts\/)/u),
};

// Node 24 keeps what it has compiled, libraries too; Node 20 has no such thing.
module.enableCompileCache?.(join(root, ".cache/compile"));

const version = codeHash(/./u);
const folder = await compiledFolder(version);
const { run } = await import(pathToFileURL(join(folder, "cli.js")).href);
await run(process.argv.slice(2), { root, folder, code, renew });

/**
 * Has a build take half the memory in the same time, by what can only be said before a process begins; Node 24 can begin anew in its
 * own place, which takes 30 ms. The C library of most Linux systems keeps what large buffers leave unless it is told otherwise
 * (mallopt(3), M_TRIM_THRESHOLD), and Node 24 has room for twice as many young values as Node 20, to no use here.
 */
function giveMemoryBack() {
  const isTold = "MALLOC_TRIM_THRESHOLD_" in process.env;
  const [node, ...words] = process.argv;
  // Who speaks with the process by a channel would be left alone with it.
  if (isTold || process.platform !== "linux" || words[1] !== "build" || process.send !== undefined) return;
  process.execve?.(node, [node, "--max-semi-space-size=16", ...process.execArgv, ...words], {
    ...process.env,
    MALLOC_TRIM_THRESHOLD_: String(128 * 1024),
  });
}

/** Compiles the code as it is now, for who runs on while it changes; `start` begins from the first line of this file. */
async function renew() {
  const newest = codeHash(/./u, sourceDigests());
  await compiledFolder(newest);
  // A module is run once for each address.
  const start = () => import(`${import.meta.url.split("?")[0]}?${newest}-${performance.now()}`);
  return { isOther: newest !== version, start };
}

/** The folder that holds the code of version `version`, compiled. */
async function compiledFolder(version) {
  const compiled = join(codeFolder, version);
  if (isWhole(compiled)) return compiled;
  const making = join(codeFolder, `${process.pid}.new`);
  rmSync(compiled, { recursive: true, force: true });
  await compile(making);
  const files = readdirSync(making).map((name) => [name, digest(readFileSync(join(making, name)))]);
  writeFileSync(join(making, listName), JSON.stringify(files));
  try {
    renameSync(making, compiled);
  } catch {
    // Another command was quicker.
    rmSync(making, { recursive: true, force: true });
  }
  removeOld(compiled);
  return compiled;
}

async function compile(outdir) {
  const { build } = await import("esbuild");
  mkdirSync(outdir, { recursive: true });
  await build({
    absWorkingDir: root,
    entryPoints: { cli: "scripts/cli.ts", "crew-member": "scripts/site/crew-member.ts", eleventy: ".eleventy.ts" },
    outdir,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    charset: "utf8",
    external: ["@11ty/eleventy", "esbuild", "fontkit", "lightningcss", "sharp", "subset-font"],
    // Libraries in the older form of modules ask for Node's own by `require`.
    banner: {
      js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);',
    },
    logLevel: "error",
  });
}

/** True where all files of a compiled version are there and as they were written. */
function isWhole(compiled) {
  try {
    const files = JSON.parse(readFileSync(join(compiled, listName), "utf8"));
    return files.every(([name, sum]) => digest(readFileSync(join(compiled, name))) === sum);
  } catch {
    return false;
  }
}

function removeOld(newest) {
  const versions = readdirSync(codeFolder)
    .map((name) => join(codeFolder, name))
    .filter((each) => each !== newest && existsSync(each))
    .map((each) => ({ each, time: statSync(each).mtimeMs }))
    .sort((a, b) => b.time - a.time);
  for (const { each } of versions.slice(versionsKept - 1)) rmSync(each, { recursive: true, force: true });
}

/** The digest of every file that the code is made from, and of all that is around it. */
function sourceDigests() {
  const sources = ["scripts", "layouts"]
    .flatMap((folder) => filesBelow(folder))
    .concat(".eleventy.ts", "tsconfig.json");
  const lock = digest(readFileSync(join(root, "package-lock.json")));
  const around = digest(`${lock} ${process.versions.node.split(".")[0]} ${process.arch}`);
  return { around, files: new Map(sources.map((file) => [file, digest(readFileSync(join(root, file)))])) };
}

function codeHash(pattern, { around, files } = digests) {
  const sum = createHash("sha256").update(around);
  for (const [file, each] of files) if (pattern.test(file)) sum.update(`${file} ${each}\n`);
  return sum.digest("hex").slice(0, 32);
}

function filesBelow(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((each) => (each.isDirectory() ? filesBelow(`${folder}/${each.name}`) : [`${folder}/${each.name}`]))
    .filter((file) => !file.endsWith(".md"));
}

function digest(bytes) {
  return hash("sha256", bytes, "hex");
}
