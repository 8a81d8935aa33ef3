/** Waits for all of `tasks`, whatever becomes of one of them, and then throws what the first of those that failed threw. */
export async function allDone(tasks: readonly Promise<void>[]): Promise<void> {
  for (const each of await Promise.allSettled(tasks)) if (each.status === "rejected") throw each.reason;
}
