import type * as z from "zod";
import { articleSchema } from "./schema.ts";
import type { Fields } from "./yaml-fields.ts";

/**
 * What can be said of an article by single fields, where its front matter has errors: each is read by itself, and nothing where it is
 * absent or wrong.
 */
export function soundFields(written: Fields, zone: string) {
  const { shape } = articleSchema(zone);
  const { title, author, date, editor, topics, keywords, image, editorsNote, note, language, silence } = shape;
  return {
    title: sound(title, written["title"]),
    date: sound(date, written["date"]),
    image: sound(image, written["image"]),
    author: sound(author, written["author"]),
    editor: sound(editor, written["editor"]),
    topics: sound(topics, written["topics"]),
    keywords: sound(keywords, written["keywords"]),
    editorsNote: sound(editorsNote, written["editorsNote"]),
    note: sound(note, written["note"]),
    language: sound(language, written["language"]),
    silence: sound(silence, written["silence"]),
  };
}

function sound<S extends z.ZodType>(schema: S, value: unknown): z.output<S> | undefined {
  return schema.safeParse(value).data;
}
