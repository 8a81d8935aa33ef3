import type { ComponentChildren } from "preact";
import type { Leaf } from "../../scripts/edition/page.ts";
import type { Words } from "../words.ts";

/** The head of a list: what kind of list it is, how many articles, which page after the first, and what it lists. */
export function ListHeading(props: {
  readonly title: string;
  readonly label: ComponentChildren;
  readonly leaf: Leaf;
  readonly words: Words;
  readonly children?: ComponentChildren;
}) {
  const { title, label, leaf, words, children } = props;
  return (
    <header class="list-heading">
      <div class="list-about">
        <p class="list-kind">{label}</p>
        <p class="list-size">
          {words.articleCount(leaf.total)}
          {leaf.number === 1 ? null : ` · ${words.page(leaf.number)}`}
        </p>
      </div>
      <h1>{title}</h1>
      {children}
    </header>
  );
}
