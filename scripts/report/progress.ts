/** Where progress goes: a terminal gets one line that changes, anything else plain lines. */
export interface ProgressStream {
  readonly isTTY?: boolean | undefined;
  write(text: string): unknown;
}

/** Says how far a long run has come. Nothing of it goes to standard output, which belongs to reports. */
export class Progress {
  readonly #stream: ProgressStream;
  #shown = "";

  constructor(stream: ProgressStream) {
    this.#stream = stream;
  }

  /** Shows `done` of `total` in the stage `name`; a terminal sees every hundredth, others only the end. */
  step(name: string, done: number, total: number): void {
    if (this.#stream.isTTY === true) {
      if (done === total || done % Math.max(1, Math.floor(total / 100)) === 0)
        this.#replace(`${name} ${done}/${total}`);
    } else if (done === total) {
      this.#stream.write(`${name} ${total}\n`);
    }
  }

  /** Ends the changing line and writes `text` on its own. */
  say(text: string): void {
    this.#replace("");
    this.#stream.write(`${text}\n`);
  }

  /** Takes the changing line away. */
  clear(): void {
    this.#replace("");
  }

  #replace(text: string): void {
    if (text === this.#shown) return;
    this.#shown = text;
    if (this.#stream.isTTY === true) this.#stream.write(`\r\u001b[K${text}`);
  }
}
