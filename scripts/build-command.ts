import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Flags, WrongUsage } from "./command-line.ts";
import { type LastPublished, publishedPages } from "./edition/lost-addresses.ts";
import type { NextChange } from "./edition/next-change.ts";
import type { Progress } from "./report/progress.ts";
import type { Built } from "./site/build-site.ts";
import type { Language } from "./text/language.ts";

/** What `--against` and `--allow-gone` say; nothing without `--against`. Throws `WrongUsage` for what is no manifest. */
export function publishedBefore(
  { against, mayGo }: Flags,
  fromCaller: (typed: string) => string,
): LastPublished | undefined {
  if (against === undefined) return undefined;
  const pages = publishedPages(readManifest(fromCaller(against)));
  if (pages !== undefined) return { pages, mayGo: new Set(mayGo) };
  throw new WrongUsage(`--against ${against}: 这不是 manifest.json that is no manifest.json`);
}

function readManifest(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

/** Where a build was made. */
export interface BuildPlace {
  /** The folder of this package. */
  readonly root: string;
  readonly out: string;
}

/** Says what a build did, and when the next one is due. Returns the code that the process ends with. */
export function finish(built: Built, { root, out }: BuildPlace, progress: Progress): number {
  const { hindrance, isReady, language } = built;
  if (hindrance?.kind === "obstacle")
    throw new WrongUsage(
      `--out ${out}: ${hindrance.path} 不是本程序写的，却占着要写的地方，请移开 no build wrote it and it is in the way; move it`,
    );
  if (hindrance !== undefined) {
    progress.say(busyLine(language, hindrance.pid, out));
    return 1;
  }
  if (isReady) noteNextBuild(root, built, progress);
  // Since Node itself began, which is when somebody began to wait.
  progress.say(lastLine(built, (performance.now() / 1000).toFixed(1)));
  return isReady ? 0 : 1;
}

/** Writes down when the site would change by itself, for whoever starts builds: a file, and an output of GitHub Actions. */
function noteNextBuild(root: string, { next, language }: Built, progress: Progress): void {
  const at = next === undefined ? null : new Date(next.at).toISOString();
  const file = join(root, ".cache/next-build.json");
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ at, kind: next?.kind ?? null, file: next?.file ?? null })}\n`);
  const outputs = process.env["GITHUB_OUTPUT"];
  if (outputs !== undefined && outputs !== "") appendFileSync(outputs, `next-build=${at ?? ""}\n`);
  if (next !== undefined) progress.say(nextLine(next, language));
}

const changeNames: Readonly<Record<NextChange["kind"], readonly [zh: string, en: string]>> = {
  published: ["到时发布", "is published"],
  updated: ["更新生效", "is updated"],
  corrected: ["更正生效", "is corrected"],
  retracted: ["撤稿生效", "is retracted"],
  expired: ["到期下线", "expires"],
  news: ["移出新闻网站地图", "leaves the news site map"],
};

function nextLine({ at, kind, file }: NextChange, language: Language): string {
  const [zh, en] = changeNames[kind];
  const when = new Date(at).toISOString();
  return language === "en"
    ? `The next build is due at ${when}: ${file} ${en}.`
    : `下一次该构建的时刻：${when}（${file} ${zh}）`;
}

function lastLine(built: Built, seconds: string): string {
  const { isReady, language, articles, written, unchanged, removed } = built;
  if (language === "en") {
    if (!isReady) return `Nothing was written: mend the errors above (${seconds} s).`;
    return `${articles} articles: ${written} files written, ${unchanged} unchanged, ${removed} removed, ${seconds} s`;
  }
  if (!isReady) return `有错误，什么也没有写；上一次的输出原样未动。（${seconds} 秒）`;
  return `文章 ${articles} 篇：写出文件 ${written} 个，未变 ${unchanged} 个，清除 ${removed} 个，用时 ${seconds} 秒`;
}

function busyLine(language: Language, pid: number, out: string): string {
  if (language === "en")
    return `Nothing was written: another build (process ${pid}) is writing into ${out}. Wait for its end and build again.`;
  return `什么也没有写：另一次构建（进程 ${pid}）正在写 ${out}。等它写完再来一次。`;
}
