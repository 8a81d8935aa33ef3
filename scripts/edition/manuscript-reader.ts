import { compileWords } from "../text/house-style.ts";
import { loadIdentified } from "./file-ids.ts";
import { keyMaker, type ManuscriptName, type NewReading, type ReadingTerms, readingKey } from "./load-readings.ts";
import { readManuscript } from "./read-manuscript.ts";
import { packTerms } from "./related/terms-bytes.ts";
import { packGrams } from "./search/grams-bytes.ts";

/** Reads a manuscript anew. */
export type ManuscriptReader = (name: ManuscriptName) => NewReading;

/** A function that reads manuscripts of the folder `root`. */
export function manuscriptReader(root: string, terms: ReadingTerms): ManuscriptReader {
  const { isProofread } = terms;
  const context = { zone: terms.zone, language: terms.language, words: compileWords(terms.words), isProofread };
  const keyOf = keyMaker(terms);
  return (name) => {
    const { id, blob, bytes } = loadIdentified(root, name.file);
    const key = keyOf(name, id);
    const { reading, htmls, terms: found, grams } = readManuscript({ ...name, bytes }, context, key);
    return {
      file: name.file,
      ...{ id, blob, key: readingKey(key, isProofread), reading: Buffer.from(JSON.stringify(reading)) },
      htmls: [...htmls].map(([textKey, html]) => [textKey, Buffer.from(html)]),
      ...(found && reading.article && { terms: [reading.article.terms, packTerms(found)] }),
      ...(grams && reading.article && { grams: [reading.article.grams, packGrams(grams)] }),
    };
  };
}
