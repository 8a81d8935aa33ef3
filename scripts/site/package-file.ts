import { fileURLToPath } from "node:url";

/** The file `name` of a package we depend on, as a path of the machine. */
export function packageFile(name: string): string {
  return fileURLToPath(import.meta.resolve(name));
}
