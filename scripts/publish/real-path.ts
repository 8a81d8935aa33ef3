import { existsSync, realpathSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** Where `path` leads: links are followed as far as there is anything, and the rest is taken by its name. */
export function realPath(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  const above = dirname(path);
  return above === path ? path : join(realPath(above), basename(path));
}
