import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { addSentence, isEditable } from "./edit-article.ts";
import { type Look, runProcess } from "./run-process.ts";
import { UnfitNewsroom } from "./unfit-newsroom.ts";

/** The version of the Hugo that is installed; absent when there is none. */
export function hugoVersion(): string | undefined {
  const { stdout } = spawnSync("hugo", ["version"], { encoding: "utf8" });
  return /v(\d+\.\d+\.\d+)/u.exec(stdout ?? "")?.[1];
}

/** The same articles as a site of Hugo's. */
export class HugoSite {
  readonly #folder: string;
  #edits = 0;

  /** A site in `folder`, which `layOut` makes. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * Makes the site with the converter of the folder `kit`, `to-hugo.ts`, which takes a content folder and a new folder.
   *
   * @param root the folder of this package, whose TypeScript loader the converter runs with
   */
  async layOut(newsroom: string, { kit, root }: { readonly kit: string; readonly root: string }): Promise<void> {
    const words = [process.execPath, "--import", "tsx", join(kit, "to-hugo.ts"), newsroom, this.#folder] as const;
    await runProcess({ words, folder: root }, "seconds");
  }

  /** Builds the site into no folder yet. */
  buildAnew(look: Look): Promise<number> {
    rmSync(join(this.#folder, "public"), { recursive: true, force: true });
    return this.build(look);
  }

  /** Builds the site over what was built before. Hugo has no other way to build what changed. */
  build(look: Look): Promise<number> {
    return runProcess({ words: ["hugo", "--quiet", "--source", this.#folder], folder: this.#folder }, look);
  }

  /** Adds a sentence in the middle of a body. */
  editBody(): void {
    const content = join(this.#folder, "content");
    const articles = readdirSync(content, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".md") && basename(file) !== "_index.md")
      .sort();
    const edit = ++this.#edits;
    const turned = [...articles.slice(edit), ...articles.slice(0, edit)];
    const file = turned.map((each) => join(content, each)).find((each) => isEditable(readFileSync(each, "utf8")));
    if (file === undefined) throw new UnfitNewsroom(`no article of ${content} has prose to edit`);
    writeFileSync(file, addSentence(readFileSync(file, "utf8"), `这一句是为测量加上的，编号 ${edit}。`));
  }
}
