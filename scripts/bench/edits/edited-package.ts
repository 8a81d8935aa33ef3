import { cpSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Random } from "../seeded-random.ts";

/** An edit of our own code that shows in what builds write. */
interface CodeEdit {
  readonly file: string;
  readonly from: RegExp;
  readonly to: (number: number) => string;
}

const codeEdits: readonly CodeEdit[] = [
  { file: "layouts/words/zh-hans.ts", from: /(?<=^ {2}more: ").*(?=",$)/mu, to: (number) => `续读${number}` },
  {
    file: "layouts/parts/editor.tsx",
    from: /<p class="editor/u,
    to: (number) => `<p id="edited-${number}" class="editor`,
  },
  { file: "layouts/styles/tokens.css", from: /$/u, to: (number) => `\n:root { --edited: ${number}; }\n` },
  {
    file: "layouts/client/search.ts",
    from: /$/u,
    to: (number) => `\ndocument.documentElement.dataset["edited"] = "${number}";\n`,
  },
  { file: "scripts/edition/machine-pages.ts", from: /(?<=articlesInFeed = )\d+/u, to: (number) => String(number + 1) },
  { file: "scripts/markdown/plain-text.ts", from: /$/u, to: (number) => `\n// Edited ${number}.\n` },
  { file: "scripts/images/picture-widths.ts", from: /(?<=widest = )\d+/u, to: (number) => String(8 + number) },
  { file: "package-lock.json", from: /\n$/u, to: (number) => "\n".repeat(number + 2) },
];

/** A copy of this package whose code is edited. Its libraries are those of the package itself. */
export class EditedPackage {
  readonly folder: string;
  readonly #root: string;

  /** @param folder absent, or empty */
  constructor(root: string, folder: string) {
    this.folder = folder;
    this.#root = root;
    for (const name of [".eleventy.ts", "package.json", "package-lock.json", "tsconfig.json", "scripts", "layouts"])
      cpSync(join(root, name), join(folder, name), { recursive: true });
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  }

  /** Edits the code, or puts it back, and says what it did. Fails where there is no longer anything to edit. */
  edit(random: Random): string {
    const { file, from, to } = random.pick(codeEdits);
    const text = readFileSync(join(this.#root, file), "utf8");
    const number = random.below(4);
    const edited = number === 0 ? text : text.replace(from, to(number));
    if (number > 0 && edited === text) throw new Error(`${file} has no ${from}`);
    writeFileSync(join(this.folder, file), edited);
    return number === 0 ? `${file}: put back` : `${file}: edited, ${number}`;
  }
}
