import { existsSync, lstatSync, mkdtempSync, realpathSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { normalAddress } from "./article/masthead.ts";
import { WrongUsage } from "./command-line.ts";
import { type Door, readWhole, readWords } from "./own-words.ts";
import { FolderSite } from "./verify/folder-site.ts";
import { HostSite, usualPatience } from "./verify/host-site.ts";
import { publicKeyIn } from "./verify/key-pair.ts";
import type { PublishedSite } from "./verify/published-site.ts";
import { rebuild } from "./verify/rebuild.ts";
import { renderVerdict, verdictAsJson } from "./verify/render-verdict.ts";
import { type Verdict, verifySite } from "./verify/verify-site.ts";

const help = `npm run verify -- FOLDER|ADDRESS
核对发布的网站：每个文件、整站、安全策略  Compare a published site with what was stated: every file, the whole, its policy

  --statement FILE      发布时写的声明，另存在别处 what publishing stated, kept elsewhere
  --key FILE            签名人的公钥（PEM）the public key of who states
  --at-least NUMBER     声明的序号至少是 the lowest sequence number accepted
  --against FOLDER      网站原来的样子，好说出改了哪些字节 the site as it should be, to say which bytes were changed
  --rebuild             按声明的提交重新构建来对照 build the stated commit again and compare (in a checkout of git)
  --policy FORM         header: 主机要发安全策略 the host must send a policy; meta: 页面里有就行 pages carry it (header)
  --connections NUMBER  同时请求几个 how many requests at once (8)
  --timeout SECONDS     一次回应最多等多久 how long one answer may take (30)
  --format FORM         text, json (text)
  --all                 列出所有不符 show every difference
  --help                显示这些说明 show this

结束码 exit code: 0 相符 fine, 1 不符 differences, 2 用法不对 wrong usage`;

const options = {
  statement: { type: "string" },
  key: { type: "string" },
  "at-least": { type: "string" },
  against: { type: "string" },
  rebuild: { type: "boolean", default: false },
  policy: { type: "string", default: "header" },
  connections: { type: "string", default: "8" },
  timeout: { type: "string", default: "30" },
  format: { type: "string", default: "text" },
  all: { type: "boolean", default: false },
  help: { type: "boolean", default: false },
} as const;

type Read = ReturnType<typeof readWords<typeof options>>["values"];

/** Does what the words behind `verify` say. Returns the code that the process ends with: 0 fine, 1 differences. */
export async function verifyCommand(words: readonly string[], door: Door): Promise<number> {
  const { values, positionals } = readWords(words, options, help);
  if (values.help) {
    await door.print(`${help}\n`);
    return 0;
  }
  const [typed, ...rest] = positionals;
  if (typed === undefined || rest.length > 0) throw new WrongUsage(`verify ${positionals.join(" ")}\n\n${help}`);
  for (const [flag, allowed] of [
    ["format", ["text", "json"]],
    ["policy", ["header", "meta"]],
  ] as const)
    if (!allowed.some((each) => each === values[flag])) throw new WrongUsage(`--${flag} ${values[flag]}\n\n${help}`);
  const scratch = mkdtempSync(join(tmpdir(), "banxin-verify-"));
  try {
    return await verify(typed, values, { ...door, scratch });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function verify(typed: string, values: Read, door: Door & { readonly scratch: string }): Promise<number> {
  const { site, statement: usual } = targetOf(typed, values, door);
  const statementFile = values.statement === undefined ? usual : existingFile("statement", values.statement, door);
  const key = values.key === undefined ? undefined : publicKeyIn(existingFile("key", values.key, door));
  if (key === undefined && values.key !== undefined)
    throw new WrongUsage(`--key ${values.key}: 不是 Ed25519 公钥 no Ed25519 key (PEM)`);
  const common = {
    ...{
      statementFile,
      key,
      atLeast: readWhole("at-least", values["at-least"], 1),
      isHeaderOptional: values.policy === "meta",
    },
    original: values.against === undefined ? undefined : folderSite(values.against, door).site,
  };
  const look = (each: PublishedSite) =>
    verifySite({ ...common, site: each, step: (done, total) => door.progress.step("核对 verifying", done, total) });
  const verdict = await look(site);
  const code = await sayVerdict(verdict, typed, values, door);
  if (!values.rebuild) return code;
  if (verdict.differences.some(({ kind }) => kind === "statement-untrusted")) {
    // Who forged it would choose which commit runs here.
    door.progress.say("--rebuild: 声明不可信，没有重建 nothing was built: the statement is not trusted");
    return code;
  }
  const again = await rebuilt(verdict, door);
  return Math.max(code, await sayVerdict(await look(again), "--rebuild", values, door));
}

/** What was typed as a site, and the statement that lies beside it where it is a folder of releases. */
function targetOf(
  typed: string,
  values: Read,
  door: Door,
): { readonly site: PublishedSite; readonly statement?: string } {
  const seconds = Math.min(mostSeconds, readWhole("timeout", values.timeout, 1) ?? 30);
  const connections = readWhole("connections", values.connections, 1) ?? 8;
  if (/^https?:/u.test(typed)) {
    const address = normalAddress(typed);
    if (address === undefined) throw new WrongUsage(`${typed}\n\n${help}`);
    return { site: new HostSite(address, connections, { ...usualPatience, msForAnswer: seconds * 1000 }) };
  }
  return folderSite(typed, door);
}

/** Timers measure no longer waits. */
const mostSeconds = 2_000_000;

/** A site in a folder, or what a folder of releases shows now, with its statement. */
function folderSite(typed: string, { fromCaller }: Door): { readonly site: FolderSite; readonly statement?: string } {
  const folder = fromCaller(typed);
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new WrongUsage(`${typed}: 没有这个文件夹 no such folder`);
  const current = join(folder, "current");
  if (lstatSync(current, { throwIfNoEntry: false })?.isSymbolicLink() !== true || !existsSync(current))
    return { site: new FolderSite(realpathSync(folder)) };
  const release = realpathSync(current);
  const statement = join(folder, "statements", `${basename(release)}.json`);
  return { site: new FolderSite(release), ...(existsSync(statement) ? { statement } : {}) };
}

async function rebuilt(
  { statement }: Verdict,
  { program: { root }, scratch }: Door & { readonly scratch: string },
): Promise<PublishedSite> {
  if (statement === undefined) throw new WrongUsage("--rebuild: 要有 --statement it needs a statement");
  const built = await rebuild({ root, publication: statement.publication, scratch });
  if (typeof built === "string") throw new WrongUsage(`--rebuild: ${built}`);
  return new FolderSite(built.out);
}

function existingFile(flag: string, typed: string, { fromCaller }: Door): string {
  const path = fromCaller(typed);
  if (!existsSync(path) || !statSync(path).isFile())
    throw new WrongUsage(`--${flag} ${typed}: 没有这个文件 no such file`);
  return path;
}

async function sayVerdict(verdict: Verdict, target: string, { format, all }: Read, door: Door): Promise<number> {
  door.progress.clear();
  await door.print((format === "json" ? verdictAsJson : renderVerdict)(verdict, { target, all }));
  return verdict.differences.length === 0 ? 0 : 1;
}
