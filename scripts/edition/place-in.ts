import type { Places } from "../article/article.ts";
import type { Place } from "../report/problem.ts";

/** The place of the first of `paths` that a front matter has, else its first line. */
export function placeIn(front: { readonly file: string; readonly places: Places }, ...paths: readonly string[]): Place {
  const spot = paths.map((path) => front.places[path]).find((each) => each !== undefined);
  return { file: front.file, line: spot?.[0] ?? 1, column: spot?.[1] ?? 1 };
}
