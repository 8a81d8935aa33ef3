import { type Place, type Problem, problem } from "../../report/problem.ts";

/** A foreign name where it stands. */
export interface Mention {
  readonly name: string;
  readonly place: Place;
}

/** How many times as often the usual spelling must occur. */
const oftener = 2;

/** Characters that foreign names are transcribed with; the words around a name seldom are. */
const transcribing =
  "[阿埃艾爱安昂奥巴白班邦保鲍贝本比彼毕别宾波伯博布查昌茨达戴丹道德登邓狄迪蒂丁杜顿多厄恩尔法范菲费芬冯夫弗福甫富盖冈戈格葛根古哈海汉翰豪赫黑亨洪胡华怀惠霍基吉加贾简杰金卡凯坎康考科克肯孔库拉莱赖兰朗劳雷黎里利莉林龙隆卢鲁路伦罗洛马玛麦曼梅门蒙米密明莫默姆木穆拿纳娜南内妮尼倪涅宁纽农努诺欧帕潘庞培佩蓬皮珀普奇恰乔钦琼丘让热日荣茹瑞萨塞赛桑瑟森沙珊绍申圣施什史司斯丝苏索塔泰坦汤唐特腾提图托瓦万汪威韦维卫魏温沃乌武伍西希锡夏香肖谢辛欣休许逊雅亚延扬耶叶伊依英尤约泽扎詹珍哲朱兹宗佐]";

const foreignName = new RegExp(`${transcribing}{1,6}(?:·${transcribing}{1,6}){1,3}`, "gu");

/** Foreign names in Chinese, 约翰·史密斯, with their indexes in `text`. */
export function foreignNames(text: string): readonly { readonly name: string; readonly index: number }[] {
  if (!text.includes("·")) return [];
  return [...text.matchAll(foreignName)].map(({ 0: name, index }) => ({
    name,
    index,
  }));
}

/** `name-spelling`: at the first mention of each name that differs in one character from one used at least twice as often. */
export function spellingProblems(mentions: readonly Mention[]): readonly Problem[] {
  const counts = new Map<string, number>();
  const firsts = new Map<string, Place>();
  for (const { name, place } of mentions) {
    counts.set(name, (counts.get(name) ?? 0) + 1);
    if (!firsts.has(name)) firsts.set(name, place);
  }
  const alike = new Map<string, string[]>();
  for (const name of counts.keys()) {
    for (const form of withoutOne(name)) alike.set(form, [...(alike.get(form) ?? []), name]);
  }
  return [...firsts].flatMap(([name, place]) => {
    const count = counts.get(name) ?? 0;
    const others = withoutOne(name).flatMap((form) => alike.get(form) ?? []);
    const [usual] = others
      .filter((other) => other !== name && (counts.get(other) ?? 0) >= oftener * count)
      .sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
    if (usual === undefined) return [];
    return [problem("name-spelling", place, { name, usual, count: String(counts.get(usual) ?? 0) })];
  });
}

/** `name` with each character in turn left open; short names differ by one character too easily. */
function withoutOne(name: string): readonly string[] {
  if (name.length < 5) return [];
  return Array.from(name, (_, index) => `${name.slice(0, index)}?${name.slice(index + 1)}`);
}
