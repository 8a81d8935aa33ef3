import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { startPublisher } from "../../../scripts/bench/check-trust.ts";
import { addressOf, linkedSite } from "../../../scripts/bench/linked-site.ts";
import { bareSettings, lackForRclone } from "../../../scripts/bench/loopback-rclone.ts";
import { type PlainSite, writePlainSite } from "../../../scripts/bench/plain-site.ts";
import { root } from "../../newsroom.ts";
import { emptyFolder } from "../../site/command.ts";
import { startObjectStore } from "./object-store.ts";

const limits = { skip: lackForRclone(), timeout: 60_000 };

test(
  "a store of objects is told types and how long to keep, in an order of which the manifest and then deletions are the end",
  limits,
  async () => {
    const store = await startObjectStore();
    const record = join(emptyFolder(), "record");
    // Where it is set rclone 1.60 does not start.
    const settings = { ...bareSettings(emptyFolder()), AWS_CA_BUNDLE: "" };
    const publish = async (site: PlainSite, more: readonly string[] = []) => {
      const from = emptyFolder();
      writePlainSite(from, site);
      store.log.length = 0;
      const words = ["--from", from, "--record", record, "--grace", "0", ...more];
      const { ended, said } = startPublisher(root, `rclone:${store.remote}`, words, settings);
      assert.equal(await ended, 0, said());
      const log = store.log.map((line) => line.replace("site/", ""));
      return { log: log.filter((line) => !line.includes(".publishing.json")), said: said() };
    };
    try {
      await publish(linkedSite(0, 4));
      const gone = ["--allow-gone", `/${addressOf(0)}`];
      const dry = await publish(linkedSite(1, 4), [...gone, "--dry-run"]);
      assert.deepEqual(dry.log, []);
      const planned = [...dry.said.matchAll(/^(?:传 send|删 delete) +(\S+)/gmu)].map(([, path]) => path);
      const { log } = await publish(linkedSite(1, 4), gone);
      assert.deepEqual(log.map((line) => line.split(" ")[1]).sort(), [...planned].sort());
      const [sheet = "", oldSheet = ""] = [1, 0].map((edition) =>
        Object.keys(linkedSite(edition, 4)).find((path) => path.startsWith("assets/")),
      );
      assert.deepEqual(
        [log.slice(0, 3), log.slice(3, 6).sort(), log.slice(6, 8).sort(), log.slice(8, 10), log.slice(10).sort()],
        [
          [`PUT ${sheet}`, `PUT ${addressOf(4)}index.html`, "PUT theory/feed-1.xml"],
          [1, 2, 3].map((number) => `PUT ${addressOf(number)}index.html`),
          ["PUT index.html", "PUT theory/index.html"],
          ["PUT manifest.json", `DELETE ${addressOf(0)}index.html`],
          [`DELETE ${oldSheet}`, "DELETE theory/feed-0.xml"],
        ],
      );
      const page = store.objects.get("site/index.html");
      assert.deepEqual([page?.type, page?.cache], ["text/html; charset=utf-8", "public, max-age=60"]);
      const style = store.objects.get(`site/${sheet}`);
      assert.deepEqual([style?.type, style?.cache], ["text/css; charset=utf-8", "public, max-age=31536000, immutable"]);
      assert.equal(store.objects.has("site/.publishing.json"), false);
      // Of the same length: the store's hash tells.
      const robots = "site/robots.txt";
      const was = store.objects.get(robots);
      assert.ok(was);
      store.objects.set(robots, { ...was, bytes: Buffer.from(was.bytes.toString().replace("Allow", "Adlow")) });
      await publish(linkedSite(2, 4), ["--allow-gone", `/${addressOf(1)}`]);
      assert.deepEqual(store.objects.get(robots)?.bytes, was.bytes);
    } finally {
      store.stop();
    }
  },
);
