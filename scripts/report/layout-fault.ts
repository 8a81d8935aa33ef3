/** A mistake in `layouts/` that stops a build: told to designers in a line and a remedy, without the place in our code. */
export class LayoutFault extends Error {
  /** As errors of the system have one: what has a code is told by its message alone. */
  readonly code = "LAYOUT_FAULT";

  /** @param place `file:line:column`, counted from 1 */
  constructor(place: string, { fault, remedy }: { readonly fault: string; readonly remedy: string }) {
    super(`${place}  ${fault}\n    改法 Remedy: ${remedy}`);
  }
}
