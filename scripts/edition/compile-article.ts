import type { Article, PictureCredit } from "../article/article.ts";
import { type Place, type Problem, problem } from "../report/problem.ts";
import type { UrlPath } from "../text/brands.ts";
import type { Credits } from "./credits.ts";
import type { EditionArticle, EditionColumn, ResolvedBody, ResolvedPicture } from "./edition.ts";
import type { Front, SetText } from "./newsroom.ts";
import type { PlacedArticle } from "./place-articles.ts";
import { placeIn } from "./place-in.ts";
import { type PictureUse, resolveBody, resolvePicture, type Surroundings } from "./resolve-body.ts";
import { isHidden } from "./visibility.ts";

/** What an article is compiled against. */
export interface ArticleContext {
  readonly around: Surroundings;
  /** By folder. */
  readonly columns: ReadonlyMap<string, EditionColumn>;
  /** True where drafts and embargoed articles count as published. */
  readonly isPreview: boolean;
}

/** An article of the edition, what it names that is not there, and the pictures it uses. */
export interface CompiledArticle {
  readonly article: EditionArticle;
  readonly problems: readonly Problem[];
  readonly pictureUses: readonly PictureUse[];
}

/** `placed` with everything it names found. */
export function compileArticle(
  placed: PlacedArticle & { readonly credits: Credits },
  { around: everywhere, columns, isPreview }: ArticleContext,
): CompiledArticle {
  const { text, path, month, visibility } = placed;
  const { article } = text;
  const around = { ...everywhere, pictureUses: [] };
  const column = columns.get(placed.column.folder);
  if (column === undefined) throw new Error(`no column ${placed.column.folder} for ${article.file}`);
  const problems: Problem[] = [];
  const isPublished = isPreview || !isHidden(visibility);
  const anchors = [text.body, text.editorsNote, text.note].flatMap((each) => each?.anchors ?? []);
  const resolve = (body: SetText, line: number): ResolvedBody => {
    const standing = { file: article.file, line, isPublished, anchors };
    const { resolved, problems: found } = resolveBody(body, standing, around);
    problems.push(...found);
    return resolved;
  };
  const compiled: EditionArticle = {
    ...placed.credits,
    article,
    visibility,
    path,
    month,
    column,
    body: resolve(text.body, article.bodyLine),
    editorsNote: text.editorsNote && resolve(text.editorsNote, 1),
    note: text.note && resolve(text.note, 1),
    leadImage: article.image && resolveImage(article, article.image, around, problems),
    ...editorsChoice(article, path, { around, isPublished, problems }),
    published: text.published,
    terms: text.terms,
    grams: text.grams,
    excerpt: text.excerpt,
    standfirst: text.standfirst,
    wordCount: text.wordCount,
    namesAuthors: text.namesAuthors,
  };
  return { article: compiled, problems, pictureUses: around.pictureUses };
}

/** A picture of a front matter, its file found. */
export function resolveImage(
  front: Pick<Article, "file" | "places">,
  image: PictureCredit,
  around: Surroundings,
  problems: Problem[],
): ResolvedPicture {
  const source = resolvePicture(image.src, placeIn(front, "image.src", "image"), around, problems);
  return {
    source,
    alt: image.alt ?? "",
    caption: image.caption,
    credit: image.credit,
  };
}

/** The related articles that the editor pinned and blocked; what is hidden is passed over with a warning. */
function editorsChoice(
  article: Front<Article>,
  own: UrlPath,
  {
    around,
    isPublished,
    problems,
  }: { readonly around: Surroundings; readonly isPublished: boolean; readonly problems: Problem[] },
): Pick<EditionArticle, "pinned" | "blocked"> {
  const choose = (references: readonly string[], name: string): ReadonlySet<UrlPath> => {
    const chosen = new Set<UrlPath>();
    for (const [index, reference] of references.entries()) {
      const place = placeIn(article, `related.${name}.${index}`, `related.${index}`, `related.${name}`, "related");
      const found = findListed(reference, place, around, { isPublished, problems });
      if (found === own) problems.push(problem("related-itself", place, { reference }));
      else if (found !== undefined && chosen.has(found))
        problems.push(problem("reference-twice", place, { reference }));
      else if (found !== undefined) chosen.add(found);
    }
    return chosen;
  };
  return { pinned: [...choose(article.related.pin, "pin")], blocked: choose(article.related.block, "block") };
}

/**
 * The address of the article that `reference`, written at `place`, names, if lists show it.
 *
 * Reports `reference-missing`, and `reference-unpublished` where `isPublished` says that readers see the place.
 */
export function findListed(
  reference: string,
  place: Place,
  around: Surroundings,
  { isPublished, problems }: { readonly isPublished: boolean; readonly problems: Problem[] },
): UrlPath | undefined {
  const target = around.book.find(reference, place.file)?.target;
  if (target?.isUnread === true) return undefined;
  if (target?.isListed === undefined) problems.push(referenceMissing(reference, place, around));
  else if (target.isListed) return target.path;
  else if (isPublished) problems.push(problem("reference-unpublished", place, { reference }));
  return undefined;
}

/** The problem of a reference that names nothing, with the nearest file there is. */
export function referenceMissing(reference: string, place: Place, around: Surroundings): Problem {
  const nearest = around.book.suggestion(reference, place.file) ?? "";
  return problem("reference-missing", place, { reference, nearest });
}
