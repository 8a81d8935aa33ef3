import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Where servers lie, which the path of a person often leaves out. */
const serverFolders = ["/usr/sbin", "/usr/local/sbin", "/sbin"];

/** The file of a program that is installed on this machine; nothing where it is not. */
export function findProgram(name: string): string | undefined {
  const folders = [...(process.env["PATH"] ?? "").split(delimiter), ...serverFolders];
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
}

/** Why something that needs `names` cannot be tried here; false where it can. */
export function lackOf(names: readonly string[]): string | false {
  const missing = names.filter((name) => findProgram(name) === undefined);
  return missing.length === 0 ? false : `not installed: ${missing.join(", ")}`;
}
