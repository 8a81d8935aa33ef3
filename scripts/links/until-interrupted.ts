/** The code that a program ends with which Ctrl-C has ended (128 and the number of SIGINT). */
export const interruptedCode = 130;

/**
 * Does `work`, whose signal is aborted at the first Ctrl-C, so that it can come to an end and what it has so far be kept. A second
 * Ctrl-C ends the process as it always does.
 */
export async function untilInterrupted<T>(
  work: (signal: AbortSignal) => Promise<T>,
): Promise<{ readonly done: T; readonly isInterrupted: boolean }> {
  const interruption = new AbortController();
  const { signal } = interruption;
  const interrupt = () => interruption.abort();
  process.once("SIGINT", interrupt);
  try {
    const done = await work(signal);
    return { done, isInterrupted: signal.aborted };
  } finally {
    process.off("SIGINT", interrupt);
  }
}
