import assert from "node:assert/strict";
import { outputFile } from "../../scripts/edition/addresses.ts";
import { readHere } from "../../scripts/edition/read-here.ts";
import { LostText } from "../../scripts/edition/text-shelf.ts";
import type { Problem } from "../../scripts/report/problem.ts";
import { Progress } from "../../scripts/report/progress.ts";
import { OutputLedger } from "../../scripts/site/output-ledger.ts";
import { writeBelow } from "../../scripts/site/output-writer.ts";
import { writtenPage } from "../../scripts/site/press.ts";
import { publish } from "../../scripts/site/publish.ts";
import { Session } from "../../scripts/site/session.ts";
import { keepSite, unchangedSite } from "../../scripts/site/unchanged-site.ts";
import { Shelves } from "../../scripts/store/shelves.ts";
import { instant } from "../../scripts/text/brands.ts";
import { root } from "../newsroom.ts";
import { emptyFolder } from "./command.ts";

/** What a build is told. */
export interface Told {
  /** Milliseconds since 1970. */
  readonly asOfMs: number;
  /** Instead of the masthead's. */
  readonly address?: string | undefined;
}

/** How one build differs from others. */
export interface BuildingHow {
  readonly isPreview?: boolean;
  readonly nowMs?: number;
  /** The files that alone have changed since the last time. */
  readonly changed?: readonly string[] | undefined;
}

/** What a build gave. */
export interface BuilderGave {
  readonly problems: readonly Problem[];
  /** True where everything was found as it was left, and nothing was read. */
  readonly isUnchanged: boolean;
}

/** Who builds one content folder: for a single time, or again and again with all that is in memory. */
export class Builder {
  readonly out: string;
  readonly #shelves: Shelves;
  readonly #session: Session;
  readonly #code: { readonly reading: string; readonly pictures: string; readonly pages: string };

  constructor(content: string, { out = emptyFolder(), cache = emptyFolder(), code = "code" } = {}) {
    this.out = out;
    this.#shelves = new Shelves(cache);
    this.#code = { reading: code, pictures: code, pages: code };
    const progress = new Progress({ write: () => true });
    this.#session = new Session({
      root,
      content,
      shelves: this.#shelves,
      code: this.#code,
      readAnew: readHere,
      progress,
    });
  }

  /** Builds as `scripts/site/build-site.ts` does, but that pages are written by a plain hand. */
  async build({ asOfMs, address }: Told, how: BuildingHow = {}): Promise<BuilderGave> {
    const { isPreview = false, nowMs = Date.now(), changed } = how;
    const options = { asOf: instant(asOfMs), address, isPreview };
    const [out, shelves, code, session] = [this.out, this.#shelves, this.#code, this.#session];
    const ledger = new OutputLedger(out, shelves);
    const foreknown = changed === undefined ? { seen: session.look(nowMs) } : { changed };
    if (foreknown.seen !== undefined) {
      const unchanged = await unchangedSite({ content: foreknown.seen, options, code, out, shelves }, ledger);
      if (unchanged !== undefined) return { problems: unchanged.problems, isUnchanged: true };
    }
    const loaded = await session.load(options, nowMs, foreknown);
    const { site, matter, problems } = loaded;
    if (site === undefined || matter === undefined) return { problems, isUnchanged: false };
    const progress = new Progress({ write: () => true });
    const publishing = { out, shelves, pages: shelves.on("pages"), ledger, progress };
    const { hindrance, manifest } = await publish(site, publishing, async (pages, onWritten) => {
      for (let page = pages.next(); page.done !== true; page = pages.next()) {
        writeBelow(out, outputFile(page.value.path), page.value.bytes);
        onWritten(writtenPage(page.value, out));
      }
    });
    assert.equal(hindrance, undefined);
    assert.ok(manifest !== undefined);
    keepSite({ content: matter.content, options, code, out, shelves }, loaded, manifest);
    return { problems, isUnchanged: false };
  }

  /** The same, once more where something that was remembered turns out to be lost. */
  async buildOrAgain(told: Told, how: BuildingHow = {}): Promise<BuilderGave> {
    try {
      return await this.build(told, how);
    } catch (error) {
      if (!(error instanceof LostText)) throw error;
      return await this.build(told, { ...how, changed: undefined });
    }
  }

  close(): void {
    this.#shelves.close();
  }
}
