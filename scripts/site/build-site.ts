import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { EditionOptions } from "../edition/compile-edition.ts";
import type { Content } from "../edition/load-content.ts";
import { LostText } from "../edition/text-shelf.ts";
import type { Progress } from "../report/progress.ts";
import { Shelves } from "../store/shelves.ts";
import { Crew, threadsHere } from "./crew.ts";
import { OutputLedger } from "./output-ledger.ts";
import type { Program } from "./program.ts";
import { type Published, publish } from "./publish.ts";
import { type Foreknown, type Loaded, Session } from "./session.ts";
import { keepSite, unchangedSite } from "./unchanged-site.ts";

/** What a build is told. */
export interface BuildOptions extends EditionOptions {
  readonly program: Program;
  /** The content folder. */
  readonly content: string;
  /** The output folder. */
  readonly out: string;
  /** Where results of earlier builds are. */
  readonly cache: string;
  /** The clock, in milliseconds since 1970. */
  readonly nowMs: number;
  /** Forgets all that earlier builds have remembered. */
  readonly isFull: boolean;
}

/** What a build did. */
export interface Built extends Loaded, Published {
  /** False for a refused build. */
  readonly isReady: boolean;
}

/** Writes down what servers are told, where a publisher finds it and no host serves it. */
function keepSnippets(folder: string, snippets: ReadonlyMap<string, string>): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of snippets) writeFileSync(join(folder, name), text);
}

/** Builds the site into `out`. With an error in the content nothing is written and the last output stays as it is. */
export async function buildSite(options: BuildOptions, progress: Progress): Promise<Built> {
  const { program, content, out, cache, nowMs, isFull } = options;
  const shelves = new Shelves(cache);
  if (isFull) shelves.forget();
  const crew = new Crew(program, threadsHere());
  try {
    const ledger = new OutputLedger(out, shelves, crew.look);
    const { root, code } = program;
    const session = new Session({
      root,
      content,
      shelves,
      code,
      readAnew: async (...asked) => {
        const reading = crew.readBeside(...asked);
        // Where nothing was left, threads have enough to do before they print.
        if (!ledger.isEmpty) crew.prepare();
        await reading;
      },
      shardMakers: crew.shardMakers,
      // All keys will be asked for.
      onPages: (pages) => {
        for (const { key } of pages) key();
      },
      faceCutter: crew.faceCutter,
      isProofread: false,
      progress,
    });
    const left = (of: Content) => ({ content: of, options, code, out, shelves });
    const keepHosts = ({ snippets = new Map() }: Loaded) => keepSnippets(join(cache, "hosts"), snippets);
    const seen = session.look(nowMs);
    const unchanged = await unchangedSite(left(seen), ledger);
    if (unchanged !== undefined) {
      keepHosts(unchanged);
      return { ...unchanged, isReady: true };
    }
    const build = async (foreknown: Foreknown): Promise<Built> => {
      const loaded = await session.load(options, nowMs, foreknown);
      const { site, matter } = loaded;
      if (site === undefined || matter === undefined)
        return { ...loaded, isReady: false, written: 0, unchanged: 0, removed: 0 };
      await crew.renew();
      const publishing = {
        out,
        shelves,
        pages: shelves.on("pages"),
        ledger,
        restore: crew.restore,
        writeMade: crew.writeMade,
        progress,
      };
      const published = await publish(site, publishing, (pages, onWritten) => crew.write(out, pages, onWritten));
      // What is written down last takes the most memory.
      await crew.close();
      await session.keep();
      keepHosts(loaded);
      if (published.manifest !== undefined) keepSite(left(matter.content), loaded, published.manifest);
      return { ...loaded, ...published, isReady: true };
    };
    try {
      return await build({ seen });
    } catch (error) {
      if (!(error instanceof LostText)) throw error;
      return await build({});
    }
  } finally {
    shelves.close();
    await crew.close();
  }
}
