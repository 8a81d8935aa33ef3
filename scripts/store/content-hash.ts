import { hash } from "node:crypto";

/** SHA-256 of `bytes` (a string as UTF-8) in 64 hexadecimal digits (FIPS 180-4). */
export function contentHash(bytes: string | Uint8Array): string {
  return hash("sha256", bytes, "hex");
}
