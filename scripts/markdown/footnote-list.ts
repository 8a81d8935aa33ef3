import type { Token } from "markdown-it";
import type { BodyDraft } from "./body-draft.ts";
import { footnoteAnchor } from "./footnotes.ts";
import { PlainToken } from "./plain-token.ts";

/** A `footnote_ref` token, and the `footnote_open` token of the note it stands in, if it does. */
export interface FootnoteReference {
  readonly token: Token;
  readonly within: Token | undefined;
}

/**
 * `tokens` with the footnotes taken out, numbered in the order in which the text refers to them, and listed at the end.
 *
 * Notes that only notes refer to come after those. A note nobody refers to is left out with a warning, and so is the second of
 * two with one label. Adds the notes' anchors to the draft.
 */
export function arrangeFootnotes(
  tokens: readonly Token[],
  draft: BodyDraft,
  references: readonly FootnoteReference[],
): readonly Token[] {
  if (draft.notes.size === 0) return tokens;
  const { text, notes } = separate(tokens);
  const order = numberNotes(draft, references);
  for (const note of notes.keys()) reportUnprinted(draft, note);
  if (order.length === 0) return text;
  const list: Token[] = [makeToken("footnotes_open", 1)];
  for (const note of order) {
    const numbered = draft.numbers.get(note);
    if (numbered === undefined) continue;
    const back = makeToken("footnote_back", 0);
    draft.numbers.set(back, numbered);
    draft.anchors.push(footnoteAnchor(draft, numbered.number));
    list.push(note, ...withBack(notes.get(note) ?? [], back), makeToken("footnote_close", -1));
  }
  list.push(makeToken("footnotes_close", -1));
  return [...text, ...list];
}

function separate(tokens: readonly Token[]): { text: readonly Token[]; notes: ReadonlyMap<Token, readonly Token[]> } {
  const text: Token[] = [];
  const notes = new Map<Token, Token[]>();
  const open: Token[][] = [text];
  for (const token of tokens) {
    if (token.type === "footnote_open") {
      const note: Token[] = [];
      notes.set(token, note);
      open.push(note);
    } else if (token.type === "footnote_close") {
      open.pop();
    } else {
      open.at(-1)?.push(token);
    }
  }
  return { text, notes };
}

/** Numbers notes and references; returns the notes by number. */
function numberNotes(draft: BodyDraft, references: readonly FootnoteReference[]): readonly Token[] {
  const inNote = new Map<Token, Token[]>();
  const waiting: Token[] = [];
  for (const { token, within } of references) {
    if (within === undefined) waiting.push(token);
    else if (inNote.has(within)) inNote.get(within)?.push(token);
    else inNote.set(within, [token]);
  }
  const order: Token[] = [];
  for (const reference of waiting) {
    const note = draft.notes.get(reference.info);
    if (note === undefined) continue;
    const known = draft.numbers.get(note);
    if (known === undefined) {
      order.push(note);
      for (const inner of inNote.get(note) ?? []) waiting.push(inner);
    }
    const numbered = { number: known?.number ?? order.length, turns: (known?.turns ?? 0) + 1 };
    draft.numbers.set(note, numbered);
    draft.numbers.set(reference, numbered);
    draft.anchors.push(footnoteAnchor(draft, numbered.number, numbered.turns));
  }
  return order;
}

function reportUnprinted(draft: BodyDraft, note: Token): void {
  const label = note.info;
  const line = note.map?.[0] ?? 0;
  const column = [...(draft.places.lines[line] ?? "").split(`[^${label}]`, 1).join("")].length + 1;
  if (draft.notes.get(label) !== note) draft.reportAt("footnote-duplicate", [line + 1, column], { label });
  else if (!draft.numbers.has(note)) draft.reportAt("footnote-unused", [line + 1, column], { label });
}

/** The blocks of a note with the way back at the end of its last paragraph, or in one of its own. */
function withBack(blocks: readonly Token[], back: Token): readonly Token[] {
  const last = blocks.at(-2);
  if (blocks.at(-1)?.type === "paragraph_close" && last?.type === "inline" && !blocks.at(-1)?.hidden) {
    last.children?.push(back);
    return blocks;
  }
  return [...blocks, makeToken("paragraph_open", 1), back, makeToken("paragraph_close", -1)];
}

function makeToken(type: string, nesting: -1 | 0 | 1): Token {
  const token = new PlainToken(type, type.startsWith("paragraph") ? "p" : "", nesting);
  token.block = nesting !== 0;
  return token;
}
