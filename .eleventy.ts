import type { EleventyConfig } from "./scripts/site/eleventy.ts";
import { onlyVirtualPages, pageFiles, pageIds, pageTemplates } from "./scripts/site/plugins.ts";

/** The build, in order. Pages come from the edition that `scripts/cli.ts` has compiled; no file of content/ is a template. */
export default function banxin(config: EleventyConfig): void {
  for (const plugin of [onlyVirtualPages, pageIds, pageTemplates, pageFiles]) config.addPlugin(plugin);
}
