import type { Masthead } from "../article/masthead.ts";
import { type Problem, problem } from "../report/problem.ts";
import type { Content } from "./load-content.ts";
import type { Front, Newsroom, SetText, WithText } from "./newsroom.ts";
import { isRefused, type Reading, silenceOf } from "./reading.ts";
import type { Silence } from "./silence.ts";

/** What reading a content folder gives: all that could be read, and all that is wrong. */
export interface ReadNewsroom {
  readonly newsroom: Newsroom;
  /** False where a stand-in took the place of a masthead that is missing or wrong: good for finding mistakes, not for printing. */
  readonly isComplete: boolean;
  readonly problems: readonly Problem[];
  /** What editors have silenced, by file. */
  readonly silences: ReadonlyMap<string, Silence>;
}

/** Brings the readings of all manuscripts together. Files that have errors are missing from the newsroom, save for their texts. */
export function readNewsroom(content: Pick<Content, "problems">, readings: readonly Reading[]): ReadNewsroom {
  const masthead = readings.find((each) => each.masthead !== undefined);
  const refused = readings.filter(isRefused);
  const unread = refused.map(({ file }) => file);
  const newsroom: Newsroom = {
    masthead: masthead?.masthead ?? standInMasthead,
    about: masthead?.text ?? noText,
    sources: unread.includes("sources.yaml") ? undefined : readings.flatMap(({ sources }) => sources ?? []),
    columns: withText(readings, ({ column }) => column),
    topics: withText(readings, ({ topic }) => topic),
    people: withText(readings, ({ person }) => person),
    standingPages: withText(readings, ({ standingPage }) => standingPage),
    articles: readings.flatMap(({ article }) => article ?? []),
    redirects: readings.flatMap(({ redirects }) => redirects ?? []),
    loose: refused.flatMap(({ file, text: body, bodyLine = 1, notes = [], mentions }) =>
      body === undefined ? [] : [{ file, body, bodyLine, notes, ...(mentions && { mentions }) }],
    ),
    unread,
  };
  return {
    newsroom,
    isComplete: masthead !== undefined,
    problems: [
      ...content.problems,
      ...missingMasthead(content, readings),
      ...readings.flatMap(({ problems, proofs = [] }) => [...problems, ...proofs]),
    ],
    silences: new Map(
      readings.flatMap(({ file, silence }) => (silence === undefined ? [] : [[file, silenceOf(silence)]])),
    ),
  };
}

function withText<T>(
  readings: readonly Reading[],
  front: (reading: Reading) => Front<T> | undefined,
): readonly WithText<T>[] {
  return readings.flatMap((reading) => {
    const found = front(reading);
    return found === undefined || reading.text === undefined ? [] : [{ front: found, body: reading.text }];
  });
}

function missingMasthead({ problems }: Pick<Content, "problems">, readings: readonly Reading[]): readonly Problem[] {
  const isThere = readings.some(({ file }) => file === "masthead.md");
  if (isThere || problems.some(({ rule }) => rule === "content-missing")) return [];
  return [problem("masthead-missing", { file: "masthead.md", line: 1, column: 1 }, {})];
}

const noText: SetText = { key: "", isEmpty: true, links: [], pictures: [], anchors: [] };

/** Stands in for a masthead with errors, so that the mistakes of all other files are still found. */
export const standInMasthead: Front<Masthead> = {
  file: "masthead.md",
  title: "",
  language: "zh-Hans",
  timeZone: "Asia/Shanghai",
  address: "https://masthead.invalid/",
  owner: "",
  licences: [],
  rights: { own: undefined, reprint: undefined },
  lead: [],
  related: 5,
  remotePictures: "allow",
  silence: [],
  places: {},
  bodyLine: 1,
};
