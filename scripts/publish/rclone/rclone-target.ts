import { manifestName } from "../../edition/output-names.ts";
import { holdFolder } from "../folder-target.ts";
import { ReleaseFolder } from "../release-folder.ts";
import type { ReleasePlan } from "../release-plan.ts";
import type { HeldTarget, Releases, Target } from "../target.ts";
import { makeRcloneRelease } from "./make-rclone-release.ts";
import { Rclone } from "./rclone.ts";
import { RcloneReleases } from "./rclone-releases.ts";
import { deletingSteps, sendingSteps } from "./sending-order.ts";

/** What is needed to publish to a remote of rclone. */
export interface RcloneRemote {
  /** As rclone takes it. */
  readonly remote: string;
  /** The folder of this machine that keeps the statements. */
  readonly record: string;
  /** How long files stay that nothing points at any more. */
  readonly graceMs: number;
  /** A folder of ours for lists of files. */
  readonly scratch: string;
}

/** A store of objects, or another place without links and renaming: `rclone:REMOTE:PATH`. It holds one site, file by file. */
export class RcloneTarget implements Target {
  readonly keepsReleases = false;
  /** Where statements are kept. */
  readonly folder: string;
  readonly #remote: RcloneRemote;
  readonly #rclone: Rclone;
  readonly #record: ReleaseFolder;

  constructor(remote: RcloneRemote) {
    this.#remote = remote;
    this.folder = remote.record;
    this.#rclone = new Rclone(remote.remote, remote.scratch);
    this.#record = new ReleaseFolder(remote.record);
  }

  /** Looks at the remote. */
  async see<T>(work: (releases: Releases) => Promise<T>): Promise<T> {
    return work(await RcloneReleases.look(this.#rclone, this.#record));
  }

  /** Holds the folder of statements: who publishes from another machine is not held off, since stores have no locks. */
  hold<T>(work: (held: HeldTarget) => Promise<T>, onWait: (holder: string) => void): Promise<T> {
    const { record, graceMs, scratch } = this.#remote;
    return holdFolder(record, onWait, async () => {
      const [rclone, folder] = [this.#rclone, this.#record];
      const releases = await RcloneReleases.look(rclone, folder);
      return work({
        releases,
        make: (plan, making) => makeRcloneRelease({ rclone, releases, graceMs, scratch, record: folder }, plan, making),
      });
    });
  }

  /** Files in the order in which they are sent, those that stay, the manifest, the deletions. */
  show({ id, write, link, gone, fresh, manifest }: ReleasePlan): string {
    const bytes = write.reduce((sum, path) => sum + (manifest.files.get(path)?.size ?? 0), 0);
    const lines = [
      ...sendingSteps(write, fresh).flatMap(({ stage, paths }) => paths.map((path) => `传 send    ${path}  ${stage}`)),
      ...link.map((path) => `留 keep    ${path}`),
      `写 write   statements/${id}.json`,
      `传 send    ${manifestName}`,
      ...deletingSteps(gone).flatMap((paths) => paths.map((path) => `删 delete  ${path}`)),
      `${id}: 传 ${write.length} 个文件（${bytes} 字节），留 ${link.length} 个，删 ${gone.length} 个 ${write.length} sent, ${link.length} kept, ${gone.length} deleted`,
    ];
    return `${lines.join("\n")}\n`;
  }
}
