import { type Problem, problem } from "../report/problem.ts";
import type { LinkMemory, RememberedLink } from "./link-memory.ts";
import { verdictOf } from "./link-verdict.ts";
import type { LinkPlace, OutwardLink } from "./outward-links.ts";

/** What is wrong with `links` by what is remembered of them: `link-dead` and `link-moved`, at every place. */
export function linkProblems(links: readonly OutwardLink[], memory: LinkMemory): readonly Problem[] {
  return links.flatMap(({ address, places }) => {
    const remembered = memory.get(address);
    const verdict = verdictOf(remembered, places);
    if (remembered === undefined) return [];
    if (verdict === "dead")
      return places.filter(({ archive }) => archive === undefined).map((place) => deadProblem(place, remembered));
    const moved = remembered.answer.kind === "alive" ? remembered.answer.moved : undefined;
    if (verdict !== "moved" || moved === undefined) return [];
    return places.map((place) => problem("link-moved", place, { href: place.href, moved: withFragment(moved, place) }));
  });
}

function deadProblem(place: LinkPlace, { answer, failures, archive }: RememberedLink): Problem {
  const { fault, status } = answer.kind === "failing" ? answer : { fault: "broken", status: undefined };
  return problem("link-dead", place, {
    href: place.href,
    ...{ fault, status: `${status ?? ""}`, runs: `${failures?.runs ?? 0}` },
    ...{ copy: archive?.copy ?? "", isSource: `${place.kind === "source"}` },
  });
}

/** What stood behind `#` still stands there, as far as anyone but a reader can tell. */
function withFragment(moved: string, { href }: LinkPlace): string {
  const { hash } = new URL(href);
  return moved.includes("#") ? moved : moved + hash;
}
