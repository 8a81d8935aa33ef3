import type { Mention } from "../article/mentions.ts";
import { type Problem, problem } from "../report/problem.ts";
import type { UrlPath } from "../text/brands.ts";
import { findListed, referenceMissing } from "./compile-article.ts";
import type { Names } from "./names.ts";
import { navigationTarget } from "./navigation-links.ts";
import type { LooseFile } from "./newsroom.ts";
import { resolveBody, resolvePicture, type Surroundings } from "./resolve-body.ts";
import type { Workbench } from "./workbench.ts";

/** Looks up where the texts of `loose` lead, and the pictures and articles that it names; reports as for a file in order. */
export function checkLoose(loose: LooseFile, { around, problems }: Workbench): void {
  const { file, bodyLine, body, notes, mentions = [] } = loose;
  const anchors = [body, ...notes].flatMap((text) => text.anchors);
  const standing = { file, isPublished: true, anchors };
  problems.push(...resolveBody(body, { ...standing, line: bodyLine }, around).problems);
  // A note's places are those of the file already.
  for (const note of notes) problems.push(...resolveBody(note, { ...standing, line: 1 }, around).problems);
  for (const { kind, text, line, column } of mentions) {
    const place = { file, line, column };
    if (kind === "picture") resolvePicture(text, place, around, problems);
    if (kind === "place" && navigationTarget(text, around.book) === undefined)
      problems.push(referenceMissing(text, place, around));
  }
  problems.push(...chosenWrongly(file, mentions, around));
}

/** Asks `names` for all that `loose` names, which reports what is not known. */
export function nameLoose({ file, mentions = [] }: LooseFile, names: Names): void {
  for (const { kind, text: name, line, column } of mentions) {
    const place = { file, line, column };
    if (kind === "registered" || kind === "source")
      names.source({ name, mustBeRegistered: kind === "registered" }, place);
    if (kind === "author") names.person({ name }, place);
    if (kind === "person") names.person({ name, person: name }, place);
    if (kind === "topic") names.topic(name, place);
  }
}

/** Articles chosen that are not there, are the file itself, or stand in one list twice. */
function chosenWrongly(file: string, mentions: readonly Mention[], around: Surroundings): readonly Problem[] {
  const problems: Problem[] = [];
  const chosen = new Set<string>();
  for (const { kind, text: reference, path, line, column } of mentions) {
    if (kind !== "article") continue;
    const place = { file, line, column };
    const found = findListed(reference, place, around, { isPublished: true, problems });
    const inList = found && inListOf(path, found);
    if (path.startsWith("related.") && around.book.find(reference, file)?.target.file === file)
      problems.push(problem("related-itself", place, { reference }));
    else if (inList !== undefined && chosen.has(inList))
      problems.push(problem("reference-twice", place, { reference }));
    else if (inList !== undefined) chosen.add(inList);
  }
  return problems;
}

function inListOf(path: string, found: UrlPath): string {
  return `${path.slice(0, path.lastIndexOf("."))} ${found}`;
}
