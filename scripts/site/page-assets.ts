import type { PageAssets } from "../edition/frame.ts";
import type { OutputFile } from "../edition/output-file.ts";
import { contentHash } from "../store/content-hash.ts";
import { type Store, storeKey } from "../store/store.ts";
import { urlPath } from "../text/brands.ts";
import { browsers, bundleStyles } from "./bundle-styles.ts";

/** Where the sources of assets are and what has been made of them. */
export interface AssetShelf {
  /** The folder of this package. */
  readonly root: string;
  /** A hash of all code, what assets are made of included. */
  readonly code: string;
  readonly store: Store;
}

/** The stylesheet and the browser scripts, bundled from `layouts/`, named by their content. */
export async function bundleAssets(shelf: AssetShelf): Promise<{
  readonly assets: PageAssets;
  readonly files: readonly OutputFile[];
}> {
  const stylesheet = await bundle(shelf, "layouts/styles/index.css", "banxin.css");
  const searchScript = await bundle(shelf, "layouts/client/search.ts", "search.js");
  const choicesScript = await bundle(shelf, "layouts/client/choices.ts", "choices.js");
  const controlsScript = await bundle(shelf, "layouts/client/controls.ts", "controls.js");
  const feedStyles = await bundle(shelf, "layouts/feeds/feed.css", "feed.css");
  return {
    assets: {
      stylesheet: stylesheet.path,
      searchScript: searchScript.path,
      choicesScript: choicesScript.path,
      controlsScript: controlsScript.path,
      feedStyles: feedStyles.path,
    },
    files: [stylesheet, searchScript, choicesScript, controlsScript, feedStyles],
  };
}

/** What a preview's pages load besides: never part of a site. */
export interface PreviewClient {
  readonly script: Uint8Array;
  readonly styles: Uint8Array;
}

/** The script that shows a preview's problems over its pages, and its styles. */
export async function bundlePreviewClient(shelf: AssetShelf): Promise<PreviewClient> {
  const script = await bundledBytes(shelf, "layouts/client/preview.ts");
  const styles = await bundledBytes(shelf, "layouts/client/preview.css");
  return { script, styles };
}

async function bundle(shelf: AssetShelf, file: string, name: string): Promise<OutputFile> {
  const bytes = await bundledBytes(shelf, file);
  const hash = contentHash(bytes);
  const [stem, ending] = name.split(".");
  return { path: urlPath(`/assets/${stem}-${hash.slice(0, 12)}.${ending}`), key: hash, bytes: () => bytes };
}

async function bundledBytes({ root, code, store }: AssetShelf, file: string): Promise<Uint8Array> {
  const key = storeKey("asset", code, file);
  const known = store.get(key);
  const bytes = known ?? (await bundleAnew(root, file));
  if (known === undefined) store.set(key, bytes);
  return bytes;
}

function bundleAnew(root: string, file: string): Promise<Uint8Array> {
  return file.endsWith(".css") ? bundleStyles(root, file) : bundledScript(root, file);
}

async function bundledScript(root: string, file: string): Promise<Uint8Array> {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [file],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    charset: "utf8",
    target: ["es2022", ...Object.entries(browsers).map(([name, version]) => name + version.join("."))],
    legalComments: "none",
    logLevel: "silent",
  });
  const [made] = outputFiles;
  if (made === undefined) throw new Error(`esbuild made nothing of ${file}`);
  return made.contents;
}
