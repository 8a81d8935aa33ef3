import { readFrontMatter } from "../../article/front-matter.ts";
import { renderBody } from "../../markdown/render-body.ts";
import type { Mend } from "../../text/copy/copy-finding.ts";

/** So often one text is set as HTML to find the mends that harm it; what is not cleared by then stays as it is. */
const mostTrials = 200;

/**
 * Those of `groups` that leave all of `text` but its marks as it was; the mends of one group stay together.
 *
 * What looks like running text may be something else to Markdown: code or an address that goes on in the next line, the label of a
 * link or a note that is written again elsewhere, a heading whose anchor others link to. Such a mend would break it, and is left out.
 *
 * @param linked the anchors that must stay; all of them without it
 */
export function harmlessMends(
  text: string,
  groups: readonly (readonly Mend[])[],
  linked?: ReadonlySet<string>,
): readonly (readonly Mend[])[] {
  if (groups.length === 0) return groups;
  const frame = frameIn(text, linked);
  let trials = 0;
  return kept(groups, (tried) => ++trials <= mostTrials && frameIn(withMends(text, tried.flat()), linked) === frame);
}

/** `text` with `mends`, which do not overlap. */
export function withMends(text: string, mends: readonly Mend[]): string {
  let mended = "";
  let from = 0;
  for (const each of [...mends].sort((a, b) => a.from - b.from)) {
    mended += text.slice(from, each.from) + each.text;
    from = each.to;
  }
  return mended + text.slice(from);
}

type Groups = readonly (readonly Mend[])[];

/** By halves: most texts have no such mend, and the others one or two. */
function kept(groups: Groups, isHarmless: (groups: Groups) => boolean): Groups {
  if (groups.length === 0 || isHarmless(groups)) return groups;
  if (groups.length === 1) return [];
  const middle = groups.length >> 1;
  const first = kept(groups.slice(0, middle), isHarmless);
  const second = kept(groups.slice(middle), isHarmless);
  const both = [...first, ...second];
  return first.length === 0 || second.length === 0 || isHarmless(both) ? both : first;
}

/** All that marks and spaces of running text have no part in: what a text is built of, its code, its addresses and its anchors. */
function frameIn(text: string, linked: ReadonlySet<string> | undefined): string {
  const { fields, body, problems } = readFrontMatter({ file: "", text });
  const { html, links, pictures, anchors, problems: faults } = renderBody(body, { file: "" });
  return JSON.stringify([
    fields && lettersIn(fields),
    // Tags and slots by name alone, code with what it holds.
    html.match(/<(code|pre)\b[^>]*>[\s\S]*?<\/\1>|<\/?[a-z0-9]+|\0[^\0]*\0/gu),
    links.map(({ href }) => href),
    pictures.map(({ src }) => src),
    anchors.filter((anchor) => linked === undefined || linked.has(anchor)),
    [...problems, ...faults].map(({ rule }) => rule).sort(),
  ]);
}

/** Every field, without marks and spaces. */
function lettersIn(fields: object): string {
  return JSON.stringify(fields, (_, value: unknown) =>
    typeof value === "string" ? value.normalize("NFKC").replaceAll(/[^\p{L}\p{N}]+/gu, "") : value,
  );
}
