import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { test } from "node:test";
import { endProcess, runProcess, startProcess } from "../../scripts/bench/run-process.ts";
import { root } from "../newsroom.ts";

const node = (code: string) => ({ words: [process.execPath, "-e", code] as const, folder: root });
const canTellMemory = existsSync("/proc/self/smaps_rollup");

test("a command that does not end well fails with what it said on either stream", async () => {
  const failing = node("console.log('heard'); console.error('seen'); process.exit(3)");
  await assert.rejects(runProcess(failing, "seconds"), /ended with 3:[\s\S]*(heard[\s\S]*seen|seen[\s\S]*heard)/u);
});

test("the memory of a command is that of all its processes together", { skip: !canTellMemory }, async () => {
  const holding = "const held = Buffer.alloc(60e6, 1); setTimeout(() => held, 600);";
  const both = node(`require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(holding)}]); ${holding}`);
  assert.ok((await runProcess(both, "bytes")) > 120e6);
});

test("a process is ended with all that it has started", { skip: !canTellMemory }, async () => {
  const rest = "setInterval(() => 0, 1000)";
  const running = startProcess(
    node(
      `const c = require('child_process').spawn(process.execPath, ['-e', '${rest}']); console.log(c.pid, 'up'); ${rest}`,
    ),
  );
  while (!running.said().includes("up")) await new Promise((later) => setTimeout(later, 20));
  const child = Number(running.said().split(" ")[0]);
  await endProcess(running);
  for (let look = 0; look < 100 && existsSync(`/proc/${child}`); look++)
    await new Promise((later) => setTimeout(later, 20));
  assert.ok(!existsSync(`/proc/${child}`));
});
