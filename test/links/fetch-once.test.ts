import assert from "node:assert/strict";
import { test } from "node:test";
import { fetchOnce } from "../../scripts/links/fetch-once.ts";
import { linkServer } from "./link-server.ts";

test("the name and password in an address are sent to nobody", async () => {
  const heard: (string | undefined)[] = [];
  const { host } = await linkServer((_path, response, { headers }) => {
    heard.push(headers.authorization);
    response.end();
  });
  const manners = {
    ...{ userAgent: "Banxin", alsoHosts: new Set([host]), msForAnswer: 5000 },
    signal: new AbortController().signal,
  };
  const { status } = await fetchOnce(
    { url: new URL(`http://reader:secret@${host}/`), method: "GET", mostBytes: 0 },
    manners,
  );
  assert.equal(status, 200);
  assert.deepEqual(heard, [undefined]);
});
