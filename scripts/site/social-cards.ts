import { cardsOf } from "../edition/cards.ts";
import type { Edition } from "../edition/edition.ts";
import type { OutputFile } from "../edition/output-file.ts";
import { type Card, charactersOfCard } from "../images/card.ts";
import type { Glyph } from "../images/card-glyphs.ts";
import { contentHash } from "../store/content-hash.ts";
import { storeKey } from "../store/store.ts";
import type { FaceShelf } from "./headline-face.ts";

/** The social cards of `edition` as files. Each is drawn when it is written, and remembered, as its characters' outlines are. */
export async function socialCards(edition: Edition, shelf: FaceShelf): Promise<readonly OutputFile[]> {
  const { code, store } = shelf;
  const cards = [...cardsOf(edition)].map(([path, card]) => ({ path, card, key: storeKey("card", code, path) }));
  const undrawn = cards.filter(({ key }) => !store.has(bytesKey(key)));
  await keepGlyphs(new Set(undrawn.flatMap(({ card }) => [...charactersOfCard(card)])), shelf);
  return cards.map(({ path, card, key }) => {
    store.use(bytesKey(key));
    // What is written is known by its bytes' hash; before it is drawn there is none, and it is stale under any name.
    const hash = store.get(key)?.toString() ?? key;
    return { path, key: hash, bytes: () => drawn(card, key, shelf) };
  });
}

/** The card `key`, from the store or, where it is not there, drawn and remembered. */
async function drawn(card: Card, key: string, shelf: FaceShelf): Promise<Uint8Array> {
  const { store } = shelf;
  const known = store.get(bytesKey(key));
  if (known !== undefined) return known;
  const glyphs = await glyphsOf(new Set(charactersOfCard(card)), shelf);
  const { drawCard } = await import("../images/draw-card.ts");
  const bytes = await drawCard(card, glyphs);
  const hash = contentHash(bytes);
  store.set(bytesKey(key), bytes, hash);
  store.set(key, Buffer.from(hash));
  return bytes;
}

async function glyphsOf(characters: ReadonlySet<string>, shelf: FaceShelf): Promise<ReadonlyMap<string, Glyph>> {
  await keepGlyphs(characters, shelf);
  return new Map(
    [...characters].map((character) => {
      const known = shelf.store.get(glyphKey(character, shelf));
      if (known === undefined) throw new Error(`no glyph of ${JSON.stringify(character)}`);
      return [character, JSON.parse(known.toString())];
    }),
  );
}

/** Has the store remember the glyphs of `characters`. */
async function keepGlyphs(characters: ReadonlySet<string>, shelf: FaceShelf): Promise<void> {
  const missing = [...characters].filter((each) => shelf.store.get(glyphKey(each, shelf)) === undefined);
  if (missing.length === 0) return;
  const glyphs = await shelf.cutter.glyphs(missing.join(""));
  for (const [index, character] of missing.entries())
    shelf.store.set(glyphKey(character, shelf), Buffer.from(JSON.stringify(glyphs[index])));
}

function glyphKey(character: string, { code }: FaceShelf): string {
  return storeKey("glyph", code, character);
}

function bytesKey(key: string): string {
  return storeKey(key, "bytes");
}
