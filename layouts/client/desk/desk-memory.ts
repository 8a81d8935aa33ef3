/** What the bar remembers: for all windows whether it is folded away, and for one window what lies open in it. */
export class DeskMemory {
  /** Whether the bar is folded away. */
  get isFolded(): boolean {
    return read(() => localStorage.getItem("banxin-desk")) === "folded";
  }

  /** Folds the bar away or unfolds it, on this page and those to come. */
  set isFolded(isFolded: boolean) {
    read(() => (isFolded ? localStorage.setItem("banxin-desk", "folded") : localStorage.removeItem("banxin-desk")));
  }

  /** The section that lies open, by its name; empty for none, undefined where nothing was ever opened or closed. */
  get open(): string | undefined {
    return read(() => sessionStorage.getItem("banxin-desk-open")) ?? undefined;
  }

  /** Opens a section on the pages to come, too. */
  set open(name: string) {
    read(() => sessionStorage.setItem("banxin-desk-open", name));
  }

  /** The errors that were put away: shown again when there are others. */
  get putAway(): string | undefined {
    return read(() => sessionStorage.getItem("banxin-desk-away")) ?? undefined;
  }

  /** Puts errors away, or remembers none. */
  set putAway(errors: string | undefined) {
    read(() =>
      errors === undefined
        ? sessionStorage.removeItem("banxin-desk-away")
        : sessionStorage.setItem("banxin-desk-away", errors),
    );
  }
}

/** A browser that keeps nothing for us shows the bar as it is when nothing was chosen. */
function read<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}
