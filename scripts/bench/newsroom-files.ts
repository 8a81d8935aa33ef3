import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { type ContentKind, contentKind } from "../edition/content-kinds.ts";

/** A file of a content folder, by its path below it with `/` between names. */
export interface NewsroomFile {
  readonly file: string;
  readonly kind: ContentKind;
}

/** The files of a content folder that a build takes, in path order: nothing unlisted, and no name that is passed over. */
export function newsroomFiles(folder: string): readonly NewsroomFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((found) => found.isFile() && found.name !== "README.md")
    .map((found) => relative(folder, join(found.parentPath, found.name)).replaceAll("\\", "/"))
    .filter((file) => !/(?:^|\/)[._]/u.test(file))
    .sort()
    .map((file) => ({ file, kind: contentKind(file) }))
    .filter(({ kind }) => kind !== "unlisted" && kind !== "misplaced");
}
