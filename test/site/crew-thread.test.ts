import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { Answer } from "../../scripts/site/crew-tasks.ts";
import { CrewThread } from "../../scripts/site/crew-thread.ts";
import { emptyFolder } from "./command.ts";

/** A thread that runs `code`; how often it was over with a task, and how often it died. */
function threadOf(code: string | undefined) {
  const folder = emptyFolder();
  if (code !== undefined) writeFileSync(join(folder, "crew-member.js"), code);
  const counts = { answers: 0, ends: 0 };
  const program = { root: folder, folder, code: { reading: "", pictures: "", pages: "" } };
  const thread = new CrewThread(
    program,
    () => counts.answers++,
    () => counts.ends++,
  );
  return { thread, counts };
}

function told(thread: CrewThread): Promise<Answer> {
  return new Promise((done, failed) =>
    thread.tell({ task: { task: "glyphs", characters: "河" }, given: [], done, failed }),
  );
}

const listening = (answer: string) =>
  `const { parentPort } = require("node:worker_threads"); parentPort.on("message", (task) => { ${answer} });`;

test("answers come in the order of the tasks, and what a thread could not do is told as it was there", async () => {
  const { thread, counts } = threadOf(
    listening(`if (task.task === "prepare") return;
      const failed = { task: "failed", message: "no room", stack: "there", code: "ENOSPC", path: "/out/a" };
      globalThis.count = (globalThis.count ?? 0) + 1;
      parentPort.postMessage(globalThis.count === 2 ? failed : { task: "glyphs", glyphs: [] });`),
  );
  const answers = [told(thread), told(thread), told(thread)];
  thread.prepare();
  assert.equal(thread.isIdle, false);
  const [first, second, third] = await Promise.allSettled(answers);
  assert.deepEqual([first?.status, second?.status, third?.status], ["fulfilled", "rejected", "fulfilled"]);
  await assert.rejects(answers[1] ?? Promise.resolve(), { message: "no room", code: "ENOSPC", path: "/out/a" });
  assert.deepEqual([thread.isIdle, counts], [true, { answers: 3, ends: 0 }]);
  await thread.end();
});

test("a thread that dies fails all that it was told, and says that it is gone", async () => {
  const { thread, counts } = threadOf(listening('throw new Error("out of paper");'));
  for (const each of [told(thread), told(thread)]) await assert.rejects(each, /out of paper/u);
  assert.deepEqual(counts, { answers: 0, ends: 1 });
  const { thread: none, counts: noCounts } = threadOf(undefined);
  await assert.rejects(told(none), /crew-member/u);
  assert.equal(noCounts.ends, 1);
});
