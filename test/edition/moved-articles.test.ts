import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { test } from "node:test";
import { movedArticles } from "../../scripts/edition/moved-articles.ts";
import { articleText, contentWith, sessionOf, usualInstant } from "../newsroom.ts";
import { emptyFolder } from "../site/command.ts";
import { commit, committed, git } from "./repository.ts";

const river = "theory/news/river.md";
const body = "河边的书屋开了门。邻居们带来了书。\n\n夜里灯还亮着。掌柜的在抄书目。";
const text = articleText({}, body);
const column = "---\ntitle: 评论\n---\n";

/** The addresses that `content` is said to have lost since its last commit, and where that is said. */
async function movedIn(content: string): Promise<readonly string[]> {
  const checked = await sessionOf(content).check({ asOf: usualInstant, isPreview: false }, Date.now());
  return movedArticles(checked).map(({ rule, file, line, values }) => {
    assert.equal(rule, "address-moved");
    return `${values["address"]} ${file}:${line}`;
  });
}

function write(content: string, file: string, words: string): void {
  mkdirSync(dirname(join(content, file)), { recursive: true });
  writeFileSync(join(content, file), words);
}

function move(content: string, from: string, to: string): void {
  mkdirSync(dirname(join(content, to)), { recursive: true });
  git(content, "mv", "--", from, to);
}

const old = "/theory/news/2026/03/river/";
const rewritten = text
  .replace("邻居们带来了书。", "邻居们带来了许多书。")
  .replace("title: 河边书屋", "title: 河边的书屋");

const moves: readonly (readonly [string, (content: string) => void, string | undefined])[] = [
  ["renamed", (content) => move(content, river, "theory/news/shore.md"), "theory/news/shore.md:2"],
  [
    "renamed without a word to git",
    (content) => renameSync(join(content, river), join(content, "theory/news/shore.md")),
    "theory/news/shore.md:2",
  ],
  ["moved to another column", (content) => move(content, river, "theory/notes/river.md"), "theory/notes/river.md:2"],
  [
    "moved to a column that is new",
    (content) => {
      write(content, "essays/column.md", column);
      move(content, river, "essays/river.md");
    },
    "essays/river.md:2",
  ],
  ["moved with its column", (content) => git(content, "mv", "theory/news", "theory/views"), "theory/views/river.md:2"],
  [
    "renamed, committed to the index and edited",
    (content) => {
      move(content, river, "theory/news/shore.md");
      write(content, "theory/news/shore.md", rewritten);
    },
    "theory/news/shore.md:2",
  ],
  [
    "renamed again and again",
    (content) => {
      move(content, river, "theory/news/shore.md");
      move(content, "theory/news/shore.md", "theory/notes/bank.md");
      renameSync(join(content, "theory/notes/bank.md"), join(content, "theory/notes/ferry.md"));
    },
    "theory/notes/ferry.md:2",
  ],
  [
    "given another name with Han, spaces, quotes and a dash before it",
    (content) => move(content, river, "theory/news/-河边 'a' 书屋.md"),
    "theory/news/-河边 'a' 书屋.md:2",
  ],
  [
    "given another slug",
    (content) => write(content, river, articleText({ slug: "shore" }, body)),
    "theory/news/river.md:2",
  ],
  [
    "given a date in another month",
    (content) => write(content, river, articleText({ date: "2026-04-01" }, body)),
    "theory/news/river.md:2",
  ],
  [
    "renamed where it has aliases already",
    (content) => {
      write(content, river, articleText({ aliases: "[/older/]" }, body));
      git(content, "add", ".");
      move(content, river, "theory/news/shore.md");
    },
    "theory/news/shore.md:7",
  ],
  ["moved into a year's folder", (content) => move(content, river, "theory/news/2026/river.md"), undefined],
  ["moved into a folder of its own", (content) => move(content, river, "theory/news/river/index.md"), undefined],
  [
    "renamed with its old slug kept",
    (content) => {
      write(content, river, articleText({ slug: "river" }, body));
      move(content, river, "theory/news/shore.md");
    },
    undefined,
  ],
  [
    "renamed with its old address among its aliases",
    (content) => {
      write(content, river, articleText({ aliases: `[${old}]` }, body));
      move(content, river, "theory/news/shore.md");
    },
    undefined,
  ],
  [
    "renamed while another article takes the address",
    (content) => {
      move(content, river, "theory/news/shore.md");
      write(content, "theory/news/other.md", articleText({ slug: "river", title: "又一条河" }, "另一条河在北边。"));
    },
    undefined,
  ],
  [
    "renamed while another article has the address for an alias",
    (content) => {
      move(content, river, "theory/news/shore.md");
      write(
        content,
        "theory/news/other.md",
        articleText({ aliases: `[${old}]`, title: "又一条河" }, "另一条河在北边。"),
      );
    },
    undefined,
  ],
  [
    "renamed with a line in redirects.csv",
    (content) => {
      move(content, river, "theory/news/shore.md");
      write(content, "redirects.csv", `from,to\n${old},/theory/news/2026/03/shore/\n`);
    },
    undefined,
  ],
  ["copied", (content) => write(content, "theory/news/shore.md", text.replace("河边书屋", "另一间书屋")), undefined],
  [
    "deleted while a stranger comes",
    (content) => {
      rmSync(join(content, river));
      write(
        content,
        "theory/news/shore.md",
        articleText({ title: "码头" }, "清晨的码头停满了船。货从这里运往下游的县城。"),
      );
    },
    undefined,
  ],
  ["deleted", (content) => rmSync(join(content, river)), undefined],
  ["edited", (content) => write(content, river, rewritten.replace("03-01", "03-31")), undefined],
  [
    "renamed where the article says that it does not matter",
    (content) => {
      write(content, river, articleText({ silence: "[address-moved]" }, body));
      move(content, river, "theory/news/shore.md");
    },
    undefined,
  ],
  [
    "renamed where the publication says that it does not matter",
    (content) => {
      const masthead = readFileSync(join(content, "masthead.md"), "utf8");
      write(content, "masthead.md", masthead.replace("---\n", "---\nsilence: [address-moved]\n"));
      move(content, river, "theory/news/shore.md");
    },
    undefined,
  ],
];

for (const [what, change, place] of moves) {
  test(`an article ${what} ${place === undefined ? "has lost no address" : "has lost one, which is said at its headline or aliases"}`, async () => {
    const content = committed({ [river]: text, "theory/notes/column.md": column });
    assert.deepEqual(await movedIn(content), []);
    change(content);
    assert.deepEqual(await movedIn(content), place === undefined ? [] : [`${old} ${place}`]);
  });
}

test("what no reader could open at the last commit has no address to lose", async () => {
  const drafts = {
    [river]: articleText({ draft: "true" }, body),
    "theory/news/ferry.md": articleText({ date: "2026-06-01", title: "渡口" }, "渡口在上游。"),
    "theory/news/_notes.md": articleText({ title: "笔记" }, "这是笔记。"),
  };
  const content = committed(drafts);
  move(content, river, "theory/news/shore.md");
  move(content, "theory/news/ferry.md", "theory/news/pier.md");
  move(content, "theory/news/_notes.md", "theory/news/notes.md");
  assert.deepEqual(await movedIn(content), []);
});

test("a column made above articles that stay where they are gives them other addresses", async () => {
  const content = committed({ "theory/news/2026/river.md": text });
  write(content, "theory/news/2026/column.md", column);
  assert.deepEqual(await movedIn(content), [`${old} theory/news/2026/river.md:2`]);
});

test("where each of some articles takes the name of the next one, the address that is left is lost", async () => {
  const part = (number: number) => articleText({ title: `连载之${number}` }, `第${number}天，河水又涨了${number}寸。`);
  const files = [1, 2, 3, 4].map((number) => `theory/news/part-${number}.md`);
  const content = committed(Object.fromEntries(files.slice(0, 3).map((file, at) => [file, part(at)])));
  for (const at of [2, 1, 0]) move(content, files[at] ?? "", files[at + 1] ?? "");
  assert.deepEqual(await movedIn(content), ["/theory/news/2026/03/part-1/ theory/news/part-2.md:2"]);
});

test("an article taken back and renamed keeps its address for the day it returns", async () => {
  const content = committed({ [river]: text });
  write(content, river, articleText({ draft: "true" }, body));
  move(content, river, "theory/news/shore.md");
  assert.deepEqual(await movedIn(content), [`${old} theory/news/shore.md:2`]);
});

test("without git, a commit or a masthead in it nothing is said", async () => {
  const loose = contentWith({ [river]: text });
  assert.deepEqual(await movedIn(loose), []);
  git(loose, "init", "--quiet");
  assert.deepEqual(await movedIn(loose), []);
  const above = emptyFolder();
  git(above, "init", "--quiet");
  write(above, "README", "another thing\n");
  commit(above);
  const below = join(above, "content");
  cpSync(loose, below, { recursive: true, filter: (path) => !path.endsWith(".git") });
  assert.deepEqual(await movedIn(below), []);
});

test("within a hook, where git is told to take the folder for the top of its repository, nothing wrong is said", async () => {
  const above = emptyFolder();
  const below = join(above, "content");
  cpSync(contentWith({ [river]: text }), below, { recursive: true });
  git(above, "init", "--quiet");
  commit(above);
  renameSync(join(below, river), join(below, "theory/news/shore.md"));
  assert.deepEqual(await movedIn(below), [`${old} theory/news/shore.md:2`]);
  process.env["GIT_DIR"] = join(above, ".git");
  try {
    assert.deepEqual(await movedIn(below), []);
  } finally {
    delete process.env["GIT_DIR"];
  }
});

test("a shallow clone, another kind of ids, and line ends of Windows make no difference", async () => {
  const first = committed({ [river]: text });
  const shallow = emptyFolder();
  git(shallow, "clone", "--quiet", "--depth", "1", `file://${first}`, shallow);
  const wide = committed({ [river]: text, "theory/notes/column.md": column }, "--object-format=sha256");
  const windows = emptyFolder();
  git(windows, "clone", "--quiet", "-c", "core.autocrlf=true", first, windows);
  assert.match(readFileSync(join(windows, river), "utf8"), /\r\n/u);
  for (const content of [shallow, wide, windows]) {
    assert.deepEqual(await movedIn(content), []);
    move(content, river, "theory/news/shore.md");
    assert.deepEqual(await movedIn(content), [`${old} theory/news/shore.md:2`]);
  }
});

/** Puts a `git` before all others that writes down how it is called, and does the rest. */
async function callsOfGit(run: () => Promise<void>): Promise<readonly string[]> {
  const folder = emptyFolder();
  const before = process.env["PATH"] ?? "";
  const real = spawnSync("which", ["git"], { encoding: "utf8" }).stdout.trim();
  writeFileSync(join(folder, "git"), `#!/bin/sh\necho "$*" >> '${folder}/calls'\nexec '${real}' "$@"\n`);
  chmodSync(join(folder, "git"), 0o755);
  process.env["PATH"] = `${folder}${delimiter}${before}`;
  try {
    await run();
  } finally {
    process.env["PATH"] = before;
  }
  return readFileSync(join(folder, "calls"), "utf8").trim().split("\n");
}

test("of a folder of 300 articles that was renamed git is asked once; twice where some were edited as well", async () => {
  const names = Array.from({ length: 300 }, (_, index) => `a${index}`);
  const files = names.map((name, index) => [
    `theory/notes/${name}.md`,
    articleText({ title: `第${index}篇札记` }, `这是第${index}篇札记。写于第${index}天。`),
  ]);
  const content = committed({ "theory/notes/column.md": column, ...Object.fromEntries(files) });
  git(content, "mv", "theory/notes", "theory/essays");
  const expected = [...names].sort().map((name) => `/theory/notes/2026/03/${name}/ theory/essays/${name}.md:2`);
  const sameBytes = await callsOfGit(async () =>
    assert.deepEqual([...(await movedIn(content))].sort(), [...expected].sort()),
  );
  assert.equal(sameBytes.filter((call) => call.includes("ls-tree") || call.includes("cat-file")).length, 1);
  for (const name of names.slice(0, 100)) {
    const file = join(content, `theory/essays/${name}.md`);
    writeFileSync(file, readFileSync(file, "utf8").replace("source: banxin", "kicker: 札记\nsource: banxin"));
  }
  const edited = await callsOfGit(async () =>
    assert.deepEqual([...(await movedIn(content))].sort(), [...expected].sort()),
  );
  assert.equal(edited.filter((call) => call.includes("ls-tree") || call.includes("cat-file")).length, 2);
});

test("a forged commit, with paths that no file has, does no harm", async () => {
  const content = committed({ [river]: text });
  const blob = git(content, "rev-parse", `HEAD:${river}`).trim();
  const masthead = git(content, "rev-parse", "HEAD:masthead.md").trim();
  const entries = ["/x.md", "../y.md", "a//b.md", "\u202e.md"].map((name) => [name, blob] as const);
  const tree = [...entries, ["masthead.md", masthead] as const].map(([name, id]) =>
    Buffer.concat([Buffer.from(`100644 ${name}\0`), Buffer.from(id, "hex")]),
  );
  const made = spawnSync("git", ["hash-object", "-t", "tree", "-w", "--literally", "--stdin"], {
    cwd: content,
    input: Buffer.concat(tree),
    encoding: "utf8",
  });
  const forged = git(content, "commit-tree", "-m", "x", made.stdout.trim()).trim();
  git(content, "update-ref", "HEAD", forged);
  assert.deepEqual(await movedIn(content), []);
});

test("nothing that a repository names is run: filters, hooks, monitors, viewers, or what fetches what is left out", async () => {
  const first = committed({ [river]: text, ".gitattributes": "*.md filter=evil diff=evil\n" });
  git(first, "config", "uploadpack.allowFilter", "true");
  const content = emptyFolder();
  // A partial clone: the bytes of the old file are left out, and asked for where they are needed.
  git(content, "clone", "--quiet", "--no-checkout", "--filter=blob:none", `file://${first}`, content);
  cpSync(first, content, { recursive: true, filter: (path) => !path.endsWith(".git") });
  rmSync(join(content, river));
  write(content, "theory/news/shore.md", rewritten);
  const mark = join(content, ".git/ran");
  const evil = join(content, ".git/evil");
  writeFileSync(evil, `#!/bin/sh\necho "$0 $*" >> '${mark}'\ncat\n`);
  chmodSync(evil, 0o755);
  for (const setting of [
    "core.fsmonitor",
    "core.pager",
    "core.sshCommand",
    "core.editor",
    "core.askPass",
    "filter.evil.clean",
    "filter.evil.smudge",
    "filter.evil.process",
    "diff.external",
    "diff.evil.textconv",
    "diff.evil.command",
    "remote.origin.uploadpack",
    "core.alternateRefsCommand",
    "credential.helper",
  ])
    git(content, "config", setting, evil);
  git(content, "config", "remote.origin.url", `ext::${evil}`);
  git(content, "config", "protocol.allow", "always");
  git(content, "config", "protocol.ext.allow", "always");
  for (const hook of ["post-checkout", "post-index-change", "pre-commit", "reference-transaction"]) {
    mkdirSync(join(content, ".git/hooks"), { recursive: true });
    writeFileSync(join(content, ".git/hooks", hook), `#!/bin/sh\necho ${hook} >> '${mark}'\n`);
    chmodSync(join(content, ".git/hooks", hook), 0o755);
  }
  await movedIn(content);
  assert.equal(existsSync(mark), false, existsSync(mark) ? readFileSync(mark, "utf8") : "");
});

test("names handed on from article to article are followed to where each text is, edited or not, and no address to another's", async () => {
  const said = (name: string, more = "") =>
    `${name}在南岸等船，船来得晚。${name}把书摊开在膝上，读完一页才抬头。${more}\n\n${name}说河水比去年清。`;
  const first = articleText({ title: "甲", date: "2026-02-01" }, said("许慎言"));
  const second = articleText({ title: "乙", date: "2026-03-01" }, said("陆明远"));
  const moreOf = (each: string) => each.replace("抬头。", "抬头。后来下了雨。");
  const [a, b, c] = ["theory/news/a.md", "theory/news/b.md", "theory/news/c.md"] as const;
  const after = (files: Readonly<Record<string, string>>) => {
    const content = committed({ [a]: first, [b]: second });
    for (const name of [a, b]) rmSync(join(content, name));
    for (const [name, words] of Object.entries(files)) write(content, name, words);
    return movedIn(content);
  };
  const followed = ["/theory/news/2026/02/a/ theory/news/b.md:2", "/theory/news/2026/03/b/ theory/news/c.md:2"];
  assert.deepEqual(await after({ [b]: first, [c]: second }), followed);
  assert.deepEqual(await after({ [b]: moreOf(first), [c]: moreOf(second) }), followed);
  const swapped = ["/theory/news/2026/02/a/ theory/news/b.md:2", "/theory/news/2026/03/b/ theory/news/a.md:2"];
  assert.deepEqual((await after({ [a]: second, [b]: first })).toSorted(), swapped);
  assert.deepEqual((await after({ [a]: moreOf(second), [b]: moreOf(first) })).toSorted(), swapped);
  const gone = ["/theory/news/2026/02/a/ theory/news/b.md:2"];
  assert.deepEqual(await after({ [b]: moreOf(first) }), gone, "the text that was there is nowhere");
  const anew = articleText({ title: "丙", date: "2026-04-01" }, said("沈秋原"));
  assert.deepEqual(await after({ [a]: first, [b]: anew }), ["/theory/news/2026/03/b/ theory/news/b.md:2"]);
  assert.deepEqual(await after({ [a]: first, [b]: anew, [c]: moreOf(second) }), [followed[1]]);
  const copied = { [a]: first, [b]: moreOf(second).replace("2026-03-01", "2026-04-01"), [c]: second };
  assert.deepEqual(await after(copied), ["/theory/news/2026/03/b/ theory/news/b.md:2"], "a copy is no heir");
});
