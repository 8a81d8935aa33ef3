import type { ManuscriptName, NewReading, ReadingTerms } from "../edition/load-readings.ts";
import type { Glyph } from "../images/card-glyphs.ts";
import type { SearchShards } from "../search/compile-shards.ts";
import type { GramPile } from "../search/gram-pile.ts";
import type { KeptRevision, RevisedShards } from "../search/revise-kept-shards.ts";
import type { MadeFile } from "./made-files.ts";
import type { PrintedPage, WrittenPage } from "./press.ts";
import type { RememberedFile, RestoredFile } from "./restore.ts";

/** What a thread of the crew is asked to do. */
export type Task =
  /** Loads what printing needs, and is not answered: what goes wrong with it goes wrong again, and is told, when something is to be printed. */
  | { readonly task: "prepare" }
  | {
      readonly task: "read";
      readonly root: string;
      readonly names: readonly ManuscriptName[];
      readonly terms: ReadingTerms;
    }
  | { readonly task: "shards"; readonly articles: number; readonly pile: GramPile }
  | {
      readonly task: "revise";
      readonly revision: KeptRevision;
      /** Of the store. */
      readonly folder: string;
    }
  | { readonly task: "slices"; readonly slices: readonly string[] }
  | { readonly task: "glyphs"; readonly characters: string }
  | { readonly task: "look"; readonly folder: string; readonly paths: readonly string[] }
  | {
      readonly task: "restore";
      readonly files: readonly RememberedFile[];
      readonly out: string;
      /** Of the store. */
      readonly folder: string;
    }
  | { readonly task: "write"; readonly out: string; readonly pages: readonly PrintedPage[] }
  | { readonly task: "files"; readonly out: string; readonly files: readonly MadeFile[] };

/** What it answers. */
export type Answer =
  | { readonly task: "read"; readonly reads: readonly NewReading[] }
  | { readonly task: "shards"; readonly shards: SearchShards }
  /** Absent where one was lost. */
  | { readonly task: "revise"; readonly shards: RevisedShards | undefined }
  | { readonly task: "slices"; readonly files: readonly Uint8Array[] }
  | { readonly task: "glyphs"; readonly glyphs: readonly Glyph[] }
  | { readonly task: "look"; readonly marks: Float64Array }
  | { readonly task: "restore"; readonly files: readonly RestoredFile[] }
  | { readonly task: "write" | "files"; readonly pages: readonly WrittenPage[] }
  /** The task failed: a bug, or what the machine refuses. */
  | {
      readonly task: "failed";
      readonly message: string;
      readonly stack: string;
      readonly code?: string;
      readonly path?: string;
    };
