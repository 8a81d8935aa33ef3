import type { Link } from "../../scripts/edition/page.ts";
import { urlPath } from "../../scripts/text/brands.ts";
import type { DirectoryOf, Words } from "../words.ts";

/** The page that lists all topics, people or sources: what stands above each of them in a breadcrumb. */
export function directoryLink(of: DirectoryOf, words: Words): Link {
  return { title: words.directory[of], path: urlPath(`/${of}/`) };
}
