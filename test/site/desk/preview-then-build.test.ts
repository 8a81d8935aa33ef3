import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { previewAddresses } from "../../../layouts/client/preview-addresses.ts";
import { articleText, contentWith, root } from "../../newsroom.ts";
import { emptyFolder, filesIn, run, wordsOf } from "../command.ts";
import { folderOf, freePort, until } from "../preview-process.ts";

const traces = /\.banxin\/|desk-|data-desk|编辑台|banxin-desk/u;

test("a build takes nothing of the desk from what a preview has left, and the preview writes none of it", {
  timeout: 120_000,
}, async () => {
  const content = contentWith({
    "theory/news/a.md": articleText({}, "竹帘,挂在门后。"),
    "theory/news/draft.md": articleText({ draft: "true" }),
  });
  const [cache, out, port] = [emptyFolder(), emptyFolder(), await freePort()];
  const kept = ["--content", content, "--cache", cache];
  const base = `http://localhost:${port}`;
  const preview = spawn(process.execPath, wordsOf(["start", ...kept, "--port", String(port)]), {
    ...{ cwd: root, stdio: "ignore" },
  });
  try {
    await until(async () => (await fetch(base).catch(() => undefined))?.ok === true);
    // The bar, and all that can be asked of it, have been used.
    assert.match(await (await fetch(base + previewAddresses.script)).text(), /编辑台/u);
    for (const ask of ["related", "changes", "wechat"])
      assert.equal(
        (await fetch(`${base}${previewAddresses.desk}?ask=${ask}&page=/theory/news/2026/03/a/`)).status,
        200,
      );
    const script = `<script type="module" src="${previewAddresses.script}"></script>`;
    for (const file of filesIn(folderOf(port)).keys()) {
      const text = readFileSync(join(folderOf(port), file), "utf8");
      assert.doesNotMatch(text.replace(script, ""), traces, file);
    }
  } finally {
    preview.kill();
    await once(preview, "close");
  }
  const built = run(["build", ...kept, "--out", out]);
  assert.equal(built.code, 0, built.err);
  const files = [...filesIn(out).keys()];
  assert.ok(files.includes("manifest.json"));
  for (const file of files) assert.doesNotMatch(readFileSync(join(out, file), "utf8"), traces, file);
  rmSync(folderOf(port), { recursive: true, force: true });
});
