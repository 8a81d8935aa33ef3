/** Elements that do not part the word they stand in. */
const inline: ReadonlySet<string> = new Set(
  "a abbr b bdi bdo cite code del dfn em i ins kbd mark q rb ruby s samp small span strong sub sup time u var wbr".split(
    " ",
  ),
);
const characters: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", "#39": "'" };
/** Readings above characters, the marks of footnotes, slots (see `markdown/body.ts`), tags and entities. */
const notText =
  /<r[tp]>[^<]*<\/r[tp]>|<sup class="footnote-ref">.*?<\/sup>|\0[^\0]*\0|<\/?([a-z][a-z0-9]*)[^>]*>|&([a-z]+|#\d+);/gu;

/** The text of a body's HTML as the search knows it: ruby's base text only, no footnote marks, a line break where a block begins or ends. */
export function plainText(html: string): string {
  return html.replace(notText, (_, tag: string | undefined, entity: string | undefined) => {
    if (tag !== undefined) return inline.has(tag) ? "" : "\n";
    return entity === undefined ? "" : (characters[entity] ?? " ");
  });
}
