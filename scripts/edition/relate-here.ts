import type { Relate } from "./related-lists.ts";

/** Relates documents in this thread. */
export const relateHere: Relate = async (documents, limit) => {
  const { relatedArticles } = await import("./related-articles.ts");
  return relatedArticles(documents, limit).neighbours;
};
