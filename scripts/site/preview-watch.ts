import { type FSWatcher, lstatSync, readdirSync, statSync, watch } from "node:fs";
import { join } from "node:path";
import { contentHash } from "../store/content-hash.ts";

/** So long nothing may have happened before a change is told: editors write a file in several steps. */
const msOfQuiet = 20;
/** So many names at one time come from something larger than an editor. */
const mostNames = 50;
/** After so long it is told all the same. */
const msAtMost = 200;

/** Elsewhere the system itself watches a folder with all that lies below it, but may take a moment to begin. */
const watchesFolders = process.platform === "linux";

/** How long after it began, and again as long as not all can be watched, the folder is compared with what it was. */
const msToLook = 2000;

/**
 * Tells when something below a folder is saved, added, renamed or deleted.
 *
 * Folders are watched, never single files: a newsroom has a hundred times as many of these. Names that begin with `_` or `.`
 * are passed over, and so are most editors' temporary files. Where the system watches no more folders, or there is no folder
 * yet, it is looked at from time to time.
 */
export class PreviewWatch {
  readonly #folder: string;
  readonly #onChange: (named?: readonly string[]) => void;
  readonly #names = new Set<string>();
  readonly #watchers = new Map<string, FSWatcher>();
  #isWhole = false;
  #isRearranged = false;
  #quiet: NodeJS.Timeout | undefined;
  #latest: NodeJS.Timeout | undefined;
  #look: NodeJS.Timeout | undefined;

  /**
   * Watches from now on.
   *
   * @param onChange called once for changes that come together, with the paths they were told of; without any where something
   *   else may have changed as well
   */
  constructor(folder: string, onChange: (named?: readonly string[]) => void) {
    this.#folder = folder;
    this.#onChange = onChange;
    this.#watchAll();
  }

  /** Tells nothing more. */
  close(): void {
    for (const timer of [this.#quiet, this.#latest, this.#look]) clearTimeout(timer);
    for (const watcher of this.#watchers.values()) watcher.close();
    this.#watchers.clear();
  }

  #watchAll(): void {
    this.close();
    this.#isRearranged = false;
    this.#isWhole = true;
    // Each folder before what lies in it: what is made meanwhile is seen either here or by its watcher.
    const waiting = [""];
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      this.#watch(path);
      if (watchesFolders) waiting.push(...foldersIn(this.#folder, path));
    }
    if (!this.#isWhole || !watchesFolders) this.#lookLater(stateOf(this.#folder));
  }

  #lookLater(state: string): void {
    this.#look = setTimeout(() => {
      this.#names.add("");
      if (stateOf(this.#folder) !== state) this.#tell();
      else if (!this.#isWhole) this.#lookLater(state);
    }, msToLook);
  }

  #watch(path: string): void {
    try {
      const watcher = watch(join(this.#folder, path), { recursive: !watchesFolders }, (event, name) =>
        this.#hear(event === "rename", path, name?.replaceAll("\\", "/")),
      );
      watcher.on("error", () => this.#lose());
      this.#watchers.set(path, watcher);
    } catch {
      // It is gone again, or the system watches no more folders.
      this.#isWhole = false;
    }
  }

  #lose(): void {
    this.#isWhole = false;
    clearTimeout(this.#look);
    this.#lookLater(stateOf(this.#folder));
  }

  #hear(isRenamed: boolean, folder: string, name: string | undefined): void {
    if (name?.split("/").some(isPassedOver)) return;
    // A watcher holds on to its folder wherever that is moved, and is of no use once it is deleted.
    this.#names.add(name === undefined ? "" : below(folder, name));
    if (isRenamed && watchesFolders && this.#isFolder(folder, name)) this.#isRearranged = true;
    clearTimeout(this.#quiet);
    this.#quiet = setTimeout(() => this.#tell(), msOfQuiet);
    this.#latest ??= setTimeout(() => this.#tell(), msAtMost);
  }

  /** True where the name of a folder appears or goes, one that lies in `folder` or `folder` itself. */
  #isFolder(folder: string, name: string | undefined): boolean {
    if (name === undefined || name === join(this.#folder, folder).split(/[\\/]/u).at(-1)) return true;
    const path = below(folder, name);
    return this.#watchers.has(path) || isFolder(join(this.#folder, path));
  }

  #tell(): void {
    clearTimeout(this.#quiet);
    clearTimeout(this.#latest);
    this.#latest = undefined;
    const named = [...this.#names];
    this.#names.clear();
    const isPlain = !this.#isRearranged && this.#isWhole && named.length <= mostNames;
    // Before anybody reads: what happens after that is told.
    if (this.#isRearranged || !this.#isWhole) this.#watchAll();
    // A name that is no UTF-8 cannot be looked up.
    const isKnown = named.every((name) => name !== "" && !name.includes("\ufffd"));
    this.#onChange(isPlain && isKnown ? named : undefined);
  }
}

/** Changes with every save below `path`: names, sizes and times of its files, those passed over left out. */
function stateOf(path: string): string {
  try {
    const found = lstatSync(path);
    if (!found.isDirectory()) return `${found.size} ${found.mtimeMs}`;
    const names = readdirSync(path).filter((name) => !isPassedOver(name));
    return contentHash(names.map((name) => `${name} ${stateOf(join(path, name))}`).join("/"));
  } catch {
    return "nothing";
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** Folders right below `folder`, itself below `root`; none where it is gone or may not be read. */
function foldersIn(root: string, folder: string): readonly string[] {
  try {
    const found = readdirSync(join(root, folder), { withFileTypes: true });
    return found
      .filter((each) => each.isDirectory() && !isPassedOver(each.name))
      .map(({ name }) => below(folder, name));
  } catch {
    return [];
  }
}

function below(folder: string, name: string): string {
  return folder === "" ? name : `${folder}/${name}`;
}

function isPassedOver(name: string): boolean {
  return /^[_.]/u.test(name);
}
