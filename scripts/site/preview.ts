import { lstatSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { outputFile } from "../edition/addresses.ts";
import type { PictureDesk } from "../edition/picture-desk.ts";
import type { Problem } from "../report/problem.ts";
import type { Progress } from "../report/progress.ts";
import { contentHash } from "../store/content-hash.ts";
import type { Instant } from "../text/brands.ts";
import { escapeHtml } from "../text/escape-html.ts";
import type { Language } from "../text/language.ts";
import { removeFiles } from "./output-folder.ts";
import { writeBelow } from "./output-writer.ts";
import { Press, setPress } from "./press.ts";
import { loadEdition, pictureDesk } from "./session.ts";

/** What a preview is told. */
export interface PreviewOptions {
  readonly root: string;
  readonly content: string;
  /** The instant to preview. */
  readonly asOf: Instant;
  readonly port: number;
}

/** How a preview speaks. */
export interface PreviewVoice {
  readonly progress: Progress;
  /** The report of some problems in a language. */
  readonly report: (problems: readonly Problem[], language: Language) => string;
  /** Shows a report. */
  readonly print: (text: string) => Promise<void>;
}

/** The site as it is while somebody writes: read anew before Eleventy prints, put in order after. */
export class Preview {
  /** Where it is written: a folder for each port, so that two previews do not disturb one another. */
  readonly out: string;
  /** Where it is read. */
  readonly address: string;
  readonly #options: PreviewOptions;
  readonly #voice: PreviewVoice;
  readonly #press = new Press();
  readonly #desk: PictureDesk;
  /** Files that are there, page or not, and the hash of those that no template makes. */
  #written: ReadonlyMap<string, string> = new Map();
  #isGood = false;
  #stateRead = "";

  /** Empties the preview's folder, and makes its press the one that Eleventy prints with. */
  constructor(options: PreviewOptions, voice: PreviewVoice) {
    this.out = join(options.root, ".cache/preview", String(options.port));
    this.address = `http://localhost:${options.port}/`;
    this.#options = options;
    this.#voice = voice;
    this.#desk = pictureDesk(options.root);
    rmSync(this.out, { recursive: true, force: true });
    mkdirSync(this.out, { recursive: true });
    setPress(this.#press);
  }

  /** Reads the content, tells its problems and, if there are no errors, loads the press and makes room for what it prints. */
  async load(): Promise<void> {
    const { root, content, asOf } = this.#options;
    const { progress, report, print } = this.#voice;
    this.#stateRead = stateOf(content);
    // The preview shows the site at its own address, whatever the masthead says.
    const loaded = await loadEdition(
      { root, content, asOf, address: this.address, isPreview: true, desk: this.#desk },
      this.#press,
      progress,
    );
    progress.clear();
    const text = report(loaded.problems, loaded.language);
    await print(text);
    this.#isGood = loaded.isReady;
    if (loaded.isReady) this.#removeLeftOver();
    else if (this.#press.pageCount === 0) writeBelow(this.out, "index.html", problemPage(text));
  }

  /** Writes the files that no template makes, where they have changed; after errors they may be gone. */
  complete(): void {
    if (this.#isGood) this.#writeChanged();
    this.#voice.progress.say(this.address);
  }

  /** True when something below the content folder has been saved since it was last read. */
  get isBehind(): boolean {
    return this.#stateRead !== stateOf(this.#options.content);
  }

  #writeChanged(): void {
    const now = new Map(this.#press.paths.map((path) => [path, this.#written.get(path) ?? ""]));
    for (const { path, bytes, isNamedByContent } of this.#press.files) {
      const file = outputFile(path);
      const before = now.get(file);
      if (isNamedByContent && before !== "") continue;
      const made = bytes();
      const hash = contentHash(made);
      if (hash !== before) writeBelow(this.out, file, made);
      now.set(file, hash);
    }
    this.#written = now;
  }

  /** Before the first page is printed: a file that is left over may stand where a folder must go. */
  #removeLeftOver(): void {
    const planned = new Set(this.#press.paths);
    const gone = [...this.#written.keys()].filter((path) => !planned.has(path));
    removeFiles(this.out, gone);
    this.#written = new Map([...this.#written].filter(([path]) => planned.has(path)));
  }
}

/** Changes with every save below `folder`: names, sizes and times of its files, those passed over left out. */
function stateOf(folder: string): string {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  if (found === undefined) return "nothing";
  if (!found.isDirectory()) return `${found.size} ${found.mtimeMs}`;
  const names = readdirSync(folder).filter((name) => !/^[_.]/u.test(name));
  return contentHash(names.map((name) => `${name} ${stateOf(join(folder, name))}`).join("/"));
}

/** What the browser shows while there is no page yet because of errors. */
function problemPage(report: string): Uint8Array {
  return Buffer.from(
    `<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><title>Banxin</title><pre>${escapeHtml(report)}</pre></html>`,
  );
}
