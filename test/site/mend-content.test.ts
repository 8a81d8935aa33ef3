import assert from "node:assert/strict";
import { chmodSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { loadContent } from "../../scripts/edition/load-content.ts";
import { mendContent, writeMended } from "../../scripts/site/mend-content.ts";
import { contentWith } from "../newsroom.ts";

const terms = { zone: "Asia/Shanghai", language: "zh-Hans", silence: [] } as const;
const [first, second] = ["topics/water.md", "topics/wood.md"] as const;
const topic = "---\ntitle: 水\n---\n\n水是好的,木也是好的。\n";

test("a mended file keeps its mode, and nothing else is left beside it", () => {
  const folder = contentWith({ [first]: topic });
  chmodSync(join(folder, first), 0o664);
  const mended = mendContent(loadContent(folder), terms);
  assert.deepEqual(
    writeMended(folder, mended).map(({ file }) => file),
    [first],
  );
  assert.match(readFileSync(join(folder, first), "utf8"), /好的，木/u);
  assert.equal(statSync(join(folder, first)).mode & 0o777, 0o664);
  assert.deepEqual(readdirSync(join(folder, "topics")), ["water.md"]);
});

test("a file that goes away, or is saved, while an editor looks at the mends is let be, and the others are mended", () => {
  const folder = contentWith({ [first]: topic, [second]: topic, "topics/fire.md": topic });
  const mended = mendContent(loadContent(folder), terms);
  rmSync(join(folder, first));
  writeFileSync(join(folder, "topics/fire.md"), "火");
  assert.deepEqual(
    writeMended(folder, mended).map(({ file }) => file),
    [second],
  );
  assert.equal(readFileSync(join(folder, "topics/fire.md"), "utf8"), "火");
});
