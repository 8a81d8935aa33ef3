/** How this program was started: what `scripts/start.mjs` tells it. */
export interface Program {
  /** The folder of this package, as a path of the machine. */
  readonly root: string;
  /** The folder of its compiled code. */
  readonly folder: string;
  /** Hashes of the code that makes what is remembered, library versions included. */
  readonly code: CodeHashes;
  /** Compiles the code as it is now, for who runs on while it changes. Throws where it cannot be compiled. */
  readonly renew?: () => Promise<NewCode>;
}

/** Code that is compiled and can be started in place of what runs. */
export interface NewCode {
  /** False while it is what runs. */
  readonly isOther: boolean;
  /** Starts the program from the beginning, with the same command line. */
  readonly start: () => Promise<unknown>;
}

/** What remembered results depend on besides their content. */
export interface CodeHashes {
  readonly reading: string;
  readonly pictures: string;
  readonly pages: string;
}
