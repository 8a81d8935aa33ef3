import type { ReadAnew } from "./load-readings.ts";

/** Reads manuscripts one after another in this thread. What reading needs is loaded only now: most builds read one file or none. */
export const readHere: ReadAnew = async (root, names, terms, onRead) => {
  if (names.length === 0) return;
  const { manuscriptReader } = await import("./manuscript-reader.ts");
  const read = manuscriptReader(root, terms);
  for (const name of names) onRead(read(name));
};
