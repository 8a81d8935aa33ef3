import type { Column } from "../article/column.ts";
import type { Masthead } from "../article/masthead.ts";
import type { Mention } from "../article/mentions.ts";
import type { Person } from "../article/person.ts";
import type { RedirectLine } from "../article/redirects.ts";
import type { RegisteredSource } from "../article/sources.ts";
import type { StandingPage } from "../article/standing-page.ts";
import type { Topic } from "../article/topic.ts";
import type { Problem } from "../report/problem.ts";
import type { HouseWord } from "../text/house-style.ts";
import type { ArticleText, Front, SetText } from "./newsroom.ts";
import type { Silence } from "./silence.ts";

/** What one file gave, read by itself. It is kept as JSON, so it holds nothing that JSON cannot say. */
export interface Reading {
  readonly file: string;
  readonly problems: readonly Problem[];
  /** What a copy editor would ask about; absent where nobody has looked. */
  readonly proofs?: readonly Problem[];
  readonly silence?: WrittenSilence | undefined;
  /** What was read, under the kind of the file; nothing where it has errors. */
  readonly masthead?: Front<Masthead>;
  readonly sources?: readonly RegisteredSource[];
  readonly words?: readonly HouseWord[];
  /** The lines that are in order, also where others have errors. */
  readonly redirects?: readonly RedirectLine[];
  readonly column?: Front<Column>;
  readonly topic?: Front<Topic>;
  readonly person?: Front<Person>;
  readonly standingPage?: Front<StandingPage>;
  readonly article?: ArticleText;
  /** The text below the front matter, of files other than articles and of any file whose front matter has errors. */
  readonly text?: SetText | undefined;
  /** The line of the file on which the text begins, from 1, where the front matter has errors. */
  readonly bodyLine?: number | undefined;
  /** The Markdown in the fields of an article whose front matter has errors. */
  readonly notes?: readonly SetText[];
  /** What a front matter names that has errors but could be understood. */
  readonly mentions?: readonly Mention[];
}

/** A `Silence` as JSON says it. */
export interface WrittenSilence {
  readonly rules: readonly string[];
  readonly lines: readonly (readonly [line: number, rules: readonly string[]])[];
}

/** `written` as it is used. */
export function silenceOf({ rules, lines }: WrittenSilence): Silence {
  return { rules, lines: new Map(lines.map(([line, names]) => [line, new Set(names)])) };
}

/** True where nothing was read but, perhaps, the text: the file has errors of its own. */
export function isRefused({
  masthead,
  sources,
  words,
  redirects,
  column,
  topic,
  person,
  standingPage,
  article,
}: Reading): boolean {
  const fronts = [masthead, sources, words, redirects, column, topic, person, standingPage, article];
  return fronts.every((front) => front === undefined);
}
