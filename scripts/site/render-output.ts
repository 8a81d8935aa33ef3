import { href } from "../../layouts/href.ts";
import { renderPage } from "../../layouts/render-page.tsx";
import type { Frame, Page } from "../edition/page.ts";
import { renderAtom } from "../feeds/atom.ts";
import { renderJsonFeed } from "../feeds/json-feed.ts";
import { renderNewsSiteMap } from "../feeds/news-site-map.ts";
import { renderRobots } from "../feeds/robots.ts";
import { renderSiteMap } from "../feeds/site-map.ts";
import { renderSiteMapIndex } from "../feeds/site-map-index.ts";

/** The text of `page`'s file: HTML for readers, XML, JSON or plain text for machines. */
export function renderOutput(page: Page, frame: Frame): string {
  switch (page.kind) {
    case "atom":
      return renderAtom(page.props(), frame.feedStyles && href(frame, frame.feedStyles));
    case "jsonFeed":
      return renderJsonFeed(page.props());
    case "siteMap":
      return renderSiteMap(page.props());
    case "siteMapIndex":
      return renderSiteMapIndex(page.props());
    case "newsSiteMap":
      return renderNewsSiteMap(page.props());
    case "robots":
      return renderRobots(page.props());
    default:
      return renderPage(page, frame);
  }
}
