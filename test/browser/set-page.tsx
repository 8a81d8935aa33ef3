import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import type { Page } from "playwright-core";
import { Prose } from "../../layouts/parts/prose.tsx";
import { renderHtml } from "../../layouts/render-html.ts";
import { renderBody } from "../../scripts/markdown/render-body.ts";
import { trustedHtml } from "../../scripts/text/brands.ts";
import { printed } from "../markdown/printed.ts";

const address = "http://setting.test/";
const fontFile = new URL(
  "../../node_modules/@fontsource/noto-serif-sc/files/noto-serif-sc-chinese-simplified-400-normal.woff2",
  import.meta.url,
);
/** The font of every test, whatever the machine has: it stands in for the first of the system's. */
const face = (name: string): string => `@font-face { font-family: "${name}"; src: url("/han.woff2"); }`;
const faces = ["PingFang SC", "PingFang TC", "Kaiti SC", "Kaiti TC"].map(face).join("");

/** The publication's style sheet, as it is published. */
export const styleSheet = buildSync({
  entryPoints: [fileURLToPath(new URL("../../layouts/styles/index.css", import.meta.url))],
  bundle: true,
  minify: true,
  write: false,
})
  .outputFiles.map(({ text }) => text)
  .join("");

/** A text on a page of its own. */
export interface SetPage {
  readonly markdown?: string;
  /** HTML after the text, outside `.set`. */
  readonly html?: string;
  /** `zh-Hans` if absent. */
  readonly language?: string;
  /** How wide the page's column is, in characters of the body; 20 if absent. */
  readonly width?: number;
  readonly styles?: string;
}

/** Shows a text in `page` with the publication's own styles, in a column of `width` characters, and waits for its font. */
export async function showText(page: Page, text: SetPage): Promise<void> {
  const { markdown = "", html = "", language = "zh-Hans", width = 20, styles = styleSheet } = text;
  const body = trustedHtml(printed(renderBody(markdown, { file: "a.md" })));
  const prose = renderHtml(<Prose class="prose" html={body} lang={language} />);
  await page.route(`${address}**`, (route) =>
    route.request().url() === address
      ? route.fulfill({
          contentType: "text/html; charset=utf-8",
          body: `<!doctype html><html lang="${language}"><head><title>a</title><style>${faces}${styles}
            #column { font-size: 20px; inline-size: ${width * 20}px; flex: none; margin: 0; padding: 0; max-inline-size: none }
            #column > * { margin: 0 }</style></head><body><div id="column">${prose}${html}</div></body></html>`,
        })
      : route.fulfill({ contentType: "font/woff2", body: readFileSync(fontFile) }),
  );
  await page.goto(address);
  await page.evaluate(() => document.fonts.ready);
}

/** One line as it is printed: its text, and where its characters begin and end, in characters of 20 px from the column's left edge. */
export interface PrintedLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

/** The lines of the first element that `selector` finds, and each character's width in characters, at one width of the column. */
export async function linesOf(page: Page, selector: string, width?: number): Promise<readonly PrintedLine[]> {
  return page.evaluate(
    ([wanted, columnWidth]) => {
      const column = document.querySelector<HTMLElement>("#column");
      if (columnWidth !== undefined && column) column.style.inlineSize = `${columnWidth * 20}px`;
      const from = column?.getBoundingClientRect().left ?? 0;
      const element = document.querySelector(wanted);
      const lines: { text: string; left: number; right: number }[] = [];
      const walker = document.createTreeWalker(element ?? document, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        for (let at = 0; at < (node.textContent ?? "").length; at++) {
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          const rect = range.getClientRects()[0];
          if (rect === undefined || rect.width === 0 || node.parentElement?.closest("rt, rp")) continue;
          const [left, right] = [(rect.left - from) / 20, (rect.right - from) / 20];
          const last = lines.at(-1);
          const character = node.textContent?.charAt(at) ?? "";
          if (last === undefined || left < last.right - 0.6) {
            lines.push({ text: character, left, right });
          } else {
            last.text += character;
            last.right = right;
          }
        }
      }
      return lines;
    },
    [selector, width] as const,
  );
}
