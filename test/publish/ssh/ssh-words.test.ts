import assert from "node:assert/strict";
import { test } from "node:test";
import { sendWords, shellWords } from "../../../scripts/publish/ssh/ssh-words.ts";

const reaching = { host: "www@[::1]", config: "/a b/con'fig", scratch: "/tmp/x%y" };

test("the command line at the server holds no name of ours, so no name can be anything but a name", () => {
  const words = shellWords(reaching, 4321);
  assert.equal(words.at(-1), `sh -c 'eval "$(head -c 4321)"'`);
  assert.equal(words.at(-2), "www@::1");
  assert.deepEqual(words.slice(0, 3), ["ssh", "-F", "/a b/con'fig"]);
  assert.ok(words.includes('ControlPath="/tmp/x%%y/c"'));
});

test("one connection serves all wherever ssh can read the path of its socket, and several do where it cannot", () => {
  for (const scratch of ["/tmp/a b", "/tmp/版心", "/tmp/it's"])
    assert.ok(shellWords({ ...reaching, scratch }, 1).includes(`ControlPath="${scratch}/c"`), scratch);
  for (const scratch of ['/tmp/a"b', "/tmp/$HOME", "/tmp/a\\b", `/tmp/${"版".repeat(30)}`]) {
    const sending = { ...reaching, scratch, from: "/a", to: "/b", bases: [] };
    for (const words of [shellWords({ ...reaching, scratch }, 1), sendWords(sending)])
      assert.doesNotMatch(words.join(" "), /Control/u, scratch);
  }
});

test("files are compared by their bytes, linked to what is there, and named past the server's shell", () => {
  const words = sendWords({
    ...reaching,
    from: "/build/di st",
    to: "/srv/$(x)/releases/.new",
    bases: ["/srv/$(x)/releases/a"],
  });
  assert.deepEqual(words.slice(-2), ["/build/di st/", "www@[::1]:/srv/$(x)/releases/.new/"]);
  for (const word of ["--checksum", "--protect-args", "--files-from=-", "--from0", "--link-dest=/srv/$(x)/releases/a"])
    assert.ok(words.includes(word), word);
  const shell = words.find((word) => word.startsWith("--rsh="));
  assert.match(shell ?? "", /^--rsh=ssh -F '\/a b\/con''fig' -T /u);
  assert.doesNotMatch(words.join(" "), /--(?:times|size-only|inplace|delete)\b/u);
});
