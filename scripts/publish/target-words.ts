/** Where a site is to be published, as it was typed. */
export type TargetWords =
  | { readonly kind: "file"; readonly folder: string }
  /** `host` is `[USER@]HOST` as ssh takes it; `folder` begins with `/`, or counts from the home folder. */
  | { readonly kind: "ssh"; readonly host: string; readonly folder: string }
  /** `remote` is what rclone takes: `NAME:PATH`, or `:BACKEND,OPTIONS:PATH`. */
  | { readonly kind: "rclone"; readonly remote: string }
  | { readonly kind: "fault"; readonly fault: string };

/**
 * Names of users and hosts, or of hosts in `~/.ssh/config`. Nothing that a shell or an option parser would take for something else
 * belongs to them, and a colon ends them; an IPv6 address stands in brackets.
 */
const sshPattern = /^(?:([A-Za-z0-9_][\w.+-]*)@)?([A-Za-z0-9][\w.-]*|\[[0-9A-Fa-f:.]+\]):(.*)$/su;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const controlPattern = /[\u0000-\u001f\u007f]/u;

/** Reads what was typed as a target; nothing for what is none. */
export function readTarget(typed: string): TargetWords | undefined {
  const [, kind, rest = ""] = /^(file|ssh|rclone):(.*)$/su.exec(typed) ?? [];
  if (kind === undefined || rest === "") return undefined;
  // A path may hold anything but NUL; the other two are words of programs.
  if (kind === "file") return readFile(rest);
  if (controlPattern.test(rest)) return fault("换行等控制字符不行 no control characters");
  return kind === "ssh" ? readSsh(rest) : readRclone(rest);
}

function readFile(rest: string): TargetWords {
  // No shell puts the home folder there behind a colon, and a folder of that name is what nobody wants.
  if (/^~/u.test(rest))
    return fault(`写完整的路径，如 $HOME${rest.slice(1)} write it out, such as file:$HOME/site; or ./${rest}`);
  return { kind: "file", folder: rest.replace(/^\/\/(?=\/)/u, "") };
}

function readSsh(rest: string): TargetWords {
  const [, user, host, typed = ""] = sshPattern.exec(rest) ?? [];
  if (host === undefined)
    return fault(
      "要写成 ssh:用户@主机:目录，端口等写在 ~/.ssh/config 里 ssh:USER@HOST:DIR; ports and keys belong in ~/.ssh/config",
    );
  const folder = typed.replace(/^~\/+/u, "").replace(/(?<=.)\/+$/u, "");
  if (folder === "" || folder === "/" || folder.startsWith("~"))
    return fault(
      "写明目录，如 /srv/site，或从家目录算起 name a folder such as /srv/site, or one below the home folder",
    );
  if (folder.startsWith("-"))
    return fault(`目录以 - 开头，写成 ./${folder} it begins with a hyphen: write ./${folder}`);
  return { kind: "ssh", host: user === undefined ? host : `${user}@${host}`, folder };
}

function readRclone(remote: string): TargetWords {
  if (remote.startsWith("-")) return fault("以 - 开头的不是 rclone 的远端 a remote does not begin with a hyphen");
  // Without a colon rclone would take it for a folder of this machine.
  if (!/^:?[^:/]/u.test(remote) || !remote.slice(1).includes(":"))
    return fault("要写成 rclone:远端:路径 rclone:REMOTE:PATH; for a folder of this machine file:DIR");
  return { kind: "rclone", remote };
}

function fault(text: string): TargetWords {
  return { kind: "fault", fault: text };
}
