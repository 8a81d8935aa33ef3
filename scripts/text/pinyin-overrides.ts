/**
 * Readings that stand above pinyin-pro's, one word and its syllables to a pair, in Simplified characters (with 乾 as itself).
 *
 * A word is here because pinyin-pro 3.29 reads it wrongly, or because a newer one would read it otherwise than the
 * addresses already published; or, in the lines marked *keeps*, because another word here would be found inside a phrase
 * where it does not belong (央行 in 中央行动): words are matched from the end of a name, the longest first, as 行动 shows.
 *
 * Changing a reading changes the addresses of every article whose file name holds the word: add, never change.
 */
const table = `
长 局长 ju-zhang 处长 chu-zhang 秘书长 mi-shu-zhang 站长 zhan-zhang 村长 cun-zhang 乡长 xiang-zhang 州长 zhou-zhang
长 议长 yi-zhang 厂长 chang-zhang 店长 dian-zhang 馆长 guan-zhang 台长 tai-zhang 所长 suo-zhang 署长 shu-zhang 理事长 li-shi-zhang
长 董事长 dong-shi-zhang 审计长 shen-ji-zhang 河长制 he-zhang-zhi 林长制 lin-zhang-zhi 链长制 lian-zhang-zhi 田长制 tian-zhang-zhi
长 长女 zhang-nv 长房 zhang-fang 长高 zhang-gao 长满 zhang-man 长出 zhang-chu
keeps 长期 chang-qi 长远 chang-yuan 长久 chang-jiu 长效 chang-xiao 长江 chang-jiang 长城 chang-cheng 长征 chang-zheng 长春 chang-chun
keeps 长沙 chang-sha 长安 chang-an 长途 chang-tu 长短 chang-duan 长廊 chang-lang 长河 chang-he 长篇 chang-pian 长卷 chang-juan
keeps 长跑 chang-pao 长时间 chang-shi-jian 长足 chang-zu 长存 chang-cun 长治 chang-zhi 长青 chang-qing 长线 chang-xian
行 央行 yang-hang 投行 tou-hang 排行 pai-hang 分行 fen-hang 改行 gai-hang 五行 wu-xing
keeps 中央行 zhong-yang-xing 行动 xing-dong 行政 xing-zheng 行为 xing-wei 行使 xing-shi 行走 xing-zou 行驶 xing-shi 行程 xing-cheng
keeps 行李 xing-li 行星 xing-xing 行人 xing-ren 行文 xing-wen 行进 xing-jin 行军 xing-jun 行径 xing-jing 行业 hang-ye
重 重洋 chong-yang 重组 chong-zu 重振 chong-zhen 重温 chong-wen 重返 chong-fan 重启 chong-qi 重现 chong-xian 重演 chong-yan
重 重估 chong-gu 重写 chong-xie 重访 chong-fang 重整 chong-zheng 重回 chong-hui 重归 chong-gui 重置 chong-zhi 重名 chong-ming
重 重婚 chong-hun 重塑 chong-su 重构 chong-gou 重读 chong-du 重聚 chong-ju 重拾 chong-shi 重燃 chong-ran 重铸 chong-zhu
重 重绘 chong-hui 重刊 chong-kan 重版 chong-ban 重游 chong-you 重走 chong-zou 重唱 chong-chang
keeps 组织 zu-zhi 温度 wen-du 返回 fan-hui 返乡 fan-xiang 启发 qi-fa 启迪 qi-di 启示 qi-shi 现实 xian-shi 现象 xian-xiang 现代 xian-dai
keeps 演变 yan-bian 演讲 yan-jiang 演出 yan-chu 估计 gu-ji 写作 xie-zuo 写实 xie-shi 整体 zheng-ti 整合 zheng-he 整个 zheng-ge
keeps 整理 zheng-li 回答 hui-da 回应 hui-ying 回顾 hui-gu 归纳 gui-na 归属 gui-shu 置换 zhi-huan 名誉 ming-yu 塑造 su-zao 构建 gou-jian
keeps 构成 gou-cheng 读书 du-shu 读者 du-zhe 聚焦 ju-jiao 聚集 ju-ji 铸就 zhu-jiu 铸牢 zhu-lao 绘画 hui-hua 刊物 kan-wu 刊登 kan-deng
keeps 现金 xian-jin 现场 xian-chang 现状 xian-zhuang 现行 xian-xing 组建 zu-jian 组成 zu-cheng 组合 zu-he 整治 zheng-zhi 整改 zheng-gai
keeps 整顿 zheng-dun 回归 hui-gui 回报 hui-bao 回收 hui-shou 读懂 du-dong 演示 yan-shi 名著 ming-zhu 名人 ming-ren 游戏 you-xi
keeps 版权 ban-quan 版面 ban-mian 游客 you-ke
还 还书 huan-shu 还款 huan-kuan 还贷 huan-dai 还草 huan-cao 还湖 huan-hu 还田 huan-tian 还珠 huan-zhu 还本付息 huan-ben-fu-xi
还 退耕还林 tui-geng-huan-lin 还政于民 huan-zheng-yu-min 还路于民 huan-lu-yu-min 还绿于民 huan-lv-yu-min
keeps 书写 shu-xie 书记 shu-ji 田野 tian-ye
都 古都 gu-du 陪都 pei-du 京都 jing-du 丰都 feng-du 于都县 yu-du-xian 新都区 xin-du-qu 都察院 du-cha-yuan 元大都 yuan-da-du
都 大都会 da-du-hui 都灵 du-ling 魔都 mo-du
keeps 北京都 bei-jing-dou 南京都 nan-jing-dou 东京都 dong-jing-du 自古都 zi-gu-dou 千古都 qian-gu-dou 都灵活 dou-ling-huo 都灵敏 dou-ling-min
keeps 都是 dou-shi 都有 dou-you 都能 dou-neng 都要 dou-yao 都可 dou-ke 都在 dou-zai 都应 dou-ying 都没 dou-mei 都不 dou-bu
率 率先 shuai-xian 率队 shuai-dui 率军 shuai-jun 率部 shuai-bu 率团 shuai-tuan 率众 shuai-zhong 率土 shuai-tu
keeps 先行 xian-xing 先进 xian-jin 军事 jun-shi 军队 jun-dui 部分 bu-fen 部门 bu-men 团队 tuan-dui 团结 tuan-jie
曾 曾子 zeng-zi 曾国藩 zeng-guo-fan 曾侯乙 zeng-hou-yi 曾巩 zeng-gong 曾皙 zeng-xi 曾参 zeng-shen 曾姓 zeng-xing
keeps 参加 can-jia 参与 can-yu 参观 can-guan 参考 can-kao
传 水浒传 shui-hu-zhuan 左传 zuo-zhuan 春秋三传 chun-qiu-san-zhuan 白蛇传 bai-she-zhuan
传 公羊传 gong-yang-zhuan 穀梁传 gu-liang-zhuan 谷梁传 gu-liang-zhuan
keeps 传统 chuan-tong 传播 chuan-bo 传承 chuan-cheng 传说 chuan-shuo 传奇 chuan-qi 传递 chuan-di 传达 chuan-da 传授 chuan-shou 传记 zhuan-ji
朝 朝花夕拾 zhao-hua-xi-shi 朝闻道 zhao-wen-dao 一朝一夕 yi-zhao-yi-xi 有朝一日 you-zhao-yi-ri 朝乾夕惕 zhao-qian-xi-ti
朝 朝令夕改 zhao-ling-xi-gai 朝九晚五 zhao-jiu-wan-wu 朝秦暮楚 zhao-qin-mu-chu 朝三暮四 zhao-san-mu-si 朝露 zhao-lu 今朝 jin-zhao
朝 朝发夕至 zhao-fa-xi-zhi 朝思暮想 zhao-si-mu-xiang 朝阳产业 zhao-yang-chan-ye
乐 乐毅 yue-yi 乐羊 yue-yang 乐清 yue-qing 乐亭 lao-ting 乐经 yue-jing 乐记 yue-ji 乐教 yue-jiao 燕乐 yan-yue 俗乐 su-yue 乐评 yue-ping
乐 乐迷 yue-mi 仙乐 xian-yue 独乐乐 du-yue-le 众乐乐 zhong-yue-le 知者乐水 zhi-zhe-yao-shui 智者乐水 zhi-zhe-yao-shui
乐 仁者乐山 ren-zhe-yao-shan
keeps 快乐 kuai-le 娱乐 yu-le 教育 jiao-yu 教学 jiao-xue 教师 jiao-shi 经济 jing-ji 经验 jing-yan 经营 jing-ying 经过 jing-guo 经典 jing-dian
keeps 经历 jing-li 记忆 ji-yi 记录 ji-lu 记者 ji-zhe
keeps 朝鲜 chao-xian 朝着 chao-zhe 朝廷 chao-ting 朝向 chao-xiang 乘客 cheng-ke 乘坐 cheng-zuo 乘势 cheng-shi 乘风 cheng-feng
校 校雠 jiao-chou 校释 jiao-shi 校笺 jiao-jian 点校 dian-jiao 参校 can-jiao
keeps 一般若 yi-ban-ruo 试点校 shi-dian-xiao 重点校 zhong-dian-xiao 校企 xiao-qi 释放 shi-fang 校园 xiao-yuan 校长 xiao-zhang
调 调拨 diao-bo
着 着装 zhuo-zhuang 着色 zhuo-se
角 配角 pei-jue
粘 粘贴 zhan-tie 粘连 zhan-lian
泊 湖泊 hu-po 梁山泊 liang-shan-po 水泊 shui-po
什 喀什 ka-shi 什邡 shi-fang 什刹海 shi-cha-hai 克什克腾 ke-shi-ke-teng 什锦 shi-jin 塔什干 ta-shi-gan 克什米尔 ke-shi-mi-er
州县 会稽 kuai-ji 涡阳 guo-yang 浚县 xun-xian 洪洞 hong-tong 蔚县 yu-xian 蔚州 yu-zhou 筠连 jun-lian 泌阳 bi-yang 黄陂 huang-pi
州县 大埔 da-bu 吴堡 wu-bu 宕昌 tan-chang 尉犁 yu-li 单县 shan-xian 歙县 she-xian 莘庄 xin-zhuang 栎阳 yue-yang 大栅栏 da-shi-lan
州县 繁峙 fan-shi 解州 xie-zhou 浒墅关 xu-shu-guan 浒湾 xu-wan 六合区 lu-he-qu 中牟 zhong-mu 召陵 shao-ling 天姥 tian-mu
州县 高句丽 gao-gou-li 大宛 da-yuan 朱提 zhu-shi
人名 单雄信 shan-xiong-xin 单田芳 shan-tian-fang 种师道 chong-shi-dao 尉迟 yu-chi 万俟 mo-qi 墨翟 mo-di 冒顿 mo-du 召公 shao-gong
人名 祭仲 zhai-zhong 澹台 tan-tai 伍员 wu-yun 夫差 fu-chai 皋陶 gao-yao 句芒 gou-mang
古语 禅让 shan-rang 封禅 feng-shan 商贾 shang-gu 将进酒 qiang-jin-jiu 千乘 qian-sheng 史乘 shi-sheng 三省吾身 san-xing-wu-shen
古语 虚与委蛇 xu-yu-wei-yi 身毒 yuan-du 覃思 tan-si 叶韵 xie-yun 一曝十寒 yi-pu-shi-han 属望 zhu-wang 道藏 dao-zang 地藏菩萨 di-zang-pu-sa
古语 地藏经 di-zang-jing 伽蓝 qie-lan 般若 bo-re 南无阿弥陀佛 na-mo-a-mi-tuo-fo 阿弥陀佛 a-mi-tuo-fo 仆射 pu-ye
词 阿胶 e-jiao 绿营 lu-ying 黄柏 huang-bo 玄参 xuan-shen 叫嚣 jiao-xiao 弄巷 long-xiang 里弄 li-long 刹那 cha-na 荨麻疹 xun-ma-zhen
乾 乾燥 gan-zao 乾净 gan-jing 乾旱 gan-han 乾脆 gan-cui 乾杯 gan-bei 乾枯 gan-ku 乾涸 gan-he 乾粮 gan-liang 乾货 gan-huo 饼乾 bing-gan
字 𠮷 ji 㐂 xi
`;

let words: ReadonlyMap<string, readonly string[]> | undefined;

/** The words of the table with their syllables; read at the first use. */
export function pinyinOverrides(): ReadonlyMap<string, readonly string[]> {
  words ??= read(table);
  return words;
}

function read(lines: string): ReadonlyMap<string, readonly string[]> {
  const overrides = new Map<string, readonly string[]>();
  for (const line of lines.trim().split("\n")) {
    const cells = line.split(" ");
    for (let at = 1; at + 1 < cells.length; at += 2) overrides.set(cells[at] ?? "", (cells[at + 1] ?? "").split("-"));
  }
  return overrides;
}
