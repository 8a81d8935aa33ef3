import assert from "node:assert/strict";
import { test } from "node:test";
import { articleText, contentWith, newsroomFolder, printSite } from "../newsroom.ts";

const essay = "/theory/news/2026/03/a/";

/** The desk with `theory/news/a.md` made of `fields` and `body`, printed; and that article's page. */
async function printed(
  fields: Readonly<Record<string, string>>,
  body?: string,
  more: Readonly<Record<string, string>> = {},
) {
  const site = await printSite(contentWith({ "theory/news/a.md": articleText(fields, body), ...more }));
  assert.deepEqual(site.problems, []);
  return { site, page: site.page(essay) };
}

/** The texts inside the elements of `class`, marks left out. */
function textsOf(page: string, name: string): readonly string[] {
  const found = page.matchAll(new RegExp(`<(\\w+)[^>]*class="[^"]*\\b${name}\\b[^"]*"[^>]*>([\\s\\S]*?)</\\1>`, "gu"));
  return [...found].map((match) => (match[2] ?? "").replace(/<[^>]*>/gu, "").trim());
}

test("an article of our own carries our notice and is its own canonical page", async () => {
  const masthead =
    '---\ntitle: 版心周刊\nlanguage: zh-Hans\ntimeZone: Asia/Shanghai\naddress: https://banxin.example/\nowner: 版心周刊社\nrights: { own: "“{source}”作品归{owner}所有。", reprint: "转自{source}。" }\n---\n';
  const { page } = await printed({}, undefined, { "masthead.md": masthead });
  assert.deepEqual(textsOf(page, "rights"), ["“版心周刊”作品归版心周刊社所有。"]);
  assert.match(page, /rel="canonical" href="https:\/\/banxin\.example\/theory\/news\/2026\/03\/a\/"/u);
  const reprint = await printed(
    { source: "{ name: 光明书评, url: https://guangming.example/1.html, title: 河边的书屋 }" },
    undefined,
    { "masthead.md": masthead },
  );
  assert.deepEqual(textsOf(reprint.page, "rights"), ["转自光明书评。"]);
  assert.match(reprint.page, /rel="canonical" href="https:\/\/guangming\.example\/1\.html"/u);
  assert.match(reprint.page, /"isBasedOn"/u);
  assert.match(textsOf(reprint.page, "original-title").join(""), /河边的书屋/u);
});

test("time is printed to the second where the editor gave seconds, and a day alone as a day", async () => {
  const { page } = await printed({});
  assert.match(page, /<time class="published"[^>]*datetime="2026-03-01T09:30:00\+08:00"[^>]*>2026年3月1日 09:30:00</u);
  const day = await printed({ date: "2026-03-01" });
  assert.match(day.page, /datetime="2026-03-01T00:00:00\+08:00"[^>]*>2026年3月1日</u);
});

test("the standfirst is left out where the body opens with it, marks and spaces not counted", async () => {
  const summary = "河边的书屋开了门，读者在雨里排队。";
  assert.deepEqual(textsOf((await printed({ summary }, "旧屋空了十年。")).page, "standfirst"), [summary]);
  assert.deepEqual(
    textsOf(
      (await printed({ summary, silence: "[half-width-mark]" }, `> 河边的书屋开了门, 读者在雨里排队\n\n旧屋空了十年。`))
        .page,
      "standfirst",
    ),
    [],
  );
});

test("affiliations follow the body once, and not where the body already ends with them", async () => {
  const author = "[{ name: 江若水, affiliation: 南浦大学 }]";
  assert.deepEqual(textsOf((await printed({ author })).page, "affiliations"), ["（作者系南浦大学）"]);
  assert.deepEqual(
    textsOf(
      (await printed({ author, silence: "[affiliation-in-body]" }, "旧屋空了十年。\n\n（作者系南浦大学教授）")).page,
      "affiliations",
    ),
    [],
  );
});

test("corrections take effect at their own date, and make the article updated", async () => {
  const corrections = "[{ date: 2026-03-02 10:00, text: 座位应为六十个。 }, { date: 2026-06-01, text: 尚未生效。 }]";
  const { page, site } = await printed({ corrections });
  assert.match(textsOf(page, "corrections").join(""), /座位应为六十个/u);
  assert.match(page, /<time class="updated"[^>]*datetime="2026-03-02T10:00:00\+08:00"/u);
  assert.doesNotMatch(page, /尚未生效/u);
  assert.match(site.page("/feed.xml"), /<updated>2026-03-02T10:00:00\+08:00<\/updated>/u);
});

test("template languages are just characters, in every field and in code", async () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: that it is not one is what is tested.
  const template = "{{ 7 * 7 }}{% raw %}${process.env.HOME}<%= 1 %>{# x #}";
  const fields = {
    title: `"${template}"`,
    kicker: `"${template}"`,
    summary: `"${template}"`,
    keywords: `["${template}"]`,
  };
  const { page, site } = await printed(
    fields,
    `正文 ${template.replace("<%= 1 %>", "")}\n\n\`\`\`\n${template}\n\`\`\`\n`,
  );
  const escaped = template.replaceAll("<", "&lt;");
  for (const name of ["headline", "kicker", "standfirst"]) {
    assert.equal(textsOf(page, name)[0]?.replaceAll("&gt;", ">"), escaped, name);
  }
  assert.match(page, /\{\{ 7 \* 7 \}\}\{% raw %\}\$\{process\.env\.HOME\}/u);
  assert.ok(site.page("/feed.xml").replaceAll("&gt;", ">").includes(escaped));
});

test("text that would be markup is escaped in every page, feed, map and index", async () => {
  const evil = `</title></script><script>alert(1)</script>"'><img src=x onerror=alert(1)>`;
  const quoted = `'${evil.replaceAll("'", "''")}'`;
  const names = ["title", "kicker", "subtitle", "listTitle", "summary", "author", "editor"];
  const fields = Object.fromEntries(names.map((name) => [name, quoted]));
  const { site } = await printed({
    ...fields,
    source: `{ name: ${quoted}, title: ${quoted}, page: ${quoted} }`,
    keywords: `[${quoted}]`,
    topics: `[${quoted}]`,
    corrections: `[{ date: 2026-03-02, text: ${quoted} }]`,
  });
  for (const [path, text] of site.pages) {
    // JSON for the search script is data, not markup; the script writes it as text.
    if (path.endsWith(".json")) continue;
    assert.doesNotMatch(text, /<script>alert|<img src=x|<\/title><\/script>/u, path);
  }
});

test("every article has related articles, best first, never itself, and the editor's pins come before", async () => {
  const site = await printSite(newsroomFolder);
  const lists = [...site.pages]
    .filter(([path]) => /\/\d{4}\/\d\d\/[^/]+\/$/u.test(path))
    .map(([path, text]) => ({ path, section: /<section class="related[\s\S]*?<\/section>/u.exec(text)?.[0] ?? "" }))
    .filter(({ section }) => section !== "");
  assert.ok(lists.length > 8);
  for (const { path, section } of lists) {
    const links = [
      ...section.matchAll(/class="headline[^"]*"[^>]*href="([^"]*)"|href="([^"]*)"[^>]*class="headline/gu),
    ];
    const paths = links.map((link) => link[1] ?? link[2]);
    assert.ok(paths.length > 0, path);
    assert.ok(!paths.includes(path), path);
    assert.equal(new Set(paths).size, paths.length, path);
  }
});

test("related: none leaves the section out, pins are shown first and blocks never", async () => {
  const others = Object.fromEntries(
    ["b", "c", "d"].map((name) => [
      `theory/news/${name}.md`,
      articleText({ title: `河边书屋 ${name}`, date: "2026-02-01" }),
    ]),
  );
  const none = await printed({ related: "none" }, undefined, others);
  assert.doesNotMatch(none.page, /class="related/u);
  const chosen = await printed({ related: "{ pin: [d.md], block: [/theory/news/b.md] }" }, undefined, others);
  const section = /<section class="related[\s\S]*?<\/section>/u.exec(chosen.page)?.[0] ?? "";
  assert.ok(section.indexOf("/02/d/") > 0);
  assert.ok(section.indexOf("/02/d/") < section.indexOf("/02/c/"));
  assert.equal(section.indexOf("/02/b/"), -1);
});

test("an old address leads to the article with a page that search engines pass over", async () => {
  const { site } = await printed({ aliases: "[/cn/theory/t20260301_1.html, /old/]" });
  for (const alias of ["/cn/theory/t20260301_1.html", "/old/"]) {
    const page = site.page(alias);
    assert.match(page, /<meta http-equiv="refresh" content="0; ?url=\/theory\/news\/2026\/03\/a\/"/u);
    assert.match(page, /noindex/u);
  }
});
