import assert from "node:assert/strict";
import { test } from "node:test";
import { addSentence, changeHeadline, isEditable } from "../../scripts/bench/edit-article.ts";
import { articleText } from "../newsroom.ts";

const body = "第一段。\n\n第二段。\n\n```\n第三段。\n```\n\n![](a.jpg)\n\n第四段。";

test("a sentence is added to the paragraph of prose nearest to the middle of the body", () => {
  assert.match(addSentence(articleText({}, body), "加上的。"), /第一段。\n\n第二段。加上的。\n\n/u);
});

test("words are added to the headline, inside its quotation marks where it has some", () => {
  for (const [before, after] of [
    ["河边书屋", "河边书屋再订"],
    ['"河边：书屋"', '"河边：书屋再订"'],
    ["'河边' ", "'河边再订'"],
  ] as const) {
    assert.match(changeHeadline(articleText({ title: before }), "再订"), new RegExp(`^title: ${after}$`, "mu"));
  }
});

test("an article is edited only when readers see it and it has prose between other blocks", () => {
  assert.ok(isEditable(articleText({}, body)));
  assert.ok(!isEditable(articleText({ draft: "true" }, body)));
  assert.ok(!isEditable(articleText({ expires: "2026-03-02" }, body)));
  assert.ok(!isEditable(articleText({}, "![](a.jpg)\n\n- 一\n\n![](b.jpg)")));
});
