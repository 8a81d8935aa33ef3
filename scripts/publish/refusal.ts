/** Why nothing was published: what is wrong and, on the line below, what to do. */
export interface Refusal {
  /** Permanent, for programs. */
  readonly kind:
    | "no-manifest"
    | "folder-differs"
    | "preview"
    | "addresses-lost"
    | "sequence-back"
    | "time-back"
    | "build-unknown"
    | "commit-unknown"
    | "dirty"
    | "current-foreign"
    | "overlap"
    | "no-release"
    | "locked"
    | "changed-meanwhile"
    | "program-missing"
    | "unreachable"
    | "upload-differs";
  readonly message: string;
  readonly remedy: string;
}

/** Something refused to go on while it was being made. */
export class Refused extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

/** A refusal as it is printed. */
export function renderRefusal({ kind, message, remedy }: Refusal): string {
  return `${message}  ${kind}\n    ${remedy}`;
}
