/** A new element, with its class if it has one. */
export function element(name: string, className = ""): HTMLElement {
  const made = document.createElement(name);
  if (className !== "") made.className = className;
  return made;
}

/** A new element that holds `text`: as text, whatever it looks like. */
export function filled(name: string, className: string, text: string): HTMLElement {
  const made = element(name, className);
  made.textContent = text;
  return made;
}

/** A new element that holds others. */
export function holding(name: string, className: string, ...children: readonly (HTMLElement | string)[]): HTMLElement {
  const made = element(name, className);
  made.append(...children);
  return made;
}

/** A link to another page of the preview. */
export function linkTo(path: string, text: string): HTMLElement {
  const made = filled("a", "", text);
  made.setAttribute("href", path);
  return made;
}

/** A button that does `act` when it is pressed. */
export function button(className: string, text: string, act: () => void): HTMLElement {
  const made = filled("button", className, text);
  made.setAttribute("type", "button");
  made.addEventListener("click", act);
  return made;
}
