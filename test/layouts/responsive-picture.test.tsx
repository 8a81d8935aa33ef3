import assert from "node:assert/strict";
import { test } from "node:test";
import { ResponsivePicture } from "../../layouts/parts/responsive-picture.tsx";
import { renderHtml } from "../../layouts/render-html.ts";
import type { Picture } from "../../scripts/edition/page.ts";
import { leadSizes } from "../../scripts/edition/picture-attributes.ts";
import { urlPath } from "../../scripts/text/brands.ts";
import { samplePicture } from "./sample-article.ts";
import { sampleFrame } from "./sample-frame.ts";

const frame = { ...sampleFrame(), base: "/paper/", address: "https://banxin.example/paper/" };

function printed(picture: Picture, isFirst = false): string {
  return renderHtml(<ResponsivePicture frame={frame} picture={picture} sizes={leadSizes} isFirst={isFirst} />);
}

test("every file of a picture lies below the site's sub-folder", () => {
  const html = printed(samplePicture());
  assert.match(html, /srcset="\/paper\/pictures\/river-800\.avif 800w, \/paper\/pictures\/river-1200\.avif 1200w"/u);
  assert.match(html, /src="\/paper\/pictures\/river\.svg"/u);
  assert.doesNotMatch(html, /"\/pictures|, \/pictures/u);
});

test("the picture a page opens with is loaded at once and before others, and no other is", () => {
  assert.match(printed(samplePicture(), true), /fetchpriority="high"/u);
  assert.doesNotMatch(printed(samplePicture(), true), /loading=/u);
  assert.match(printed(samplePicture()), /loading="lazy" decoding="async"/u);
  assert.doesNotMatch(printed(samplePicture()), /fetchpriority=/u);
});

test("an animation's first frame is for readers who want no motion, and comes before the whole", () => {
  const moving: Picture = {
    ...samplePicture(),
    src: urlPath("/pictures/a-40.gif"),
    forms: [
      { type: "image/webp", isStill: true, files: [{ path: urlPath("/pictures/a-still-40.webp"), width: 40 }] },
      { type: "image/webp", isStill: false, files: [{ path: urlPath("/pictures/a-40.webp"), width: 40 }] },
      { type: "image/gif", isStill: false, files: [{ path: urlPath("/pictures/a-40.gif"), width: 40 }] },
    ],
  };
  const [still = "", whole = ""] = printed(moving).match(/<source[^>]*>/gu) ?? [];
  assert.match(still, /a-still-40\.webp 40w.* media="\(prefers-reduced-motion: reduce\)"/u);
  assert.match(whole, /a-40\.webp 40w/u);
  assert.doesNotMatch(whole, /media/u);
});

test("a picture of another site has one address, and its host is told nothing", () => {
  const html = printed({ src: "https://pictures.example/a.jpg", alt: "桥" });
  assert.match(
    html,
    /^<picture><img src="https:\/\/pictures\.example\/a\.jpg" alt="桥" [^>]*referrerpolicy="no-referrer"/u,
  );
  assert.doesNotMatch(html, /srcset|sizes/u);
});
