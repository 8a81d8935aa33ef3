import assert from "node:assert/strict";
import { test } from "node:test";
import { longestText, readText } from "../../scripts/text/read-text.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const found = (bytes: Uint8Array): readonly string[] =>
  readText(bytes, "a.md").problems.map((each) =>
    `${each.line}:${each.column} ${each.rule} ${Object.values(each.values).join(" ")}`.trim(),
  );

test("a text in UTF-8 comes out as it is, line ends as LF, without a byte order mark", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["", ""],
    ["版心\n周刊\n", "版心\n周刊\n"],
    ["\ufeff版心", "版心"],
    ["一\r\n二\r三\n\r四\r", "一\n二\n三\n\n四\n"],
    ["\t表\t格", "\t表\t格"],
    ["葛\u{e0100}飾 ☺\ufe0f 𠮷", "葛\u{e0100}飾 ☺\ufe0f 𠮷"],
    [
      "👩\u200d👩\u200d👧 👩🏽\u200d🔬 ❤\ufe0f\u200d🔥 🏴\u200d☠\ufe0f",
      "👩\u200d👩\u200d👧 👩🏽\u200d🔬 ❤\ufe0f\u200d🔥 🏴\u200d☠\ufe0f",
    ],
    ["می\u200cخواهم क्\u200dष ශ්\u200dරී", "می\u200cخواهم क्\u200dष ශ්\u200dරී"],
    [
      "🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}",
      "🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}",
    ],
    ["שלום\u200f (a)", "שלום\u200f (a)"],
    ["全角\u3000空格 \u00a0 不换行", "全角\u3000空格 \u00a0 不换行"],
  ];
  for (const [written, text] of cases) {
    assert.deepEqual(readText(bytesOf(written), "a.md"), { isReadable: true, text, problems: [] });
  }
});

test("what cannot be seen and may not be there is an error at its place", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["版心\u0000", "1:3 control-character U+0000"],
    ["一\n二\u0007三", "2:2 control-character U+0007"],
    ["一\u000b二", "1:2 control-character U+000B"],
    ["一\u0085二", "1:2 control-character U+0085"],
    ["一\u007f", "1:2 control-character U+007F"],
    ["一\r\n𠮷\u001b[2J", "2:2 control-character U+001B"],
    ["一\u202e二", "1:2 bidi-control U+202E"],
    ["一\u202a二", "1:2 bidi-control U+202A"],
    ["一\u2066二", "1:2 bidi-control U+2066"],
    ["一\ufdd0", "1:2 noncharacter U+FDD0"],
    ["一\uffff", "1:2 noncharacter U+FFFF"],
    ["一\u{1fffe}", "1:2 noncharacter U+1FFFE"],
    ["一\u{10ffff}", "1:2 noncharacter U+10FFFF"],
  ];
  for (const [written, report] of cases) assert.deepEqual(found(bytesOf(written)), [report]);
});

test("stray invisible characters are left out with a warning", () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ["版\u200b心", "版心", "1:2 invisible-character U+200B"],
    ["版\u2060心", "版心", "1:2 invisible-character U+2060"],
    ["版\n心\ufeff刊", "版\n心刊", "2:2 invisible-character U+FEFF"],
    ["co\u00adop", "coop", "1:3 invisible-character U+00AD"],
    ["版\u200d心", "版心", "1:2 invisible-character U+200D"],
    ["版\u200c心", "版心", "1:2 invisible-character U+200C"],
    ["👩\u200d心", "👩心", "1:2 invisible-character U+200D"],
    ["\u200d", "", "1:1 invisible-character U+200D"],
    ["密\u{e0041}文", "密文", "1:2 invisible-character U+E0041"],
  ];
  for (const [written, text, report] of cases) {
    assert.equal(readText(bytesOf(written), "a.md").text, text);
    assert.deepEqual(found(bytesOf(written)), [report]);
  }
});

test("a second byte order mark is an inner one", () => {
  assert.equal(readText(bytesOf("\ufeff\ufeff版"), "a.md").text, "版");
  assert.deepEqual(found(bytesOf("\ufeff\ufeff版")), ["1:1 invisible-character U+FEFF"]);
});

test("a replacement character stays, with a warning that quotes what is around it", () => {
  assert.deepEqual(readText(bytesOf("城里的旧书\ufffd又开张了"), "a.md"), {
    isReadable: true,
    text: "城里的旧书\ufffd又开张了",
    problems: [
      {
        file: "a.md",
        line: 1,
        column: 6,
        rule: "replacement-character",
        values: { around: "城里的旧书\ufffd又开张了" },
      },
    ],
  });
});

test("bytes that are no UTF-8 are errors at their line and column", () => {
  const good = bytesOf("第一行\n第二行的文字，");
  const cases: readonly (readonly [number[], string])[] = [
    [[0xff], "2:8 text-not-utf8 FF"],
    [[0xc0, 0x80], "2:8 text-not-utf8 C0 80"],
    [[0xed, 0xa0, 0x80], "2:8 text-not-utf8 ED A0 80"],
    [[0xf4, 0x90, 0x80, 0x80], "2:8 text-not-utf8 F4 90 80 80"],
    [[0xe4, 0xbd], "2:8 text-not-utf8 E4 BD"],
    [[0x0d, 0x61, 0xe4, 0x0a], "3:2 text-not-utf8 E4"],
  ];
  for (const [bad, report] of cases) {
    const bytes = Uint8Array.from([...good, ...bad, ...bytesOf("末尾")]);
    assert.deepEqual(found(bytes), [report]);
    assert.match(readText(bytes, "a.md").text, /^第一行\n第二行的文字，.*\ufffd.*末尾$/su);
  }
});

test("a file saved as GBK, Big5 or UTF-16 is one clear error", () => {
  // 标题：城里的旧书店 as GBK; 標題：城裡的舊書店 as Big5.
  const gbk = [
    0xb1, 0xea, 0xcc, 0xe2, 0xa3, 0xba, 0xb3, 0xc7, 0xc0, 0xef, 0xb5, 0xc4, 0xbe, 0xc9, 0xca, 0xe9, 0xb5, 0xea, 0x0a,
  ];
  const big5 = [
    0xbc, 0xd0, 0xc3, 0x44, 0xa1, 0x47, 0xab, 0xb0, 0xb8, 0xcc, 0xaa, 0xba, 0xc2, 0xc2, 0xae, 0xd1, 0xa9, 0xb1, 0x0a,
  ];
  const utf16 = [
    ...new Uint8Array(
      Uint16Array.from([..."---\ntitle: 版心\n---\n"].map((character) => character.charCodeAt(0))).buffer,
    ),
  ];
  assert.deepEqual(found(Uint8Array.from(gbk)), ["1:1 text-encoding GBK"]);
  assert.deepEqual(found(Uint8Array.from(big5)), ["1:1 text-encoding Big5"]);
  assert.deepEqual(found(Uint8Array.from([0xff, 0xfe, ...utf16])), ["1:1 text-encoding UTF-16"]);
  assert.deepEqual(found(Uint8Array.from([0xfe, 0xff, 0, ...utf16])), ["1:1 text-encoding UTF-16"]);
  assert.deepEqual(found(Uint8Array.from(utf16)), ["1:1 text-encoding UTF-16"]);
  assert.equal(readText(Uint8Array.from(gbk), "a.md").isReadable, false);
});

test("a text longer than the limit is refused", () => {
  assert.deepEqual(found(new Uint8Array(longestText + 1)), ["1:1 text-too-large 2.1 2"]);
  assert.deepEqual(found(bytesOf("字\n".repeat(longestText / 4))), []);
});

test("a hostile megabyte gives at most fifty problems of a kind", () => {
  for (const unit of ["\u0000\u200b", "\u200d", "\u{e0041}", "👩\u200d", "\ufffd", "\n\u202e", "🏴\u{e0067}"]) {
    const { problems } = readText(bytesOf(unit.repeat(1_000_000 / bytesOf(unit).length)), "a.md");
    assert.ok(problems.length <= 100, unit);
  }
  for (const bad of [[0xff], [0xff, 0x61], [0xe4, 0xbd, 0x0a], [0xb1, 0xff]]) {
    const bytes = Uint8Array.from({ length: 1_000_000 }, (_, at) => bad[at % bad.length] ?? 0);
    assert.ok(readText(bytes, "a.md").problems.length <= 50);
  }
});
