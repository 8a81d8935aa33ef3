import { lstatSync, readdirSync, readFileSync, type Stats, statSync } from "node:fs";
import { join } from "node:path";
import { type Problem, problem } from "../report/problem.ts";
import { type ContentKind, contentKind } from "./content-kinds.ts";
import { FileIds } from "./file-ids.ts";

/** A content folder as it lies on the disk. */
export interface Content {
  /** The folder, as a path of the machine. Used to load files and never printed on a page. */
  readonly root: string;
  /** What the files hold, told by hashes. */
  readonly ids: FileIds;
  /** Markdown and YAML files, in path order. */
  readonly manuscripts: readonly { readonly file: string; readonly kind: ContentKind }[];
  /** Pictures, attachments and files of `site/`, in path order. */
  readonly binaries: readonly {
    readonly file: string;
    readonly kind: "picture" | "attachment" | "site";
  }[];
  readonly problems: readonly Problem[];
}

const maxDepth = 12;
const maxNameBytes = 200;

/**
 * Walks `root`, and reads nothing yet. Names that begin with `_` or `.`, and README.md, are passed over;
 * whatever else is not listed in DESIGN section 1 is a problem (`file-…`), and nothing of it is read.
 */
export function loadContent(root: string, ids: FileIds = new FileIds(root, [], 0)): Content {
  const problems: Problem[] = [];
  const manuscripts: { file: string; kind: ContentKind }[] = [];
  const binaries: { file: string; kind: "picture" | "attachment" | "site" }[] = [];
  if (statSync(root, { throwIfNoEntry: false })?.isDirectory() !== true) {
    return { root, ids, manuscripts, binaries, problems: [problem("content-missing", at(""), { folder: root })] };
  }
  for (const file of filesBelow(root, "", problems)) {
    const kind = contentKind(file);
    switch (kind) {
      case "unlisted":
        problems.push(problem("file-unlisted", at(file), { name: file }));
        break;
      case "misplaced":
        problems.push(
          problem("file-place", at(file), {
            name: file,
            place: `${file.split("/")[0]}/`,
          }),
        );
        break;
      case "picture":
      case "attachment":
      case "site":
        ids.see(file, lstatSync(join(root, file)));
        binaries.push({ file, kind });
        break;
      default:
        ids.see(file, lstatSync(join(root, file)));
        manuscripts.push({ file, kind });
    }
  }
  ids.askGit();
  return { root, ids, manuscripts, binaries, problems };
}

/**
 * `content` as it is when nothing but the files `named` can have changed; nothing where one of them has come or gone, so that
 * the folder must be walked. Names of neither listed nor existing files, as of editors' temporary ones, are passed over.
 */
export function reloadContent(content: Content, named: Iterable<string>, nowMs: number): Content | undefined {
  const { root, manuscripts, binaries, ids, problems } = content;
  if (problems.length > 0) return undefined;
  const listed = new Set([...manuscripts, ...binaries].map(({ file }) => file));
  const changed = new Map<string, Stats>();
  for (const file of named) {
    const stats = statsOf(join(root, file));
    if (!listed.has(file) && stats === undefined) continue;
    if (!listed.has(file) || stats?.isFile() !== true) return undefined;
    changed.set(file, stats);
  }
  return { ...content, ids: ids.renewed(changed, nowMs) };
}

function statsOf(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    // A file stands where a folder was.
    return undefined;
  }
}

/** The bytes of `file`, a path that `loadContent` has listed. */
export function loadFile(content: Pick<Content, "root">, file: string): Uint8Array {
  return readFileSync(join(content.root, file));
}

function filesBelow(root: string, folder: string, problems: Problem[]): readonly string[] {
  const files: string[] = [];
  const found = readdirSync(join(root, folder), {
    withFileTypes: true,
    encoding: "buffer",
  });
  for (const each of found.sort((a, b) => Buffer.compare(a.name, b.name))) {
    const name = each.name.toString("utf8");
    if (isPassedOver(name)) continue;
    const path = folder === "" ? name : `${folder}/${name}`;
    if (!isPlainName(name, each.name)) problems.push(problem("file-name", at(path), { name }));
    else if (each.isSymbolicLink()) problems.push(problem("file-symlink", at(path), { name: path }));
    else if (each.isFile()) files.push(path);
    else if (!each.isDirectory()) problems.push(problem("file-special", at(path), { name: path }));
    else if (path.split("/").length > maxDepth) problems.push(problem("folder-depth", at(path), { name: path }));
    else files.push(...filesBelow(root, path, problems));
  }
  return files;
}

/** True for the name of a file or folder that is no content: it begins with `_` or `.`, or is README.md. */
export function isPassedOver(name: string): boolean {
  return /^[_.]/u.test(name) || name === "README.md";
}

/** No control, format, quoting or Windows-reserved characters; no space at an end; true UTF-8; not too long. */
function isPlainName(name: string, bytes: Buffer): boolean {
  if (bytes.length > maxNameBytes || !Buffer.from(name, "utf8").equals(bytes)) return false;
  return !/[\p{Cc}\p{Cf}\p{Cn}\p{Co}\p{Zl}\p{Zp}\\:*?"<>|#%]|^\s|[\s.]$/u.test(name);
}

function at(file: string) {
  return { file, line: 1, column: 1 };
}
