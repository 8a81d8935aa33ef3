import type { Body } from "../../scripts/markdown/body.ts";
import { fillBody } from "../../scripts/markdown/fill-body.ts";

/** The HTML of `body` with every link leading to the address as written, and every picture an `<img>` of its own address. */
export function printed(body: Body): string {
  return fillBody(body, {
    link: (slot) => {
      const link = body.links[slot];
      const title = link?.title === undefined ? "" : ` title="${escaped(link.title)}"`;
      return { open: `<a href="${escaped(link?.href ?? "?")}"${title}>`, close: "</a>" };
    },
    picture: (slot) => {
      const picture = body.pictures[slot];
      return `<img src="${escaped(picture?.src ?? "?")}" alt="${escaped(picture?.alt ?? "?")}">`;
    },
  });
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
