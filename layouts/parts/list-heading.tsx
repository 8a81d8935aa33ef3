import type { ComponentChildren } from "preact";
import type { Leaf } from "../../scripts/edition/page.ts";
import type { Words } from "../words.ts";

/** The head of a list: what it lists, how many articles, and, after the first page, which page this is. */
export function ListHeading(props: {
  readonly title: string;
  readonly label?: string;
  readonly leaf: Leaf;
  readonly words: Words;
  readonly children?: ComponentChildren;
}) {
  const { title, label, leaf, words, children } = props;
  return (
    <header class="list-heading">
      {label === undefined ? null : <p class="list-kind">{label}</p>}
      <h1>{title}</h1>
      {children}
      <p class="list-size">
        {words.articleCount(leaf.total)}
        {leaf.number === 1 ? null : ` · ${words.page(leaf.number)}`}
      </p>
    </header>
  );
}
