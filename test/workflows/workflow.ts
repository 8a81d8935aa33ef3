import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import * as z from "zod";
import { root } from "../newsroom.ts";

/** Permissions that GitHub knows and we ask for. Left out, the usual ones would hold, which are more. */
const permissions = z.partialRecord(
  z.enum(["contents", "pages", "id-token", "issues"]),
  z.enum(["read", "write", "none"]),
);

const words = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

const step = z.strictObject({
  id: z.string().optional(),
  name: z.string().optional(),
  env: words.optional(),
  uses: z.string().optional(),
  with: words.optional(),
  run: z.string().optional(),
});

const job = z.strictObject({
  "runs-on": z.string(),
  "timeout-minutes": z.number(),
  permissions,
  needs: z.union([z.string(), z.array(z.string())]).optional(),
  if: z.string().optional(),
  env: words.optional(),
  outputs: z.record(z.string(), z.string()).optional(),
  environment: z.strictObject({ name: z.string(), url: z.string() }).optional(),
  steps: z.array(step.refine((each) => (each.uses === undefined) !== (each.run === undefined))),
});

const inputs = z.record(
  z.string(),
  z.strictObject({ description: z.string(), required: z.boolean(), type: z.literal("string") }),
);

/** What of GitHub's workflow syntax is used here; anything else is a slip of the pen, which GitHub would pass over or refuse. */
const workflow = z.strictObject({
  name: z.string(),
  on: z.strictObject({
    pull_request: z.null().optional(),
    push: z.strictObject({ branches: z.array(z.string()) }).optional(),
    schedule: z.array(z.strictObject({ cron: z.string().regex(/^[\d*/,-]+(?: [\d*/,-]+){4}$/u) })).optional(),
    workflow_dispatch: z.strictObject({ inputs }).nullable().optional(),
  }),
  permissions,
  concurrency: z.strictObject({ group: z.string(), "cancel-in-progress": z.boolean() }),
  defaults: z.strictObject({ run: z.strictObject({ shell: z.literal("bash") }) }),
  jobs: z.record(z.string(), job),
});

/** One step of a job: an action, or lines for bash. */
export type Step = z.infer<typeof step>;

/** One job of a workflow. */
export type Job = z.infer<typeof job>;

/** A workflow of GitHub Actions. */
export type Workflow = z.infer<typeof workflow>;

/** Where the workflows lie. */
export const workflowFolder = join(root, ".github/workflows");

/** The names of all workflows. */
export const workflowNames = readdirSync(workflowFolder).sort();

/** Reads a workflow. Throws where it says what GitHub would not understand. */
export function readWorkflow(name: string): Workflow {
  return workflow.parse(parse(readFileSync(join(workflowFolder, name), "utf8")));
}

/** A job of a workflow that has one with this name. */
export function jobOf({ jobs }: Workflow, name: string): Job {
  const found = jobs[name];
  if (found === undefined) throw new Error(`no job ${name}`);
  return found;
}
