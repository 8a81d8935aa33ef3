import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

/** Writes a new Ed25519 key to `file`, readable by its owner alone, and the public half to `file.pub`; false where something stands there. */
export function makeKeyPair(file: string): boolean {
  if (existsSync(file) || existsSync(`${file}.pub`)) return false;
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  writeFileSync(file, privateKey.export({ type: "pkcs8", format: "pem" }), { mode: 0o600, flag: "wx" });
  writeFileSync(`${file}.pub`, publicKey.export({ type: "spki", format: "pem" }), { flag: "wx" });
  return true;
}

/** The private key in `file` (PEM); nothing where it holds none, or of another kind than Ed25519. */
export function privateKeyIn(file: string): KeyObject | undefined {
  return ed25519(() => createPrivateKey(readFileSync(file)));
}

/** The public key in `file` (PEM), or that of the private key there. */
export function publicKeyIn(file: string): KeyObject | undefined {
  return ed25519(() => createPublicKey(readFileSync(file)));
}

function ed25519(read: () => KeyObject): KeyObject | undefined {
  try {
    const key = read();
    return key.asymmetricKeyType === "ed25519" ? key : undefined;
  } catch {
    return undefined;
  }
}
