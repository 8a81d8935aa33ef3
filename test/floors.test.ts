import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { test } from "node:test";
import { root } from "./newsroom.ts";

/** The floors of the house (DESIGN section 4). Strangers share a number; a folder may import from itself and from lower numbers. */
const floors: Readonly<Record<string, number>> = {
  "scripts/report": 0,
  "scripts/text": 0,
  "scripts/store": 0,
  "scripts/article": 1,
  "scripts/markdown": 1,
  "scripts/images": 1,
  "scripts/edition": 2,
  layouts: 3,
  "scripts/feeds": 3,
  "scripts/search": 3,
  "scripts/site": 4,
  "scripts/bench": 4,
  // Beside the house: what is published is looked at first.
  "scripts/verify": 4,
  "scripts/links": 4,
  "scripts/publish": 5,
  // Doors.
  scripts: 6,
  ".": 6,
};

/** The ground is one floor of three rooms that lean on each other. */
const ground = new Set(["scripts/report", "scripts/text", "scripts/store"]);

function floorOf(file: string): string {
  if (file.startsWith("layouts/")) return "layouts";
  const folder = dirname(file);
  const name = folder.startsWith("scripts/") ? folder.split("/").slice(0, 2).join("/") : folder;
  assert.ok(name in floors, `${file} lies on no floor`);
  return name;
}

function sourceFiles(): readonly string[] {
  const inFolders = ["scripts", "layouts"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((file) => `${folder}/${file}`),
  );
  return [".eleventy.ts", ...inFolders].filter((file) => /\.tsx?$/u.test(file)).sort();
}

function importsOf(file: string): readonly string[] {
  const text = readFileSync(join(root, file), "utf8");
  return [...text.matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)"/gu)].map((match) =>
    relative(root, join(root, dirname(file), match[1] ?? "")),
  );
}

test("code imports from its own folder and from lower floors only", () => {
  const wrong = sourceFiles().flatMap((file) => {
    const own = floorOf(file);
    return importsOf(file)
      .filter((imported) => {
        const other = floorOf(imported);
        if (own === other || (ground.has(own) && ground.has(other))) return false;
        return (floors[other] ?? 0) >= (floors[own] ?? 0);
      })
      .map((imported) => `${file} imports ${imported}`);
  });
  assert.deepEqual(wrong, []);
});

test("only the site floor and the configuration know Eleventy", () => {
  const knowing = sourceFiles().filter((file) => readFileSync(join(root, file), "utf8").includes('"@11ty/eleventy"'));
  assert.ok(knowing.length > 0);
  assert.deepEqual(
    knowing.filter((file) => !file.startsWith("scripts/site/")),
    [],
  );
});

test("the clock and the environment are read at the doors only", () => {
  const reading = sourceFiles()
    // What lies in `scripts/` itself is a door: the commands and what each of them is told.
    .filter((file) => file !== ".eleventy.ts" && !/^scripts\/[^/]+\.ts$/u.test(file))
    .filter((file) => !file.startsWith("scripts/bench/"))
    .filter((file) =>
      /\bnew Date\(\)|Date\.now\(|process\.env\b|Math\.random\(/u.test(readFileSync(join(root, file), "utf8")),
    );
  assert.deepEqual(reading, []);
});

test("no source file is longer than 250 lines", () => {
  const long = sourceFiles().filter((file) => readFileSync(join(root, file), "utf8").split("\n").length > 251);
  assert.deepEqual(long, []);
});
