import * as z from "zod";
import { credits } from "./schema-credits.ts";
import { field, line, listOf, moment, names, patterned, prose, truth, wants } from "./schema-forms.ts";
import { alias, languageTag, picture, related, ruleName } from "./schema-values.ts";

/**
 * The front matter of an article, whose wall-clock dates stand in the time zone `zone`: the one declaration of its fields.
 *
 * Values arrive as written (texts, lists, mappings) and leave checked. The order is that of the editors' field table.
 */
export function articleSchema(zone: string): ArticleSchema {
  const { schema, calls } = schemas.get(zone) ?? { schema: declareArticle(zone), calls: 0 };
  const faster = calls === worthCompiling ? z.compile(schema) : schema;
  schemas.set(zone, { schema: faster, calls: calls + 1 });
  return faster;
}

/** Compiling takes as long as it saves on this many articles: a build that reads a few goes without. Results are the same. */
const worthCompiling = 300;

/** The type of the one declaration. */
export type ArticleSchema = ReturnType<typeof declareArticle>;

const schemas = new Map<string, { readonly schema: ArticleSchema; readonly calls: number }>();

function declareArticle(zone: string) {
  const { author, source } = credits(zone);
  const date = moment(zone);
  return z.strictObject({
    title: field(line(), {
      ...{ zh: "标题", en: "headline", form: "line", example: "四个平衡" },
      alsoCalled: ["标题", "题目", "headline", "name"],
    }),
    author: field(author, {
      ...{ zh: "作者，按署名的次序", en: "authors, in printed order", form: "authors" },
      ...{ example: "[许慎言, { name: 陆明远, affiliation: 江城大学 }]", alsoCalled: ["作者", "署名", "by", "byline"] },
    }),
    source: field(source, {
      ...{ zh: "来源：最先发表的地方", en: "where the text first appeared", form: "sources" },
      ...{ example: "guangming", alsoCalled: ["来源", "出处", "from", "via"] },
    }),
    date: field(date, {
      ...{ zh: "发布时间", en: "when it is published", form: "date", example: "2020-03-27 08:31" },
      alsoCalled: ["日期", "时间", "发布时间", "published", "publishDate", "pubDate", "time"],
    }),
    editor: field(names(), {
      ...{ zh: "责任编辑", en: "the editor answerable for it", form: "names", example: "林知远" },
      alsoCalled: ["编辑", "责编", "责任编辑"],
    }),
    kicker: field(line().optional(), {
      ...{ zh: "眉题", en: "the short line above the headline", form: "line", example: "新知" },
      alsoCalled: ["眉题", "引题", "eyebrow"],
    }),
    subtitle: field(line().optional(), {
      ...{ zh: "副题", en: "the line below the headline", form: "line", example: "——读《河流与城市》" },
      alsoCalled: ["副题", "副标题", "subheadline"],
    }),
    listTitle: field(line().optional(), {
      ...{ zh: "列表里用的短标题", en: "a shorter headline for lists", form: "line", example: "四个平衡" },
      alsoCalled: ["短标题", "shortTitle"],
    }),
    summary: field(prose(1000).optional(), {
      ...{ zh: "提要：印在标题下，也用在列表里", en: "printed as standfirst and used in lists", form: "prose" },
      ...{
        example: "城市更新要处理好四种关系。",
        alsoCalled: ["提要", "摘要", "description", "excerpt", "abstract", "standfirst"],
      },
    }),
    editorsNote: field(prose().optional(), {
      ...{ zh: "编者按（Markdown），在正文之前", en: "editor's note (Markdown), before the text", form: "prose" },
      ...{ example: "本刊今起连载。", alsoCalled: ["编者按", "编者的话"] },
    }),
    note: field(prose().optional(), {
      ...{ zh: "文末说明（Markdown）：作者简介、基金项目", en: "note after the text (Markdown)", form: "prose" },
      ...{ example: "本文系江城市社科项目成果。", alsoCalled: ["说明", "附注", "footnote"] },
    }),
    topics: field(listOf(line("name"), "list").default([]), {
      ...{ zh: "专题：代号或名称", en: "topics, by id or by name", form: "list", example: "[urban-renewal, 公共空间]" },
      alsoCalled: ["专题", "话题", "tags", "categories"],
    }),
    keywords: field(listOf(line("name"), "list").default([]), {
      ...{ zh: "关键词", en: "keywords", form: "list", example: "[城市更新, 治理]", alsoCalled: ["关键词", "标签"] },
    }),
    image: field(picture().optional(), {
      ...{ zh: "题图", en: "lead picture", form: "picture", example: "{ src: river.jpg, alt: 江边的旧厂房 }" },
      alsoCalled: ["图片", "题图", "封面", "cover", "picture", "photo", "thumbnail"],
    }),
    slug: field(patterned("slug", slugPattern).optional(), {
      ...{ zh: "地址的最后一段", en: "the last part of the address", form: "slug", example: "four-balances" },
      alsoCalled: ["地址", "url", "permalink", "path"],
    }),
    related: field(related().default(noChoice), {
      ...{ zh: "相关文章：编辑的选择", en: "related articles, the editor's choice", form: "related" },
      ...{ example: "[../news/three-rivers.md]", alsoCalled: ["相关", "相关文章", "seeAlso"] },
    }),
    updated: field(date.optional(), {
      ...{ zh: "更新时间，晚于 date", en: "when it was updated, later than date", form: "date" },
      ...{ example: "2020-03-28 10:00", alsoCalled: ["更新", "更新时间", "modified", "lastmod"] },
    }),
    corrections: field(
      listOf(z.strictObject({ date, text: prose() }, wants("correction")), "corrections").default([]),
      {
        ...{ zh: "更正", en: "corrections", form: "corrections" },
        ...{ example: "[{ date: 2020-03-28, text: 初稿误作“三个平衡”。 }]", alsoCalled: ["更正", "errata"] },
      },
    ),
    retracted: field(
      z.strictObject({ date, reason: prose(), keepBody: truth().default(false) }, wants("retraction")).optional(),
      {
        ...{
          zh: "撤稿：题目、署名和启事留在原地址",
          en: "retraction: headline, byline and notice stay",
          form: "retraction",
        },
        ...{ example: "{ date: 2020-04-01, reason: 数据有误。 }", alsoCalled: ["撤稿", "withdrawn"] },
      },
    ),
    aliases: field(listOf(alias(), "aliases").default([]), {
      ...{ zh: "旧地址，转到这里", en: "old addresses that lead here", form: "aliases" },
      ...{ example: "[/cn/theory/t20200327_1.html]", alsoCalled: ["旧地址", "redirect_from", "redirects"] },
    }),
    draft: field(truth().default(false), {
      ...{ zh: "草稿：true 则永不发布", en: "draft: never published when true", form: "truth", example: "true" },
      alsoCalled: ["草稿", "unpublished"],
    }),
    expires: field(date.optional(), {
      ...{ zh: "下线时间", en: "from then on it is gone", form: "date", example: "2030-01-01" },
      alsoCalled: ["下线", "到期", "expiryDate"],
    }),
    language: field(languageTag().optional(), {
      ...{
        zh: "文章的语言，与刊物不同时写",
        en: "language, where it differs from the publication's",
        form: "language",
      },
      ...{ example: "en", alsoCalled: ["语言", "lang", "locale"] },
    }),
    ai: field(z.enum(["none", "assisted", "generated"], wants("ai")).default("none"), {
      ...{ zh: "人工智能的参与", en: "the part of artificial intelligence", form: "ai", example: "assisted" },
    }),
    silence: field(listOf(ruleName(), "silence").default([]), {
      ...{ zh: "对本文不适用的警告", en: "warnings that do not apply here", form: "silence", example: "[name-joined]" },
      alsoCalled: ["静音", "ignore", "disable"],
    }),
    x: field(z.unknown().optional(), {
      ...{ zh: "刊物自用的字段", en: "the publication's own fields", form: "anything", example: "{ issue: 12 }" },
      alsoCalled: ["extra", "custom"],
    }),
  });
}

/** What an address's parts are made of: at most 100 characters. */
export const slugPattern = /^(?=.{1,100}$)[a-z0-9]+(?:-[a-z0-9]+)*$/u;

const noChoice = { pin: [], block: [], none: false };
