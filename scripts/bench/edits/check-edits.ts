import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { RandomEdits } from "../random-edits.ts";
import { seededRandom } from "../seeded-random.ts";
import { CommandBuilds } from "./command-builds.ts";
import { EditedPackage } from "./edited-package.ts";

/** What is edited, and how often. */
export interface CheckOptions {
  /** The folder of this package. */
  readonly root: string;
  /** Copied; it is not touched itself. */
  readonly content: string;
  readonly edits: number;
  /** Everything follows from it but the moments at which builds are killed. */
  readonly seed: string;
}

/** Our own code is edited once in so many edits: compiling it takes a second. */
const editsPerCodeEdit = 12;

/**
 * Edits a copy of a newsroom again and again, and after each edit builds it twice by the command: with what earlier builds have left and
 * without. Returns the first difference, with all that was done before it; nothing where every byte was the same.
 */
export async function checkEdits(
  { root, content, edits, seed }: CheckOptions,
  onEdit: (line: string) => void,
): Promise<string | undefined> {
  const folder = mkdtempSync(join(tmpdir(), "banxin-edits-"));
  const clear = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  process.on("exit", clear);
  try {
    const copy = join(folder, "content");
    cpSync(content, copy, { recursive: true });
    const leavings = { out: join(folder, "out"), cache: join(folder, "cache") };
    const code = new EditedPackage(root, join(folder, "package"));
    const builds = new CommandBuilds({
      ...leavings,
      root: code.folder,
      content: copy,
      scratch: join(folder, "scratch"),
    });
    return await compareAll({ random: new RandomEdits(copy, leavings, seed), builds, code, edits, seed }, onEdit);
  } finally {
    process.off("exit", clear);
    clear();
  }
}

interface Checking extends Pick<CheckOptions, "edits" | "seed"> {
  readonly random: RandomEdits;
  readonly builds: CommandBuilds;
  readonly code: EditedPackage;
}

async function compareAll(
  { random, builds, code, edits, seed }: Checking,
  onEdit: (line: string) => void,
): Promise<string | undefined> {
  const done: string[] = [];
  const note = (line: string) => {
    done.push(line);
    onEdit(line);
  };
  for (let number = 0; number <= edits; number++) {
    const chances = seededRandom(`${seed} code ${number}`);
    if (number > 0) note(random.next());
    if (number > 0 && chances.below(editsPerCodeEdit) === 0) note(`${number}. ${code.edit(chances)}`);
    const { difference, isReady } = await builds.compare(random.circumstances, chances);
    if (difference !== undefined) return `SEED=${seed}\n${done.join("\n")}\n${difference}`;
    if (number === 0 && !isReady) return "the newsroom has errors before anything is edited";
    if (isReady) random.approve();
    else note(random.mend());
  }
  return undefined;
}
