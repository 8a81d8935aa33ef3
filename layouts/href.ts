import type { Frame } from "../scripts/edition/page.ts";
import type { UrlPath } from "../scripts/text/brands.ts";

/** `path` as a root-relative link, below the site's sub-folder where it has one. */
export function href(frame: Frame, path: UrlPath): string {
  return withoutLastSlash(frame.base) + path;
}

/** `path` as an absolute address. */
export function absolute(frame: Frame, path: UrlPath): string {
  return withoutLastSlash(frame.address) + path;
}

/** Where a picture is loaded from: its own address when it is another site's, else below the site's sub-folder. */
export function pictureHref(frame: Frame, src: UrlPath | `http${string}`): string {
  return isRemote(src) ? src : href(frame, src);
}

/** A picture's absolute address, for cards. */
export function absolutePicture(frame: Frame, src: UrlPath | `http${string}`): string {
  return isRemote(src) ? src : absolute(frame, src);
}

/** Whether a picture lies on another site. */
export function isRemote(src: UrlPath | `http${string}`): src is `http${string}` {
  return !src.startsWith("/");
}

function withoutLastSlash(url: string): string {
  return url.endsWith("/") ? url.slice(0, -1) : url;
}
