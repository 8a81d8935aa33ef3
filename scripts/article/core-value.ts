const integer = /^[-+]?[0-9]{1,400}$/u;
const octal = /^0o[0-7]{1,400}$/u;
const hexadecimal = /^0x[0-9a-fA-F]{1,400}$/u;
const float = /^[-+]?(?:\.[0-9]{1,400}|[0-9]{1,400}(?:\.[0-9]{0,400})?)(?:[eE][-+]?[0-9]{1,9})?$/u;

/** What YAML's core schema makes of a plain scalar (YAML 1.2.2, 10.3.2): null, a boolean, a number, or the text itself. */
export function coreValue(source: string): string | number | boolean | null {
  if (/^(?:~|null|Null|NULL|)$/u.test(source)) return null;
  if (/^(?:true|True|TRUE)$/u.test(source)) return true;
  if (/^(?:false|False|FALSE)$/u.test(source)) return false;
  if (integer.test(source)) return Number(source);
  if (octal.test(source)) return Number.parseInt(source.slice(2), 8);
  if (hexadecimal.test(source)) return Number.parseInt(source.slice(2), 16);
  if (float.test(source)) return Number(source);
  if (/^[-+]?\.(?:inf|Inf|INF)$/u.test(source)) return source.startsWith("-") ? -Infinity : Infinity;
  if (/^\.(?:nan|NaN|NAN)$/u.test(source)) return Number.NaN;
  return source;
}
