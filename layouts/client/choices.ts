import { apply, recall } from "./choice.ts";

/**
 * Puts remembered choices into force before anything is painted, so that no page flashes in another.
 *
 * The only script that browsers wait for: at most 1 KiB, and it does nothing but set attributes on `<html>`.
 */
document.documentElement.setAttribute("data-scripted", "");
apply("theme", recall("theme"));
apply("text-size", recall("text-size"));
