import type { Frame } from "../../scripts/edition/page.ts";
import { urlPath } from "../../scripts/text/brands.ts";
import { href, pictureHref } from "../href.ts";
import type { Words } from "../words.ts";
import { Navigation, type Place } from "./navigation.tsx";

/** 刊头: the publication's name, which is the front page's only `h1`, and the way into its columns. */
export function Masthead(props: { readonly frame: Frame; readonly words: Words; readonly place: Place | undefined }) {
  const { frame, words, place } = props;
  const isFront = place?.path === "/";
  const Name = isFront ? "h1" : "p";
  return (
    <header class="masthead">
      <Name class="masthead-name">
        <a href={href(frame, urlPath("/"))} rel="home" aria-current={isFront ? "page" : undefined}>
          {frame.logo === undefined ? null : <img class="logo" src={pictureHref(frame, frame.logo)} alt="" />}
          {frame.title}
        </a>
      </Name>
      {frame.description === undefined ? null : <p class="masthead-motto">{frame.description}</p>}
      <Navigation frame={frame} words={words} place={place} />
    </header>
  );
}
