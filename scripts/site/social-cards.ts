import { cardsOf } from "../edition/cards.ts";
import type { Edition } from "../edition/edition.ts";
import type { OutputFile } from "../edition/output-file.ts";
import { type Card, charactersOfCard } from "../images/card.ts";
import type { Glyph } from "../images/card-glyphs.ts";
import { contentHash } from "../store/content-hash.ts";
import { storeKey } from "../store/store.ts";
import { type FaceShelf, loadFont } from "./headline-face.ts";

/** The social cards of `edition` as files. Each is drawn when it is written, and remembered, as its characters' outlines are. */
export function socialCards(edition: Edition, shelf: FaceShelf): readonly OutputFile[] {
  const cards = [...cardsOf(edition)];
  const characters = new Set(cards.flatMap(([, card]) => [...charactersOfCard(card)]));
  const drawing = new Drawing(shelf, [...characters].join(""));
  return cards.map(([path, card]) => {
    const key = storeKey("card", shelf.code, path);
    shelf.store.use(bytesKey(key));
    // What is written is known by its bytes' hash; before it is drawn there is none, and it is stale under any name.
    const hash = shelf.store.get(key)?.toString() ?? key;
    return { path, key: hash, bytes: () => drawing.card(card, key) };
  });
}

function bytesKey(key: string): string {
  return storeKey(key, "bytes");
}

/** The drawing of cards; what they need of the font is opened when an outline is not remembered. */
class Drawing {
  readonly #shelf: FaceShelf;
  readonly #characters: string;
  #glyphOf: ((character: string) => Glyph | undefined) | undefined;

  /** @param characters all that cards have */
  constructor(shelf: FaceShelf, characters: string) {
    this.#shelf = shelf;
    this.#characters = characters;
  }

  async card(card: Card, key: string): Promise<Uint8Array> {
    const { store } = this.#shelf;
    const known = store.get(bytesKey(key));
    if (known !== undefined) return known;
    const glyphs = new Map<string, Glyph>();
    for (const character of charactersOfCard(card)) glyphs.set(character, await this.#glyph(character));
    const { drawCard } = await import("../images/draw-card.ts");
    const bytes = await drawCard(card, glyphs);
    const hash = contentHash(bytes);
    store.set(bytesKey(key), bytes, hash);
    store.set(key, Buffer.from(hash));
    return bytes;
  }

  async #glyph(character: string): Promise<Glyph> {
    const { store, code } = this.#shelf;
    const key = storeKey("glyph", code, character);
    const known = store.get(key);
    if (known !== undefined) return JSON.parse(known.toString());
    const glyph = await this.#glyphInFont(character);
    store.set(key, Buffer.from(JSON.stringify(glyph)));
    return glyph;
  }

  async #glyphInFont(character: string): Promise<Glyph> {
    if (this.#glyphOf === undefined) {
      const [{ glyphsOf }, { facePart }] = await Promise.all([
        import("../images/card-glyphs.ts"),
        import("../images/cut-face.ts"),
      ]);
      // Taking their part out first halves the time: the whole font would be unpacked in JavaScript.
      this.#glyphOf = glyphsOf(await facePart(loadFont(), this.#characters));
    }
    const glyph = this.#glyphOf(character);
    if (glyph === undefined) throw new Error(`the headline face has no ${JSON.stringify(character)}`);
    return glyph;
  }
}
