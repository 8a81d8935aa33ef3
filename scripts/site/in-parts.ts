/** `all` in parts of `size`, the last of them perhaps smaller. */
export function inParts<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
}

/** The next of `all`, `count` at most. */
export function take<T>(all: Iterator<T>, count: number): readonly T[] {
  const taken: T[] = [];
  while (taken.length < count) {
    const { value, done } = all.next();
    if (done === true) break;
    taken.push(value);
  }
  return taken;
}
