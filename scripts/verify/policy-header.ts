/** What is wrong with the policies that came with a page: `missing`, `wrong`, or nothing. A host may add policies, which only forbid more. */
export function policyFault(header: string | null, expected: string | undefined): "missing" | "wrong" | undefined {
  const policies = (header ?? "")
    .split(",")
    .map(normalPolicy)
    .filter((policy) => policy !== "");
  if (policies.length === 0) return "missing";
  if (expected === undefined) return policies.some(isStrict) ? undefined : "wrong";
  return policies.includes(normalPolicy(expected)) ? undefined : "wrong";
}

/** The policy among the rules of a `_headers` file for all pages. */
export function policyOfHostFile(bytes: Buffer): string | undefined {
  return /^\s+Content-Security-Policy:\s*(.+?)\s*$/imu.exec(bytes.toString("utf8"))?.[1];
}

/** `policy` with its directives in one order, as CSP Level 3 reads them: of two with one name the first counts. */
function normalPolicy(policy: string): string {
  const directives = new Map<string, string>();
  for (const directive of policy.split(";")) {
    const [name = "", ...sources] = directive.trim().split(/\s+/u);
    if (name !== "" && !directives.has(name.toLowerCase()))
      directives.set(name.toLowerCase(), sources.sort().join(" "));
  }
  return [...directives]
    .map(([name, sources]) => `${name} ${sources}`.trim())
    .sort()
    .join("; ");
}

function isStrict(policy: string): boolean {
  return /\bdefault-src 'none'/u.test(policy) && !/'unsafe-|\*|\b(?:data|blob|https?):(?!\/\/)/u.test(policy);
}
