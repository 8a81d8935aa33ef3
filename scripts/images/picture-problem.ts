import { type Place, type Problem, problem } from "../report/problem.ts";
import type { PictureFault } from "./read-picture.ts";

/**
 * The problem that `fault` is, at `place`: `picture-damaged`, `picture-ending`, `picture-too-large` or `picture-kind`.
 *
 * @param src the picture's path as the editor wrote it
 */
export function pictureProblem(fault: PictureFault, src: string, place: Place): Problem {
  switch (fault.rule) {
    case "picture-ending":
      return problem(fault.rule, place, { src, kind: fault.kind, right: renamed(src, fault.ending) });
    case "picture-too-large":
      return problem(fault.rule, place, { src, size: fault.size, limit: fault.limit });
    default:
      return problem(fault.rule, place, { src });
  }
}

/** The file's own name with another ending. */
function renamed(src: string, ending: string): string {
  const name = src.split("/").at(-1) ?? src;
  const point = name.lastIndexOf(".");
  return `${point > 0 ? name.slice(0, point) : name}.${ending}`;
}
