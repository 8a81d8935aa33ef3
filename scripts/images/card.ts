/** Pixels of a social card: what Open Graph's readers ask for. */
export const cardSize = { width: 1200, height: 630 } as const;

/** What a card says: a publication, one of its columns, or an article in one. */
export interface Card {
  readonly publication: string;
  readonly column?: string | undefined;
  readonly headline?: string | undefined;
}

/** The characters that must be drawn for `card`; the ellipsis is for headlines that are too long. */
export function charactersOfCard({ publication, column = "", headline = "" }: Card): ReadonlySet<string> {
  return new Set(`${publication}${column}${headline}… `);
}
