import assert from "node:assert/strict";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { articleText, contentWith, newsroomFolder } from "../newsroom.ts";
import { emptyFolder, filesIn, run } from "./command.ts";

/** So many that other threads look at what is there, make the search's shards and restore what is remembered. */
const many = 800;

function largeNewsroom(): string {
  const articles = Array.from({ length: many }, (_, index) => {
    const date = `${2000 + (index % 20)}-0${1 + (index % 9)}-12 08:00:00`;
    const body = `第${index}座书屋在河的第${index % 37}道弯，藏书${index * 13}册。\n\n${"读者来了又走。".repeat(1 + (index % 5))}`;
    return [`theory/news/room-${index}.md`, articleText({ title: `第${index}座书屋`, date }, body)] as const;
  });
  return contentWith(Object.fromEntries(articles), newsroomFolder);
}

test("what threads restore of many remembered files has the same bytes, also where some of it is damaged", () => {
  const [out, cache] = [emptyFolder(), emptyFolder()];
  const folders = ["--content", largeNewsroom(), "--out", out, "--cache", cache];
  const build = ["build", ...folders, "--as-of", "2026-05-20T08:00:00+08:00"];
  const built = () => {
    const { code, err } = run(build);
    assert.equal(code, 0, err);
    return filesIn(out);
  };
  const first = built();
  assert.ok(first.size > 2000, `${first.size} files`);
  assert.deepEqual(built(), first);
  rmSync(out, { recursive: true });
  assert.deepEqual(built(), first);
  for (const name of readdirSync(join(cache, "pages"))) {
    const bytes = readFileSync(join(cache, "pages", name));
    for (let at = 5000; at < bytes.length / 2; at += 100_000) bytes[at] = (bytes[at] ?? 0) ^ 0x5a;
    writeFileSync(join(cache, "pages", name), bytes);
  }
  rmSync(out, { recursive: true });
  assert.deepEqual(built(), first);
});
