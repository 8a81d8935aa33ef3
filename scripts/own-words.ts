import { type ParseArgsConfig, parseArgs } from "node:util";
import { WrongUsage } from "./command-line.ts";
import type { Progress } from "./report/progress.ts";
import type { Program } from "./site/program.ts";

/** What a command is given that reads its own words. */
export interface Door {
  readonly program: Program;
  readonly progress: Progress;
  /** Waits until the text is written. */
  readonly print: (text: string) => Promise<void>;
  /** The path of what was typed. */
  readonly fromCaller: (typed: string) => string;
}

/** Reads `words` by `options`; throws `WrongUsage` with `help` for any that is not among them. */
export function readWords<Options extends NonNullable<ParseArgsConfig["options"]>>(
  words: readonly string[],
  options: Options,
  help: string,
) {
  try {
    return parseArgs({ args: [...words], options, strict: true, allowPositionals: true });
  } catch (error) {
    throw new WrongUsage(`${error instanceof Error ? error.message : error}\n\n${help}`);
  }
}

/** A whole number from `least` on, or `WrongUsage`. */
export function readWhole(flag: string, text: string | undefined, least: number): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (/^\d{1,9}$/u.test(text) && number >= least) return number;
  throw new WrongUsage(`--${flag} ${text}: 要 ${least} 以上的整数 a whole number, ${least} or more`);
}
