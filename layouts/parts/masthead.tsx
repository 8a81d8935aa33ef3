import type { Frame } from "../../scripts/edition/page.ts";
import { urlPath } from "../../scripts/text/brands.ts";
import { href, pictureHref } from "../href.ts";
import type { Words } from "../words.ts";
import { Navigation, type Place } from "./navigation.tsx";

const searchPath = urlPath("/search/");

/** 刊头: the publication's name, which is the front page's only `h1`, and the way into its columns. */
export function Masthead(props: { readonly frame: Frame; readonly words: Words; readonly place: Place | undefined }) {
  const { frame, words, place } = props;
  const isFront = place?.path === "/";
  const Name = isFront ? "h1" : "p";
  return (
    <header class="masthead">
      <Name class={isLong(frame.title) ? "masthead-name long" : "masthead-name"}>
        <a href={href(frame, urlPath("/"))} rel="home" aria-current={isFront ? "page" : undefined}>
          {frame.logo === undefined ? null : <img class="logo" src={pictureHref(frame, frame.logo)} alt="" />}
          {frame.title}
        </a>
      </Name>
      {frame.description === undefined ? null : <p class="masthead-motto">{frame.description}</p>}
      <div class="masthead-tools">
        {place?.path === searchPath ? (
          <a href={href(frame, searchPath)} aria-current="page">
            {words.search}
          </a>
        ) : (
          <search>
            <form class="masthead-search" action={href(frame, searchPath)}>
              <input type="search" name="q" aria-label={words.search} autocomplete="off" enterkeyhint="search" />
              <button type="submit">{words.search}</button>
            </form>
          </search>
        )}
        <button type="button" class="theme" data-choices="" data-choose="theme" title={words.dark}>
          <span class="visually-hidden">{words.dark}</span>
        </button>
      </div>
      <Navigation frame={frame} words={words} place={place} />
    </header>
  );
}

/** Whether a name is wider than five characters, a Latin letter counting half: on a phone it would need a second line. */
function isLong(title: string): boolean {
  const narrow = title.match(/[ -ɏ]/gu)?.length ?? 0;
  return [...title].length - narrow / 2 > 5;
}
