/** The manifest: path, size and hash of every other published file. */
export const manifestName = "manifest.json";

/** Stands where the manifest was while a build writes, and remembers which files are the build's own. */
export const unfinishedName = ".unfinished.json";

/** Names the build that writes now. */
export const lockName = ".building.json";

/** Tell a host which headers to send and where old addresses lead; it does not serve them. */
export const hostFileNames = ["_headers", "_redirects"] as const;

/** Files that a build keeps in the output folder while it writes, beside the manifest: no page may have such an address. */
export const internalFiles = [
  unfinishedName,
  `${unfinishedName}.new`,
  `${manifestName}.new`,
  lockName,
  `${lockName}.old`,
] as const;

/** Endings of files that are pages: ours, and those that old addresses of other systems have and that lead on. */
export const pageEndings: readonly string[] = [
  ".html",
  ".htm",
  ".shtml",
  ".asp",
  ".aspx",
  ".jsp",
  ".php",
  ".do",
  ".cgi",
  ".cfm",
];
