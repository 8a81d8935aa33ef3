import assert from "node:assert/strict";
import { test } from "node:test";
import { fetchOnce } from "../../scripts/links/fetch-once.ts";
import { isPublicAddress, NotPublic, publicLookup } from "../../scripts/links/public-address.ts";

const closed =
  "127.0.0.1 10.1.2.3 172.31.0.1 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 198.18.0.9 224.0.0.1 255.255.255.255 ::1 :: fe80::1 fd00::1 ff02::1 ::ffff:127.0.0.1 ::ffff:7f00:1 ::7f00:1 64:ff9b::7f00:1 2002:7f00:1:: 2001::1 2001:db8::1 localhost";

test("only addresses of the open net are public, however others are written", () => {
  for (const address of closed.split(" ")) assert.equal(isPublicAddress(address), false, address);
  for (const address of ["8.8.8.8", "172.32.0.1", "2606:4700::1111", "2400:3200::1"])
    assert.equal(isPublicAddress(address), true, address);
});

const manners = {
  userAgent: "test",
  alsoHosts: new Set<string>(),
  msForAnswer: 5000,
  signal: new AbortController().signal,
};

test("a link into a private network, by number or by name, is not followed; nor is a port that is not the web's", async () => {
  const links =
    "http://127.0.0.1:9999/ http://2130706433:9999/ http://0x7f.1:9999/ http://[::1]:9999/ http://[::ffff:127.0.0.1]:9999/ http://localhost:9999/ http://169.254.169.254/latest/ http://8.8.8.8:22/";
  for (const link of links.split(" "))
    await assert.rejects(fetchOnce({ url: new URL(link), method: "GET", mostBytes: 0 }, manners), NotPublic, link);
});

test("a name is looked up as Node asks for it, and a private answer is none", async () => {
  for (const all of [true, false]) {
    const fault = await new Promise((done) => publicLookup("localhost", { all }, (error) => done(error)));
    assert.ok(fault instanceof NotPublic);
  }
});
