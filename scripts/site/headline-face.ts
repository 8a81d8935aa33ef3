import { readFileSync } from "node:fs";
import { wordsIn } from "../../layouts/words.ts";
import type { Edition } from "../edition/edition.ts";
import { headlineCharacters } from "../edition/headline-characters.ts";
import type { OutputFile } from "../edition/output-file.ts";
import { contentHash } from "../store/content-hash.ts";
import { type Store, storeKey } from "../store/store.ts";
import { type UrlPath, urlPath } from "../text/brands.ts";
import { type FaceCutter, fontFile } from "./face-cutter.ts";
import { type CutSlice, faceRules } from "./face-rules.ts";
import { faceSlices } from "./face-slices.ts";
import { packageFile } from "./package-file.ts";

const licenceFile = "@fontsource/noto-serif-sc/LICENSE";

/**
 * The same for every edition, so that pages stay as they are when a headline brings a new character. It lies outside `/assets/`, whose
 * files hosts may keep for a year.
 */
const stylesheetPath = urlPath("/headline-face.css");
const licencePath = urlPath("/assets/headline-face-licence.txt");

/** What is remembered of the face, and by what key; and who cuts what is not. */
export interface FaceShelf {
  /** A hash of the code that cuts fonts, libraries included. */
  readonly code: string;
  readonly store: Store;
  readonly cutter: FaceCutter;
}

/** The headline face as files, and the stylesheet that pages link. */
export interface HeadlineFace {
  /** Absent where headlines are set in the readers' own fonts. */
  readonly stylesheet?: UrlPath;
  readonly files: readonly OutputFile[];
}

/**
 * The headline face of `edition`: Noto Serif SC, cut into slices of the characters that its headlines use.
 *
 * Only for Simplified Chinese: the font lacks many traditional characters and draws the others as the mainland does, and what is
 * written in Latin letters has faces enough on every machine. The font is not even opened when all slices are remembered.
 */
export async function headlineFace(edition: Edition, shelf: FaceShelf): Promise<HeadlineFace> {
  const { language, title } = edition.masthead;
  if (language !== "zh-Hans") return { files: [] };
  const words = wordsIn(language);
  const fixed = Object.values(words).filter((each) => typeof each === "string");
  const used = new Set([...headlineCharacters(edition), ...fixed.join(""), ...words.yearAndMonth(2000, 1)]);
  const everywhere = new Set(title + words.related + words.recent);
  const slices = await cutSlices(faceSlices(used, everywhere), shelf);
  const licence = readFileSync(packageFile(licenceFile));
  const rules = Buffer.from(faceRules(slices, licencePath));
  return {
    stylesheet: stylesheetPath,
    files: [
      { path: stylesheetPath, key: contentHash(rules), bytes: () => rules },
      { path: licencePath, key: contentHash(licence), bytes: () => licence },
      ...slices.map(({ file }) => file),
    ],
  };
}

/** The slices' files, named by their content; from the store or, where some are not there, from the font. */
async function cutSlices(slices: readonly string[], shelf: FaceShelf): Promise<readonly CutSlice[]> {
  const missing = slices.filter((characters) => hashOf(characters, shelf) === undefined);
  await cutAnew(missing, shelf);
  return slices.map((characters) => {
    const hash = hashOf(characters, shelf);
    if (hash === undefined) throw new Error(`no slice of ${characters}`);
    return {
      characters,
      file: {
        path: urlPath(`/assets/song-${hash.slice(0, 10)}.woff2`),
        key: hash,
        bytes: () => bytesOf(characters, shelf),
      },
    };
  });
}

/** The hash of a slice's bytes, where they are remembered; they themselves are loaded when they are written. */
function hashOf(characters: string, shelf: FaceShelf): string | undefined {
  const key = keyOf(characters, shelf);
  shelf.store.use(bytesKey(key));
  return shelf.store.has(bytesKey(key)) ? shelf.store.get(key)?.toString() : undefined;
}

/** A slice's bytes; cut once more where they turn out to be damaged. */
async function bytesOf(characters: string, shelf: FaceShelf): Promise<Uint8Array> {
  const known = shelf.store.get(bytesKey(keyOf(characters, shelf)));
  if (known !== undefined) return known;
  const [cut] = await shelf.cutter.slices([characters]);
  if (cut === undefined) throw new Error(`no slice of ${characters}`);
  return cut;
}

/** Cuts `slices` and remembers them. */
async function cutAnew(slices: readonly string[], shelf: FaceShelf): Promise<void> {
  if (slices.length === 0) return;
  const files = await shelf.cutter.slices(slices);
  for (const [index, bytes] of files.entries()) {
    const hash = contentHash(bytes);
    const key = keyOf(slices[index] ?? "", shelf);
    shelf.store.set(bytesKey(key), bytes, hash);
    shelf.store.set(key, Buffer.from(hash));
  }
}

function keyOf(characters: string, { code }: FaceShelf): string {
  return storeKey("slice", code, fontFile, characters);
}

function bytesKey(key: string): string {
  return storeKey(key, "bytes");
}
