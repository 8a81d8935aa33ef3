/** Bytes that grow as numbers are written to them. */
export class ByteWriter {
  #bytes: Uint8Array;
  #size = 0;

  /** @param room how many bytes are likely to be written */
  constructor(room: number) {
    this.#bytes = new Uint8Array(room);
  }

  /** Writes `value`, 0 to 2^32 - 1, seven bits a byte, the low ones first; the last byte is below 128 (LEB128). */
  number(value: number): void {
    if (this.#size + 5 > this.#bytes.length) this.#grow(5);
    let rest = value;
    while (rest > 127) {
      this.#bytes[this.#size++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    this.#bytes[this.#size++] = rest;
  }

  /** Writes `bytes` as they are. */
  all(bytes: Uint8Array): void {
    if (this.#size + bytes.length > this.#bytes.length) this.#grow(bytes.length);
    this.#bytes.set(bytes, this.#size);
    this.#size += bytes.length;
  }

  /** What has been written. */
  get written(): Uint8Array {
    return this.#bytes.slice(0, this.#size);
  }

  #grow(least: number): void {
    const larger = new Uint8Array(this.#bytes.length * 2 + least);
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}

/** Bytes that are not what they should be: cut short, damaged, or a page that a server gave in their place. */
export class GarbledBytes extends Error {}

/** Reads what a `ByteWriter` wrote, in the same order. What lies beyond the end reads as 0; `end` notices. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** The next number. */
  number(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.#bytes[this.#at++] ?? 0;
      value |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    return value >>> 0;
  }

  /** The next number, which tells how many things follow of one byte at least; throws `GarbledBytes` where there are fewer bytes. */
  count(): number {
    return this.fitting(this.number());
  }

  /** `count`, of things of one byte at least that follow; throws `GarbledBytes` where there are fewer bytes: room for them may be more than there is. */
  fitting(count: number): number {
    if (count > this.#bytes.length - this.#at) throw new GarbledBytes(`${count} of ${this.#bytes.length} bytes`);
    return count;
  }

  /** The next `count` bytes. */
  all(count: number): Uint8Array {
    this.#at += count;
    return this.#bytes.subarray(this.#at - count, this.#at);
  }

  /** Throws `GarbledBytes` unless all has been read and nothing beyond. */
  end(): void {
    if (this.#at !== this.#bytes.length) throw new GarbledBytes(`${this.#at} of ${this.#bytes.length} bytes`);
  }
}
