import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import type { Eleventy } from "@11ty/eleventy";
import { Press, type PrintedPage, setPress } from "./press.ts";
import type { Program } from "./program.ts";

/** As much of Eleventy's configuration as we use (Eleventy 3 ships no types). */
export interface EleventyConfig {
  readonly ignores: Set<string>;
  addPlugin(plugin: (config: EleventyConfig) => void): void;
  addGlobalData(name: string, value: () => unknown): void;
  addTemplate(name: string, content: object, settings: object): void;
  addTransform(name: string, transform: (content: string) => string | Buffer): void;
  addWatchTarget(path: string): void;
  on(event: string, listener: (event: unknown) => unknown): void;
  setTemplateFormats(formats: readonly string[]): void;
  setUseGitIgnore(use: boolean): void;
  setQuietMode(quiet: boolean): void;
  setServerOptions(options: object): void;
  setWatchThrottleWaitTime(milliseconds: number): void;
  setChokidarConfig(options: object): void;
}

/** Loads Eleventy; it takes a third of a second, so nothing loads it before it is needed. */
export async function loadEleventy(
  { root, folder }: Pick<Program, "root" | "folder">,
  out: string,
  { configure = () => {}, runMode = "build" }: EleventyRun = {},
): Promise<Eleventy> {
  const { Eleventy } = await import("@11ty/eleventy");
  const eleventy = new Eleventy("scripts/site", out, {
    quietMode: true,
    configPath: relative(root, join(folder, "eleventy.js")),
    config: configure,
    runMode,
  });
  eleventy.disableLogger();
  await eleventy.init();
  return eleventy;
}

/** How Eleventy is to run. */
export interface EleventyRun {
  readonly configure?: (config: EleventyConfig) => void;
  readonly runMode?: "build" | "serve";
}

/** Loads all that writing takes, which is more than Eleventy by itself: where there are no pages it makes no file, nor any folder. */
export async function prepareToWrite(program: Pick<Program, "root" | "folder">): Promise<void> {
  await writePages(program, tmpdir(), []);
}

/**
 * Has Eleventy write `pages` below `out`.
 *
 * It keeps the text of all that it has written as long as it lives, and asks for data once, so each turn has its own and should
 * be a few hundred pages.
 */
export async function writePages(
  program: Pick<Program, "root" | "folder">,
  out: string,
  pages: readonly PrintedPage[],
): Promise<void> {
  const press = new Press();
  press.load(pages);
  setPress(press);
  const eleventy = await loadEleventy(program, out);
  await eleventy.write();
}
