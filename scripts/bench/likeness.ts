/** Finds out how much of a text, given in pieces, stands in one other text already. */
export class Likeness {
  /** Numbers of the texts that hold a piece. */
  readonly #holders = new Map<string, number[]>();
  #count = 0;

  /** Remembers a text. */
  add(pieces: readonly string[]): void {
    const number = this.#count++;
    for (const piece of new Set(pieces)) {
      const holders = this.#holders.get(piece);
      if (holders === undefined) this.#holders.set(piece, [number]);
      else holders.push(number);
    }
  }

  /** The greatest part of a text's characters, 0 to 1, that any one remembered text has too; 1 for an empty text. */
  nearest(pieces: readonly string[]): number {
    const shared = new Map<number, number>();
    let length = 0;
    for (const piece of pieces) {
      length += piece.length;
      for (const holder of this.#holders.get(piece) ?? []) {
        shared.set(holder, (shared.get(holder) ?? 0) + piece.length);
      }
    }
    return length === 0 ? 1 : Math.max(0, ...shared.values()) / length;
  }
}
