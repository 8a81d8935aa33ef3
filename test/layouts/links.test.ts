import assert from "node:assert/strict";
import { test } from "node:test";
import { absolute, href } from "../../layouts/href.ts";
import { renderPage } from "../../layouts/render-page.tsx";
import { trustedHtml, urlPath } from "../../scripts/text/brands.ts";
import { sampleFrame } from "./sample-frame.ts";
import { richPages } from "./sample-pages.ts";

const frame = {
  ...sampleFrame(),
  address: "https://banxin.example/paper/",
  base: "/paper/",
  logo: urlPath("/logo.svg"),
};

/** Texts set from Markdown bring links that the edition has already resolved. */
const set = /<div class="[^"]* set"[^>]*>.*?<\/div>/gsu;

for (const page of richPages()) {
  test(`every link of a site in a sub-folder stays below it: ${page.kind}`, () => {
    const html = renderPage(page, frame).replace(set, trustedHtml(""));
    const links = [...html.matchAll(/ (?:href|src|action|data-index|data-base)="([^"]*)"/gu)].map(
      ([, link]) => link ?? "",
    );
    assert.ok(links.length > 1);
    for (const link of links) assert.match(link, /^(?:\/paper\/|#|mailto:|https:\/\/)/u);
    for (const link of links.filter((link) => link.startsWith("https://banxin.example"))) {
      assert.match(link, /^https:\/\/banxin\.example\/paper\//u);
    }
  });
}

test("a link is the site's path and the page's with one slash between", () => {
  assert.equal(href(frame, urlPath("/theory/")), "/paper/theory/");
  assert.equal(href(sampleFrame(), urlPath("/")), "/");
  assert.equal(absolute(frame, urlPath("/feed.xml")), "https://banxin.example/paper/feed.xml");
});

test("a picture of another site keeps its address and tells that site nothing", () => {
  const [article] = richPages().filter((page) => page.kind === "article");
  assert.ok(article);
  const remote = { ...article.props(), leadImage: { src: "https://pictures.example/a.jpg", alt: "桥" } } as const;
  const html = renderPage({ ...article, props: () => remote }, frame);
  assert.match(html, /<img src="https:\/\/pictures\.example\/a\.jpg" alt="桥" [^>]*referrerpolicy="no-referrer"/u);
});
