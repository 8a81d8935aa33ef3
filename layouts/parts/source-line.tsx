import type { ArticlePage, Frame, PrintedSource } from "../../scripts/edition/page.ts";
import { href } from "../href.ts";
import type { Words } from "../words.ts";

/** 来源: where the text first appeared, with day and page, and a way to the original text. */
export function SourceLine(
  props: Pick<ArticlePage, "sources" | "isReprint"> & { readonly frame: Frame; readonly words: Words },
) {
  const { sources, isReprint, frame, words } = props;
  if (sources.length === 0) return null;
  return (
    <span class="credit-line">
      <span class="label">{words.source}</span>
      {sources.map((source, index) => [
        index === 0 ? null : words.sourceSeparator,
        <Source source={source} frame={frame} words={words} />,
      ])}
      {isReprint ? <span class="mark">{words.reprint}</span> : null}
    </span>
  );
}

function Source({
  source,
  frame,
  words,
}: {
  readonly source: PrintedSource;
  readonly frame: Frame;
  readonly words: Words;
}) {
  return (
    <span class="source">
      <a href={href(frame, source.path)}>{source.name}</a>
      {source.date === undefined ? null : (
        <>
          {" "}
          <time datetime={source.date.datetime}>{source.date.text}</time>
        </>
      )}
      {source.page === undefined ? null : ` ${words.sourcePage(source.page)}`}
      {source.url === undefined ? null : (
        <>
          {" "}
          <a class="original" href={source.url} rel="external">
            {words.original}
          </a>
        </>
      )}
      {source.archive === undefined ? null : (
        <>
          {" "}
          <a class="archived" href={source.archive} rel="external">
            {words.archived}
          </a>
        </>
      )}
    </span>
  );
}
