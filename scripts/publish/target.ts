import type { KeyObject } from "node:crypto";
import type { Manifest } from "../verify/manifest.ts";
import type { Statement } from "../verify/statement.ts";
import type { WholeSite } from "./read-site.ts";
import type { Refusal } from "./refusal.ts";
import type { ReleasePlan } from "./release-plan.ts";

/** A manifest that is known to be the one a release is named for. */
export interface KnownManifest {
  readonly manifest: Manifest;
  readonly text: string;
}

/** What lies at a target, as it was found: plans are made of it, and nothing is changed by asking. */
export interface Releases {
  /** What readers see, as messages name it. */
  readonly currentName: string;
  /** The release that readers see; why it is not ours to replace where something else stands there; nothing where nothing does. */
  readonly current: { readonly id: string } | Refusal | undefined;
  /** All releases that are kept, oldest first. */
  readonly ids: readonly string[];
  /** All releases about which something is stated, oldest first; their sites may be gone. */
  readonly stated: readonly string[];
  /** What was stated about release `id`. */
  statementOf(id: string): Promise<Statement | undefined>;
  /** The manifest of release `id`; nothing where it is gone or damaged. */
  manifestOf(id: string): Promise<KnownManifest | undefined>;
  /** False where a publisher was killed in the midst of what readers get; never so where releases are whole. */
  readonly isFinished: boolean;
  /** Files that readers can ask for and no manifest has, since a publisher was killed; none where releases are whole. */
  readonly leftBehind: readonly string[];
  /** Those of them that nothing points at and that may themselves point at what is not there. */
  readonly unlinked: ReadonlySet<string>;
  /** Paths of those files of a site that readers get already with the very same bytes: they need not be sent. */
  intact(site: WholeSite): Promise<ReadonlySet<string>>;
  /** Whether readers get the whole of a site whose manifest is that of the current release, and nothing else; every byte is read. */
  isWhole(site: WholeSite): Promise<boolean>;
  /** Release `id` as a site to bring back, or why it must not be. */
  restorable(id: string): Promise<WholeSite | Refusal>;
}

/** How a release is made. */
export interface Making {
  /** Signs what is stated. */
  readonly key?: KeyObject | undefined;
  /** Told after each file. */
  readonly step: (done: number, total: number) => void;
}

/** A target that nobody else publishes to for now. */
export interface HeldTarget {
  readonly releases: Releases;
  /** Does what `plan` says, in an order in which it may be stopped anywhere. */
  make(plan: ReleasePlan, making: Making): Promise<void>;
}

/** Somewhere that sites are published to. What goes wrong on the way there is thrown as `Refused`. */
export interface Target {
  /** The folder of this machine that is written to: the target itself or, where that is elsewhere, what is kept about it. */
  readonly folder?: string | undefined;
  /** False where releases are not kept, so that none can be brought back. */
  readonly keepsReleases: boolean;
  /** Looks at it, whoever may publish there meanwhile. */
  see<T>(work: (releases: Releases) => Promise<T>): Promise<T>;
  /** Waits until it is nobody else's, and holds it while `work` goes on. `onWait` is told who is waited for. */
  hold<T>(work: (held: HeldTarget) => Promise<T>, onWait: (holder: string) => void): Promise<T>;
  /** A plan, line by line, in the order in which it will be done. */
  show(plan: ReleasePlan): string;
}
