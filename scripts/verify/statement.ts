import { createHash, createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import * as z from "zod";
import { manifestName } from "../edition/output-names.ts";
import { parseJson } from "./manifest.ts";

/** What is said about one publication; `predicate` of the statement. Nothing in it depends on the clock of who publishes. */
export interface Publication {
  /** 1 for the first of a target, and higher with each that follows. */
  readonly sequence: number;
  /** The release's name: sequence and beginning of the manifest's digest. */
  readonly release: string;
  /** The site's address, as its own pages have it. */
  readonly address: string;
  /** The instant the site was built as of, in UTC; `null` where nobody knows. */
  readonly asOf: string | null;
  /** The commit it was built from; `null` where nobody knows. */
  readonly commit: string | null;
  /** True where the working tree held more than the commit. */
  readonly isDirty: boolean;
  /** The content folder, from the top of the repository. */
  readonly content: string;
  /** The version of Node. */
  readonly node: string;
  /** The processor's architecture: builds agree within one. */
  readonly architecture: string;
  /** SHA-256 of `package-lock.json`. */
  readonly lock: string;
  /** The value of `Content-Security-Policy` that a host must send; absent where the site has no such file. */
  readonly policy?: string | undefined;
  /** The release that was there before. */
  readonly previous?: string | undefined;
  /** The release that this one brings back. */
  readonly restores?: string | undefined;
}

/** A statement that was read. */
export interface Statement {
  /** SHA-256 of the manifest it vouches for. */
  readonly manifest: string;
  readonly publication: Publication;
  /** `unsigned`: nobody signed. `unchecked`: there was no key to check with. `forged`: no signature is by that key. */
  readonly signature: "valid" | "unsigned" | "unchecked" | "forged";
}

/** in-toto Attestation Framework, Statement v1. */
const statementType = "https://in-toto.io/Statement/v1";
const predicateType = "urn:banxin:publication:1";
/** in-toto Attestation Framework, Envelope v1. */
const payloadType = "application/vnd.in-toto+json";

const envelopeForm = z.object({
  payloadType: z.literal(payloadType),
  payload: z.base64(),
  signatures: z.array(z.object({ keyid: z.string().optional(), sig: z.base64() })),
});

const digest = z.string().regex(/^[0-9a-f]{64}$/u);

const statementForm = z.object({
  _type: z.literal(statementType),
  subject: z.tuple([z.object({ name: z.literal(manifestName), digest: z.object({ sha256: digest }) })]),
  predicateType: z.literal(predicateType),
  predicate: z.object({
    sequence: z.number().int().positive(),
    release: z.string(),
    address: z.string(),
    asOf: z.string().nullable(),
    commit: z
      .string()
      .regex(/^[0-9a-f]{40,64}$/u)
      .nullable(),
    isDirty: z.boolean(),
    content: z.string(),
    node: z.string(),
    architecture: z.string(),
    lock: digest,
    policy: z.string().optional(),
    previous: z.string().optional(),
    restores: z.string().optional(),
  }),
});

/**
 * The statement that `publication` is the site of the manifest with digest `manifest`, in a DSSE v1 envelope, as the text of a file.
 *
 * @param key a private Ed25519 key; without one nobody signs, and the statement proves nothing to who did not write it
 */
export function writeStatement(manifest: string, publication: Publication, key: KeyObject | undefined): string {
  const subject = [{ name: manifestName, digest: { sha256: manifest } }];
  const statement = { _type: statementType, subject, predicateType, predicate: publication };
  const payload = Buffer.from(JSON.stringify(statement));
  const signatures =
    key === undefined
      ? []
      : [{ keyid: keyId(createPublicKey(key)), sig: sign(null, signedBytes(payload), key).toString("base64") }];
  return `${JSON.stringify({ payloadType, payload: payload.toString("base64"), signatures }, null, 1)}\n`;
}

/** Reads the file of a statement; nothing for what is none. With the public key `key` it says whether its owner signed. */
export function readStatement(bytes: Uint8Array, key?: KeyObject): Statement | undefined {
  const envelope = envelopeForm.safeParse(parseJson(bytes)).data;
  if (envelope === undefined) return undefined;
  const payload = Buffer.from(envelope.payload, "base64");
  const statement = statementForm.safeParse(parseJson(payload)).data;
  if (statement === undefined) return undefined;
  const isBy = ({ sig }: { readonly sig: string }) =>
    key !== undefined && verify(null, signedBytes(payload), key, Buffer.from(sig, "base64"));
  const { signatures } = envelope;
  return {
    manifest: statement.subject[0].digest.sha256,
    publication: statement.predicate,
    signature: signatureOf(signatures.length, key === undefined ? undefined : signatures.some(isBy)),
  };
}

function signatureOf(count: number, isValid: boolean | undefined): Statement["signature"] {
  if (isValid === undefined) return count === 0 ? "unsigned" : "unchecked";
  if (count === 0) return "unsigned";
  return isValid ? "valid" : "forged";
}

/** What a signature is over: the type and the payload with their lengths (DSSE v1, Pre-Authentication Encoding). */
function signedBytes(payload: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`DSSEv1 ${payloadType.length} ${payloadType} ${payload.length} `), payload]);
}

/** SHA-256 of the key in its usual form (SPKI, DER): a hint only, as DSSE has it. */
function keyId(key: KeyObject): string {
  return createHash("sha256")
    .update(key.export({ type: "spki", format: "der" }))
    .digest("hex");
}
