import { join } from "node:path";
import { LostText } from "../edition/text-shelf.ts";
import type { Problem } from "../report/problem.ts";
import type { Progress } from "../report/progress.ts";
import { Shelves } from "../store/shelves.ts";
import type { Instant } from "../text/brands.ts";
import type { Language } from "../text/language.ts";
import { Crew, threadsHere } from "./crew.ts";
import { PreviewDesk } from "./desk/preview-desk.ts";
import { writePages } from "./eleventy.ts";
import { bundlePreviewClient } from "./page-assets.ts";
import type { PrintedPage } from "./press.ts";
import { PreviewChannel } from "./preview-channel.ts";
import { PreviewFolder } from "./preview-folder.ts";
import { tellFailure, tellProblems } from "./preview-problems.ts";
import type { Program } from "./program.ts";
import { publish } from "./publish.ts";
import { Session } from "./session.ts";
import type { Site } from "./site.ts";

/** What a preview is told. */
export interface PreviewOptions {
  readonly program: Program;
  /** The content folder. */
  readonly content: string;
  /** Where results of earlier builds are. */
  readonly cache: string;
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
  /** The clock, in milliseconds since 1970. */
  readonly nowMs: () => number;
}

/** The site as it is while somebody writes: read anew after every save, and printed where it has changed. */
export class Preview {
  /** Where it is written: a folder for each port, so that two previews do not disturb one another. */
  readonly out: string;
  /** What stands between the pages and the server. */
  readonly channel: PreviewChannel;
  readonly #options: PreviewOptions;
  readonly #voice: PreviewVoice;
  readonly #shelves: Shelves;
  readonly #crew: Crew;
  readonly #session: Session;
  readonly #desk: PreviewDesk;
  /** Absent as long as errors have kept every site from appearing. */
  #folder: PreviewFolder | undefined;
  #language: Language = "zh-Hans";
  #told = tellProblems([], "zh-Hans");
  #reported = "";
  /** The files that alone can have changed since they were read; absent where anything can. */
  #changed: Set<string> | undefined;
  /** True from a change until it is read. */
  #isAwaited = false;
  #isClosed = false;
  #reading: Promise<void> | undefined;

  constructor(options: PreviewOptions, voice: PreviewVoice) {
    const { program, content, port, cache } = options;
    const { root, code } = program;
    this.out = join(root, ".cache/preview", String(port));
    this.#options = options;
    this.#voice = voice;
    this.#shelves = new Shelves(cache);
    const shelves = this.#shelves;
    this.#desk = new PreviewDesk(shelves, code.reading, voice.nowMs());
    const client = () => bundlePreviewClient({ root, code: code.pages, store: shelves.on("assets") });
    this.channel = new PreviewChannel(client, this.#desk);
    this.#crew = new Crew(program, threadsHere());
    const { readAnew } = this.#crew;
    this.#session = new Session({ root, content, code, shelves, readAnew, progress: voice.progress });
  }

  /** Where it is read. */
  get address(): string {
    return `http://localhost:${this.#options.port}/`;
  }

  /**
   * Reads the content, again if it changes meanwhile, tells its problems and, unless there are errors, shows the site.
   *
   * @param named the files that alone have changed since the last time; without it everything is looked at
   *
   * Errors leave the last good pages as they are; a failure is told and the next change tries again.
   */
  renew(named?: readonly string[]): Promise<void> {
    this.#isAwaited = true;
    if (named === undefined) this.#changed = undefined;
    else for (const file of named) this.#changed?.add(file);
    this.#reading ??= this.#readOn();
    return this.#reading;
  }

  /** Writes down, for the next start, what has been read and made until now. */
  async keep(): Promise<void> {
    await this.#session.keep();
    this.#shelves.close();
  }

  /** Lets go of the folder, and of all that was remembered. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#reading;
    await this.#folder?.close();
    this.#shelves.close();
    await this.#crew.close();
  }

  async #readOn(): Promise<void> {
    const isCurrent = () => !this.#isAwaited && !this.#isClosed;
    let losses = 0;
    while (!isCurrent() && !this.#isClosed) {
      this.#isAwaited = false;
      try {
        await this.#read();
        await this.#folder?.proveAll(isCurrent);
        losses = 0;
      } catch (error) {
        this.#changed = undefined;
        // Where what was remembered is lost, the next time all is read anew.
        if (error instanceof LostText && losses++ === 0) this.#isAwaited = true;
        else await this.#tellFailure(error);
      }
    }
    // In the same step as the last look at what is awaited: a change after that begins anew.
    this.#reading = undefined;
  }

  async #tellFailure(error: unknown): Promise<void> {
    this.#voice.progress.say(describe(error));
    await this.channel.tell(tellFailure(error, this.#language), this.#folder);
  }

  async #read(): Promise<void> {
    const { asOf } = this.#options;
    const { progress, report, print, nowMs } = this.#voice;
    const changed = this.#changed;
    this.#changed = new Set();
    // The preview shows the site at its own address, whatever the masthead says.
    const loaded = await this.#session.load({ asOf, address: this.address, isPreview: true }, nowMs(), { changed });
    const { problems, language, site } = loaded;
    this.#language = language;
    this.#desk.take(loaded);
    if (site !== undefined) await this.#show(site);
    this.#told = tellProblems(problems, language);
    await this.channel.tell(this.#told, this.#folder);
    progress.clear();
    const text = report(problems, language);
    if (text !== this.#reported) await print(text);
    this.#reported = text;
    await this.#crew.close();
  }

  async #show(site: Site): Promise<void> {
    if (this.#folder !== undefined) return this.#folder.show(site);
    const out = this.out;
    const shelves = this.#shelves;
    const { progress } = this.#voice;
    // All pages may be stale, which is work for all threads.
    const { hindrance } = await publish(site, { out, shelves, progress }, (pages, onWritten) =>
      this.#crew.write(out, pages, onWritten),
    );
    if (hindrance !== undefined) throw new Error(`${out}: ${JSON.stringify(hindrance)}`);
    const write = (pages: readonly PrintedPage[]) => writePages(this.#options.program, out, pages);
    this.#folder = await PreviewFolder.open(site, { out, shelves, write });
  }
}

/** What the machine refuses is told in a line, a bug with the place where it happened. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return "code" in error ? error.message : (error.stack ?? error.message);
}
