import assert from "node:assert/strict";
import { test } from "node:test";
import {
  authorityOf,
  hostNamedIn,
  isLookAlikeHost,
  leadsWhereItSays,
  registeredDomain,
  unicodeHost,
} from "../../scripts/text/hosts.ts";

test("an address leads to the host after the last @, without port and closing dot", () => {
  const cases: readonly (readonly [string, string | undefined, string])[] = [
    ["https://Example.COM:8080/a?b#c", "example.com", ""],
    ["http://www.gov.cn@evil.test/", "evil.test", "www.gov.cn"],
    ["//example.com./a", "example.com", ""],
    ["https:\\\\example.com\\a", "example.com", ""],
    ["https://例子.中国/", "例子.中国", ""],
    ["mailto:a@example.com", undefined, ""],
    ["../a.md", undefined, ""],
  ];
  for (const [address, host, user] of cases)
    assert.deepEqual(authorityOf(address), host === undefined ? undefined : { host, user }, address);
});

test("a link's text names a host when it holds an address or is a name with a common ending", () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ["https://example.com/a", "example.com"],
    ["请登录www.example.com。", "www.example.com"],
    ["example.com", "example.com"],
    ["news.example.com.cn/a", "news.example.com.cn"],
    ["Node.js", undefined],
    ["ASP.NET", undefined],
    ["README.md", undefined],
    ["main.py", undefined],
    ["见 example.com 网站", undefined],
    ["第1.2节", undefined],
    [`${"a.".repeat(100_000)}com`, undefined],
  ];
  for (const [text, host] of cases) assert.equal(hostNamedIn(text), host, text.slice(0, 40));
});

test("hosts of one registered domain count as one", () => {
  assert.equal(registeredDomain("a.b.example.com"), "example.com");
  assert.equal(registeredDomain("news.example.com.cn"), "example.com.cn");
  assert.equal(registeredDomain("example.co.uk"), "example.co.uk");
  assert.equal(registeredDomain("10.0.0.1"), "10.0.0.1");
  assert.ok(leadsWhereItSays("example.com", "https://m.example.com/"));
  assert.ok(leadsWhereItSays("例子.中国", "https://xn--fsqu00a.xn--fiqs8s/"));
  assert.ok(leadsWhereItSays("example.com", "../a.md"));
  assert.ok(!leadsWhereItSays("example.com.cn", "https://other.com.cn/"));
  assert.ok(!leadsWhereItSays("example.com", "https://example.com.evil.test/"));
});

test("punycode is shown as readers see it", () => {
  assert.equal(unicodeHost("xn--fsqu00a.xn--fiqs8s"), "例子.中国");
  assert.equal(unicodeHost("xn--a"), "xn--a");
});

test("hosts that pass themselves off as others are told from honest ones", () => {
  const honest = [
    "example.com",
    "例子.中国",
    "中国abc.cn",
    "日本ごさんカ.jp",
    "bücher.de",
    "пример.рф",
    "παράδειγμα.gr",
    "한국.kr",
    "xn--fsqu00a.xn--fiqs8s",
    "café-1.fr",
    "אתר.co.il",
  ];
  const false_ = [
    "аррӏе.com",
    "xn--80ak6aa92e.com",
    "exаmple.com",
    "ｅxample.com",
    "gov.cn∕login.test",
    "gοοgle.com",
    "例子а.cn",
    "𝐚pple.com",
    "gov。cn",
    "раураӏ.com",
  ];
  for (const host of honest) assert.equal(isLookAlikeHost(host), false, host);
  for (const host of false_) assert.equal(isLookAlikeHost(host), true, host);
});
