import { type TrustedHtml, trustedHtml } from "../text/brands.ts";
import type { Body } from "./body.ts";

/** What the edition puts into the slots of a body, by slot number. */
export interface Filling {
  /** The tags around a link's text; both empty where the link leads nowhere and only its text is printed. */
  readonly link: (slot: number) => { readonly open: string; readonly close: string };
  /** The `<img>` of a picture. */
  readonly picture: (slot: number) => string;
}

/** The HTML of `body` with its slots filled, in one pass. What `filling` returns is trusted and not looked at. */
export function fillBody(body: Pick<Body, "html">, filling: Filling): TrustedHtml {
  const parts = body.html.split("\0");
  if (parts.length === 1) return trustedHtml(body.html);
  const closings = new Map<number, string>();
  let html = parts[0] ?? "";
  for (let at = 1; at < parts.length; at += 2) {
    html += fillSlot(parts[at] ?? "", filling, closings) + (parts[at + 1] ?? "");
  }
  return trustedHtml(html);
}

function fillSlot(slot: string, filling: Filling, closings: Map<number, string>): string {
  if (slot.startsWith("/a")) return closings.get(Number(slot.slice(2))) ?? "";
  const number = Number(slot.slice(1));
  if (slot.startsWith("p")) return filling.picture(number);
  const { open, close } = filling.link(number);
  closings.set(number, close);
  return open;
}
