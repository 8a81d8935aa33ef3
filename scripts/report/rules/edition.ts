import { rule } from "../rule.ts";

/** Rules about how files fit together: addresses, names that must exist, links. */
export const editionRules = {
  "address-taken": rule<{ address: string; holder: string }>({
    severity: "error",
    reason: "Two files at one address, also by case or Unicode form, would overwrite each other (SAFETY item 13).",
    zh: ({ address, holder }) => ({
      message: `网址“${address}”已经属于 ${holder}。`,
      remedy: "给这个文件换一个名字，或用 slug 另写网址的最后一段。",
    }),
    en: ({ address, holder }) => ({
      message: `The address “${address}” already belongs to ${holder}.`,
      remedy: "Rename this file, or give the last part of its address with slug.",
    }),
  }),
  "address-gone": rule<{ address: string; file: string }>({
    severity: "error",
    reason: "A published address never dies (DESIGN section 6): readers, other sites and search engines know it.",
    zh: ({ address, file }) => ({
      message: `已经发布过的网址“${address}”这次没有页面了。`,
      remedy:
        file === ""
          ? `把它写进接替它的文章的 aliases；栏目、专题、作者的网址，在 redirects.csv 里加一行 ${address},新网址；撤下的文章用 retracted 或 expires；确实要让它消失，用 --allow-gone ${address}。`
          : `在 ${file} 的前置信息里加一行：aliases: [${address}]`,
    }),
    en: ({ address, file }) => ({
      message: `The address “${address}” has been published and has no page now.`,
      remedy:
        file === ""
          ? `Write it into the aliases of the article that takes its place; for a column, topic or person add the line ${address},NEW ADDRESS to redirects.csv; withdraw articles with retracted or expires; to let it die, use --allow-gone ${address}.`
          : `Add this line to the front matter of ${file}: aliases: [${address}]`,
    }),
  }),
  "address-moved": rule<{ address: string }>({
    severity: "warning",
    reason:
      "A file renamed, or a date changed, gives an article another address, and nobody sees that the old one dies (DESIGN section 6).",
    zh: ({ address }) => ({
      message: `这篇文章的网址变了：上次提交时是“${address}”，那里现在没有页面。`,
      remedy: `在 aliases 里写上 ${address}，旧网址就会转到这里；npm run check -- --fix 可以代写。`,
    }),
    en: ({ address }) => ({
      message: `The address of this article has changed: as of the last commit it was “${address}”, which has no page now.`,
      remedy: `Write ${address} into aliases, and the old address leads here; npm run check -- --fix does it for you.`,
    }),
  }),
  "slug-empty": rule<{ name: string }>({
    severity: "error",
    reason: "A name without letters, digits or Han characters gives no address.",
    zh: ({ name }) => ({
      message: `从文件名“${name}”得不出网址。`,
      remedy: "用字母、数字或汉字给它重新起名，或用 slug 写明网址的最后一段。",
    }),
    en: ({ name }) => ({
      message: `No address can be made from the file name “${name}”.`,
      remedy: "Rename it with letters, digits or Han characters, or give the last part of its address with slug.",
    }),
  }),
  "id-form": rule<{ name: string; suggestion: string }>({
    severity: "error",
    reason: "Files of topics/ and people/ are named by other files and in addresses by their own name.",
    zh: ({ name, suggestion }) => ({
      message: `文件名“${name}”不能作编号：只能用小写字母、数字和连字符。`,
      remedy: `改名为“${suggestion}.md”。`,
    }),
    en: ({ name, suggestion }) => ({
      message: `The file name “${name}” cannot be an id: only lower-case letters, digits and hyphens can.`,
      remedy: `Rename it to “${suggestion}.md”.`,
    }),
  }),
  "article-outside-column": rule<{ name: string }>({
    severity: "error",
    reason: "An article's address begins with its column's.",
    zh: ({ name }) => ({
      message: `“${name}”不在任何栏目里。`,
      remedy: "把它移进一个有 column.md 的文件夹，或在它的文件夹里建一个 column.md。",
    }),
    en: ({ name }) => ({
      message: `“${name}” is in no column.`,
      remedy: "Move it into a folder that has a column.md, or add a column.md to its folder.",
    }),
  }),
  "source-unknown": rule<{ source: string; nearest: string }>({
    severity: "error",
    reason: "The copyright notice follows from the source, so a source must be one that the publication knows.",
    zh: ({ source, nearest }) => ({
      message: `sources.yaml 里没有名为“${source}”的来源。`,
      remedy:
        nearest === "" ? "在 sources.yaml 里登记它。" : `写成“${nearest}”（最接近），或在 sources.yaml 里登记它。`,
    }),
    en: ({ source, nearest }) => ({
      message: `sources.yaml has no source called “${source}”.`,
      remedy:
        nearest === ""
          ? "Register it in sources.yaml."
          : `Write “${nearest}” (the nearest), or register it in sources.yaml.`,
    }),
  }),
  "source-near": rule<{ source: string; nearest: string }>({
    severity: "warning",
    reason: "A registered source spelt almost right would get a second page and lose its notice.",
    zh: ({ source, nearest }) => ({
      message: `来源“${source}”没有登记，却很像登记过的“${nearest}”。`,
      remedy: `如果是同一家，写成“${nearest}”；如果不是，在 sources.yaml 里登记它。`,
    }),
    en: ({ source, nearest }) => ({
      message: `The source “${source}” is not registered, but much like “${nearest}”, which is.`,
      remedy: `Write “${nearest}” if it is the same; otherwise register it in sources.yaml.`,
    }),
  }),
  "topic-near": rule<{ topic: string; nearest: string }>({
    severity: "warning",
    reason: "A topic spelt almost right would split its list in two.",
    zh: ({ topic, nearest }) => ({
      message: `专题“${topic}”很像已有的“${nearest}”。`,
      remedy: `如果是同一个专题，写成“${nearest}”。`,
    }),
    en: ({ topic, nearest }) => ({
      message: `The topic “${topic}” is much like “${nearest}”, which exists.`,
      remedy: `Write “${nearest}” if it is the same topic.`,
    }),
  }),
  "person-unknown": rule<{ person: string; nearest: string }>({
    severity: "error",
    reason: "A named person file must exist, or the byline leads nowhere.",
    zh: ({ person, nearest }) => ({
      message: `people/ 里没有“${person}.md”。`,
      remedy:
        nearest === "" ? `建一个 people/${person}.md，或去掉 person。` : `写成“${nearest}”（最接近），或去掉 person。`,
    }),
    en: ({ person, nearest }) => ({
      message: `people/ has no “${person}.md”.`,
      remedy:
        nearest === ""
          ? `Add people/${person}.md, or remove person.`
          : `Write “${nearest}” (the nearest), or remove person.`,
    }),
  }),
  "person-ambiguous": rule<{ name: string; ids: string }>({
    severity: "error",
    reason: "Where two people bear one name, only the editor knows who is meant (DESIGN section 2).",
    zh: ({ name, ids }) => ({
      message: `people/ 里有几位“${name}”：${ids}。`,
      remedy: `用 person 写明是哪一位，如 { name: ${name}, person: ${ids.split("、")[0]} }。`,
    }),
    en: ({ name, ids }) => ({
      message: `people/ has several called “${name}”: ${ids}.`,
      remedy: `Say which with person, as in { name: ${name}, person: ${ids.split("、")[0]} }.`,
    }),
  }),
  "column-gap": rule<{ folder: string }>({
    severity: "warning",
    reason: "Every address cut short should be a page (DESIGN section 2).",
    zh: ({ folder }) => ({
      message: `上一层文件夹“${folder}”不是栏目，读者把网址删短一截就找不到页面。`,
      remedy: `在 ${folder} 里建一个 column.md，或把这个栏目移上来。`,
    }),
    en: ({ folder }) => ({
      message: `The folder above, “${folder}”, is no column: a reader who cuts the address short finds no page.`,
      remedy: `Add a column.md to ${folder}, or move this column up.`,
    }),
  }),
  "alias-own": rule<{ alias: string }>({
    severity: "error",
    reason: "A redirect from a page to itself never ends (SAFETY item 13).",
    zh: ({ alias }) => ({ message: `旧网址“${alias}”就是这篇文章现在的网址。`, remedy: "从 aliases 里删去它。" }),
    en: ({ alias }) => ({
      message: `The old address “${alias}” is this article's present one.`,
      remedy: "Remove it from aliases.",
    }),
  }),
  "id-taken": rule<{ name: string; id: string; holder: string }>({
    severity: "error",
    reason: "Two names with one id would share one page.",
    zh: ({ name, id, holder }) => ({
      message: `“${name}”的编号“${id}”已经属于“${holder}”。`,
      remedy: "给其中一个建自己的文件，或换一个写法。",
    }),
    en: ({ name, id, holder }) => ({
      message: `The id “${id}” of “${name}” already belongs to “${holder}”.`,
      remedy: "Give one of them a file of its own, or write it differently.",
    }),
  }),
  "output-nested": rule<{ address: string; holder: string }>({
    severity: "error",
    reason: "On a disk nothing can lie below a file (SAFETY item 13).",
    zh: ({ address, holder }) => ({
      message: `“${holder}”要写成一个文件，网址“${address}”又要放在它下面。`,
      remedy: `给“${holder}”换一个不在“${address}”前半截的旧网址，或删去它。`,
    }),
    en: ({ address, holder }) => ({
      message: `“${holder}” would be a file, and the address “${address}” would lie below it.`,
      remedy: `Give one of the two old addresses another beginning, or remove it.`,
    }),
  }),
} as const;
