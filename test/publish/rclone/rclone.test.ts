import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { shownRemote } from "../../../scripts/publish/rclone/rclone.ts";
import { emptyFolder, run } from "../../site/command.ts";
import { siteIn } from "../planned.ts";
import { refused, usual } from "../target.ts";

test("a remote is shown without its options, which may be keys and passwords", () => {
  for (const [remote, shown] of [
    ["oss:bucket/site", "oss:bucket/site"],
    ["oss:bucket/a,b=c:d", "oss:bucket/a,b=c:d"],
    [":local:/srv/site", ":local:/srv/site"],
    ["oss,acl=private:bucket", "oss,…:bucket"],
    [":s3,access_key_id=A,secret_access_key=B:bucket", ":s3,…:bucket"],
    [":webdav,url='http://[::1]:1/',user=me:", ":webdav,…:"],
    [":sftp,host=x,pass='it''s:secret,here',shell_type=none:a:b", ":sftp,…:a:b"],
    [':sftp,pass="say ""a:b""":site', ":sftp,…:site"],
    [":sftp,disable_hashcheck:site", ":sftp,…:site"],
  ] as const)
    assert.equal(shownRemote(remote), shown, remote);
});

test("what rclone complains of is told without the keys that it repeats, and so is what was typed wrong", () => {
  const programs = emptyFolder();
  const complaint = 'Failed for "$4": couldn\'t use "SECRET-KEY" at http://127.0.0.1:9/';
  // Told `lsjson … -- REMOTE`.
  writeFileSync(
    join(programs, "rclone"),
    `#!/bin/sh\nfor last; do :; done\nset -- 1 2 3 "$last"\necho "${complaint.replaceAll('"', '\\"')}" >&2\nexit 1\n`,
    { mode: 0o755 },
  );
  const words = ["--record", join(emptyFolder(), "record"), "--from", siteIn({ "index.html": "x" }), ...usual];
  const options = "s3,secret_access_key=SECRET-KEY,endpoint='http://127.0.0.1:9/'";
  const told = run(["publish", `rclone::${options}:bucket`, ...words], { PATH: `${programs}:/bin:/usr/bin` });
  refused(told, "unreachable");
  assert.match(told.err, /Failed for ":s3,…:bucket": couldn't use "…" at http:\/\/127\.0\.0\.1:9\//u);
  const typed = run(["publish", "rclone::s3,secret_access_key=SECRET-KEY", ...words]);
  assert.equal(typed.code, 2);
  assert.doesNotMatch(told.err + typed.err, /SECRET/u);
});
