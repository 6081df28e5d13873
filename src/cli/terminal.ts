/*
 * What the command line prints. Names and cells come from elsewhere: a control character in them could move the cursor,
 * rename the window or make text look like another line of ours, and a direction mark could show a word backwards.
 */

/** C0 and C1 controls, DEL, line and paragraph separators, and the marks that turn the direction of writing. */
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;
const UNPRINTABLE_BUT_LINE_FEED =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;
const CONTROL_PICTURES = 0x2400;
const REPLACEMENT = "\ufffd";

/** The text with a visible sign for each character that a terminal would obey: ␛, ␊, � . */
export function oneLine(text: string): string {
  return text.replace(UNPRINTABLE, visible);
}

/** Prints lines of ours to stdout. */
export function print(text: string): void {
  console.log(text.replace(UNPRINTABLE_BUT_LINE_FEED, visible));
}

/** Prints lines of ours to stderr. */
export function complain(text: string): void {
  console.error(text.replace(UNPRINTABLE_BUT_LINE_FEED, visible));
}

/** Prints an answer for programs to stdout: JSON whose texts are whole, but spelt so that a terminal obeys none of them. */
export function printJson(answer: object): void {
  const code = (sign: string) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
  console.log(JSON.stringify(answer, null, 2).replace(UNPRINTABLE_BUT_LINE_FEED, code));
}

function visible(sign: string): string {
  const code = sign.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(CONTROL_PICTURES + code);
  return code === 0x7f ? "\u2421" : REPLACEMENT;
}
