import { posix } from "node:path";

/** A body taken apart so that its pieces can stand in another article. */
export interface TakenApart {
  /** Blocks that must stay whole, in order: a heading with what follows it, a whole list, a whole table or fence. */
  readonly pieces: readonly string[];
  /** What `[text][label]` leads to, by label in lower case. */
  readonly links: ReadonlyMap<string, string>;
  /** What `[^label]` says, by label in lower case. */
  readonly notes: ReadonlyMap<string, string>;
}

const fenceStart = /^\s*(`{3,}(?!.*`)|~{3,})/u;
const linkDefinition = /^ {0,3}\[(?!\^)([^[\]]+)\]:\s*(\S.*)$/u;
const noteDefinition = /^ {0,3}\[\^([^\]\s]+)\]:\s?(.*)$/u;
const listItem = /^ {0,3}(?:[-*+]|\d+[.)])\s/u;

/** Fences and code spans, where brackets are only characters. */
const code = /(?:^|\n)\s*(`{3,}|~{3,})[^\n]*\n[\s\S]*?\n\s*\1[^\n]*|(`+)[^`][\s\S]*?\2/gu;

/** The tag names whose blocks may hold empty lines. */
const blockTags = /<(\/?)(?:table|details|figure)\b/giu;

/**
 * Takes the Markdown of `file`'s body apart. Relative links and pictures become content paths with a leading `/`,
 * links to headings of the same article become plain text, so that a piece means the same in any folder.
 */
export function takeApart(body: string, file: string): TakenApart {
  const links = new Map<string, string>();
  const notes = new Map<string, string>();
  const blocks = blocksOf(body).filter((block) => {
    const [firstLine = ""] = block.split("\n");
    if (!linkDefinition.test(firstLine) && !noteDefinition.test(firstLine)) return true;
    readDefinitions(block, file, links, notes);
    return false;
  });
  const pieces = joinWhatBelongs(blocks)
    .filter((piece) => !piece.includes("](<"))
    .map((piece) => outsideCode(piece, (text) => settleLinks(text, file)));
  return { pieces, links, notes };
}

/** `text` with `change` done to what is neither in a fence nor in a code span. */
export function outsideCode(text: string, change: (text: string) => string): string {
  let done = "";
  let from = 0;
  for (const found of text.matchAll(code)) {
    done += change(text.slice(from, found.index)) + found[0];
    from = found.index + found[0].length;
  }
  return done + change(text.slice(from));
}

/** Blocks between empty lines; a fence is one block, and one that never ends is left out. */
function blocksOf(body: string): readonly string[] {
  const blocks: string[] = [];
  let block: string[] = [];
  let fence = "";
  for (const line of body.split(/\r\n?|\n/u)) {
    const mark = fenceStart.exec(line)?.[1] ?? "";
    if (fence === "" && line.trim() === "") {
      if (block.length > 0) blocks.push(block.join("\n"));
      block = [];
      continue;
    }
    block.push(line);
    if (fence === "") fence = mark;
    else if (mark.startsWith(fence) && line.trim() === mark) fence = "";
  }
  if (fence === "" && block.length > 0) blocks.push(block.join("\n"));
  return blocks;
}

/** Headings go with what they head, lists stay one, indented blocks stay with what they continue, open tags find their end. */
function joinWhatBelongs(blocks: readonly string[]): readonly string[] {
  const pieces: string[] = [];
  for (const block of blocks) {
    const last = pieces.at(-1);
    if (last !== undefined && belongsTo(last, block)) pieces[pieces.length - 1] = `${last}\n\n${block}`;
    else pieces.push(block);
  }
  const last = pieces.at(-1);
  return last !== undefined && awaitsMore(last) ? pieces.slice(0, -1) : pieces;
}

function belongsTo(before: string, block: string): boolean {
  return /^\s/u.test(block) || awaitsMore(before) || (listItem.test(before) && listItem.test(block));
}

function awaitsMore(piece: string): boolean {
  const lastLine = piece.slice(piece.lastIndexOf("\n") + 1);
  if (/^#{1,6}\s|^<!--.*-->$/u.test(lastLine)) return true;
  if (piece.lastIndexOf("<!--") > piece.lastIndexOf("-->")) return true;
  const open = [...piece.matchAll(blockTags)].reduce((sum, [, slash]) => sum + (slash === "/" ? -1 : 1), 0);
  return open > 0;
}

function readDefinitions(block: string, file: string, links: Map<string, string>, notes: Map<string, string>): void {
  let note = "";
  for (const line of block.split("\n")) {
    const link = linkDefinition.exec(line);
    const start = noteDefinition.exec(line);
    if (link !== null) links.set(labelKey(link[1] ?? ""), settleTarget(link[2] ?? "", file));
    if (start !== null) note = labelKey(start[1] ?? "");
    if (start !== null) notes.set(note, settleLinks(start[2] ?? "", file));
    else if (link === null && note !== "") notes.set(note, `${notes.get(note)} ${settleLinks(line.trim(), file)}`);
  }
}

/** How labels are compared: without case, white space as one space (CommonMark 0.31, section 6.3). */
export function labelKey(label: string): string {
  return label.trim().replace(/\s+/gu, " ").toLowerCase();
}

function settleLinks(text: string, file: string): string {
  return text
    .replace(/(?<!!)\[([^[\]]*)\]\(#[^)]*\)/gu, "$1")
    .replace(/(?<=\]\()[^\s)]+/gu, (target) => settleTarget(target, file));
}

function settleTarget(target: string, file: string): string {
  if (/^(?:[a-z][a-z0-9+.-]*:|[/#<])/iu.test(target)) return target;
  return posix.join("/", posix.dirname(file), target);
}
