import assert from "node:assert/strict";
import { test } from "node:test";
import { hygieneProblems } from "../../scripts/text/hygiene.ts";

function found(text: string, language = "zh-Hans"): readonly string[] {
  return hygieneProblems(text, { file: "a.md", language, firstLine: 1 }).map((each) => {
    const { character = "", usual = "", text: passage = "" } = each.values;
    return `${each.line}:${each.column} ${each.rule} ${passage}${character}${usual === "" ? "" : `→${usual}`}`;
  });
}

test("garbled text is pointed at", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["ä¸­å›½", "1:1 mojibake ä¸­å›½"],
    ["他说â€œ你好", "1:3 mojibake â€œ"],
    ["ï¼Œ然后", "1:1 mojibake ï¼Œ"],
    ["ã€‚", "1:1 mojibake ã€‚"],
    ["温度 25Â°C", "1:6 mojibake Â°"],
    ["CafÃ© 里", "1:4 mojibake Ã©"],
    ["é»„æ²³ 之水", "1:1 mojibake é»„æ²³"],
    ["开头 é» 结尾", "1:4 mojibake é»"],
    ["第一段\n\n锟斤拷锟斤拷", "3:1 mojibake 锟斤拷"],
    ["烫烫烫烫", "1:1 mojibake 烫烫烫烫"],
    ["屯屯屯屯屯", "1:1 mojibake 屯屯屯屯屯"],
    ["鏄鐨勬枃绔", "1:2 mojibake 鐨勬枃"],
    ["这是涓枃的标题", ""],
    ["涓浗浜烘皯", "1:3 mojibake 浜烘皯"],
    ["ÖÐ»ªÈËÃñ", "1:1 mojibake ÖÐ»ªÈËÃñ"],
  ];
  for (const [text, report] of cases) assert.deepEqual(found(text).slice(0, 1), report === "" ? [] : [report], text);
});

test("good texts with accents, rare characters and typographic marks are not called garbled", () => {
  const good = [
    "Café—“où est-il?” demanda-t-il. À bientôt…",
    "In „MENÜ“ steht «Käse» für 3 €. Straße, Größe, Äußerung.",
    "Crème brûlée, naïve, façade, señor, São Paulo, Ãlbum",
    "He went to the café… and left—“fin”.",
    "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏ",
    "涓涓细流，汇成江海。",
    "琛、璇、绗、浠、鍦",
    "锟是一个字，斤是一个字。",
    "烫手的山芋，烫烫的粥。屯田、屯兵。",
    "25 °C，±3，½ 杯，§ 5，© 2020",
    "Tiếng Việt: Đường đến trường",
    "`锟斤拷` 是一种著名的乱码，`烫烫烫` 也是。",
  ];
  for (const text of good) assert.deepEqual(found(text), [], text);
});

test("a few Traditional characters in a Simplified sentence are pointed at, and the other way round", () => {
  assert.deepEqual(found("这项制度变得越來越清楚。"), ["1:8 mixed-script 來→来"]);
  assert.deepEqual(found("城里的旧书店\n\n发佈會上，记者問了三个问题。"), [
    "3:2 mixed-script 佈會→布会",
    "3:8 mixed-script 問→问",
  ]);
  assert.deepEqual(found("他说：“我们要讓读者满意。”"), ["1:8 mixed-script 讓→让"]);
  assert.deepEqual(found("這項制度变得越來越清楚，學者們都這麼說。", "zh-Hant"), ["1:5 mixed-script 变→變"]);
  assert.deepEqual(found("這項制度变得越來越清楚，學者們都這麼說。", "zh-TW"), ["1:5 mixed-script 变→變"]);
  assert.deepEqual(found("这项制度变得越來越清楚。", "zh"), ["1:8 mixed-script 來→来"]);
  assert.deepEqual(found(`${"这个问题的讨论还没有结束。".repeat(3)}山中來客如云。`), ["1:42 mixed-script 來→来"]);
});

test("a sentence that mixes the scripts is called mixed also where it has more of the other, outside quotations", () => {
  const simplified = "这个问题的讨论还没有结束。".repeat(3);
  assert.deepEqual(found(`${simplified}\n\n這項製度的問題，讓讀者们很難過。`), [
    "3:1 mixed-script 這項製→这项制",
    "3:6 mixed-script 問題→问题",
    "3:9 mixed-script 讓讀→让读",
    "3:14 mixed-script 難過→难过",
  ]);
  assert.deepEqual(found(`${simplified}古人说：“學而時習之，不亦说乎，有朋自遠方來。”`), []);
  assert.deepEqual(found(`${simplified}（這項製度的問題，讓讀者们很難過。）`), []);
  assert.deepEqual(found(`${simplified}這項製度的問題，讓讀者很難過。`), []);
  assert.deepEqual(found("這項製度的問題，讓讀者们很難過。"), []);
});

test("what is right in both scripts, quoted, Japanese or code is not called mixed", () => {
  const good = [
    "乾坤、乾隆与乾陵，著作与名著，瞭望台与瞭望员，幺麽小丑。",
    "於先生与於菟，慰藉与狼藉，宫商角徵羽，这个伙计与获益甚夥。",
    "刘堃、张喆、王祎、李昇、陈淼、赵犇、甯先生、赵孟頫这样的名字见于档案。",
    "书名《資治通鑑》和《說文解字》是这样写的。",
    "碑上刻着「學而時習之，不亦說乎」几个字。",
    "他引了一句“學而時習之，不亦說乎”来说明这个问题。",
    "有朋自遠方來，不亦樂乎。这句话出自论语。",
    "“發”与“髮”合并为“发”（發、髮），这是简化的结果。",
    "东京的店名「読売書店」，还有 東京タワーへ行きましょう这样的话。",
    "注音写作{漢字|hàn zì}的样子，代码是 `變數`，链接是[这里](/說明/文檔.html)。",
    "这段代码：\n\n```\n輸出這個變數给我看\n```\n",
    "皇后、公里、干部、面条、云彩、台湾、丑角、斗争、谷物、只有、系统、余下、制造。",
    '[说明]: https://example.org/說明 "标题"',
  ];
  for (const text of good) assert.deepEqual(found(text), [], text);
  const traditional = [
    "皇后、公里、台灣、范先生、余先生、沈先生、岳先生、丑角、山谷、游泳、同志的這些説法。",
    "他寫道：『这个问题』還沒有解決。",
  ];
  for (const text of traditional) assert.deepEqual(found(text, "zh-Hant"), [], text);
});

test("texts in other languages are not examined for mixed scripts", () => {
  for (const language of ["en", "ja", "ko"]) assert.deepEqual(found("这项制度变得越來越清楚。", language), []);
});

test("places count from the line given, and of each kind ten are reported", () => {
  const text = "这项制度变得越來越清楚。\n锟斤拷\n".repeat(30);
  const problems = hygieneProblems(text, { file: "a.md", language: "zh-Hans", firstLine: 9 });
  assert.equal(problems.length, 20);
  assert.deepEqual([problems.find((each) => each.rule === "mixed-script")?.line, problems[0]?.line], [9, 10]);
});

test("hostile texts of a megabyte are read in linear time", () => {
  for (const unit of [
    "這这",
    "來",
    "“這这",
    "「這",
    "ä",
    "ä¸",
    "鐨勬",
    "鐨",
    "Ö",
    "`",
    "`这` 這",
    "](",
    "<a",
    "{這|",
    "<!--",
    "> ",
    "锟斤拷",
  ]) {
    assert.ok(found(unit.repeat(1_000_000 / unit.length)).length <= 20, unit);
  }
});
