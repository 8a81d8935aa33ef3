import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { StringDecoder } from "node:string_decoder";
import { pathToFileURL } from "node:url";
import { root } from "../newsroom.ts";
import { escapeSign, Screen } from "./screen.ts";

/** A way to run the program at a terminal: what to start, with the words behind `node`. */
export interface Way {
  readonly name: string;
  readonly command: (words: readonly string[]) => readonly [program: string, ...words: string[]];
  /** True where the program ends only when nobody can type any more; at a terminal it ends when it has no more to ask. */
  readonly isPiped: boolean;
}

const quoted = (words: readonly string[]) => words.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(" ");
const inShell = (words: readonly string[]) => `stty cols 100 rows 40; exec ${quoted([process.execPath, ...words])}`;

/** A pseudo-terminal by util-linux (`script` of the BSDs reads from terminals only) or by Python. */
const real: readonly (Way & { readonly probe: readonly [string, ...string[]]; readonly answer: RegExp })[] = [
  {
    name: "a pseudo-terminal by script",
    isPiped: false,
    ...{ probe: ["script", "--version"], answer: /util-linux/u },
    command: (words) => ["script", "-qec", inShell(words), "/dev/null"],
  },
  {
    name: "a pseudo-terminal by Python",
    isPiped: false,
    ...{ probe: ["python3", "-c", "import pty; print('pty')"], answer: /^pty/u },
    command: (words) => [
      ...(["python3", "-c"] as const),
      "import os, pty, sys; sys.exit(os.waitstatus_to_exitcode(pty.spawn(['sh', '-c', sys.argv[1]])))",
      inShell(words),
    ],
  },
];

const pretended: Way = {
  name: "a pretended terminal",
  isPiped: true,
  command: (words) => [
    process.execPath,
    "--import",
    pathToFileURL(join(root, "test/terminal/pretended.mjs")).href,
    ...words,
  ],
};

/** A pretended terminal, which is to be had everywhere, and a real one where this machine has one. */
export function waysHere(): readonly Way[] {
  const [found] = real.filter(({ probe: [program, ...words], answer }) =>
    answer.test(spawnSync(program, words, { encoding: "utf8" }).stdout ?? ""),
  );
  return found === undefined ? [pretended] : [pretended, found];
}

/** What somebody at the terminal does: when the screen ends like this, these keys. */
export interface Answer {
  readonly when: RegExp;
  readonly keys: string;
}

/** What the screen showed before each answer, and at the end. */
export interface Session {
  readonly shown: readonly string[];
  readonly code: number | null;
}

/** Longer than any machine takes for one answer. */
const patienceMs = 60_000;

/** What is typed behind `node`, and the folder from which. */
export interface Call {
  readonly words: readonly string[];
  readonly from: string;
}

/** Runs the program by `way` and gives `answers`, each as soon as the screen shows what it answers. */
export function sit(way: Way, { words, from }: Call, answers: readonly Answer[]): Promise<Session> {
  const [program, ...rest] = way.command(words);
  const child = spawn(program, rest, { cwd: root, env: environment(from) });
  return new Promise((done, failed) => {
    const screen = new Screen();
    const shown: string[] = [];
    const patience = setTimeout(() => {
      child.kill();
      failed(new Error(`no end, and no answer to this screen by ${way.name}:\n${screen.text}`));
    }, patienceMs);
    const look = reading(child, screen, () => {
      const next = answers[shown.length];
      if (next === undefined || !next.when.test(screen.text)) return;
      shown.push(screen.text);
      child.stdin.write(next.keys);
      if (way.isPiped && shown.length === answers.length) child.stdin.end();
    });
    child.stdout.on("data", look);
    if (way.isPiped && answers.length === 0) child.stdin.end();
    child.on("error", failed).on("close", (code) => {
      clearTimeout(patience);
      done({ shown: [...shown, screen.text], code });
    });
  });
}

/** Writes what comes to `screen`, whole characters and whole sequences only, and then looks at it. */
function reading(child: ChildProcessWithoutNullStreams, screen: Screen, look: () => void): (piece: Buffer) => void {
  const decoder = new StringDecoder();
  let waiting = "";
  child.stderr.resume();
  // Who has ended hears no more.
  child.stdin.on("error", () => {});
  return (piece) => {
    const text = waiting + decoder.write(piece);
    const last = text.lastIndexOf(escapeSign);
    const cut = last < 0 || /^.\[[?\d;]*[A-Za-z]/su.test(text.slice(last)) ? text.length : last;
    waiting = text.slice(cut);
    screen.write(text.slice(0, cut));
    look();
  };
}

/** As at a desk, whatever runs the tests: without what programs take for the sign of a machine, at a terminal that shows all characters. */
function environment(from: string): NodeJS.ProcessEnv {
  const { CI: _machine, NODE_OPTIONS: _options, ...rest } = process.env;
  return { ...rest, INIT_CWD: from, TERM: "xterm-256color", WT_SESSION: "desk" };
}
