import type { Author, SourceCredit } from "../article/article.ts";
import type { RegisteredSource } from "../article/sources.ts";
import { type Place, type Problem, problem } from "../report/problem.ts";
import { nearest } from "../text/nearest.ts";
import { isSlug, namedId, slugOf } from "../text/slug.ts";
import type { Newsroom } from "./newsroom.ts";

/** A person, topic or source: its id, which is the last part of its address, and its name. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** The id of a file of `topics/` or `people/`: its name without the ending, which must be a slug (`id-form`). */
export function fileId(file: string): string {
  return slugOf(fileStem(file));
}

function fileStem(file: string): string {
  return (file.split("/").at(-1) ?? "").replace(/\.md$/u, "");
}

/**
 * Who and what the names in articles are: those with a file or a line in `sources.yaml`, and those without,
 * whose id is their own name when it is a slug, else pinyin and a hash (DESIGN section 2).
 */
export class Names {
  readonly problems: Problem[] = [];
  readonly #people: readonly Named[];
  readonly #topics: readonly Named[];
  readonly #sources: readonly RegisteredSource[];
  readonly #isRegisterRead: boolean;
  readonly #unread: readonly string[];
  readonly #near = new Map<string, string>();
  readonly #ids = {
    person: new Map<string, string>(),
    topic: new Map<string, string>(),
    source: new Map<string, string>(),
  };
  readonly #peopleByName = new Map<string, Named[]>();
  readonly #topicsByName = new Map<string, Named>();
  readonly #sourcesByName = new Map<string, RegisteredSource>();
  readonly #namedIds = new Map<string, string>();

  constructor(newsroom: Pick<Newsroom, "people" | "topics" | "sources" | "unread" | "articles">) {
    this.#people = newsroom.people.map(({ front }) => ({
      id: fileId(front.file),
      name: front.name,
    }));
    this.#topics = newsroom.topics.map(({ front }) => ({
      id: fileId(front.file),
      name: front.title,
    }));
    for (const { front } of [...newsroom.people, ...newsroom.topics]) this.#checkId(front.file);
    this.#sources = newsroom.sources ?? [];
    this.#isRegisterRead = newsroom.sources !== undefined;
    this.#unread = newsroom.unread;
    for (const { ids } of newsroom.articles) for (const [name, id] of ids) this.#namedIds.set(name, id);
    for (const each of this.#people) {
      this.#ids.person.set(each.id, each.name);
      this.#peopleByName.set(each.name, [...(this.#peopleByName.get(each.name) ?? []), each]);
    }
    // Ids after titles, so that a topic called by its id is found even where another bears that title.
    for (const each of this.#topics) this.#topicsByName.set(each.name, each);
    for (const each of this.#topics) this.#topicsByName.set(each.id, each);
    for (const each of this.#topics) this.#ids.topic.set(each.id, each.name);
    for (const each of this.#sources) this.#sourcesByName.set(each.name, each);
    for (const each of this.#sources) this.#sourcesByName.set(each.id, each);
    for (const each of this.#sources) this.#ids.source.set(each.id, each.name);
  }

  /** The person that `author` is; reports `person-unknown` and `person-ambiguous`. */
  person(author: Author, place: Place): Named {
    const { person: id, name } = author;
    if (id !== undefined) {
      const known = this.#people.find((each) => each.id === id);
      if (known !== undefined) return { id: known.id, name };
      if (this.#unread.includes(`people/${id}.md`)) return { id, name };
      const suggestion =
        nearest(
          id,
          this.#people.map((each) => each.id),
        ) ?? "";
      this.problems.push(problem("person-unknown", place, { person: id, nearest: suggestion }));
      return { id: this.#idOf(name), name };
    }
    const bearers = this.#peopleByName.get(name) ?? [];
    const [first] = bearers;
    if (first !== undefined && bearers.length === 1) return first;
    if (first !== undefined) {
      this.problems.push(
        problem("person-ambiguous", place, {
          name,
          ids: bearers.map((each) => each.id).join("、"),
        }),
      );
      return first;
    }
    return this.#unregistered("person", name, place);
  }

  /** The topic called `name`, an id or a title; reports `topic-near`. */
  topic(name: string, place: Place): Named {
    const known = this.#topicsByName.get(name);
    if (known !== undefined) return known;
    const suggestion = this.#nearName("topic", name, this.#topicsByName);
    if (suggestion !== "" && !this.#unread.some((file) => file.startsWith("topics/")))
      this.problems.push(problem("topic-near", place, { topic: name, nearest: suggestion }));
    return this.#unregistered("topic", name, place);
  }

  /** The source that `credit` names, registered or not; reports `source-unknown` and `source-near`. */
  source(credit: SourceCredit, place: Place): Named & { readonly registered?: RegisteredSource } {
    const registered = this.#sourcesByName.get(credit.name);
    if (registered !== undefined) return { id: registered.id, name: registered.name, registered };
    if (!this.#isRegisterRead) return this.#unregistered("source", credit.name, place);
    if (credit.mustBeRegistered) {
      const suggestion = nearest(credit.name, this.#sourcesByName.keys());
      this.problems.push(
        problem("source-unknown", place, {
          source: credit.name,
          nearest: suggestion ?? "",
        }),
      );
      return this.#unregistered("source", credit.name, place);
    }
    const suggestion = this.#nearName("source", credit.name, this.#sourcesByName);
    if (suggestion !== "") {
      this.problems.push(problem("source-near", place, { source: credit.name, nearest: suggestion }));
    }
    return this.#unregistered("source", credit.name, place);
  }

  /** The known name that `name` is almost; none for short names, where one character makes another name (新华社, 新华网). */
  #nearName(kind: string, name: string, known: ReadonlyMap<string, unknown>): string {
    if ([...name].length < 4) return "";
    const key = `${kind} ${name}`;
    const found = this.#near.get(key) ?? nearest(name, known.keys()) ?? "";
    this.#near.set(key, found);
    return found;
  }

  #checkId(file: string): void {
    const name = fileStem(file);
    if (isSlug(name)) return;
    this.problems.push(problem("id-form", { file, line: 1, column: 1 }, { name, suggestion: fileId(file) }));
  }

  #unregistered(kind: "person" | "topic" | "source", name: string, place: Place): Named {
    const id = this.#idOf(name);
    const holder = this.#ids[kind].get(id);
    if (holder === undefined) this.#ids[kind].set(id, name);
    else if (holder !== name) this.problems.push(problem("id-taken", place, { name, id, holder }));
    return { id, name };
  }

  /** Pinyin costs; the same names return in thousands of articles. */
  #idOf(name: string): string {
    const known = this.#namedIds.get(name);
    if (known !== undefined) return known;
    const id = namedId(name);
    this.#namedIds.set(name, id);
    return id;
  }
}
