import type { MarkedPiece, Result } from "./search-excerpt.ts";

/** A result as articles look in every list (`layouts/parts/teaser.tsx`), its hits marked. Text becomes text nodes only; nothing is parsed as HTML. */
export function resultElement({ article, headline, excerpt }: Result, base: string): HTMLElement {
  const link = filled("a", "headline", headline);
  link.setAttribute("href", base + article.path.slice(1));
  const title = filled("h2", "teaser-title", []);
  title.append(link);
  const [datetime, printed] = article.published;
  const time = filled("time", "", [{ text: printed, isHit: false }]);
  time.setAttribute("datetime", datetime);
  const credits = filled("p", "teaser-credits", [{ text: ` ${article.credits}`, isHit: false }]);
  credits.prepend(time);
  const element = document.createElement("li");
  element.append(title, credits);
  if (excerpt.length > 0) element.append(filled("p", "excerpt", excerpt));
  return element;
}

function filled(name: string, className: string, pieces: readonly MarkedPiece[]): HTMLElement {
  const element = document.createElement(name);
  if (className !== "") element.className = className;
  element.append(...pieces.map(({ text, isHit }) => (isHit ? mark(text) : text)));
  return element;
}

function mark(text: string): HTMLElement {
  const element = document.createElement("mark");
  element.textContent = text;
  return element;
}
