/**
 * How a text looks in WeChat (公众号).
 *
 * Its editor takes style attributes alone: style sheets, classes and ids are removed, lists are set anew, `position` and the like are
 * dropped. So what a page's style sheet says stands here once more, for the few pieces that a text has. Sizes are px, since WeChat's pages know
 * no other; colours are the light ones of `styles/tokens.css`, which WeChat turns round by itself where it is dark.
 */
export const inlineStyles = {
  body: "font-size:16px;line-height:1.8;color:#1a1917;text-align:justify;overflow-wrap:break-word",
  paragraph: "margin:0 0 16px",
  heading: "margin:32px 0 16px;font-size:18px;line-height:1.5;font-weight:bold;text-align:left",
  subheading: "margin:24px 0 12px;font-size:16px;line-height:1.5;font-weight:bold;text-align:left",
  kicker: "margin:0 0 4px;font-size:14px;color:#5c5750",
  subtitle: "margin:0 0 16px;font-size:17px;line-height:1.5;font-weight:bold",
  byline: "margin:0 0 24px;font-size:14px;color:#5c5750",
  standfirst: "margin:0 0 24px;padding:12px 16px;background-color:#f3f0e9;font-size:15px;color:#5c5750",
  aside: "margin:0 0 24px;padding:12px 16px;border:1px solid #d8d2c6;font-size:15px",
  quotation: "margin:0 0 16px;padding:0 0 0 16px;border-left:3px solid #9c2618;color:#5c5750",
  figure: "margin:24px 0;text-align:center",
  picture: "display:block;max-width:100%;height:auto;margin:0 auto",
  ornament: "max-width:100%;height:auto;vertical-align:middle",
  caption: "margin:8px 0 0;font-size:14px;line-height:1.6;color:#5c5750;text-align:center",
  list: "margin:0 0 16px",
  listed: "margin:0 0 8px;padding-left:24px",
  mark: "display:inline-block;min-width:20px;margin-left:-20px",
  code: "padding:2px 4px;background-color:#f3f0e9;font-family:Menlo,Consolas,monospace;font-size:14px",
  program:
    "margin:0 0 16px;padding:12px;background-color:#f3f0e9;font-family:Menlo,Consolas,monospace;font-size:13px;line-height:1.6;text-align:left;overflow-x:auto;white-space:pre",
  scroller: "margin:0 0 16px;overflow-x:auto",
  table: "width:100%;border-collapse:collapse;font-size:14px;line-height:1.6",
  cell: "padding:6px 8px;border:1px solid #d8d2c6",
  headCell: "padding:6px 8px;border:1px solid #d8d2c6;background-color:#f3f0e9;font-weight:bold",
  rule: "width:33%;margin:32px auto;border:0;border-top:1px solid #d8d2c6",
  // GB/T 15834-2011, 4.13: 着重号 stands below the characters.
  dots: "-webkit-text-emphasis:dot;text-emphasis:dot;-webkit-text-emphasis-position:under right;text-emphasis-position:under right",
  struck: "text-decoration:line-through",
  underlined: "text-decoration:underline",
  marked: "background-color:#f3f0e9",
  small: "font-size:14px",
  reference: "font-size:12px;line-height:1;color:#9c2618;vertical-align:super",
  notes: "margin:0 0 8px;font-size:14px;line-height:1.6;color:#5c5750;text-align:left;word-break:break-all",
  foot: "margin:0 0 4px;font-size:14px;line-height:1.6;color:#5c5750;text-align:left;overflow-wrap:anywhere",
} as const;

/** A piece of a text that has a look of its own. */
export type InlineStyle = keyof typeof inlineStyles;

/** What no paragraph may hold: an editor that finds it there ends the paragraph before it. */
const block = /<(?:p|section|table|hr|h[2-6])\b/u;

/** `content`, HTML already, as a paragraph that looks like `style`, or as a section where it holds paragraphs of its own. */
export function paragraphOrSection(style: InlineStyle, content: string): string {
  return styled(block.test(content) ? "section" : "p", style, content);
}

/** `content`, HTML already, in an element `name` that looks like `style`. */
export function styled(name: string, style: InlineStyle, content: string): string {
  return `<${name} style="${inlineStyles[style]}">${content}</${name}>`;
}
