import { authorityOf } from "../text/hosts.ts";
import type { BodyDraft } from "./body-draft.ts";
import { excerpt } from "./excerpt.ts";
import type { Where } from "./html-frames.ts";

/** Longest text of a link, in 字, that advertisers use. */
const longest = 24;
/** Words that sell: one does not make a link an advertisement, a row of them does. */
const commercial =
  /贷款|借款|发票|办证|刻章|文凭|博彩|彩票|赌|棋牌|娱乐城|百家乐|体彩|六合|老虎机|私服|外挂|代写|代办|代孕|减肥|丰胸|整形|整容|男科|妇科|壮阳|增高|祛斑|招商|加盟|批发|厂家|促销|优惠|特价|便宜|报价|价格|开锁|搬家|装修|租车|刷单|刷钻|外链|推广|排名|信用卡|套现|炒股|配股|荐股|成人|情趣|美女|\b(?:casino|poker|slots?|betting|viagra|cialis|loans?|payday|replica|escorts?|cheap|discount|porn|sex|seo|backlinks?|weight loss)\b/iu;

/** What is offered for sale in so many words and by nobody but advertisers: one such link is enough. */
const unmistakable =
  /代开.{0,6}发票|发票代开|办证刻章|刻章办证|(?:代办|办理|购买).{0,4}(?:文凭|学历证)|(?:无抵押|小额|信用|网络|急用).{0,4}贷款(?!公司|业务|政策|管理|问题|条例)|六合彩|时时彩|(?:百家乐|老虎机|娱乐城|博彩|棋牌|彩票).{0,4}(?:平台|网址|开户|投注|下注|注册|技巧|内部|送彩金)|真人(?:荷官|视讯)|葡京(?:娱乐|赌)|壮阳药|丰胸(?:产品|药)|信用卡套现|私服(?:发布|网站)|刷钻平台|外链代发|代写论文|论文代写|股票配股|荐股群|\b(?:online casino|slots? online|payday loans?|buy (?:viagra|cialis|backlinks?)|cheap (?:viagra|cialis|backlinks?)|replica watches)\b/iu;

/** Watches for rows of links to other sites with nothing between them, and for single ones that sell. */
export class LinkRuns {
  readonly #draft: BodyDraft;
  #where: Where | undefined;
  #text = "";
  #count = 0;
  #commercial = 0;
  #hosts = new Set<string>();
  /** The first link of the row that is one by itself. */
  #offer: { readonly where: Where; readonly text: string } | undefined;
  /** Whether the row runs over several paragraphs or list lines, or has marks between its links. */
  #isLoose = false;
  /** Whether a mark or line end has come since the last link. */
  #hasGap = false;

  constructor(draft: BodyDraft) {
    this.#draft = draft;
  }

  /** A link ends; `where` is where it began. */
  addLink(where: Where, { address, text }: { address: string; text: string }): void {
    const host = authorityOf(address)?.host;
    if (host === undefined || text === "" || isLong(text) || /^[\d[\]\s]+$|:\/\//u.test(text)) {
      this.end();
      return;
    }
    if (this.#count === 0) {
      this.#where = where;
      this.#text = text;
    } else if (this.#hasGap) {
      this.#isLoose = true;
    }
    this.#hasGap = false;
    this.#count++;
    this.#hosts.add(host);
    if (commercial.test(text)) this.#commercial++;
    if (unmistakable.test(text)) this.#offer ??= { where, text };
  }

  /** Text between links; letters, digits and sentences end a row. */
  addText(text: string): void {
    if (this.#count === 0 || text.trim() === "") return;
    if (/[\p{L}\p{N}]/u.test(text)) this.end();
    else this.#hasGap = true;
  }

  /** A paragraph or list line ends. */
  endLine(): void {
    this.#hasGap = true;
  }

  /** The row ends; reports it if it looks pasted in. */
  end(): void {
    const isTight = !this.#isLoose && this.#count >= 5 && this.#hosts.size >= 4;
    const sells = this.#commercial >= 3 && this.#commercial * 2 >= this.#count;
    if ((isTight || sells) && this.#where) {
      this.#draft.report("link-spam", this.#where, { count: String(this.#count), text: excerpt(this.#text) });
    } else if (this.#offer) {
      this.#draft.report("link-spam", this.#offer.where, { count: "1", text: excerpt(this.#offer.text) });
    }
    this.#count = 0;
    this.#commercial = 0;
    this.#offer = undefined;
    this.#isLoose = false;
    this.#hasGap = false;
    this.#hosts = new Set();
  }
}

function isLong(text: string): boolean {
  return text.length > longest && [...text.slice(0, 2 * longest + 2)].length > longest;
}
