import assert from "node:assert/strict";
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { test } from "node:test";
import { committed, git } from "./edition/repository.ts";
import { articleText, root, testCache } from "./newsroom.ts";
import { type Answer, sit, type Way, waysHere } from "./terminal/terminal.ts";

// An editor's sessions at the terminal, as they look. Each is recorded in test/fixtures/sessions/; after a change of what is shown
// `UPDATE=1 npm test -- sessions` writes the records anew; read the difference before you commit it.

const column = "---\ntitle: 新闻\n---\n";

/** A record of what an editor types and sees. */
class Recording {
  readonly #way: Way;
  readonly #content: string;
  #text = "";

  constructor(way: Way, content: string) {
    this.#way = way;
    this.#content = content;
  }

  /** Runs `npm run` with `typed`, and answers what it asks. */
  async run(typed: string, answers: readonly Answer[], code: number): Promise<void> {
    const [command = "", ...flags] = typed.split(" ").filter((word) => word !== "--");
    const words = ["scripts/start.mjs", command, "--content", this.#content, "--cache", testCache, ...flags];
    const session = await sit(this.#way, { words, from: dirname(this.#content) }, answers);
    this.note(`$ npm run ${typed}`);
    let before: readonly string[] = [];
    for (const [index, screen] of session.shown.entries()) {
      const lines = screen.split("\n");
      const same = before.findIndex((line, at) => line !== lines[at]);
      this.note(...lines.slice(same < 0 ? before.length : same));
      const keys = answers[index]?.keys;
      if (keys !== undefined) this.note(`‹${keys.replaceAll("\u001b[B", "↓").replace(/\r$/u, "⏎")}›`);
      before = lines;
    }
    this.note(`[${session.code}]`, "");
    assert.equal(session.code, code, this.#text);
  }

  /** Writes `lines` down as they are. */
  note(...lines: readonly string[]): void {
    this.#text += lines.map((line) => `${line}\n`).join("");
  }

  /** The whole record, wherever the content lies. */
  get text(): string {
    return this.#text.replaceAll(this.#content, "content").replaceAll(basename(this.#content), "content");
  }
}

function isAsRecorded(name: string, text: string): void {
  const file = join(root, "test/fixtures/sessions", `${name}.txt`);
  if (process.env["UPDATE"] === "1") writeFileSync(file, text);
  assert.equal(text, readFileSync(file, "utf8"));
}

/** `text` as if it had been written at one time. */
function atOneTime(text: string): string {
  return text
    .replaceAll(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/gu, "2026-11-22 08:31:05")
    .replaceAll(/(?<=theory\/notes\/)\d{4}(?=\/deng)/gu, "2026");
}

/** The question `words`, asked to its end. */
function asked(words: string, keys: string): Answer {
  return { when: new RegExp(`◆  ${words}[^◆]*└$`, "u"), keys };
}

const written = `
清晨六点,渡口已经排了二十来人。撑船的老周说：“今天风大,慢一点走。”

等船的人不着急(有人带了书)，看一页，望一眼对岸...
`;

for (const way of waysHere()) {
  test(`on ${way.name}, an editor begins an article, has its marks mended, and finds it clean`, async () => {
    const content = committed({
      "theory/news/river.md": articleText({ title: "河边书屋", author: "江若水" }),
      "theory/notes/column.md": column,
      "theory/notes/2026/ferry.md": articleText({ title: "渡口", author: "[江若水, 周既白]" }),
      "theory/notes/2026/pier.md": articleText({ title: "码头", author: "周既白" }),
    });
    const record = new Recording(way, content);
    const answers = [
      asked("标题", "等船的人\r"),
      asked("栏目", "\r"),
      asked("作者", "江若水、周既白\r"),
      asked("来源", "\r"),
      asked("责任编辑（", "\u001b[B\r"),
      asked("责任编辑\n", "顾既明\r"),
    ];
    await record.run("new", answers, 0);
    const made = git(content, "ls-files", "--others", "--exclude-standard").trim();
    appendFileSync(join(content, made), written.slice(1));
    record.note(`$ cat content/${made}`, ...readFileSync(join(content, made), "utf8").split("\n"));
    const may = (keys: string) => [{ when: /\[y\/N\]$/u, keys }];
    await record.run("check -- --fix", may("n\r"), 1);
    await record.run("check -- --fix", may("y\r"), 0);
    await record.run("check", [], 0);
    isAsRecorded("new-and-fix", atOneTime(record.text));
  });

  test(`on ${way.name}, an editor renames an article and has its old address kept`, async () => {
    const content = committed({
      "theory/notes/2026/ferry.md": articleText({ title: "渡口" }),
      "theory/notes/column.md": column,
    });
    const record = new Recording(way, content);
    git(content, "mv", "theory/notes/2026/ferry.md", "theory/notes/2026/渡口.md");
    record.note("$ git mv content/theory/notes/2026/ferry.md content/theory/notes/2026/渡口.md", "");
    await record.run("check", [], 0);
    await record.run("check -- --fix", [{ when: /\[y\/N\]$/u, keys: "y\r" }], 0);
    isAsRecorded("rename", record.text);
  });
}

test("README shows a session as it is recorded", () => {
  const record = readFileSync(join(root, "test/fixtures/sessions/new-and-fix.txt"), "utf8").split("\n");
  const readme = readFileSync(join(root, "README.md"), "utf8");
  const excerpt =
    /tests repeat at a terminal\):\n\n```text\n(?<lines>[^`]+)\n```/u.exec(readme)?.groups?.["lines"] ?? "";
  const lines = excerpt.split("\n");
  assert.ok(lines.length > 3, excerpt);
  for (const line of lines) assert.ok(record.includes(line), line);
});
