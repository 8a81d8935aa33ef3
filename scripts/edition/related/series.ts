/** What a headline says of the series it belongs to. */
export interface SeriesPart {
  /** The headline without its number, folded: what all parts have in common. */
  readonly series: string;
  /** 1 for the first; 上中下 are 1, 2 and 3. */
  readonly part: number;
}

const numerals = "〇一二三四五六七八九";
const number = "(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})";
/** How parts are numbered: （上）, （二）, 之三, 第四部分, Part 5, #6. Not 第七届 or 第八次, which count other things. */
const partPatterns = [
  new RegExp(`[（(【[〔]\\s*(上|中|下|${number})\\s*[)）】\\]〕]`, "u"),
  new RegExp(`第\\s*(${number})\\s*(?:部分|[篇部章讲回期集])`, "u"),
  new RegExp(`之(${number})(?=$|[：:——\\s])`, "u"),
  /(?:\bpart|#|＃)\s*([0-9]{1,3})\b/iu,
];
/** A headline with less than this beside its number says too little. */
const shortest = 4;

/** The series and part that `title` names; nothing for most headlines. */
export function seriesPart(title: string): SeriesPart | undefined {
  for (const pattern of partPatterns) {
    const match = pattern.exec(title);
    if (match === null) continue;
    const series = fold(title.slice(0, match.index));
    const whole = series.length >= shortest ? series : fold(title.replace(match[0], ""));
    const part = partNumber(match[1] ?? "");
    if (part > 0 && whole.length >= shortest) return { series: whole, part };
  }
  return undefined;
}

/** Letters and numbers alone, in one case and width. */
function fold(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

function partNumber(text: string): number {
  const half = "上中下".indexOf(text);
  if (half !== -1) return text === "下" ? 3 : half + 1;
  if (/^[0-9]+$/u.test(text)) return Number(text);
  const [tens, ones] = text.includes("十") ? text.split("十") : ["", text];
  const value = (digit: string | undefined, none: number) => (digit ? numerals.indexOf(digit) : none);
  return text.includes("十") ? value(tens, 1) * 10 + value(ones, 0) : value(ones, 0);
}

/** An article and the column it stands in. */
export interface SeriesArticle {
  readonly title: string;
  readonly column: string;
}

/**
 * For each article the numbers of the next part and of the one before it in its series, as far as there are such.
 *
 * Parts of a series stand in one column, and no two have one number: where they do, nothing is certain.
 */
export function seriesNeighbours(articles: readonly SeriesArticle[]): readonly (readonly number[])[] {
  const parts = articles.map(({ title }) => seriesPart(title));
  const series = new Map<string, Map<number, number>>();
  const doubtful = new Set<string>();
  for (const [article, found] of parts.entries()) {
    if (found === undefined) continue;
    const key = `${articles[article]?.column} ${found.series}`;
    const known = series.get(key) ?? new Map<number, number>();
    if (known.has(found.part)) doubtful.add(key);
    series.set(key, known.set(found.part, article));
  }
  const neighbours: number[][] = articles.map(() => []);
  for (const [key, numbered] of series) {
    if (doubtful.has(key)) continue;
    const inOrder = [...numbered].sort(([a], [b]) => a - b).map(([, article]) => article);
    for (const [place, article] of inOrder.entries())
      neighbours[article] = [inOrder[place + 1], inOrder[place - 1]].filter((other) => other !== undefined);
  }
  return neighbours;
}
