import { isOldAddress } from "../article/old-address.ts";
import { type Problem, problem } from "../report/problem.ts";
import { addressKey } from "./addresses.ts";
import type { CompiledEdition } from "./compile-edition.ts";
import { committedFiles } from "./last-commit.ts";
import type { Content } from "./load-content.ts";
import { PastArticles } from "./past-articles.ts";
import { placeIn } from "./place-in.ts";
import type { PreparedEdition } from "./prepare-edition.ts";
import { withoutSilenced } from "./silence.ts";

/**
 * Reports `address-moved`: an article that git's last commit has at an address which is nobody's now, since its file was renamed or
 * moved, or its column, `date` or `slug` changed. What is silenced is left out.
 *
 * Nothing where the content folder is in no git repository, or was in none: without a masthead nothing was published from it.
 */
export function movedArticles(checked: PreparedEdition & { readonly content: Content }): readonly Problem[] {
  const { compiled, content } = checked;
  if (compiled === undefined) return [];
  const files = committedFiles(content.root);
  if (!files.has("masthead.md")) return [];
  const moved = new PastArticles(files, compiled, content).elsewhere;
  if (moved.length === 0) return [];
  const held = heldAddresses(compiled, checked.pages);
  const problems = moved
    .filter(({ path }) => !held.has(addressKey(path)) && isOldAddress(path))
    .map(({ path, now }) => problem("address-moved", placeIn(now.article, "aliases", "title"), { address: path }));
  const silences = moved.map(
    ({ now: { article } }) => [article.file, { rules: article.silence, lines: new Map() }] as const,
  );
  return withoutSilenced(problems, compiled.edition.masthead.silence, new Map(silences));
}

/** The aliases that `problems` ask for, by the file that they belong in. */
export function aliasesToAdd(problems: readonly Problem[]): ReadonlyMap<string, readonly string[]> {
  const aliases = new Map<string, readonly string[]>();
  for (const { rule, file, values } of problems) {
    if (rule !== "address-moved" || values["address"] === undefined) continue;
    aliases.set(file, [...(aliases.get(file) ?? []), values["address"]]);
  }
  return aliases;
}

/** Every address that somebody holds, hidden articles and lines that lead nowhere included. */
function heldAddresses(
  { articles, attachments, redirects, edition }: CompiledEdition,
  pages: PreparedEdition["pages"],
): ReadonlySet<string> {
  const held = [
    ...pages.map(({ path }) => path),
    ...articles.flatMap(({ path, article }) => [path, ...article.aliases]),
    ...redirects.map(({ from }) => from),
    ...attachments.values(),
    ...edition.siteFiles.values(),
  ];
  return new Set(held.map(addressKey));
}
