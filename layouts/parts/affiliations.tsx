import type { ArticlePage } from "../../scripts/edition/page.ts";
import type { Words } from "../words.ts";

/** Where the authors work, after the body: （作者系…） or （作者分别系…、…） in byline order. */
export function Affiliations(props: Pick<ArticlePage, "affiliations" | "authors"> & { readonly words: Words }) {
  const { affiliations } = props;
  if (affiliations.length === 0) return null;
  return <p class="affiliations">{sentence(props)}</p>;
}

/** One affiliation for all, one for each in byline order, or, where some authors have none, each with its author's name. */
function sentence(props: Pick<ArticlePage, "affiliations" | "authors"> & { readonly words: Words }): string {
  const { affiliations, authors, words } = props;
  const affiliated = authors.flatMap(({ name, affiliation }) =>
    affiliation === undefined ? [] : [{ name, affiliation }],
  );
  const people = authors.filter((author) => !author.isOrganization);
  if (affiliated.length > 0 && affiliated.length < people.length) return words.namedAffiliations(affiliated);
  const printed = affiliated.length > 0 ? affiliated.map(({ affiliation }) => affiliation) : affiliations;
  const [first = "", ...others] = printed;
  return others.every((other) => other === first) ? words.affiliation(first) : words.affiliations(printed);
}
