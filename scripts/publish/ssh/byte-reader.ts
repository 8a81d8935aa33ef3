import type { Readable } from "node:stream";

const newline = 0x0a;

/** Reads lines and counted bytes from a stream in turn; nothing once it has ended before that. */
export class ByteReader {
  readonly #chunks: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(stream: Readable) {
    this.#chunks = stream[Symbol.asyncIterator]();
  }

  /** The next line without its end. */
  async line(): Promise<string | undefined> {
    for (;;) {
      const end = this.#rest.indexOf(newline);
      if (end !== -1) return this.#take(end + 1).toString("utf8", 0, end);
      if (!(await this.#more())) return undefined;
    }
  }

  /** The next `count` bytes. */
  async bytes(count: number): Promise<Buffer | undefined> {
    const chunks: Buffer[] = [];
    for (let missing = count; missing > 0; ) {
      if (this.#rest.length === 0 && !(await this.#more())) return undefined;
      const chunk = this.#take(Math.min(missing, this.#rest.length));
      chunks.push(chunk);
      missing -= chunk.length;
    }
    return Buffer.concat(chunks);
  }

  #take(count: number): Buffer {
    const taken = this.#rest.subarray(0, count);
    this.#rest = this.#rest.subarray(count);
    return taken;
  }

  async #more(): Promise<boolean> {
    const { done, value } = await this.#chunks.next();
    if (done === true) return false;
    this.#rest = this.#rest.length === 0 ? value : Buffer.concat([this.#rest, value]);
    return true;
  }
}
