import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { after } from "node:test";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge"];
const usualPlaces = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];
const isRoot = process.getuid?.() === 0;

/** What all tests of one file share. */
export interface SharedBrowser {
  /** Why there is none, for `test`'s option `skip`; false where there is one. */
  readonly skip: string | false;
  /** A new page in a profile of its own; the test closes it, or the end of the file does. */
  readonly newPage: (options?: BrowserContextOptions) => Promise<Page>;
}

/**
 * The browser for the tests of one file, started at the first page and closed after the last test.
 *
 * It is an installed Chromium or Chrome (`CHROME_PATH` names another), or Debian's package, which is installed where there are apt-get
 * and root. Without one, tests are skipped on a developer's machine; where `CI` is set they fail.
 */
export function sharedBrowser(): SharedBrowser {
  const executablePath = browserPath();
  let started: Promise<Browser> | undefined;
  after(async () => (await started)?.close());
  const missing = "no Chromium or Chrome found: install one, or name it in CHROME_PATH";
  return {
    skip: executablePath === undefined && !process.env["CI"] ? missing : false,
    async newPage(options) {
      if (executablePath === undefined) throw new Error(missing);
      started ??= launch(executablePath);
      const browser = await started;
      return (await browser.newContext(options)).newPage();
    },
  };
}

/** An installed browser, or the one that is installed now; undefined where neither is to be had. */
export function browserPath(): string | undefined {
  return installedBrowser() ?? installBrowser();
}

/** Starts the browser at `executablePath`. */
export function launch(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: isRoot ? ["--no-sandbox"] : [] });
}

function installedBrowser(): string | undefined {
  const named = process.env["CHROME_PATH"];
  if (named !== undefined) return named;
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  return [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...usualPlaces].find(existsSync);
}

/** Debian's package; files of tests that want it at the same time wait for each other. */
function installBrowser(): string | undefined {
  if (!isRoot || !existsSync("/usr/bin/apt-get")) return undefined;
  const install = "apt-get install -y --no-install-recommends -o DPkg::Lock::Timeout=300 chromium";
  const script = `exec 9>/tmp/banxin-apt.lock; flock 9; command -v chromium || { apt-get update && ${install}; }`;
  spawnSync("sh", ["-c", script], { stdio: "ignore", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
  return installedBrowser();
}
