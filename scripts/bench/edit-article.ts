/** Some text of prose: it begins with a letter and ends a sentence, so that another sentence may follow. */
const proseEnd = /^[\p{L}\p{N}“《][^\n]*[。！？.!?]$/u;
const headlineLine = /^(title:[ \t]*)(["']?)([^"'\n]+)\2[ \t]*$/mu;
const hiding = /^(?:draft|expires|retracted):/mu;

/** True when an article's text can be edited below and when readers see it: no draft, and nothing ends or withdraws it. */
export function isEditable(text: string): boolean {
  return headlineLine.test(text) && !hiding.test(text) && middleOf(text) !== undefined;
}

/** The text of an article with `sentence` added to the paragraph nearest to the middle of its body. */
export function addSentence(text: string, sentence: string): string {
  const end = middleOf(text);
  if (end === undefined) throw new Error("no paragraph to add a sentence to");
  return `${text.slice(0, end)}${sentence}${text.slice(end)}`;
}

/** The text of an article with `words` added at the end of its headline. */
export function changeHeadline(text: string, words: string): string {
  return text.replace(headlineLine, (_, key: string, quote: string, headline: string) =>
    [key, quote, headline.trimEnd(), words, quote].join(""),
  );
}

/** Where the paragraph of prose ends that is nearest to the middle; absent when there is none between two others. */
function middleOf(text: string): number | undefined {
  const start = text.indexOf("\n---", 3);
  const middle = (start + text.length) / 2;
  const ends = [...text.matchAll(/(?<=\n\n)[^\n]+(?=\n\n)/gu)]
    .filter(({ index, 0: paragraph }) => index > start && proseEnd.test(paragraph))
    .map(({ index, 0: paragraph }) => index + paragraph.length);
  return ends.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0];
}
