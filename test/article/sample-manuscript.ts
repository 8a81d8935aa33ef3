import { readArticle } from "../../scripts/article/read-article.ts";

/** The zone of the sample articles. */
export const zone = "Asia/Shanghai";
/** The fields every article needs, as YAML. */
export const needed = {
  title: "河与城",
  author: "许慎言",
  source: "banxin",
  date: "2020-03-27 08:31",
  editor: "林知远",
};

/** An article of the needed fields, with `changes` to them (nothing: left out), each YAML after its colon. */
export function manuscript(changes: Readonly<Record<string, string | undefined>>): string {
  const fields = Object.entries({ ...needed, ...changes }).flatMap(([name, yaml]) =>
    yaml === undefined ? [] : [`${name}: ${yaml}`],
  );
  return `---\n${fields.join("\n")}\n---\n\n河流塑造了城市。\n`;
}

/** `manuscript(changes)`, read. */
export function read(changes: Readonly<Record<string, string | undefined>>) {
  return readArticle({ file: "theory/news/2020/river.md", text: manuscript(changes) }, zone);
}
