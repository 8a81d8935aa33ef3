/** The style sheet of the report page, which stands in it whole: it is one file that can be mailed. */
export const reportStyle = `
:root { color-scheme: light dark; --paper: light-dark(#fcfbf8, #161618); --ink: light-dark(#1a1917, #dedad2);
  --soft: light-dark(#5c5750, #a6a198); --rule: light-dark(#d8d2c6, #3d3c3c); --accent: light-dark(#9c2618, #f09a86); }
body { margin: 0 auto; padding: 2.5rem clamp(1rem, 4vw, 3rem) 4rem; max-width: 54rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.7 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
h1, h2 { font-family: "Songti SC", "Noto Serif CJK SC", "Noto Serif SC", Georgia, serif; line-height: 1.3; }
h1 { margin: 0; font-size: 2rem; }
header { border-bottom: 3px double var(--ink); padding-bottom: 1rem; }
header p, .advice, .note { margin: .25rem 0 0; color: var(--soft); }
h2 { margin: 2.5rem 0 0; font-size: 1.3rem; }
h2 .count { color: var(--accent); font-variant-numeric: tabular-nums; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 1rem 0 0; padding: 0; list-style: none; }
ol { margin: 1rem 0 0; padding: 0; list-style: none; }
ol > li { padding: .9rem 0; border-top: 1px solid var(--rule); }
.address, code { overflow-wrap: anywhere; }
.address { font-weight: 600; }
a { color: inherit; text-decoration-color: var(--accent); text-underline-offset: .2em; }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
ul.places { margin: .35rem 0 0; padding: 0 0 0 1.2em; font-size: .9rem; }
code { font: .88em ui-monospace, Consolas, monospace; }
.fault { color: var(--accent); }
.copy { margin: .35rem 0 0; font-size: .9rem; }
@media print { body { max-width: none; padding: 0; font-size: 10pt; } ol > li { break-inside: avoid; } }
`;
