/* What UTF-8 becomes when it is read as Shift_JIS or as Latin-1. */
const MISREAD =
  /[縺繧繝][^\s]?[・ｧ-ﾟ縺繧繝\uFFFD]|繝・|縺・|[ãåæçèé][\u0080-\u00BF\u0152-\u0192\u02C6\u02DC\u2013-\u203A\u20AC\u2122]/u;

/** True for a text that was read in the wrong code: some of it is lost for certain. */
export function isGarbled(text: string): boolean {
  return text.includes("\uFFFD") || MISREAD.test(text);
}
