import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { readMoment } from "./article/moment.ts";
import { WrongUsage } from "./command-line.ts";
import { type Door, readWhole, readWords } from "./own-words.ts";
import { buildNote } from "./publish/build-note.ts";
import { gitState, isBefore } from "./publish/git-state.ts";
import { overlapRefusal } from "./publish/overlap.ts";
import { type BuildFacts, type MachineFacts, planRelease } from "./publish/plan-release.ts";
import { planRollback } from "./publish/plan-rollback.ts";
import { type Planner, planOnly, publishRelease } from "./publish/publish-release.ts";
import { type Refusal, renderRefusal } from "./publish/refusal.ts";
import { type Planned, planAsJson, sayNotLost } from "./publish/release-plan.ts";
import type { Target } from "./publish/target.ts";
import { withTarget } from "./publish-target.ts";
import { contentHash } from "./store/content-hash.ts";
import { makeKeyPair, privateKeyIn } from "./verify/key-pair.ts";

const help = `npm run publish -- TARGET
发布构建好的网站  Publish what was built

  file:DIR              本机的文件夹：DIR/current 是读者看到的 a folder; a server serves DIR/current
  ssh:USER@HOST:DIR     同上，在另一台机器上（要有 ssh、rsync）the same on another machine, by ssh and rsync
  rclone:REMOTE:PATH    对象存储、SFTP、WebDAV（要有 rclone 和 --record）stores of objects and the like, by rclone

  --from DIR            构建的输出 what a build wrote (dist)
  --keep NUMBER         file:、ssh: 保留几次发布 how many releases stay (5; 2 or more)
  --rollback            退回上一次发布 bring back the release before
  --release ID          同上，指明哪一次 with --rollback: which
  --dry-run             只说要做什么 only say what would be done
  --key FILE            用这把私钥签名（PEM，Ed25519）sign with this private key
  --allow-gone ADDRESS  这个地址可以失效，可写几次 this address may be lost; may be said several times
  --allow-dirty         未提交的也发布 publish what is not committed
  --allow-back          比已发布的旧也发布 publish what is older than what is there
  --sequence NUMBER     序号，要比以前的都大 sequence number, higher than all before
  --as-of INSTANT       构建以哪一刻为准，缓存里没有记录时用 as of when it was built, where the cache does not know
  --content DIR         内容文件夹，同上 content folder, likewise (content)
  --cache DIR           构建的缓存 the build's cache (.cache/store)
  --ssh-config FILE     ssh: 代替 ~/.ssh/config：主机、端口、钥匙 instead of it: hosts, ports, keys
  --record DIR          rclone: 声明存在这里 where statements are kept
  --grace SECONDS       rclone: 删除旧文件前等多久 how long old files stay when nothing points at them (60)
  --format FORM         text, json (text)
  --help                显示这些说明 show this

npm run publish -- keygen FILE
做一对签名用的钥匙：FILE 和 FILE.pub  Make a pair of keys: FILE and FILE.pub`;

const options = {
  from: { type: "string", default: "dist" },
  keep: { type: "string" },
  rollback: { type: "boolean", default: false },
  release: { type: "string" },
  "dry-run": { type: "boolean", default: false },
  key: { type: "string" },
  "allow-gone": { type: "string", multiple: true },
  "allow-dirty": { type: "boolean", default: false },
  "allow-back": { type: "boolean", default: false },
  sequence: { type: "string" },
  "as-of": { type: "string" },
  content: { type: "string" },
  cache: { type: "string" },
  "ssh-config": { type: "string" },
  record: { type: "string" },
  grace: { type: "string" },
  format: { type: "string", default: "text" },
  help: { type: "boolean", default: false },
} as const;

type Read = ReturnType<typeof readWords<typeof options>>["values"];

/** Does what the words behind `publish` say. Returns the code that the process ends with: 0 published or nothing new, 1 refused. */
export async function publishCommand(words: readonly string[], door: Door): Promise<number> {
  const { values, positionals } = readWords(words, options, help);
  refuseNothing(values);
  if (values.help) return say(door, `${help}\n`, 0);
  const [typed, file, ...rest] = positionals;
  if (typed === "keygen" && file !== undefined && rest.length === 0) return keygen(door.fromCaller(file), door);
  if (values.format !== "text" && values.format !== "json")
    throw new WrongUsage(`--format ${values.format}\n\n${help}`);
  const work = (target: Target) => publishTo(target, values, door);
  const code = file === undefined ? await withTarget(typed ?? "", values, door, work) : undefined;
  if (code === undefined) throw new WrongUsage(`publish ${positionals.join(" ")}\n\n${help}`);
  return code;
}

async function publishTo(target: Target, values: Read, door: Door): Promise<number> {
  const { progress } = door;
  const key = keyFor(values.key, door);
  const plan = planner(target, values, door);
  const overlap = overlapIn(target, values, door);
  if (overlap !== undefined) return sayPlanned(overlap, target, values, door);
  if (values["dry-run"]) return sayPlanned(await planOnly(target, plan), target, values, door);
  const made = await publishRelease({
    ...{ target, key, plan },
    onWait: (holder) =>
      progress.say(`等另一次发布（进程 ${holder}）结束 waiting for another publisher (process ${holder})`),
    step: (done, total) => progress.step("发布 publishing", done, total),
  });
  progress.clear();
  return sayPlanned("made" in made ? { plan: made.made } : made, target, values, door);
}

/** An empty word is most often a variable that was never set, and would be taken for the folder where this was typed. */
function refuseNothing(values: Read): void {
  const flag = Object.entries(values).find(([, value]) => value === "")?.[0];
  if (flag !== undefined) throw new WrongUsage(`--${flag} "": 后面是空的 nothing stands behind it\n\n${help}`);
}

function overlapIn({ folder }: Target, { rollback, from }: Read, { fromCaller }: Door): Refusal | undefined {
  return rollback || folder === undefined ? undefined : overlapRefusal(fromCaller(from), folder);
}

/** Of what is brought back all is known, and its number is the next. */
function refuseWithRollback(values: Read): void {
  const flag = (["sequence", "as-of", "allow-gone"] as const).find((each) => values[each] !== undefined);
  if (flag !== undefined) throw new WrongUsage(`--rollback: 不能和 --${flag} 一起用 not with --${flag}\n\n${help}`);
}

function planner({ folder, keepsReleases }: Target, values: Read, door: Door): Planner {
  const { program, fromCaller } = door;
  const machine = machineFacts(program.root);
  // A server that is asked for a file just before the switch still finds it just after.
  const keep = readWhole("keep", values.keep, 2) ?? 5;
  if (values.rollback && !keepsReleases)
    throw new WrongUsage(
      "--rollback: 那里不留旧版；要退回，检出旧提交重新构建，再用 --allow-back 发布 no releases are kept there: build the older commit and publish it with --allow-back",
    );
  if (values.keep !== undefined && !keepsReleases)
    throw new WrongUsage(
      `--keep ${values.keep}: file:DIR、ssh:USER@HOST:DIR；那里不留旧版 no releases are kept at a remote of rclone\n\n${help}`,
    );
  if (values.rollback) refuseWithRollback(values);
  if (values.rollback) return (releases) => planRollback({ releases, wanted: values.release, machine, keep });
  if (values.release !== undefined) throw new WrongUsage(`--release ${values.release}: --rollback\n\n${help}`);
  const from = fromCaller(values.from);
  if (!existsSync(from)) throw new WrongUsage(`--from ${values.from}: 没有这个文件夹 no such folder`);
  const sequence = readWhole("sequence", values.sequence, 1);
  const asOf = readInstant(values["as-of"]);
  const content = values.content === undefined ? join(program.root, "content") : fromCaller(values.content);
  const cache = values.cache === undefined ? join(program.root, ".cache/store") : fromCaller(values.cache);
  const aside = [from, cache, ...(folder === undefined ? [] : [folder])];
  return (releases) =>
    planRelease({
      ...{ releases, from, machine, keep, sequence },
      factsOf: (manifest) => factsOf({ cache, manifest, asOf, content, aside }),
      isBefore: (commit, other) => isBefore(content, commit, other),
      allowGone: (values["allow-gone"] ?? []).filter((typed) => typed !== ""),
      allowDirty: values["allow-dirty"],
      allowBack: values["allow-back"],
    });
}

/** What the build itself wrote down or, where nobody did, the working tree as it is now; the instant is the one that was typed, if any was. */
async function factsOf({
  cache,
  manifest,
  asOf,
  content,
  aside,
}: {
  readonly cache: string;
  readonly manifest: string;
  readonly asOf: string | undefined;
  readonly content: string;
  readonly aside: readonly string[];
}): Promise<BuildFacts | undefined> {
  const note = buildNote(cache, manifest);
  if (note === undefined && asOf === undefined) return undefined;
  // The working tree may have been another when that was built, so it is asked only where nobody wrote down what it was.
  const git = note === undefined ? await gitState(content, aside) : note.git;
  const { commit = null, isDirty = false, folder = "" } = git ?? {};
  return { asOf: asOf ?? note?.asOf ?? null, commit, isDirty, content: folder };
}

function machineFacts(root: string): MachineFacts {
  const lock = contentHash(readFileSync(join(root, "package-lock.json")));
  return { node: process.version, architecture: process.arch, lock };
}

function readInstant(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const reading = /T.*(?:Z|[+-]\d\d:\d\d)$/u.test(text) ? readMoment(text, "UTC") : undefined;
  if (reading === undefined || "fault" in reading) throw new WrongUsage(`--as-of ${text}: 2026-05-20T08:00:00+08:00`);
  return new Date(reading.moment.instant).toISOString();
}

function keyFor(typed: string | undefined, { fromCaller }: Door) {
  if (typed === undefined) return undefined;
  const key = privateKeyIn(fromCaller(typed));
  if (key === undefined) throw new WrongUsage(`--key ${typed}: 不是 Ed25519 私钥 no private Ed25519 key (PEM)`);
  return key;
}

async function keygen(file: string, door: Door): Promise<number> {
  const folder = dirname(file);
  if (!existsSync(folder)) throw new WrongUsage(`${folder}: 没有这个文件夹 no such folder`);
  if (!makeKeyPair(file)) throw new WrongUsage(`${file}: 已有这个文件 something stands there already`);
  return say(door, `${file}\n${file}.pub\n`, 0);
}

async function sayPlanned(
  planned: Planned | Refusal,
  target: Target,
  { format, "dry-run": isDry }: Read,
  door: Door,
): Promise<number> {
  if ("kind" in planned) {
    if (format === "json") return say(door, `${JSON.stringify({ refused: planned })}\n`, 1);
    door.progress.say(renderRefusal(planned));
    return 1;
  }
  if ("plan" in planned) for (const typed of planned.plan.notLost) door.progress.say(sayNotLost(typed));
  if (format === "json") {
    const unchanged = "unchanged" in planned ? `${JSON.stringify(planned)}\n` : undefined;
    return say(door, unchanged ?? ("plan" in planned ? planAsJson(planned.plan) : ""), 0);
  }
  if ("unchanged" in planned) return say(door, `没有变化，仍是 nothing has changed since ${planned.unchanged}\n`, 0);
  const { plan } = planned;
  const done = `已发布 published ${plan.id}: 写 ${plan.write.length} 沿用 ${plan.link.length} written ${plan.write.length}, kept ${plan.link.length}\n`;
  return say(door, isDry ? target.show(plan) : done, 0);
}

async function say(door: Door, text: string, code: number): Promise<number> {
  await door.print(text);
  return code;
}
