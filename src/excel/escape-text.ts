import { ERA_INITIALS, ERA_LETTERS, ERA_NAMES } from "../ledger/wareki";
import { firstSign, opensFormula, seenText } from "../ledger/formula-start";

/** Excel's limit on the text of one cell, in UTF-16 code units. */
export const MAX_CELL_TEXT = 32767;

/** What, at the start of a typed text, is taken away or for the end of the entry. */
const LOST_START = /^[\t\r\n]/;
/** The sign that makes Excel take what follows for a text. */
const TEXT_PREFIX = "'";
const LOGICAL_OR_ERROR = /^(true|false|#[a-z0-9_/]+[!?]?)$/i;
const HAS_DIGIT = /[0-9元]/;
/**
 * Texts made of nothing but digits and what numbers, dates and times are written with, an era or month name included:
 * "007", "1-2", "3/4", "12%", "(5)", "1e5", "¥100", "平成22年3月", "R4.4.1", "午前9時", "10:30 PM", "5-Mar-2010".
 */
const NUMBER_OR_DATE = new RegExp(
  `^(?:${ERA_NAMES}|午前|午後|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|am|pm| [ap]$|[e${ERA_LETTERS}${ERA_INITIALS}元年月日時分秒0-9\\s.,:;/+\\-%()¥\\\\$€£])+$`,
  "i",
);

/**
 * What to give Excel so that the cell shows exactly `text`: a leading apostrophe (which Excel takes as "this is text" and
 * does not show) where it could otherwise take the text for a formula, a number, a date, a logical or an error value.
 * Line ends become line feeds, the only ones a cell knows.
 *
 * @param textFormatted true where the cell's number format is "@", in which Excel interprets nothing but the apostrophe
 */
export function escapeText(text: string, textFormatted = false): string {
  if (text === "") return text;
  const clean = withLineFeeds(text);
  if (textFormatted) return clean.startsWith("'") ? `'${clean}` : clean;
  return escapeCleanText(clean);
}

/** `escapeText` of a text that has line feeds only, in a cell that is not text-formatted. */
export function escapeCleanText(text: string): string {
  return looksLikeSomethingElse(text) ? `'${text}` : text;
}

/** Whether a text is given to Excel as it is. */
export function isPlainText(text: string): boolean {
  return beginsAsText(text) || !looksLikeSomethingElse(text);
}

/** The text with line feeds as its only line ends, which are the only ones a cell knows. */
export function withLineFeeds(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}

/** Kanji that an era, 午前 or 午後 begins with: the only ones that can open a date or time. */
const DATE_KANJI = new Set(Array.from(`${ERA_INITIALS}元午`, (kanji) => kanji.charCodeAt(0)));
const KANA = /[\u3041-\u30ff]/;
/** Longer texts than this are no numbers or dates. */
const LONGEST_ENTRY = 40;

function looksLikeSomethingElse(text: string): boolean {
  // Nearly all texts begin with kana, kanji or a bracket, and none of those is read as anything but text.
  if (beginsAsText(text)) return false;
  if (LOST_START.test(text)) return true;
  const start = seenText(text);
  if (beginsAsText(start)) return false;
  const sign = firstSign(start);
  if (sign === TEXT_PREFIX || opensFormula(sign)) return true;
  if (text.length > LONGEST_ENTRY || KANA.test(text)) return false;
  const key = text.normalize("NFKC").trim();
  return LOGICAL_OR_ERROR.test(key) || (HAS_DIGIT.test(key) && NUMBER_OR_DATE.test(key));
}

function beginsAsText(text: string): boolean {
  const first = text.charCodeAt(0);
  return first > 0x3000 && first < 0xd800 && !DATE_KANJI.has(first);
}

/** Characters that no .xlsx file can hold (control characters except TAB, LF and CR, U+FFFE, U+FFFF) or may be half of one. */
const SUSPECT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/;
const SUSPECT_OR_RETURN = /[\u0000-\u0008\u000b-\u001f\ud800-\udfff\ufffe\uffff]/;
const PAIR_OR_ILLEGAL =
  /[\ud800-\udbff][\udc00-\udfff]|[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/g;

/** Whether `withoutIllegalCharacters` or `withLineFeeds` may change a text: one look spares most texts both. */
export function mayNeedCleaning(text: string): boolean {
  return SUSPECT_OR_RETURN.test(text);
}

/**
 * The text without the characters that no workbook file can store: control characters, halves of surrogate pairs,
 * U+FFFE and U+FFFF. The caller reports where something was left out.
 */
export function withoutIllegalCharacters(text: string): string {
  return SUSPECT.test(text) ? text.replace(PAIR_OR_ILLEGAL, (match) => (match.length === 2 ? match : "")) : text;
}
