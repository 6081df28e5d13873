/** What stands before the first character that is seen: blanks of any width, control characters, zero-width and direction marks. */
const UNSEEN = /^[\s\p{Cc}\p{Cf}]+/u;
const FIRST_NON_ASCII = 0x80;
const FORMULA_SIGNS: ReadonlySet<string> = new Set("=+-@");

/** The text from its first character that is seen. */
export function seenText(text: string): string {
  // Most texts begin with what is seen.
  const first = text.charCodeAt(0);
  return first > 0x3000 && first < 0xd800 ? text : text.replace(UNSEEN, "");
}

/** The first character of a text, half-width: a Japanese Excel reads full-width signs like the half-width ones. */
export function firstSign(text: string): string {
  const sign = text.slice(0, 1);
  return text.charCodeAt(0) < FIRST_NON_ASCII ? sign : sign.normalize("NFKC");
}

/** Whether a sign, half-width, makes a spreadsheet read a formula or a command when a text begins with it (OWASP, CWE-1236). */
export function opensFormula(sign: string): boolean {
  return FORMULA_SIGNS.has(sign);
}
