import type { Sharp } from "sharp";
import { escapeXml } from "../text/escape-html.ts";

/**
 * `picture` with `credit` written into its file, and nothing else; without a credit nothing at all. GIF cannot hold it.
 *
 * As XMP, which every other form takes: the credit line (IPTC Photo Metadata Standard 2025.1, "Credit Line", `photoshop:Credit`), which
 * is also whom to ask for the rights ("Copyright Notice", `dc:rights`).
 */
export function withCredit(picture: Sharp, credit: string): Sharp {
  return credit === "" ? picture : picture.withXmp(creditXmp(credit));
}

function creditXmp(credit: string): string {
  const text = escapeXml(credit);
  return [
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/">',
    `<photoshop:Credit>${text}</photoshop:Credit>`,
    `<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">${text}</rdf:li></rdf:Alt></dc:rights>`,
    "</rdf:Description></rdf:RDF></x:xmpmeta>",
  ].join("");
}
