import { deskWordsIn } from "../../layouts/client/desk/desk-words.ts";
import { previewAddresses } from "../../layouts/client/preview-addresses.ts";
import type { ToldProblem, ToldProblems } from "../../layouts/client/preview-state.ts";
import { escapeHtml } from "../text/escape-html.ts";

/** What is shown at every address while errors keep the site from appearing. Where scripts run, it becomes the site by itself. */
export function problemPage({ language, problems }: ToldProblems): string {
  const words = deskWordsIn(language);
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.problems}</title>
<link rel="stylesheet" href="${previewAddresses.styles}">
<script type="module" src="${previewAddresses.script}"></script>
</head>
<body class="preview-no-site">
<p>${words.noSite}</p>
<noscript><ul>${problems.map(line).join("")}</ul></noscript>
</body>
</html>
`;
}

function line({ place, message, remedy, rule }: ToldProblem): string {
  return `<li>${[place, message, remedy, rule].flatMap((each) => (each === undefined ? [] : escapeHtml(each))).join("<br>")}</li>\n`;
}
