import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, test } from "node:test";
import { previewAddresses } from "../../layouts/client/preview-addresses.ts";
import type { ToldProblems } from "../../layouts/client/preview-state.ts";
import { outputFile } from "../../scripts/edition/addresses.ts";
import { PreviewDesk } from "../../scripts/site/desk/preview-desk.ts";
import { PreviewChannel } from "../../scripts/site/preview-channel.ts";
import { PreviewFolder } from "../../scripts/site/preview-folder.ts";
import type { Site } from "../../scripts/site/site.ts";
import { Shelves } from "../../scripts/store/shelves.ts";
import { urlPath } from "../../scripts/text/brands.ts";
import { articleText, contentWith, sessionOf, usualInstant } from "../newsroom.ts";
import { emptyFolder } from "./command.ts";
import { heardAt } from "./preview-events.ts";

const nothingWrong: ToldProblems = { language: "zh-Hans", errors: 0, warnings: 0, problems: [] };
const oneError: ToldProblems = {
  ...{ language: "zh-Hans", errors: 1, warnings: 0 },
  problems: [
    { severity: "error", place: "a.md:1:2", message: "“<script>”不行。", remedy: "删去。", rule: "rule-name" },
  ],
};

/** A channel before a server of files that has written what the folder wrote. */
async function startServer(desk?: PreviewDesk) {
  const client = { script: Buffer.from("script"), styles: Buffer.from("styles") };
  const channel = new PreviewChannel(async () => client, desk);
  const texts = new Map<string, string>();
  const server = createServer((request, response) => {
    void channel.answer(request, response, () => {
      if (request.url === "/breaks/") throw new Error("the file server failed");
      response.end(texts.get(outputFile(urlPath(request.url ?? "/"))));
    });
  });
  await new Promise<void>((done) => server.listen(0, done));
  after(() => server.close().closeAllConnections());
  const address = server.address();
  const base = `http://localhost:${typeof address === "object" ? address?.port : ""}`;
  const folder = await PreviewFolder.open(siteOf({}), {
    ...{ out: emptyFolder(), shelves: new Shelves(emptyFolder()) },
    write: async (pages) => {
      for (const { path, bytes } of pages) texts.set(outputFile(path), Buffer.from(bytes).toString());
    },
  });
  return { channel, folder, base };
}

function siteOf(pages: Readonly<Record<string, string>>): Site {
  const page = ([path, text]: readonly [string, string]) => ({
    ...{ kind: "article" as const, path: urlPath(path) },
    ...{ key: () => text, text: () => text },
  });
  return { pages: Object.entries(pages).map(page), files: [] };
}

test("script and styles are served, and pages as they must be when they are asked for", async () => {
  const { channel, folder, base } = await startServer();
  assert.equal(await (await fetch(base + previewAddresses.script)).text(), "script");
  assert.equal(await (await fetch(base + previewAddresses.styles)).text(), "styles");
  await folder.show(siteOf({ "/a/": "one" }));
  await channel.tell(nothingWrong, folder);
  const page = await fetch(`${base}/a/`);
  assert.equal(await page.text(), "one");
  assert.equal(page.headers.get("server-timing"), 'page;desc="one"');
  assert.equal(page.headers.get("cache-control"), "no-store");
});

test("as long as there is no site every address shows what is wrong, as text", async () => {
  const { channel, base } = await startServer();
  await channel.tell(oneError, undefined);
  const page = await fetch(`${base}/a/`);
  const text = await page.text();
  assert.equal(page.status, 503);
  assert.match(text, /a\.md:1:2.*“&lt;script&gt;”不行.*rule-name/u);
  assert.doesNotMatch(text, /<script>|<style| style=| on\w+=/u);
});

test("an open page is told at once what it is now, and whenever it or the problems have changed", async () => {
  const { channel, folder, base } = await startServer();
  await channel.tell(oneError, undefined);
  const states = heardAt(base, "/a/");
  assert.deepEqual((await states.next()).value, { page: "", ...oneError });
  await folder.show(siteOf({ "/a/": "one" }));
  await channel.tell(nothingWrong, folder);
  assert.deepEqual((await states.next()).value, { page: "one", ...nothingWrong });
  await channel.tell(oneError, folder);
  assert.deepEqual((await states.next()).value, { page: "one", ...oneError });
});

test("what is asked of the desk is answered, and what cannot be answered is null", async () => {
  const desk = new PreviewDesk(new Shelves(emptyFolder()), "tests", Date.now());
  const { matter, problems, language } = await sessionOf(contentWith({ "theory/news/a.md": articleText() })).load(
    { asOf: usualInstant, isPreview: true },
    Date.now(),
  );
  desk.take({ problems, language, matter });
  const { channel, folder, base } = await startServer(desk);
  await channel.tell(nothingWrong, folder);
  const ask = async (question: string, page: string) => {
    const answer = await fetch(`${base}${previewAddresses.desk}?${new URLSearchParams({ ask: question, page })}`);
    assert.deepEqual([answer.status, answer.headers.get("cache-control")], [200, "no-store"]);
    return answer.json();
  };
  const page = "/theory/news/2026/03/a/";
  assert.deepEqual(await ask("related", page), []);
  assert.equal((await ask("changes", page))[0].group, "front");
  assert.equal((await ask("wechat", page)).title, "河边书屋");
  for (const [question, address] of [
    ["related", "/"],
    ["wechat", "//x/../"],
    ["changes", "中文"],
    ["nothing", page],
  ] as const)
    assert.equal(await ask(question, address), null);
  const state = (await heardAt(base, page).next()).value;
  assert.deepEqual([state?.desk?.file, state?.desk?.article?.state], ["theory/news/a.md", "published"]);
});

test("addresses that no file can have, and failures, are answered and end nothing", async () => {
  const { channel, folder, base } = await startServer();
  await channel.tell(nothingWrong, folder);
  assert.equal((await fetch(`${base}/%zz`)).status, 400);
  assert.equal((await fetch(`${base}/..%2f..%2fetc/passwd`)).status, 400);
  assert.equal((await fetch(`${base}/breaks/`)).status, 500);
  assert.equal((await fetch(base + previewAddresses.script)).status, 200);
});
