import { rule } from "../rule.ts";

/** True for a picture of a kind that browsers do not show, as telephones and scanners make them. */
function isPicture(name: string): boolean {
  return /\.(?:heic|heif|bmp|tiff?|psd|raw)$/iu.test(name);
}

/** Rules about which files may lie in `content/`. */
export const fileRules = {
  "content-missing": rule<{ folder: string }>({
    severity: "error",
    reason: "A build without its content folder would publish an empty site.",
    zh: ({ folder }) => ({
      message: `没有找到内容文件夹“${folder}”。`,
      remedy: "在放着 content/ 的文件夹里运行，或用 --content 写明它在哪里。",
    }),
    en: ({ folder }) => ({
      message: `The content folder “${folder}” was not found.`,
      remedy: "Run the command where content/ lies, or name the folder with --content.",
    }),
  }),
  "masthead-missing": rule({
    severity: "error",
    reason: "Title, zone and address of the publication are needed by every page (DESIGN section 1).",
    zh: () => ({
      message: "内容文件夹里没有 masthead.md。",
      remedy: "新建 masthead.md，写上 title、language、timeZone、address 和 owner。",
    }),
    en: () => ({
      message: "The content folder has no masthead.md.",
      remedy: "Add masthead.md with title, language, timeZone, address and owner.",
    }),
  }),
  "file-unlisted": rule<{ name: string }>({
    severity: "error",
    reason: "Nothing below content/ is read, copied or run unless its kind is listed (SAFETY item 1).",
    zh: ({ name }) => ({
      message: `“${name}”不是内容文件夹里可以放的文件。`,
      remedy: isPicture(name)
        ? "要用这张图，把它另存为 JPEG 或 PNG，换下这个文件；只是自己留用的，文件名前加一个“_”。"
        : "把它移出内容文件夹；只是自己留用的，文件名前加一个“_”。",
    }),
    en: ({ name }) => ({
      message: `“${name}” is not a file the content folder may hold.`,
      remedy: isPicture(name)
        ? "Save it as JPEG or PNG to use it, in place of this file; put “_” before its name if you keep it for yourselves."
        : "Move it out of the content folder, or put “_” before its name if you keep it for yourselves.",
    }),
  }),
  "file-place": rule<{ name: string; place: string }>({
    severity: "error",
    reason: "Topics, people and standing pages take their address from their file's name alone.",
    zh: ({ name, place }) => ({
      message: `“${name}”放错了地方：${place} 里的 .md 文件不能再放进下一层文件夹。`,
      remedy: `把它直接放在 ${place} 里。`,
    }),
    en: ({ name, place }) => ({
      message: `“${name}” is in the wrong place: .md files of ${place} may not lie in a folder below it.`,
      remedy: `Put it directly into ${place}.`,
    }),
  }),
  "file-symlink": rule<{ name: string }>({
    severity: "error",
    reason: "A link could lead out of the content folder (SAFETY item 1).",
    zh: ({ name }) => ({
      message: `“${name}”是一个符号链接，内容文件夹里不收链接。`,
      remedy: "删掉它，把真正的文件放在这里。",
    }),
    en: ({ name }) => ({
      message: `“${name}” is a symbolic link; the content folder takes none.`,
      remedy: "Delete it and put the real file here.",
    }),
  }),
  "file-special": rule<{ name: string }>({
    severity: "error",
    reason: "Sockets, pipes and devices could make a build hang.",
    zh: ({ name }) => ({ message: `“${name}”不是普通文件。`, remedy: "把它移出内容文件夹。" }),
    en: ({ name }) => ({ message: `“${name}” is no ordinary file.`, remedy: "Move it out of the content folder." }),
  }),
  "file-name": rule<{ name: string }>({
    severity: "error",
    reason:
      "Control characters, backslashes and names that are no UTF-8 mislead people and other systems (SAFETY item 13).",
    zh: ({ name }) => ({
      message: `文件名“${name}”里有不能用的字符（控制字符、反斜杠、冒号之类），或不是 UTF-8，或过长。`,
      remedy: "改用汉字、字母、数字和连字符给它重新起名，不超过 200 个字节。",
    }),
    en: ({ name }) => ({
      message: `The file name “${name}” holds characters that cannot be used (control characters, backslash, colon and the like), is no UTF-8, or is too long.`,
      remedy: "Rename it with letters, digits, Han characters and hyphens, within 200 bytes.",
    }),
  }),
  "folder-depth": rule<{ name: string }>({
    severity: "error",
    reason: "A bound on nesting keeps paths within what every host and archive can hold (SAFETY item 10).",
    zh: ({ name }) => ({ message: `文件夹“${name}”套得太深。`, remedy: "把它移到较浅的地方，最多十二层。" }),
    en: ({ name }) => ({
      message: `The folder “${name}” is nested too deeply.`,
      remedy: "Move it up; twelve levels are the most.",
    }),
  }),
  "site-file-unsafe": rule<{ name: string; why: string }>({
    severity: "error",
    reason: "Files of site/ are served as they are, so nothing in them may run in a browser (SAFETY item 1).",
    zh: ({ name, why }) => ({
      message: `site/ 里的“${name}”含有会在浏览器里运行的内容（${why}）。`,
      remedy: "去掉那一部分，或换成图片、纯文字的验证文件。",
    }),
    en: ({ name, why }) => ({
      message: `“${name}” in site/ holds something that would run in a browser (${why}).`,
      remedy: "Remove that part, or use a picture or a plain-text verification file.",
    }),
  }),
  "attachment-kind": rule<{ name: string; kind: string }>({
    severity: "error",
    reason: "A file that is not what its ending says may be something else in disguise.",
    zh: ({ name, kind }) => ({
      message: `“${name}”的内容不是 ${kind}。`,
      remedy: "重新导出这个文件，或改用与内容相符的扩展名。",
    }),
    en: ({ name, kind }) => ({
      message: `The content of “${name}” is not ${kind}.`,
      remedy: "Export the file again, or give it the ending its content has.",
    }),
  }),
} as const;
