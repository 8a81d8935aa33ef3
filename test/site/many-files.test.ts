import assert from "node:assert/strict";
import { appendFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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

/** A large newsroom, and what its builds give. */
class LargeDesk {
  readonly content = largeNewsroom();
  readonly out = emptyFolder();
  readonly cache = emptyFolder();

  /** Every file of the output, by its hash, after a build. */
  built({ out = this.out, cache = this.cache } = {}): ReadonlyMap<string, string> {
    const folders = ["--content", this.content, "--out", out, "--cache", cache];
    const { code, err } = run(["build", ...folders, "--as-of", "2026-05-20T08:00:00+08:00"]);
    assert.equal(code, 0, err);
    return filesIn(out);
  }

  /** Changes bytes here and there in what is remembered on `shelf`. */
  damage(shelf: string): void {
    for (const name of readdirSync(join(this.cache, shelf))) {
      const bytes = readFileSync(join(this.cache, shelf, name));
      for (let at = 5000; at < bytes.length / 2; at += 100_000) bytes[at] = (bytes[at] ?? 0) ^ 0x5a;
      writeFileSync(join(this.cache, shelf, name), bytes);
    }
  }
}

test("what threads restore of many remembered files has the same bytes, also where some of it is damaged", () => {
  const desk = new LargeDesk();
  const first = desk.built();
  assert.ok(first.size > 2000, `${first.size} files`);
  assert.deepEqual(desk.built(), first);
  rmSync(desk.out, { recursive: true });
  assert.deepEqual(desk.built(), first);
  desk.damage("pages");
  rmSync(desk.out, { recursive: true });
  assert.deepEqual(desk.built(), first);
});

test("what threads read and revise after an edit has the same bytes as what is made anew, also where it is damaged", () => {
  const desk = new LargeDesk();
  const before = desk.built();
  const column = join(desk.content, "theory/news");
  const edits: readonly (() => void)[] = [
    () => appendFileSync(join(column, "room-7.md"), "\n门口添了一盏灯，灯下摆着旧报。\n"),
    () => writeFileSync(join(column, "mill.md"), articleText({ title: "河边的磨坊" }, "磨坊改成了阅览室。")),
    () => {
      desk.damage("shards");
      writeFileSync(join(column, "ferry.md"), articleText({ title: "渡口的书箱" }, "渡口放着一只书箱。"));
    },
  ];
  for (const edit of edits) {
    edit();
    const after = desk.built();
    assert.notDeepEqual(after, before);
    assert.deepEqual(after, desk.built({ out: emptyFolder(), cache: emptyFolder() }));
  }
});
