import type { Frame } from "../../scripts/edition/page.ts";
import { urlPath } from "../../scripts/text/brands.ts";
import { href } from "../href.ts";
import type { Words } from "../words.ts";

/** The id of the front page's text about the publication. A colon never occurs in the anchor of a heading. */
export const aboutId = "page:about";

/** 版权页: who publishes this, how to reach them, the licences, and the pages that serve every other page. */
export function Colophon({ frame, words }: { readonly frame: Frame; readonly words: Words }) {
  const staff = [
    words.owner + frame.owner,
    frame.editor === undefined ? "" : words.editorInChief + frame.editor,
    frame.since === undefined ? "" : words.since(frame.since),
  ].filter((line) => line !== "");
  return (
    <footer class="colophon">
      <p class="colophon-name">{frame.title}</p>
      <ul class="colophon-staff">
        {staff.map((line) => (
          <li>{line}</li>
        ))}
        {frame.contact === undefined ? null : (
          <li>
            {words.contact}
            <Contact contact={frame.contact} />
          </li>
        )}
      </ul>
      <nav class="colophon-links" aria-label={words.colophon}>
        <ul>
          <li>
            <a href={`${href(frame, urlPath("/"))}#${aboutId}`}>{words.about(frame.title)}</a>
          </li>
          <li>
            <a href={href(frame, urlPath("/topics/"))}>{words.directory.topics}</a>
          </li>
          <li>
            <a href={href(frame, urlPath("/people/"))}>{words.directory.people}</a>
          </li>
          <li>
            <a href={href(frame, urlPath("/sources/"))}>{words.directory.sources}</a>
          </li>
          <li>
            <a href={href(frame, urlPath("/corrections/"))}>{words.corrections}</a>
          </li>
          <li>
            <a href={href(frame, urlPath("/search/"))}>{words.search}</a>
          </li>
          <li>
            <a href={href(frame, urlPath("/feed.xml"))} type="application/atom+xml">
              {words.subscribe}
            </a>
          </li>
        </ul>
      </nav>
      {frame.licences.length === 0 ? null : (
        <ul class="colophon-licences">
          {frame.licences.map((licence) => (
            <li>{licence.url === undefined ? licence.text : <a href={licence.url}>{licence.text}</a>}</li>
          ))}
        </ul>
      )}
    </footer>
  );
}

/** An address one can write to becomes a link; anything else stays as the editors put it. */
function Contact({ contact }: { readonly contact: string }) {
  if (/^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/u.test(contact)) return <a href={`mailto:${contact}`}>{contact}</a>;
  if (/^https?:\/\/\S+$/u.test(contact)) return <a href={contact}>{contact}</a>;
  return contact;
}
