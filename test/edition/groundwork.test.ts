import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { CompiledEdition } from "../../scripts/edition/compile-edition.ts";
import type { Groundwork } from "../../scripts/edition/groundwork.ts";
import { type Content, loadContent, reloadContent } from "../../scripts/edition/load-content.ts";
import type { KnownReading } from "../../scripts/edition/load-readings.ts";
import { prepareEdition } from "../../scripts/edition/prepare-edition.ts";
import { readHere } from "../../scripts/edition/read-here.ts";
import { Shelves } from "../../scripts/store/shelves.ts";
import { contentWith, newsroomFolder, testCache, usualInstant } from "../newsroom.ts";

const article = "theory/essays/2025/old-maps/index.md";
const options = { asOf: usualInstant, isPreview: true };

/** Compiles one content folder again and again, on the groundwork of the last time. */
class Desk {
  readonly #root = contentWith({}, newsroomFolder);
  #content = loadContent(this.#root);
  readonly #shelves = new Shelves(testCache);
  readonly #inMemory = new Map<string, KnownReading>();
  #last: Groundwork | undefined;

  async compile(): Promise<CompiledEdition> {
    const compiled = await this.#compiled(this.#content, this.#inMemory, this.#last);
    this.#last = compiled.groundwork;
    return compiled;
  }

  /** As who has no memory. */
  compileAnew(): Promise<CompiledEdition> {
    return this.#compiled(loadContent(this.#root), new Map());
  }

  /** Puts `after` in place of `before` in the article. */
  edit(before: string | RegExp, after: string): void {
    const path = join(this.#root, article);
    const old = readFileSync(path, "utf8");
    writeFileSync(path, old.replace(before, after));
    assert.notEqual(readFileSync(path, "utf8"), old);
    this.#content = reloadContent(this.#content, [article], 0) ?? assert.fail();
  }

  async #compiled(content: Content, inMemory: Map<string, KnownReading>, last?: Groundwork): Promise<CompiledEdition> {
    const desk = { shelves: this.#shelves, code: "tests", readAnew: readHere, isProofread: true, inMemory };
    const { compiled } = await prepareEdition(content, { ...options, desk, last });
    assert.ok(compiled);
    return compiled;
  }
}

function articlesOf({ articles }: CompiledEdition) {
  return new Map(articles.map((each) => [each.article.file, each]));
}

test("where a text is corrected its article alone is compiled anew", async () => {
  const desk = new Desk();
  const before = articlesOf(await desk.compile());
  desk.edit(/$/u, "\n\n又补一句。![图](map.png)\n");
  const after = await desk.compile();
  const changed = [...articlesOf(after)].filter(([file, each]) => each !== before.get(file));
  assert.deepEqual(
    changed.map(([file]) => file),
    [article],
  );
  const { groundwork: _, ...compiled } = after;
  const { groundwork: __, ...anew } = await desk.compileAnew();
  assert.deepEqual(compiled, anew);
});

test("what a text leads to, its headings and its front matter are part of the groundwork", async () => {
  const edits: readonly (readonly [before: string | RegExp, after: string])[] = [
    [/$/u, "\n\n[关于](/pages/about.md)\n"],
    [/$/u, "\n\n## 新的一节\n\n一句。\n"],
    [/^title: .*$/mu, "title: 另一个标题"],
  ];
  const desk = new Desk();
  for (const [before, after] of edits) {
    const { placement } = (await desk.compile()).groundwork;
    desk.edit(before, after);
    const { groundwork, ...compiled } = await desk.compile();
    assert.notEqual(groundwork.placement.book, placement.book);
    const { groundwork: _, ...anew } = await desk.compileAnew();
    assert.deepEqual(compiled, anew);
  }
});
