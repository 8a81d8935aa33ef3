import { LayoutFault } from "./layout-fault.ts";

/** What the machine refuses: no fault of the content and none of the code. */
const hindrances: Readonly<Record<string, string>> = {
  EACCES: "没有权限 permission denied",
  EPERM: "没有权限 permission denied",
  EROFS: "磁盘是只读的 the disk is read-only",
  ENOSPC: "磁盘满了 the disk is full",
  EDQUOT: "磁盘配额用完了 the disk quota is used up",
  EMFILE: "打开的文件太多 too many open files",
};

/** The machine's refusal that `error`, or what caused it, tells of, and the file it is about; or the mistake in a layout. */
export function hindranceIn(error: Error): string | undefined {
  if (error instanceof LayoutFault) return error.message;
  const told = "code" in error && typeof error.code === "string" ? hindrances[error.code] : undefined;
  if (told !== undefined) return `${told}: ${"path" in error ? error.path : error.message}`;
  const cause = "originalError" in error ? error.originalError : error.cause;
  return cause instanceof Error ? hindranceIn(cause) : undefined;
}
