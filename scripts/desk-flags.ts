import { type GivenLinkFlags, type LinkFlags, linkFlags, linkHelp, linkOptions, readLinkFlags } from "./link-flags.ts";

/** What only `check` may be told, for `parseArgs`. */
export const deskOptions = {
  strict: { type: "boolean" },
  fix: { type: "boolean" },
  yes: { type: "boolean" },
  watch: { type: "boolean" },
  "all-rules": { type: "boolean" },
  rule: { type: "string", multiple: true },
  ...linkOptions,
} as const;

/** Their names. */
export const deskFlags = ["strict", "fix", "yes", "watch", "all-rules", "rule", ...linkFlags] as const;

/** How the help of `check` describes these flags. */
export const deskHelp = {
  strict: "--strict           有警告也算不通过 warnings fail the check, too",
  fix: "--fix              列出有把握的改法，在终端里问过才写 show what is certain to be mended; asks at a terminal before writing",
  yes: "--yes              与 --fix 同用：直接写进文件 with --fix: write it into the files",
  watch: "--watch            每次保存后再检查 check again after every save",
  "all-rules": "--all-rules        平时不查的规则也查 the rules that are usually off as well",
  rule: "--rule NAME        只看这一条规则，--fix 也只改它；可写几次 this rule only, for --fix too; may be said several times",
  ...linkHelp,
} as const;

/** What was said to the copy desk. */
export interface DeskFlags {
  /** Warnings make the exit code 1. */
  readonly isStrict: boolean;
  readonly fixes: boolean;
  /** Writes without asking. */
  readonly isSure: boolean;
  readonly watches: boolean;
  readonly hasAllRules: boolean;
  /** The only rules that are looked at, as typed; all of them where it is empty. */
  readonly rules: readonly string[];
  readonly links: LinkFlags;
}

/** The flags as `parseArgs` gives them. */
interface GivenFlags
  extends GivenLinkFlags,
    Partial<
      Readonly<Record<Exclude<keyof typeof deskOptions, "rule" | keyof typeof linkOptions>, boolean | undefined>>
    > {
  readonly rule?: readonly string[] | undefined;
}

/** What `given` says; false and empty where nothing is said. */
export function readDeskFlags(given: GivenFlags): DeskFlags {
  return {
    isStrict: given.strict ?? false,
    fixes: given.fix ?? false,
    isSure: given.yes ?? false,
    watches: given.watch ?? false,
    hasAllRules: given["all-rules"] ?? false,
    rules: given.rule ?? [],
    links: readLinkFlags(given),
  };
}
