/** What a host's robots.txt says about paths; the longest rule that fits counts, and of two as long the one that allows. */
export interface RobotsRules {
  readonly allow: readonly string[];
  readonly disallow: readonly string[];
}

/** By this name a robots.txt may speak to us. */
export const robotName = "BanxinLinks";

const mostRules = 2000;

/** The rules for us in the text of a robots.txt: those under our name, else those for everybody. Source: RFC 9309, section 2.2. */
export function readRobots(text: string): RobotsRules {
  const groups = new Map<string, { allow: string[]; disallow: string[] }>();
  let current: { allow: string[]; disallow: string[] }[] = [];
  let isNaming = false;
  for (const line of text.split(/[\r\n]+/u, mostRules)) {
    const [, field = "", value = ""] = /^\s*([a-z-]+)\s*:\s*([^#]*)/iu.exec(line) ?? [];
    const rule = value.trim();
    switch (field.toLowerCase()) {
      case "user-agent": {
        if (!isNaming) current = [];
        isNaming = true;
        const name = rule.toLowerCase();
        const group = groups.get(name) ?? { allow: [], disallow: [] };
        groups.set(name, group);
        current.push(group);
        break;
      }
      case "allow":
      case "disallow":
        isNaming = false;
        if (rule !== "")
          for (const group of current)
            group[field.toLowerCase() === "allow" ? "allow" : "disallow"].push(sameForm(rule));
        break;
    }
  }
  return groups.get(robotName.toLowerCase()) ?? groups.get("*") ?? { allow: [], disallow: [] };
}

/** Whether `path`, with its query, may be asked for. */
export function mayAsk(path: string, { allow, disallow }: RobotsRules): boolean {
  const asked = sameForm(path);
  const longest = (rules: readonly string[]) =>
    Math.max(-1, ...rules.filter((rule) => fits(asked, rule)).map((rule) => rule.length));
  return longest(allow) >= longest(disallow);
}

/** Paths that mean the same are written in one way: `/文` as `/%E6%96%87`, `%7e` as `~` (RFC 9309, 2.2.2). */
function sameForm(path: string): string {
  const plain = path.replace(/[^\x21-\x7e]+/gu, (text) => encodeURIComponent(text));
  return plain.replace(/%[0-9a-f]{2}/giu, (written) => {
    const character = String.fromCharCode(Number.parseInt(written.slice(1), 16));
    return /[\w.~-]/u.test(character) ? character : written.toUpperCase();
  });
}

/** `*` stands for anything, `$` at the end for the end. Each piece is looked for once: no rule can make this slow. */
function fits(path: string, rule: string): boolean {
  const isWhole = rule.endsWith("$");
  const [first = "", ...others] = (isWhole ? rule.slice(0, -1) : rule).split("*");
  if (!path.startsWith(first)) return false;
  const last = isWhole ? others.pop() : undefined;
  let at = first.length;
  for (const piece of others) {
    const found = path.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  if (!isWhole) return true;
  return last === undefined ? at === path.length : path.length - last.length >= at && path.endsWith(last);
}
