import type { Eleventy } from "@11ty/eleventy";

/** As much of Eleventy's configuration as we use (Eleventy 3 ships no types). */
export interface EleventyConfig {
  readonly ignores: Set<string>;
  addPlugin(plugin: (config: EleventyConfig) => void): void;
  addGlobalData(name: string, value: () => unknown): void;
  addTemplate(name: string, content: object, settings: object): void;
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
  out: string,
  configure: (config: EleventyConfig) => void = () => {},
  runMode: "build" | "serve" = "build",
): Promise<Eleventy> {
  const { Eleventy } = await import("@11ty/eleventy");
  return new Eleventy("scripts/site", out, {
    quietMode: true,
    configPath: ".eleventy.ts",
    config: configure,
    runMode,
  });
}
