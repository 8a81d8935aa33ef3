const looseForm =
  /^(\d{4}) ?[-/.年] ?(\d{1,2}) ?[-/.月] ?(\d{1,2}) ?(?:[日号]|)(?:[T ]{0,2}(凌晨|早上|上午|中午|下午|晚上|)(\d{1,2})(?::|时|点)(\d{1,2})?(?:[:分](?:(\d{1,2})(?:\.\d{1,9})?秒?)?)?)? ?(z|[+-]\d\d:?\d\d|)$/iu;
const digitsForm = /^(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?$/u;
const han = "〇一二三四五六七八九";

/**
 * The date that `text` most likely means, in a form that is accepted, where that can be told without guessing at the order of
 * its numbers: `2020/3/27` → `2020-03-27`, `2020年3月27日下午3:05` → `2020-03-27 15:05`. It may still be an impossible date.
 */
export function guessMoment(text: string): string | undefined {
  if (text.length > 60) return undefined;
  const plain = latinDigits(text.normalize("NFKC").trim().replace(/\s+/gu, " "));
  const loose = looseForm.exec(plain);
  if (loose !== null) return fromLoose(loose);
  const digits = digitsForm.exec(plain);
  if (digits === null) return undefined;
  const [, year, month, day, hour, minute, second] = digits;
  const clock = hour === undefined ? "" : ` ${hour}:${minute}${second === undefined ? "" : `:${second}`}`;
  return `${year}-${month}-${day}${clock}`;
}

function fromLoose(match: RegExpExecArray): string {
  const [, year = "", month = "", day = "", part = "", hour, minute = "0", second, offset = ""] = match;
  const date = `${year}-${two(month)}-${two(day)}`;
  if (hour === undefined) return date;
  const isLate = (part === "下午" || part === "晚上" || (part === "中午" && Number(hour) < 10)) && Number(hour) < 12;
  const clock = `${two(String(Number(hour) + (isLate ? 12 : 0)))}:${two(minute)}${second === undefined ? "" : `:${two(second)}`}`;
  if (offset === "") return `${date} ${clock}`;
  const ahead =
    offset.toUpperCase() === "Z" || offset.includes(":")
      ? offset.toUpperCase()
      : `${offset.slice(0, 3)}:${offset.slice(3)}`;
  return `${date}T${clock}${ahead}`;
}

/** Years in Chinese digits (`二〇二〇年三月二十七日`) in Latin ones; anything else as it is. */
function latinDigits(text: string): string {
  const match =
    /^([〇零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})[日号]$/u.exec(text);
  if (match === null) return text;
  const [, year = "", month = "", day = ""] = match;
  const years = [...year].map((digit) => han.indexOf(digit === "零" ? "〇" : digit)).join("");
  return `${years}-${hanNumber(month)}-${hanNumber(day)}`;
}

/** 1 to 99 in Chinese. */
function hanNumber(text: string): number {
  const ten = text.indexOf("十");
  if (ten < 0) return han.indexOf(text);
  const tens = ten === 0 ? 1 : han.indexOf(text.slice(0, ten));
  const ones = ten === text.length - 1 ? 0 : han.indexOf(text.slice(ten + 1));
  return tens * 10 + ones;
}

function two(digits: string): string {
  return digits.padStart(2, "0");
}
