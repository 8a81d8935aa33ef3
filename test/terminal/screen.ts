/** What begins a control sequence. */
export const escapeSign = "\u001b";

/** A control sequence (ECMA-48, section 5.4) of the kind that programs at a terminal write, or one character. */
const token = new RegExp(`${escapeSign}\\[([?\\d;]*)([A-Za-z])|\\p{Cc}|\\P{Cc}`, "gu");

/** Characters that take two cells: East Asian Wide and Fullwidth (UAX #11). */
const wide = /[\p{Script=Han}\u3000-\u303e\u3041-\u33ff\uff01-\uff60\uffe0-\uffe6]/u;

/** What a terminal shows, without its colours; as wide and as long as need be. Throws for what it does not know. */
export class Screen {
  /** Cells by line; the second of a wide character is empty. */
  readonly #lines: string[][] = [[]];
  #row = 0;
  #column = 0;

  /** Shows `text`, in which no sequence may be cut in two. */
  write(text: string): void {
    for (const [whole, numbers = "", command] of text.matchAll(token)) {
      if (command !== undefined) this.#obey(command, numbers);
      else if (whole === "\r") this.#column = 0;
      else if (whole === "\n") this.#newLine();
      else if (whole === "\b") this.#column = Math.max(0, this.#column - 1);
      else this.#put(whole);
    }
  }

  /** The lines shown, without the spaces at their ends and without empty ones at the foot. */
  get text(): string {
    return this.#lines
      .map((cells) => cells.join("").trimEnd())
      .join("\n")
      .trimEnd();
  }

  /** A terminal returns to the first column by itself (POSIX, ONLCR), which a pipe does not. */
  #newLine(): void {
    this.#row += 1;
    this.#column = 0;
  }

  #put(character: string): void {
    const cells = this.#line();
    while (cells.length < this.#column) cells.push(" ");
    const taken = wide.test(character) ? [character, ""] : [character];
    cells.splice(this.#column, taken.length, ...taken);
    this.#column += taken.length;
  }

  #obey(command: string, numbers: string): void {
    const count = Number(numbers === "" ? 1 : numbers);
    switch (command) {
      case "A":
        this.#row = Math.max(0, this.#row - count);
        return;
      case "B":
        this.#row += count;
        return;
      case "C":
        this.#column += count;
        return;
      case "D":
        this.#column = Math.max(0, this.#column - count);
        return;
      case "E":
        this.#row += count;
        this.#column = 0;
        return;
      case "G":
        this.#column = count - 1;
        return;
      case "J":
      case "K":
        this.#erase(command, numbers);
        return;
      case "h":
      case "l":
      case "m":
        return;
      default:
        throw new Error(`the screen does not know CSI ${numbers}${command}`);
    }
  }

  /** J erases what is below as well; 2 erases the whole line. */
  #erase(command: "J" | "K", numbers: string): void {
    if (!["", "0"].includes(numbers) && !(command === "K" && numbers === "2"))
      throw new Error(`the screen does not know CSI ${numbers}${command}`);
    this.#line().splice(numbers === "2" ? 0 : this.#column);
    if (command === "J") this.#lines.splice(this.#row + 1);
  }

  #line(): string[] {
    while (this.#lines.length <= this.#row) this.#lines.push([]);
    return this.#lines[this.#row] ?? [];
  }
}
