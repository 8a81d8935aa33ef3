import { type Place, type Problem, problem } from "../report/problem.ts";
import type { ArticleFields, Places } from "./article.ts";
import { quote } from "./quote.ts";

type NameFields = Pick<ArticleFields, "author" | "editor" | "topics" | "keywords">;

/** `name-twice` and `name-joined`: names in an article's lists that are slips of copying, at the second of them; of the fields there are. */
export function nameWarnings(
  fields: { readonly [Field in keyof NameFields]: NameFields[Field] | undefined },
  places: Places,
  file: string,
): readonly Problem[] {
  const { author = [], editor = [], topics = [], keywords = [] } = fields;
  const at = (field: string, index: number): Place => {
    const [line, column] = places[`${field}.${index}`] ?? places[field] ?? [1, 1];
    return { file, line, column };
  };
  // The same name twice is two people where each names another file of people/.
  const bearers = author.map(({ name, person }) => (person === undefined ? name : `${name} (${person})`));
  return [
    ...twice("author", bearers, at),
    ...joined(
      "author",
      author.map(({ name }) => name),
      at,
    ),
    ...twice("editor", editor, at),
    ...joined("editor", editor, at),
    ...twice("topics", topics, at),
    ...twice("keywords", keywords, at),
  ];
}

type PlaceOf = (field: string, index: number) => Place;

function twice(field: string, names: readonly string[], at: PlaceOf): readonly Problem[] {
  if (names.length < 2 || new Set(names).size === names.length) return [];
  const seen = new Set<string>();
  return names.flatMap((name, index) => {
    if (seen.has(name)) return [problem("name-twice", at(field, index), { field, name: quote(name) })];
    seen.add(name);
    return [];
  });
}

/** Names strung together as in print. A comma in Latin letters is left alone: `Sammy Davis, Jr.` */
function joined(field: string, names: readonly string[], at: PlaceOf): readonly Problem[] {
  return names.flatMap((name, index) => {
    if (!/[、；;]|，(?=\s*\p{Script=Han})/u.test(name)) return [];
    const list = `[${name
      .split(/\s*[、；;，]\s*/u)
      .filter((each) => each !== "")
      .join(", ")}]`;
    return [problem("name-joined", at(field, index), { field, name: quote(name), list: quote(list) })];
  });
}
