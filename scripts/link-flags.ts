/** What `check` may be told about addresses of other sites, for `parseArgs`. */
export const linkOptions = {
  links: { type: "boolean" },
  minutes: { type: "string" },
  report: { type: "string" },
  archive: { type: "string" },
  "link-host": { type: "string", multiple: true },
} as const;

/** Their names. */
export const linkFlags = ["links", "minutes", "report", "archive", "link-host"] as const;

/** How the help of `check` describes these flags. */
export const linkHelp = {
  links: "--links            问一问外部链接还在不在 ask whether addresses of other sites still lead somewhere",
  minutes:
    "--minutes NUMBER   与 --links 同用：最多问几分钟，0 只报告记得的 at most so long; 0: report what is remembered (20)",
  report: "--report FILE      与 --links 同用：给编辑看的报告 the report page for editors (.cache/links/report.html)",
  archive: "--archive URL      与 --links 同用：到哪里查存档，none 不查 where archived copies are looked up, or none",
  "link-host": "--link-host HOST   与 --links 同用：内网的这台主机也可以问 this host may be asked though it is private",
} as const;

/** What was said about addresses of other sites. All but `isAsked` as typed. */
export interface LinkFlags {
  readonly isAsked: boolean;
  readonly minutes: string | undefined;
  readonly report: string | undefined;
  readonly archive: string | undefined;
  readonly hosts: readonly string[];
}

/** The flags as `parseArgs` gives them. */
export interface GivenLinkFlags {
  readonly links?: boolean | undefined;
  readonly minutes?: string | undefined;
  readonly report?: string | undefined;
  readonly archive?: string | undefined;
  readonly "link-host"?: readonly string[] | undefined;
}

/** What `given` says. */
export function readLinkFlags(given: GivenLinkFlags): LinkFlags {
  const { links, minutes, report, archive } = given;
  return { isAsked: links ?? false, minutes, report, archive, hosts: given["link-host"] ?? [] };
}
