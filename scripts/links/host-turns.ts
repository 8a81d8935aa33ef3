import { setTimeout as pause } from "node:timers/promises";

/** Sees to it that no host is asked twice at once, nor again before a pause. */
export class HostTurns {
  readonly #msBetween: number;
  readonly #last = new Map<string, Promise<unknown>>();

  /** @param msBetween milliseconds from the end of one answer to the next question to the same host */
  constructor(msBetween: number) {
    this.#msBetween = msBetween;
  }

  /** Does `act` when it is this caller's turn with `host`. */
  take<T>(host: string, act: () => Promise<T>): Promise<T> {
    const before = this.#last.get(host) ?? Promise.resolve();
    const mine = before.then(act);
    const rest = () => pause(this.#msBetween);
    this.#last.set(host, mine.then(rest, rest));
    return mine;
  }
}
