/** Measures, calendar words and classifiers that follow a number without a space. */
const measures = [
  "平方公里|平方千米|平方米|立方米|千瓦时|摄氏度|个百分点|百分点|小时|分钟|秒钟|公里|千米|厘米|毫米|微米|纳米|公斤|千克|毫克|公顷|英里|英尺|英寸",
  "美元|欧元|日元|港元|人民币|人次|年代|世纪|周年|周岁|個百分點|百分點|小時|分鐘|公釐|公頃|美元|歐元|年代|世紀|週年",
  "[年月日号时点分秒周天岁人个位名只条件张篇章节卷册本部届次场期项种类倍元角吨克斤里米度户家国省市县页版层楼颗辆艘架座所间套台份字句行级席亩]",
  "[號時點歲個隻條張節冊屆場項種類噸戶國縣頁層樓顆輛間臺級畝]",
].join("|");
/** Signs of units that follow a number with a space (SI brochure, 9th edition, 5.4.3). */
const signs = "[kcmnμ]?m[²³]?|[kmμ]?g|[mkMGT]?(?:W|V|A|Hz|Pa|J|L|B|Wh)|t|s|ms|min|h|K|°C|℃|ha|px";
// Every repetition has an end, so that no text makes the search slow.
const unit = new RegExp(
  `[0-9]{1,20}(?:[.,:][0-9]{1,9}){0,5}(?:[多余餘]?[十百千万亿萬億]{0,4}[多余餘]?(?:${measures})| (?:${signs})(?![A-Za-z0-9])|[多余餘]?[十百千万亿萬億]{1,4})`,
  "y",
);

const longestNumber = 80;

/** Where the number that begins at `start` of `text` ends together with its unit; `start` where no unit follows it. */
export function endOfMeasure(text: string, start: number): number {
  let end = start;
  while (end - start < longestNumber && isInNumber(text.charCodeAt(end))) end++;
  // Most numbers that no unit follows are told by their next character.
  if (text.charCodeAt(end) < 0x2e80 && text.charCodeAt(end) !== 0x20) return start;
  unit.lastIndex = start;
  return unit.test(text) ? unit.lastIndex : start;
}

/** Whether `code` is a digit, comma, point or colon. */
function isInNumber(code: number): boolean {
  return (code >= 0x30 && code <= 0x3a) || code === 0x2c || code === 0x2e;
}
