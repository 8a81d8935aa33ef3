import type { ArticlePage, Frame } from "../../scripts/edition/page.ts";
import { href } from "../href.ts";
import type { Words } from "../words.ts";

/** 署名: the authors in printed order, each a link to what else they wrote, with their role before the name. Nothing for unsigned copy. */
export function Byline(props: Pick<ArticlePage, "authors"> & { readonly frame: Frame; readonly words: Words }) {
  const { authors, frame, words } = props;
  if (authors.length === 0) return null;
  return (
    <p class="byline">
      <span class="label">{words.by}</span>
      {authors.map((author, index) => [
        index === 0 ? null : words.bylineSeparator,
        author.role === undefined ? null : <span class="role">{author.role} </span>,
        <a class="author" rel="author" href={href(frame, author.path)}>
          {author.name}
        </a>,
      ])}
    </p>
  );
}
