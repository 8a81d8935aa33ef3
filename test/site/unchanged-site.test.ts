import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as waited } from "node:timers/promises";
import { writeLedger } from "../../scripts/store/ledger.ts";
import { articleText, contentWith, usualInstant } from "../newsroom.ts";
import { Builder } from "./builder.ts";
import { emptyFolder, filesIn, run } from "./command.ts";

const day = 86_400_000;

/** A newsroom, what builds of it leave, and builds an hour after its files were made. */
class Desk {
  readonly content = contentWith({
    "theory/news/a.md": articleText(),
    "theory/news/later.md": articleText({ date: "2026-06-01 08:00" }),
  });
  readonly out = emptyFolder();
  readonly cache = emptyFolder();

  /** Whether a build finds all as it was left, and reads nothing. */
  async isUnchanged({
    afterMs = 0,
    ...how
  }: {
    readonly afterMs?: number;
    readonly address?: string;
    readonly code?: string;
    readonly out?: string;
  } = {}): Promise<boolean> {
    const { code = "code", out = this.out, address } = how;
    const builder = new Builder(this.content, { out, cache: this.cache, code });
    try {
      const told = { asOfMs: usualInstant + afterMs, address };
      return (await builder.buildOrAgain(told, { nowMs: Date.now() + 3_600_000 })).isUnchanged;
    } finally {
      builder.close();
    }
  }
}

test("nothing is read where no file was touched and the output is as it was left", async () => {
  const desk = new Desk();
  assert.equal(await desk.isUnchanged(), false);
  assert.equal(await desk.isUnchanged(), true);
  const before = filesIn(desk.out);
  assert.equal(await desk.isUnchanged(), true);
  assert.deepEqual(filesIn(desk.out), before);
});

test("the instant may pass until something is published, and not go back", async () => {
  const desk = new Desk();
  await desk.isUnchanged();
  // On 1 June, at 08:00.
  assert.equal(await desk.isUnchanged({ afterMs: 12 * day - 1 }), true);
  assert.equal(await desk.isUnchanged({ afterMs: 12 * day }), false);
  assert.ok(existsSync(join(desk.out, "theory/news/2026/06/later/index.html")));
  assert.equal(await desk.isUnchanged({ afterMs: 12 * day }), true);
  assert.equal(await desk.isUnchanged(), false);
  assert.ok(!existsSync(join(desk.out, "theory/news/2026/06/later/index.html")));
});

test("any file that is touched, comes or goes, another address, other code and another folder are changes", async () => {
  const desk = new Desk();
  const article = join(desk.content, "theory/news/a.md");
  const changes: readonly (() => Promise<boolean>)[] = [
    () => desk.isUnchanged({ address: "https://example.org/" }),
    () => desk.isUnchanged({ code: "other" }),
    () => desk.isUnchanged({ out: emptyFolder() }),
    () => {
      writeFileSync(article, `${readFileSync(article, "utf8")}又开了一扇窗。\n`);
      return desk.isUnchanged();
    },
    () => {
      utimesSync(article, 1, 1);
      return desk.isUnchanged();
    },
    () => {
      writeFileSync(join(desk.content, "theory/news/b.md"), articleText({ title: "旧屋" }));
      return desk.isUnchanged();
    },
    () => {
      rmSync(join(desk.content, "theory/news/b.md"));
      return desk.isUnchanged();
    },
    () => {
      // Not listed: a problem, and no file that is read.
      writeFileSync(join(desk.content, "theory/news/b.docx"), "旧屋");
      return desk.isUnchanged().finally(() => rmSync(join(desk.content, "theory/news/b.docx")));
    },
  ];
  for (const [number, isUnchanged] of changes.entries()) {
    await desk.isUnchanged();
    assert.equal(await desk.isUnchanged(), true, `before ${number}`);
    assert.equal(await isUnchanged(), false, `${number}`);
  }
});

test("what another hand did to the output is mended: a file changed or gone, the manifest gone, another build cut off", async () => {
  const desk = new Desk();
  const page = join(desk.out, "theory/news/2026/03/a/index.html");
  const manifest = join(desk.out, "manifest.json");
  const damages: readonly (() => void)[] = [
    () => writeFileSync(page, "旧屋"),
    () => rmSync(page),
    () => rmSync(manifest),
    () => writeFileSync(manifest, readFileSync(manifest, "utf8").replace("index.html", "inder.html")),
  ];
  await desk.isUnchanged();
  const whole = filesIn(desk.out);
  for (const damage of damages) {
    assert.equal(await desk.isUnchanged(), true);
    damage();
    assert.equal(await desk.isUnchanged(), false);
    assert.deepEqual(filesIn(desk.out), whole);
  }
});

test("what was written down in another form, or is damaged, is not believed", async () => {
  const desk = new Desk();
  await desk.isUnchanged();
  const ledgers = join(desk.cache, "ledgers");
  const name = readdirSync(ledgers).find((each) => each.startsWith("site-"));
  assert.ok(name);
  const file = join(ledgers, name);
  const whole = readFileSync(file);
  for (const other of ["{}", '{"key":"other","told":null}', "[]"]) {
    writeLedger(file, other);
    assert.equal(await desk.isUnchanged(), false, other);
    assert.equal(await desk.isUnchanged(), true, other);
  }
  writeFileSync(file, whole.subarray(0, -9));
  assert.equal(await desk.isUnchanged(), false);
});

test("a folder that holds another site by now is built anew, though the content is as it was", async () => {
  const desk = new Desk();
  await desk.isUnchanged();
  const whole = filesIn(desk.out);
  const other = new Desk();
  const elsewhere = new Builder(other.content, { out: desk.out, cache: other.cache });
  await elsewhere.build({ asOfMs: usualInstant });
  elsewhere.close();
  rmSync(join(desk.content, "theory/news/later.md"));
  await desk.isUnchanged();
  assert.equal(await desk.isUnchanged(), true);
  assert.deepEqual(filesIn(desk.out), whole);
});

test("the command says the same of an unchanged site as of a new one, warnings too, and tells servers the same", async () => {
  const desk = new Desk();
  writeFileSync(join(desk.content, "theory/news/a.md"), articleText({}, "河边的[书屋]()开了门。"));
  const [content, out, cache] = [desk.content, desk.out, desk.cache];
  const build = ["build", "--content", content, "--out", out, "--cache", cache, "--as-of", "2026-05-20T08:00:00+08:00"];
  const first = run(build);
  // No file counts as changed just now any more.
  await waited(3100);
  run(build);
  for (const name of ["readings", "hosts"]) rmSync(join(cache, name), { recursive: true });
  const last = run(build);
  assert.match(last.out, /link-empty/u);
  assert.ok(!existsSync(join(cache, "readings")), "something was read");
  assert.ok(existsSync(join(cache, "hosts")));
  assert.deepEqual([last.code, last.out], [first.code, first.out]);
  assert.match(last.err, /写出文件 0 个/u);
  assert.equal(run([...build, "--full"]).code, 0);
  assert.ok(existsSync(join(cache, "readings")));
});
