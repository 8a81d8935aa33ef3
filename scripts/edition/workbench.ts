import type { PictureCredit, Places } from "../article/article.ts";
import { type Problem, problem } from "../report/problem.ts";
import type { UrlPath } from "../text/brands.ts";
import { findListed, resolveImage } from "./compile-article.ts";
import type { ResolvedBody, ResolvedPicture } from "./edition.ts";
import type { SetText } from "./newsroom.ts";
import { placeIn } from "./place-in.ts";
import { resolveBody, type Surroundings } from "./resolve-body.ts";

/** A file with a front matter, as far as problems need to know it. */
export interface Front {
  readonly file: string;
  readonly places: Places;
  readonly bodyLine: number;
}

/** Resolves texts, pictures and references of files other than articles, and collects their problems. */
export class Workbench {
  readonly around: Surroundings;
  readonly problems: Problem[] = [];

  constructor(around: Surroundings) {
    this.around = around;
  }

  /** `body` of the file `front`, its links and pictures found. */
  text(body: SetText | undefined, front: Front): ResolvedBody {
    if (body === undefined) throw new Error(`no text for ${front.file}`);
    const standing = {
      file: front.file,
      line: front.bodyLine,
      isPublished: true,
    };
    const { resolved, problems } = resolveBody(body, standing, this.around);
    this.problems.push(...problems);
    return resolved;
  }

  /** The picture of the file `front`, its own file found. */
  picture(image: PictureCredit | undefined, front: Front): ResolvedPicture | undefined {
    return image && resolveImage(front, image, this.around, this.problems);
  }

  /** The listed articles that `field` of the file `front` names, in its order. */
  listed(references: readonly string[], front: Front, field: string): readonly UrlPath[] {
    const found = new Set<UrlPath>();
    for (const [index, reference] of references.entries()) {
      const place = placeIn(front, `${field}.${index}`, field);
      const path = findListed(reference, place, this.around, { isPublished: true, problems: this.problems });
      if (path === undefined) continue;
      if (found.has(path)) this.problems.push(problem("reference-twice", place, { reference }));
      found.add(path);
    }
    return [...found];
  }
}
