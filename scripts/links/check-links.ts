import type { Progress } from "../report/progress.ts";
import { archiveCopy } from "./archive-copy.ts";
import { type Asking, askLink, HostSilent } from "./ask-link.ts";
import type { LinkMemory, RememberedLink } from "./link-memory.ts";
import { isDead, isDue, withAnswer } from "./link-verdict.ts";
import type { OutwardLink } from "./outward-links.ts";

/** What a run is told. */
export interface LinkRun {
  readonly asking: Asking;
  /** Hosts that are asked at the same time. */
  readonly hostsAtOnce: number;
  /** Where archived copies are looked up; nowhere where absent. */
  readonly archive: string | undefined;
  /** When the run began, in milliseconds since 1970: what answers count as of. */
  readonly nowMs: number;
  /** What the progress is called. */
  readonly name: string;
}

/** What a run found out. */
export interface CheckedLinks {
  /** Of all addresses of the run, and of no other. */
  readonly memory: LinkMemory;
  readonly asked: number;
  /** Due, but the run ended before. */
  readonly left: number;
  /** Hosts that were given up since they kept silent, and how many addresses (all counted in `left`) were not asked for that. */
  readonly silent: ReadonlyMap<string, number>;
  /** True where nobody answered at all, not even who did of late: then the trouble is ours, and none of it is remembered. */
  readonly isOffline: boolean;
}

/** So many failures and nothing else are no coincidence. */
const failuresOffline = 3;
/** So many hosts that were well of late are asked whether it is the network. */
const mostWitnesses = 3;
const mostArchiveQuestions = 100;
const msUntilArchiveAgain = 30 * 24 * 3_600_000;

/** Asks those of `links` that are due, those longest unasked first, and then an archive for copies of what is dead. */
export async function checkLinks(
  links: readonly OutwardLink[],
  before: LinkMemory,
  run: LinkRun,
  progress: Progress,
): Promise<CheckedLinks> {
  const due = links.filter(({ address }) => isDue(before.get(address), run.nowMs));
  const { answers, silent } = await askAll(due, before, run, progress);
  const isOffline = answers.size >= failuresOffline && !isHeard(answers) && !(await hasWitness(links, before, run));
  const memory = new Map<string, RememberedLink>();
  for (const { address } of links) {
    const known = (isOffline ? undefined : answers.get(address)) ?? before.get(address);
    if (known !== undefined) memory.set(address, known);
  }
  if (!isOffline) await findCopies(links, memory, run);
  return { memory, asked: answers.size, left: due.length - answers.size, silent, isOffline };
}

/** True where at least one host said something, be it that it has no such page. */
function isHeard(answers: LinkMemory): boolean {
  return [...answers.values()].some(
    ({ answer }) => answer.kind !== "failing" || ["status", "home", "circle"].includes(answer.fault),
  );
}

/** True where a host answers that was well of late: on most days only what fails is due, and all of it may be gone for good. */
async function hasWitness(links: readonly OutwardLink[], before: LinkMemory, run: LinkRun): Promise<boolean> {
  const well = links.filter(
    ({ address }) => before.get(address)?.answer.kind === "alive" && !isDue(before.get(address), run.nowMs),
  );
  const hosts = new Map(well.map((link) => [new URL(link.address).host, link]));
  const witnesses = [...hosts.values()].slice(0, mostWitnesses);
  return isHeard((await askAll(witnesses, before, run, { step: () => {} })).answers);
}

async function askAll(
  due: readonly OutwardLink[],
  before: LinkMemory,
  { asking, hostsAtOnce, nowMs, name }: LinkRun,
  progress: Pick<Progress, "step">,
): Promise<{ readonly answers: LinkMemory; readonly silent: ReadonlyMap<string, number> }> {
  const answers = new Map<string, RememberedLink>();
  const silent = new Map<string, number>();
  const hosts = byHost(due, before).values();
  const { signal } = asking.manners;
  const work = async () => {
    // All take from one list: each host is one worker's.
    for (const addresses of hosts)
      for (const address of addresses) {
        if (signal.aborted) return;
        const answer = await askLink(address, asking).catch((error: unknown) =>
          error instanceof HostSilent ? error : undefined,
        );
        if (answer === undefined) return;
        if (answer instanceof HostSilent) {
          silent.set(answer.host, (silent.get(answer.host) ?? 0) + 1);
          continue;
        }
        answers.set(address, withAnswer(before.get(address), answer, nowMs));
        progress.step(name, answers.size, due.length);
        // Who says that it is too much is left alone until the next run.
        if (answer.kind === "unclear" && answer.reason === "busy") break;
      }
  };
  await Promise.all(Array.from({ length: hostsAtOnce }, work));
  return { answers, silent };
}

function byHost(due: readonly OutwardLink[], before: LinkMemory): readonly (readonly string[])[] {
  const hosts = new Map<string, string[]>();
  const askedMs = (address: string) => before.get(address)?.askedMs ?? 0;
  const addresses = due.map(({ address }) => address).toSorted((a, b) => askedMs(a) - askedMs(b));
  for (const address of addresses) {
    const { host } = new URL(address);
    const known = hosts.get(host);
    if (known === undefined) hosts.set(host, [address]);
    else known.push(address);
  }
  return [...hosts.values()];
}

/** Fills in what an archive has of the dead; what it has not is asked for again after a month. */
async function findCopies(
  links: readonly OutwardLink[],
  memory: Map<string, RememberedLink>,
  { archive, asking, nowMs }: LinkRun,
): Promise<void> {
  if (archive === undefined) return;
  const wanted = links.filter(({ address }) => {
    const known = memory.get(address);
    if (known === undefined || !isDead(known) || known.archive?.copy !== undefined) return false;
    return known.archive === undefined || nowMs - known.archive.askedMs >= msUntilArchiveAgain;
  });
  for (const { address, places } of wanted.slice(0, mostArchiveQuestions)) {
    const known = memory.get(address);
    const citedMs = places.find((place) => place.citedMs !== undefined)?.citedMs;
    try {
      const copy = await archiveCopy({ address, citedMs }, archive, asking);
      if (known !== undefined)
        memory.set(address, { ...known, archive: { askedMs: nowMs, ...(copy === undefined ? {} : { copy }) } });
    } catch {
      // An archive that does not answer is asked again in the next run; until then there is no copy to name.
      return;
    }
  }
}
