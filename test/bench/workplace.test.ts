import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { cloneRepository, commitAll, startRepository } from "../../scripts/bench/newsroom-repository.ts";
import { Workplace } from "../../scripts/bench/workplace.ts";
import { articleText, contentWith, root } from "../newsroom.ts";
import { emptyFolder, filesIn } from "../site/command.ts";

const body = "第一段。\n\n第二段。\n\n第三段。";

async function workplace(): Promise<Workplace> {
  const newsroom = contentWith({
    "theory/news/a.md": articleText({}, body),
    "theory/news/b.md": articleText({}, body),
  });
  await startRepository(newsroom);
  const place = new Workplace({
    root,
    folder: emptyFolder(),
    newsroom,
    node: process.execPath,
    newArticle: (number) => [`theory/news/2026/n${number}.md`, articleText()],
  });
  await place.moveToClone();
  return place;
}

test("edits change one file each, and the article edited again is the one whose body was edited last", async () => {
  const place = await workplace();
  const states = [contentOf(place)];
  const edits = [
    () => place.editBody(),
    () => place.editSameBody(),
    () => place.editHeadline(),
    () => place.addArticle(),
  ];
  for (const edit of edits) {
    edit();
    states.push(contentOf(place));
  }
  const changed = edits.map((_, step) =>
    [...(states[step + 1] ?? [])].filter(([file, hash]) => states[step]?.get(file) !== hash),
  );
  assert.deepEqual(
    changed.map((files) => files.length),
    [1, 1, 1, 1],
  );
  assert.equal(changed[0]?.[0]?.[0], changed[1]?.[0]?.[0]);
  const { file, mark } = place.lastBody;
  assert.ok(readFileSync(join(place.content, file), "utf8").includes(mark));
});

test("a fresh clone holds every edit, and nothing of the last output or content is left", async () => {
  const place = await workplace();
  place.editBody();
  place.addArticle();
  const { content, out } = place;
  const before = contentOf(place);
  mkdirSync(out);
  writeFileSync(join(out, "index.html"), "");
  await place.moveToClone();
  assert.deepEqual(contentOf(place), before);
  assert.deepEqual(
    [content, out, place.out].filter((folder) => existsSync(folder)),
    [],
  );
});

test("commands are npm's own, with the store of the workplace, the Node that was asked for, and nothing that npm told us", async () => {
  const place = await workplace();
  const { words, folder, environment } = place.command("check", "--content", "c");
  assert.deepEqual(words.slice(0, 7), ["npm", "run", "--silent", "check", "--", "--content", "c"]);
  assert.equal(words[7], "--cache");
  assert.equal(folder, root);
  assert.ok(environment?.["PATH"]?.startsWith(join(process.execPath, "..")));
});

test("a repository's clone has the committed files and a clean tree", async () => {
  const folder = contentWith({});
  await startRepository(folder);
  writeFileSync(join(folder, "words.yaml"), "帐号: 账号\n");
  await commitAll(folder);
  const clone = join(emptyFolder(), "clone");
  await cloneRepository(folder, clone);
  assert.equal(readFileSync(join(clone, "words.yaml"), "utf8"), "帐号: 账号\n");
});

function contentOf({ content }: Workplace): ReadonlyMap<string, string> {
  return new Map([...filesIn(content)].filter(([file]) => !file.startsWith(".git")));
}
