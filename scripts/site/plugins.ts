import { outputFile } from "../edition/addresses.ts";
import { urlPath } from "../text/brands.ts";
import type { EleventyConfig } from "./eleventy.ts";
import { currentPress, pageKinds } from "./press.ts";

/** Switches off what Eleventy does for sites that are written as templates: none of ours are. */
export function onlyVirtualPages(config: EleventyConfig): void {
  config.setTemplateFormats(["11ty.js"]);
  config.setUseGitIgnore(false);
  config.setQuietMode(true);
  // Whatever lies in the input folder, no file of it is a template.
  config.ignores.add("**/*");
}

/** Tells Eleventy which pages there are: their addresses by kind, asked for anew at each rebuild. */
export function pageIds(config: EleventyConfig): void {
  config.addGlobalData("ids", () => currentPress().ids);
}

/** In place of a page's address, which is all that its template gives, its file. Templates give text alone, which would be encoded once more. */
export function pageFiles(config: EleventyConfig): void {
  config.addTransform("file", (id) => currentPress().print(id));
}

/** One virtual template for every kind of page, paginated over the addresses of that kind. */
export function pageTemplates(config: EleventyConfig): void {
  for (const kind of pageKinds) {
    config.addTemplate(
      `${kind}.11ty.js`,
      { render: ({ id }: { readonly id: string }) => id },
      {
        pagination: {
          data: `ids.${kind}`,
          size: 1,
          alias: "id",
          addAllPagesToCollections: false,
        },
        permalink: ({ id }: { readonly id: string }) => `/${outputFile(urlPath(id))}`,
        eleventyExcludeFromCollections: true,
        layout: false,
      },
    );
  }
}
