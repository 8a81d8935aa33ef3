import assert from "node:assert/strict";
import { test } from "node:test";
import { wechatArticle } from "../../../layouts/wechat/wechat-article.tsx";
import { trustedHtml, urlPath } from "../../../scripts/text/brands.ts";
import { bareArticle, richArticle } from "../sample-article.ts";
import { sampleFrame } from "../sample-frame.ts";

const frame = { ...sampleFrame(), address: "http://localhost:8080/" };
const path = urlPath("/city/river/2026/05/measuring/");
const published = "https://banxin.example/paper/";

/** The places of `words` in `text`, which must be in that order and all be there. */
function assertInOrder(text: string, words: readonly string[]): void {
  let from = 0;
  for (const word of words) {
    const at = text.indexOf(word, from);
    assert.ok(at >= 0, `${word} after ${text.slice(Math.max(0, from - 40), from)}`);
    from = at + word.length;
  }
}

test("an article for WeChat prints what its page prints, in that order, down to source, editor and notice", () => {
  const { html, text, ...rest } = wechatArticle(frame, { path, page: richArticle() }, published);
  assertInOrder(text, [
    ...["公共空间笔记之三", "青溪两岸步行环境的一次慢调查", "作者：记者 周以宁 陆川野", "青溪南岸的清晨。 方迟 摄"],
    ...["测绘队只想回答一个小问题", "编者按", "本刊自今年起记录", "使用了人工智能辅助", "城市的河道，常常"],
    ...["（作者分别系青溪大学城乡规划系、南方水文研究所）", "本文系青溪市公共空间研究基金项目", "更正", "应为 640 米"],
    ...["注释", "《青溪两岸步行环境测记》", "文中链接", "[1] Qingxi Survey 数据库 https://example.org/qingxi"],
    ...["[2] 原文 https://nanfang.example/2026/river?a=1&b=2", "来源：南方观察 2026-05-18 第7版 原文[2]（转载）"],
    ...[
      "原标题：慢走的人看见邻居",
      "责编：林知远、何见微",
      "本文转载自南方观察",
      `本文地址：${published}city/river/2026/05/measuring/`,
    ],
  ]);
  assert.deepEqual(rest, {
    title: "量河记：一条城市河道的一百二十七个测点",
    summary: "测绘队只想回答一个小问题：老人走多远需要坐一次？",
    address: `${published}city/river/2026/05/measuring/`,
    ...{ pictures: 2, links: 2, footnotes: 1 },
  });
  assert.doesNotMatch(html, / (?:class|id|on\w+|lang|data-\w+)=|<(?:script|style|link|a) |localhost/u);
  for (const [, src = ""] of html.matchAll(/<img src="([^"]*)"/gu)) assert.ok(src.startsWith(published), src);
});

test("an article with nothing it can do without has no empty headings and no empty lines", () => {
  const { html, text } = wechatArticle(frame, { path, page: bareArticle }, published);
  assert.equal(text, `今日无事。\n\n本文地址：${published}city/river/2026/05/measuring/`);
  assert.doesNotMatch(html, /<p[^>]*><\/p>/u);
});

test("addresses are printed as people read them, but not what cannot be seen or could be a tag", () => {
  const encoded = ["#%E8%A1%A5", "#%E2%80%AE", "#%3Cb%3E", "#%ff"];
  const prose = encoded.map((part, index) => `<a href="https://a.example/${index}${part}">甲</a>`).join("");
  const { html } = wechatArticle(frame, { path, page: { ...bareArticle, prose: trustedHtml(prose) } }, published);
  for (const shown of ["/0#补<", "/1#%E2%80%AE<", "/2#%3Cb%3E<", "/3#%ff<"]) assert.ok(html.includes(shown), shown);
});

test("a footnote that holds a list, a table or a program is no paragraph, which could not hold them", () => {
  const notes = [
    "<ul><li>甲</li></ul>",
    "<table><tr><td>1</td></tr></table>",
    "<pre><code>a</code></pre>",
    "<p>乙</p>",
  ];
  const listed = notes.map((note, index) => `<li id="fn-${index}"><p>注：</p>${note}</li>`).join("");
  const prose = trustedHtml(`<p>文</p><section class="footnotes"><ol>${listed}</ol></section>`);
  const { html } = wechatArticle(frame, { path, page: { ...bareArticle, prose } }, published);
  for (const [, inside = ""] of html.matchAll(/<p [^>]*>(.*?)<\/p>/gsu))
    assert.doesNotMatch(inside, /<(?:section|table|p)\b/u);
  assert.match(html, /<p [^>]*>\(4\) 注：<br>乙<\/p>/u);
});

test("an editor's words are text in every part", () => {
  const hostile = (words: string) => `${words}<img src=x onerror=alert(1)>"'&`;
  const page = { ...richArticle(hostile), prose: bareArticle.prose };
  const { html, text } = wechatArticle({ ...sampleFrame(hostile), address: frame.address }, { path, page }, published);
  assert.doesNotMatch(html, /<img src=x/u);
  assert.match(text, /公共空间笔记之三<img src=x onerror=alert\(1\)>"'&/u);
});

test("labels are in the publication's language", () => {
  const { text } = wechatArticle({ ...frame, language: "en" }, { path, page: richArticle() }, published);
  assertInOrder(text, ["By", "Notes", "Links", "Source"]);
});
