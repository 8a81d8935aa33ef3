import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { lockedElsewhere } from "../folder-target.ts";
import { Refused } from "../refusal.ts";
import { startProgram } from "../run-program.ts";
import { ByteReader } from "./byte-reader.ts";

/** How a shell is opened. */
export interface Opening {
  /** Starts a shell that first runs the script. */
  readonly words: readonly string[];
  /** `server.sh`. */
  readonly script: Uint8Array;
  /** As it was typed. */
  readonly folder: string;
  /** As messages name it. */
  readonly name: string;
  readonly mode: "hold" | "look";
  /** Told of the process that is waited for. */
  readonly onWait: (holder: string) => void;
}

/** A shell at the server, which runs `server.sh` and, if asked to, holds the folder until it is closed or cut off. */
export class RemoteShell {
  /** The number of the lock; 0 where nothing is held. */
  readonly held: number;
  /** The folder, from the server's root; empty where there is none yet. */
  readonly folder: string;
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #reader: ByteReader;
  readonly #lost: Connection["lost"];

  private constructor(
    { child, reader, lost }: Connection,
    { held, folder }: { readonly held: number; readonly folder: string },
  ) {
    this.#child = child;
    this.#reader = reader;
    this.#lost = lost;
    this.held = held;
    this.folder = folder;
  }

  /** Connects, and waits its turn where the folder is to be held. */
  static async open(opening: Opening): Promise<RemoteShell> {
    const connection = connect(opening);
    const { child, reader, lost } = connection;
    child.stdin.write(opening.script);
    child.stdin.write(`${opening.folder}\n${opening.mode}\n`);
    let greeting = "";
    for (let isOurs = false; ; ) {
      const line = await reader.line();
      if (line === undefined) throw await lost(greeting);
      const [word, number = "", ...rest] = line.split(" ");
      // Some servers greet everyone.
      isOurs ||= line === "banxin";
      // What keeps everyone out says so there, too: files only, no account.
      if (!isOurs && line.trim() !== "") greeting = line;
      if (!isOurs) continue;
      if (word === "wait") opening.onWait(number);
      if (word === "elsewhere") throw lockedElsewhere(`${opening.name}/${number}`);
      if (word === "stop") throw unreachable(opening.name, line.slice("stop ".length));
      if (word === "ready") return new RemoteShell(connection, { held: Number(number), folder: rest.join(" ") });
    }
  }

  /** Asks for something; gives the answer's bytes, or nothing where it was refused. */
  async ask(line: string, bytes?: Uint8Array): Promise<Buffer | undefined> {
    const answer = await this.#exchange(line, bytes);
    return answer.isGranted ? answer.bytes : undefined;
  }

  /** Asks for something that must be done; throws `Refused` where it was not. */
  async order(line: string, bytes?: Uint8Array): Promise<Buffer> {
    const answer = await this.#exchange(line, bytes);
    if (!answer.isGranted) throw unreachable(line, answer.bytes.toString());
    return answer.bytes;
  }

  /** Gives the folder back, and waits until the server has done so. */
  async close(): Promise<void> {
    this.#child.stdin.end();
    await this.#lost();
  }

  async #exchange(line: string, bytes: Uint8Array | undefined) {
    this.#child.stdin.write(`${line}\n`);
    if (bytes !== undefined) this.#child.stdin.write(bytes);
    const [word, length] = (await this.#reader.line())?.split(" ") ?? [];
    const answer = length === undefined ? undefined : await this.#reader.bytes(Number(length));
    if (answer === undefined) throw await this.#lost();
    return { isGranted: word === "ok", bytes: answer };
  }
}

interface Connection {
  readonly child: ChildProcessWithoutNullStreams;
  readonly reader: ByteReader;
  /** Waits for the end, and says why it came: by what was complained of, or last said where nothing was. */
  readonly lost: (said?: string) => Promise<Refused>;
}

function connect({ words, name }: Opening): Connection {
  const { child, ended } = startProgram(words);
  const lost = async (said = "") => {
    const { code, complaint } = await ended;
    return unreachable(name, complaint || said || `${words[0]}: exit ${code}`);
  };
  // Whoever reads next is told.
  ended.catch(() => {});
  return { child, reader: new ByteReader(child.stdout), lost };
}

function unreachable(name: string, why: string): Refused {
  return new Refused({
    kind: "unreachable",
    message: `${name}：没有做成 it failed: ${why.trim().replaceAll(/\s*\n\s*/gu, "; ")}`,
    remedy:
      "先看 ssh 能不能登录、目录能不能写，再发布一次：读者看到的仍是旧版 see whether ssh lets you in and the folder can be written to, and publish again; readers see what they saw",
  });
}
