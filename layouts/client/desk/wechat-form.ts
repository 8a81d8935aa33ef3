import type { WechatArticle } from "../../wechat/wechat-article.tsx";
import type { AnswerForm } from "./answer-section.ts";
import { type Copied, copyOut } from "./copy-out.ts";
import type { DeskWords } from "./desk-words.ts";
import { button, element, filled, holding } from "./elements.ts";

/** The article as it is pasted into WeChat's editor, part by part. */
export const wechatForm: AnswerForm<"wechat"> = {
  question: "wechat",
  label: (words) => words.wechat,
  isFor: ({ state }) => state !== "retracted",
  none: (words) => words.failed,
  fill: (made, { article, words }) => {
    const said = element("output", "desk-output");
    const pictures = made.pictures > 0 && article.state !== "published";
    return [
      filled("p", "desk-intro", words.wechatAbout(made)),
      ...(pictures ? [filled("p", "desk-warning", words.wechatPictures)] : []),
      buttons(made, said, words),
      said,
      plainText(made, words),
    ];
  },
};

function buttons(made: WechatArticle, said: HTMLElement, words: DeskWords): HTMLElement {
  const copying = (className: string, label: string, copied: Copied) =>
    button(className, label, async () => {
      const isCopied = await copyOut(copied);
      said.textContent = isCopied ? words.copied(label) : words.copyFailed;
    });
  return holding(
    "div",
    "desk-copies",
    copying("desk-copy is-main", words.copyBody, { html: made.html, text: made.text }),
    copying("desk-copy", words.copyTitle, { text: made.title }),
    ...(made.summary === "" ? [] : [copying("desk-copy", words.copySummary, { text: made.summary })]),
    copying("desk-copy", words.copyAddress, { text: made.address }),
  );
}

/** To be selected by hand, where a browser lets nothing be copied. */
function plainText(made: WechatArticle, words: DeskWords): HTMLElement {
  const text = filled("pre", "desk-plain", made.text);
  text.setAttribute("tabindex", "0");
  return holding("details", "", filled("summary", "", words.plainText), text);
}
