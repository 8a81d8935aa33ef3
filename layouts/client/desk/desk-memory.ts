/** What the bar remembers: for all windows whether it is folded away, and for one window what lies open in it. */
export class DeskMemory {
  /** What a browser that keeps nothing for us forgets with the page. */
  readonly #ofThisPage = new Map<string, string>();

  /** Whether the bar is folded away. */
  get isFolded(): boolean {
    return this.#recall(() => localStorage, "banxin-desk") === "folded";
  }

  /** Folds the bar away or unfolds it, on this page and those to come. */
  set isFolded(isFolded: boolean) {
    this.#keep(() => localStorage, "banxin-desk", isFolded ? "folded" : undefined);
  }

  /** The section that lies open, by its name; empty for none, undefined where nothing was ever opened or closed. */
  get open(): string | undefined {
    return this.#recall(() => sessionStorage, "banxin-desk-open");
  }

  /** Opens a section on the pages to come, too. */
  set open(name: string) {
    this.#keep(() => sessionStorage, "banxin-desk-open", name);
  }

  /** The errors that were put away: shown again when there are others. */
  get putAway(): string | undefined {
    return this.#recall(() => sessionStorage, "banxin-desk-away");
  }

  /** Puts errors away, or remembers none. */
  set putAway(errors: string | undefined) {
    this.#keep(() => sessionStorage, "banxin-desk-away", errors);
  }

  #recall(storage: () => Storage, key: string): string | undefined {
    try {
      return storage().getItem(key) ?? undefined;
    } catch {
      return this.#ofThisPage.get(key);
    }
  }

  #keep(storage: () => Storage, key: string, value: string | undefined): void {
    try {
      if (value === undefined) storage().removeItem(key);
      else storage().setItem(key, value);
    } catch {
      if (value === undefined) this.#ofThisPage.delete(key);
      else this.#ofThisPage.set(key, value);
    }
  }
}
