import { type ReleasePlan, renderPlan } from "../release-plan.ts";
import type { HeldTarget, Releases, Target } from "../target.ts";
import { makeSshRelease } from "./make-ssh-release.ts";
import { RemoteShell } from "./remote-shell.ts";
import { SshReleases } from "./ssh-releases.ts";
import { type Reaching, shellWords } from "./ssh-words.ts";

/** What is needed to publish to a server. */
export interface SshServer extends Reaching {
  /** The folder there, as it was typed. */
  readonly folder: string;
  /** `server.sh`. */
  readonly script: Uint8Array;
}

/** A folder of another machine: `ssh:USER@HOST:DIR`. What lies there is the same as for `file:DIR`. */
export class SshTarget implements Target {
  readonly keepsReleases = true;
  readonly #server: SshServer;
  readonly #name: string;

  constructor(server: SshServer) {
    this.#server = server;
    this.#name = `${server.host}:${server.folder}`;
  }

  /** Looks at the server. */
  see<T>(work: (releases: Releases) => Promise<T>): Promise<T> {
    return this.#with({ mode: "look", onWait: () => {} }, async (shell) =>
      work(await SshReleases.look(shell, this.#name)),
    );
  }

  /** Holds the server's folder for as long as the connection lasts. */
  hold<T>(work: (held: HeldTarget) => Promise<T>, onWait: (holder: string) => void): Promise<T> {
    return this.#with({ mode: "hold", onWait }, async (shell) => {
      const releases = await SshReleases.look(shell, this.#name);
      return work({
        releases,
        make: (plan, making) => makeSshRelease({ shell, releases, reaching: this.#server }, plan, making),
      });
    });
  }

  /** As for a folder. */
  show(plan: ReleasePlan): string {
    return renderPlan(plan);
  }

  async #with<T>(
    how: { readonly mode: "hold" | "look"; readonly onWait: (holder: string) => void },
    work: (shell: RemoteShell) => Promise<T>,
  ): Promise<T> {
    const { script, folder } = this.#server;
    const words = shellWords(this.#server, script.length);
    const shell = await RemoteShell.open({ words, script, folder, name: this.#name, ...how });
    try {
      return await work(shell);
    } finally {
      await shell.close();
    }
  }
}
