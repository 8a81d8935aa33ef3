import { around, type CopyFinding } from "./copy-finding.ts";
import type { Paragraph, RunningText } from "./running-text.ts";
import { particle, roleAt } from "./unit-roles.ts";

/** Where two of a particle in a row are right: the first ends a word that ends so, or the second begins one. */
const exceptions: Readonly<Record<string, { readonly ends?: string; readonly begins?: string }>> = {
  的: { ends: "目有无众标", begins: "确士哥喀卢当" },
  了: { ends: "为了除知不", begins: "解结如然望却事断账无此吧" },
  是: { ends: "于还但只可就总要凡若都便老不硬说如", begins: "否非" },
  在: { ends: "存现实所内外潜好自正旨还就健贵不", begins: "世线场于地" },
  和: { ends: "总验校饱温缓调亲谐平祥随融共柔中讲求", begins: "谐平美气睦解好尚" },
  与: { ends: "参赋给授付干", begins: "会众否其" },
  也: { begins: "许" },
  就: { ends: "成造将早", begins: "是业医餐任地读近职绪义" },
  都: { ends: "首成国京古大故武丰帝", begins: "市督城江江匀会" },
  把: { ends: "一火个两几扫车门拖每", begins: "握控手关守柄" },
  被: { ends: "棉植毛", begins: "子告褥单套" },
  对: { ends: "一反针面相绝应作敌核校配成不", begins: "于方手象话比立应待面策抗子岸付称联准口" },
  为: { ends: "因以成作认行称名变视译分改定转列", begins: "了何什此难止人主" },
  这: {},
  而: { ends: "然反从因进故继", begins: "且是今后已立" },
  并: { ends: "合兼吞一", begins: "且非不列购排没发行联入存" },
  及: { ends: "以涉普提波危埃顾触来", begins: "时其格早" },
  将: { ends: "即行必大名上中少老", begins: "来军要领近士" },
  着: { ends: "沿接随穿执附", begins: "手重眼力陆急想实装落火色" },
  地: {
    ends: "各当土基场天产陆本田草工境随就外内质墓原产目营驻湿重基",
    begins: "方区点图位理址球下面上道带铁震产板域铺主形",
  },
  得: { ends: "取获觉值懂显赢记使难所心", begins: "到出以知益力" },
  给: { ends: "供补配交发送", begins: "予" },
  从: { ends: "服跟自听遵无随", begins: "而此事前来容未不小属" },
  或: { ends: "抑", begins: "者许是多" },
  们: {},
};

/** `particle-twice`: a particle typed twice (的的, 了了). A short list, less the words in which it is right. */
export function doubledParticles({ text, masked }: RunningText, { marks }: Paragraph): readonly CopyFinding[] {
  const findings: CopyFinding[] = [];
  for (const index of marks) {
    const mark = masked[index] ?? "";
    if ((roleAt(masked, index) & particle) === 0) continue;
    const { ends = "", begins = "" } = exceptions[mark] ?? {};
    const before = masked[index - 2] ?? "\n";
    const after = masked[index + 1] ?? "\n";
    if (ends.includes(before) || begins.includes(after) || after === mark) continue;
    const values = { written: mark + mark, around: around(text, index - 1, 2) };
    findings.push({ rule: "particle-twice", index, values, mends: [] });
  }
  return findings;
}
