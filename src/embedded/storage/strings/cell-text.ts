import { StorageError } from "../storage-error";
import { escapeText } from "../xml/xml";
import { characterLength, checkSpecial, passDeclaration, referencedCode, textPlain } from "../xml/xml-bytes";

/*
 * Text of cells: UTF-8 with XML's escapes and, for characters XML cannot hold, `_xHHHH_`
 * (ECMA-376-1 §22.9.2.19, ST_Xstring).
 */

const decoder = new TextDecoder();
/** Longer texts go through TextDecoder, whose cost per call is what makes it slow for cells. */
const SHORT = 4096;
const units = new Uint16Array(SHORT);

/** Decodes UTF-8; many times faster than TextDecoder for texts as short as cells. */
export function decodeUtf8(bytes: Uint8Array, start: number, end: number): string {
  if (end - start > SHORT) return decoder.decode(bytes.subarray(start, end));
  let count = 0;
  let at = start;
  while (at < end) {
    const first = bytes[at]!;
    if (first < 0x80) {
      units[count++] = first;
      at += 1;
    } else if (first < 0xe0) {
      units[count++] = ((first & 0x1f) << 6) | (bytes[at + 1]! & 0x3f);
      at += 2;
    } else if (first < 0xf0) {
      units[count++] = ((first & 0x0f) << 12) | ((bytes[at + 1]! & 0x3f) << 6) | (bytes[at + 2]! & 0x3f);
      at += 3;
    } else {
      const point =
        (((first & 0x07) << 18) |
          ((bytes[at + 1]! & 0x3f) << 12) |
          ((bytes[at + 2]! & 0x3f) << 6) |
          (bytes[at + 3]! & 0x3f)) -
        0x10000;
      units[count++] = 0xd800 | (point >> 10);
      units[count++] = 0xdc00 | (point & 0x3ff);
      at += 4;
    }
  }
  return String.fromCharCode.apply(null, units.subarray(0, count) as unknown as number[]);
}

/** Where the text ended that `readXmlText` read last: at the "<" of a tag. */
export let textEnd = 0;

/**
 * Reads text from a place up to the next tag: character references and CDATA sections resolved, line ends as XML reads
 * them, comments left out. One look at each byte, because a sheet may have a reference for every single character.
 * Equal texts are mostly the same string.
 * @throws StorageError damaged
 */
export function readXmlText(bytes: Uint8Array, from: number): string {
  let before = "";
  let count = 0;
  let at = from;
  for (;;) {
    if (count > SHORT - 4) {
      before += asString(count);
      count = 0;
    }
    const code = bytes[at]!;
    if (textPlain[code] === 1) {
      if (code !== CARRIAGE_RETURN) units[count++] = code;
      else if (bytes[at + 1] !== LINE_FEED) units[count++] = LINE_FEED;
      at += 1;
    } else if (code >= 0xe0 && code < 0xf0) {
      at += characterLength(bytes, at);
      units[count++] = ((code & 0x0f) << 12) | ((bytes[at - 2]! & 0x3f) << 6) | (bytes[at - 1]! & 0x3f);
    } else if (code === AMPERSAND) {
      let point = 0;
      let end = at + 2;
      if (bytes[at + 1] === HASH) {
        for (let digit = bytes[end]! - 0x30; digit >= 0 && digit <= 9 && point < 0xd800; digit = bytes[++end]! - 0x30) {
          point = point * 10 + digit;
        }
      }
      // Nearly all references are such numbers; everything else is looked at properly.
      if (point < 0x20 || point >= 0xd800 || bytes[end] !== SEMICOLON) {
        point = referencedCode(bytes, at);
        end = bytes.indexOf(SEMICOLON, at);
      }
      at = end + 1;
      if (point > 0xffff) units[count++] = 0xd7c0 + (point >> 10);
      units[count++] = point > 0xffff ? 0xdc00 | (point & 0x3ff) : point;
    } else if (code === LESS) {
      const next = bytes[at + 1];
      if (next !== EXCLAMATION && next !== QUESTION) break;
      const end = passDeclaration(bytes, at, true);
      if (next === EXCLAMATION && bytes[at + 2] === OPEN_BRACKET) {
        before += asString(count) + lineEnds(decoder.decode(bytes.subarray(at + 9, end - 3)));
        count = 0;
      }
      at = end;
    } else if (at >= bytes.length) throw new StorageError("damaged", "text is cut off");
    else {
      const end = checkSpecial(bytes, at);
      if (code >= 0xf0) {
        const point = ((code & 0x07) << 18) | ((bytes[at + 1]! & 0x3f) << 12) | ((bytes[at + 2]! & 0x3f) << 6);
        units[count++] = 0xd7c0 + (point >> 10);
        units[count++] = 0xdc00 | ((point | (bytes[at + 3]! & 0x3f)) & 0x3ff);
      } else units[count++] = code < 0x80 ? code : ((code & 0x1f) << 6) | (bytes[at + 1]! & 0x3f);
      at = end;
    }
  }
  textEnd = at;
  return before === "" ? known(count) : before + asString(count);
}

function asString(count: number): string {
  return String.fromCharCode.apply(null, units.subarray(0, count) as unknown as number[]);
}

/** Texts read before, by a sum of some of their characters: statuses and fields repeat from row to row. */
const texts = new Array<string>(4096).fill("");

/** The text of the first units, without making a new string where it was read not long ago. */
function known(count: number): string {
  if (count === 0) return "";
  const middle = count >> 1;
  let sum = count + 31 * units[0]! + 961 * units[middle]! + 29_791 * units[count - 1]!;
  if (count > 2) sum += 7 * units[count - 2]! + 217 * units[middle >> 1]! + 6_727 * units[middle + (middle >> 1)]!;
  const place = sum & 4095;
  const text = texts[place]!;
  let same = text.length === count;
  // Backwards, because names that are numbered differ at their ends.
  for (let index = count - 1; same && index >= 0; index--) same = text.charCodeAt(index) === units[index];
  return same ? text : (texts[place] = asString(count));
}

/** Forgets texts read before, so that they do not outlive their workbook. */
export function forgetTexts(): void {
  texts.fill("");
}

function lineEnds(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}

/** Text with the format's own escapes (`_xHHHH_`) undone. */
export function unescapeCellText(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

/** Text for an element that holds cell text; what is already shaped like an escape stays what it is. */
export function escapeCellText(text: string): string {
  if (!NEEDS_ESCAPE.test(text)) return text;
  const escaped = text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    // Lone halves of a surrogate pair cannot be encoded; Excel writes control characters as escapes too.
    .replace(NOT_IN_XML, (character) => {
      if (character.length > 1) return character;
      return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
    });
  return escapeText(escaped);
}

/** Text for an attribute that holds such text (ST_Xstring); line breaks are escaped the same way there. */
export function escapeStringAttribute(text: string): string {
  return escapeCellText(text)
    .replace(/[\t\n]/g, (character) => `_x${character.charCodeAt(0).toString(16).padStart(4, "0")}_`)
    .replaceAll('"', "&quot;");
}

const NEEDS_ESCAPE = /[&<>\u0000-\u0008\u000b-\u001f\ufffe\uffff\ud800-\udfff]|_x/;
const NOT_IN_XML = /[\ud800-\udbff][\udc00-\udfff]|[\u0000-\u0008\u000b-\u001f\ufffe\uffff\ud800-\udfff]/g;

/** Whether `<t>` must say that its spaces count; Excel would otherwise drop those at its ends. */
export function hasEdgeSpace(text: string): boolean {
  return isSpace(text.charCodeAt(0)) || isSpace(text.charCodeAt(text.length - 1));
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x09;
}

/** What a `<t>` without `xml:space="preserve"` shows: Excel drops spaces at its ends. */
export function trimUnpreserved(text: string): string {
  return hasEdgeSpace(text) ? text.replace(/^[ \t\n]+|[ \t\n]+$/g, "") : text;
}

/** Error values a cell can hold. */
export const ERROR_VALUES: ReadonlySet<string> = new Set([
  "#NULL!",
  "#DIV/0!",
  "#VALUE!",
  "#REF!",
  "#NAME?",
  "#NUM!",
  "#N/A",
  "#SPILL!",
  "#CALC!",
  "#GETTING_DATA",
  "#FIELD!",
  "#BLOCKED!",
  "#CONNECT!",
  "#UNKNOWN!",
]);

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const EXCLAMATION = 0x21;
const HASH = 0x23;
const AMPERSAND = 0x26;
const SEMICOLON = 0x3b;
const LESS = 0x3c;
const QUESTION = 0x3f;
const OPEN_BRACKET = 0x5b;
