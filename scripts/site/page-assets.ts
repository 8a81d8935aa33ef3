import { build } from "esbuild";
import type { PageAssets } from "../edition/frame.ts";
import type { OutputFile } from "../edition/picture-desk.ts";
import { contentHash } from "../store/content-hash.ts";
import { urlPath } from "../text/brands.ts";

/** The stylesheet and the browser scripts, bundled from `layouts/` below `root`, named by their content. */
export async function bundleAssets(root: string): Promise<{
  readonly assets: PageAssets;
  readonly files: readonly OutputFile[];
}> {
  const stylesheet = await bundle(root, "layouts/styles/index.css", "banxin.css");
  const searchScript = await bundle(root, "layouts/client/search.ts", "search.js");
  return {
    assets: { stylesheet: stylesheet.path, searchScript: searchScript.path },
    files: [stylesheet, searchScript],
  };
}

async function bundle(root: string, file: string, name: string): Promise<OutputFile> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [file],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    charset: "utf8",
    target: ["es2022", "chrome111", "firefox113", "safari16.4"],
    legalComments: "none",
    logLevel: "silent",
  });
  const [made] = outputFiles;
  if (made === undefined) throw new Error(`esbuild made nothing of ${file}`);
  const [stem, ending] = name.split(".");
  return {
    path: urlPath(`/assets/${stem}-${contentHash(made.contents).slice(0, 12)}.${ending}`),
    bytes: () => made.contents,
    isNamedByContent: true,
  };
}
