import { readMasthead } from "../article/masthead.ts";
import { readWords } from "../article/words.ts";
import type { Shelves } from "../store/shelves.ts";
import { storeKey } from "../store/store.ts";
import type { HouseWord } from "../text/house-style.ts";
import type { Language } from "../text/language.ts";
import { readText } from "../text/read-text.ts";
import type { ContentKind } from "./content-kinds.ts";
import type { LoadedFile } from "./file-ids.ts";
import type { Content } from "./load-content.ts";
import { standInMasthead } from "./read-newsroom.ts";
import type { Reading } from "./reading.ts";

/** A manuscript, named and not read. */
export interface ManuscriptName {
  readonly file: string;
  readonly kind: ContentKind;
}

/** What the readings of all files depend on besides the files. */
export interface ReadingTerms {
  /** A hash of the code that reads. */
  readonly code: string;
  readonly zone: string;
  readonly language: Language;
  readonly words: readonly HouseWord[];
  /** Whether copy is read as a copy editor does, which takes time and changes no page. */
  readonly isProofread: boolean;
}

/** A manuscript read anew: what is to be remembered of it, ready to be written. */
export interface NewReading extends Pick<LoadedFile, "id" | "blob"> {
  readonly file: string;
  readonly key: string;
  /** A `Reading` as JSON. */
  readonly reading: Uint8Array;
  readonly htmls: readonly (readonly [key: string, html: Uint8Array])[];
  readonly terms?: readonly [key: string, terms: Uint8Array];
  readonly grams?: readonly [key: string, grams: Uint8Array];
}

/** Reads manuscripts of the folder `root` anew, in whatever order. */
export type ReadAnew = (
  root: string,
  names: readonly ManuscriptName[],
  terms: ReadingTerms,
  onRead: (read: NewReading) => void,
) => Promise<void>;

/** With what readings are remembered and made. */
export interface ReadingDesk {
  readonly shelves: Shelves;
  readonly code: string;
  readonly readAnew: ReadAnew;
  /** False where nobody asks for the copy desk: a build. */
  readonly isProofread: boolean;
  /** Readings by file, for who loads again and again. */
  readonly inMemory?: Map<string, KnownReading>;
  /** True where nothing that is remembered will do. */
  readonly isForgetful?: boolean;
}

/** A reading, and all that its key is made of besides the file's name. */
export interface KnownReading {
  readonly around: string;
  readonly id: string;
  readonly reading: Reading;
}

/** The readings of all manuscripts of `content`, in its order; those that are remembered are not read anew. */
export async function loadReadings(
  content: Content,
  desk: ReadingDesk,
  onFile: () => void = () => {},
): Promise<readonly Reading[]> {
  const { isProofread } = desk;
  const terms = { code: desk.code, ...contextOf(content), isProofread };
  const around = aroundOf(terms);
  const key = keyMaker(terms);
  const found = new Map<string, Reading>();
  const readAnew = (names: readonly ManuscriptName[]) =>
    desk.readAnew(content.root, names, terms, (read) => {
      content.ids.learn(read.file, read);
      keep(read, desk.shelves);
      const reading = parse(read.reading);
      desk.inMemory?.set(read.file, { around, id: read.id, reading });
      found.set(read.file, reading);
      onFile();
    });
  const isKnown = ({ file }: ManuscriptName) => desk.isForgetful !== true && content.ids.known(file) !== undefined;
  const known = content.manuscripts.filter(isKnown);
  // Begun before the others are looked for, since another thread may do it meanwhile.
  const unknownRead = readAnew(content.manuscripts.filter((name) => !isKnown(name)));
  // What goes wrong with it is told when it is waited for.
  unknownRead.catch(() => {});
  if (desk.inMemory === undefined || desk.inMemory.size === 0) desk.shelves.on("readings").readWhole();
  for (const name of known) {
    const id = content.ids.of(name.file);
    const last = desk.inMemory?.get(name.file);
    const isSame = last?.id === id && last.around === around;
    const reading = isSame ? last.reading : remembered(key(name, id), desk);
    if (reading === undefined) continue;
    if (!isSame) desk.inMemory?.set(name.file, { around, id, reading });
    found.set(name.file, reading);
    onFile();
  }
  await unknownRead;
  const lost = known.filter(({ file }) => !found.has(file));
  if (lost.length > 0) await readAnew(lost);
  const readings = content.manuscripts.flatMap(({ file }) => found.get(file) ?? []);
  for (const reading of readings) stillWanted(reading, desk.shelves);
  return readings;
}

/** What lies beside a reading is wanted as long as the reading is, though most builds print few texts. */
function stillWanted({ text, article }: Reading, shelves: Shelves): void {
  const texts = [text, article?.body, article?.editorsNote, article?.note];
  for (const each of texts) if (each?.isEmpty === false) shelves.on("texts").use(each.key);
  if (article === undefined) return;
  shelves.on("terms").use(article.terms);
  shelves.on("grams").use(article.grams);
}

/** A function that gives the key of a file's reading, by the file's name and the hash of its bytes. */
export function keyMaker(terms: ReadingTerms): (name: ManuscriptName, id: string) => string {
  const around = aroundOf(terms);
  return ({ file, kind }, id) => storeKey(around, kind, file, id);
}

function aroundOf({ isProofread: _, ...terms }: ReadingTerms): string {
  return storeKey("reading", JSON.stringify(terms));
}

/** The key of a reading in which copy was read or was not; what lies beside it is the same. */
export function readingKey(key: string, isProofread: boolean): string {
  return isProofread ? storeKey(key, "proofread") : key;
}

function remembered(key: string, { shelves, isProofread }: ReadingDesk): Reading | undefined {
  const readings = shelves.on("readings");
  const proofread = readings.get(readingKey(key, true));
  if (proofread !== undefined) return isProofread ? parse(proofread) : { ...parse(proofread), proofs: [] };
  const plain = isProofread ? undefined : readings.get(key);
  return plain && parse(plain);
}

function parse(bytes: Uint8Array): Reading {
  return JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString());
}

function keep({ key, reading, htmls, terms, grams }: NewReading, shelves: Shelves): void {
  shelves.on("readings").set(key, reading);
  for (const [textKey, html] of htmls) shelves.on("texts").set(textKey, html);
  if (terms !== undefined) shelves.on("terms").set(...terms);
  if (grams !== undefined) shelves.on("grams").set(...grams);
}

/** What masthead and `words.yaml` say that all other files are read with. Their problems are told when they are read themselves. */
function contextOf(content: Content): Omit<ReadingTerms, "code" | "isProofread"> {
  const text = (kind: ContentKind) => {
    const name = content.manuscripts.find((each) => each.kind === kind);
    return name && { file: name.file, text: readText(content.ids.load(name.file).bytes, name.file).text };
  };
  const [masthead, words] = [text("masthead"), text("words")];
  const { timeZone, language } = (masthead && readMasthead(masthead).value) ?? standInMasthead;
  return { zone: timeZone, language, words: (words && readWords(words).value?.words) ?? [] };
}
