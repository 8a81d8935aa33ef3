import { execFileSync } from "node:child_process";
import { cpSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { newsroomFolder, root } from "../newsroom.ts";
import { emptyFolder } from "../site/command.ts";

const notOurs = new Set([".git", ".cache", "node_modules", "dist", "content", "test"]);
const author = ["-c", "user.name=test", "-c", "user.email=test@invalid"];

/** Stands in drafts and embargoed articles of the newsroom, and in nothing that readers may see. */
const hiddenWords = /这篇草稿不该出现|这篇稿件尚在禁发期|lantern-secret|lantern-plan|draft-market/u;

/**
 * The repository of a newsroom: this package as it is now, with content of its own, of which one article is embargoed for as long as
 * anyone will test.
 */
export class NewsroomRepository {
  readonly #tree = emptyFolder();
  readonly #origin: string;

  /** @param origin where the repository is to lie that others clone */
  constructor(origin: string) {
    this.#origin = origin;
    for (const name of readdirSync(root).filter((each) => !notOurs.has(each)))
      cpSync(join(root, name), join(this.#tree, name), { recursive: true });
    cpSync(newsroomFolder, join(this.#tree, "content"), { recursive: true });
    const secret = join(this.#tree, "content/culture/crafts/2026/lantern-secret/index.md");
    writeFileSync(secret, readFileSync(secret, "utf8").replace("2026-06-01", "2099-06-01"));
    this.#inTree("init", "--quiet", "--initial-branch=main");
    this.#commit("All");
    this.#inTree("clone", "--quiet", "--bare", this.#tree, origin);
  }

  /** Removes a file of the content, and pushes that. */
  remove(path: string): void {
    rmSync(join(this.#tree, "content", path));
    this.#commit(`Remove ${path}`);
    this.#inTree("push", "--quiet", this.#origin, "main");
  }

  /** What git says about the repository that others clone. */
  git(...words: readonly string[]): string {
    return execFileSync("git", ["--git-dir", this.#origin, ...words], { encoding: "utf8" }).trim();
  }

  #commit(message: string): void {
    this.#inTree("add", "--all");
    this.#inTree(...author, "commit", "--quiet", "--message", message);
  }

  #inTree(...words: readonly string[]): void {
    execFileSync("git", words, { cwd: this.#tree });
  }
}

/** The files below a folder whose name or text is of what must be hidden. */
export function hiddenIn(folder: string): readonly string[] {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return files.filter((name) => hiddenWords.test(`${name}\n${readFileSync(join(folder, name), "utf8")}`));
}
