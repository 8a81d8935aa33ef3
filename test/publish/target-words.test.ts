import assert from "node:assert/strict";
import { test } from "node:test";
import { readTarget } from "../../scripts/publish/target-words.ts";

test("a target is a folder, a folder of a server, or what rclone takes", () => {
  for (const [typed, target] of [
    ["file:site", { kind: "file", folder: "site" }],
    ["file:./~/site", { kind: "file", folder: "./~/site" }],
    ["file:///srv/site", { kind: "file", folder: "/srv/site" }],
    ["ssh:server:/srv/site", { kind: "ssh", host: "server", folder: "/srv/site" }],
    ["ssh:www@example.org:/srv/site/", { kind: "ssh", host: "www@example.org", folder: "/srv/site" }],
    ["ssh:server:~/site", { kind: "ssh", host: "server", folder: "site" }],
    ["ssh:me@[::1]:site", { kind: "ssh", host: "me@[::1]", folder: "site" }],
    ["ssh:server:/a b/'\"$(x)`*:é", { kind: "ssh", host: "server", folder: "/a b/'\"$(x)`*:é" }],
    ["rclone:oss:bucket/site", { kind: "rclone", remote: "oss:bucket/site" }],
    ["rclone::local:/srv/site", { kind: "rclone", remote: ":local:/srv/site" }],
    ["rclone::webdav,url='http://[::1]:1/':", { kind: "rclone", remote: ":webdav,url='http://[::1]:1/':" }],
  ] as const)
    assert.deepEqual(readTarget(typed), target, typed);
});

test("what a program could take for something else than a name is refused with what to write", () => {
  for (const typed of [
    "ssh:-oProxyCommand=touch x:/srv/site",
    "ssh:server",
    "ssh:server:",
    "ssh:server:/",
    "ssh:server:~",
    "ssh:server:~other/site",
    "ssh:server:-site",
    "ssh:server:/srv/si\nte",
    "ssh:server:/srv/si\u0000te",
    "ssh:-l@server:/srv",
    "ssh:a@-server:/srv",
    "ssh:a b@server:/srv",
    "ssh:$(x):/srv",
    "ssh:ser'ver:/srv",
    "ssh://server/srv",
    "file:~/site",
    "file:~",
    "file:~other/site",
    "rclone:-v:x",
    "rclone:folder",
    "rclone:/folder",
    "rclone:a:b\nc",
  ]) {
    const target = readTarget(typed);
    assert.equal(target?.kind, "fault", typed);
    assert.ok(target?.kind === "fault" && target.fault.length > 0);
  }
  for (const typed of ["", "dist", "file:", "ssh:", "rclone:", "s3:bucket", "keygen"])
    assert.equal(readTarget(typed), undefined, typed);
});
