import { decodeEntities, escapeText } from "../xml/xml";

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

/** Raw text of an element with XML's and the format's escapes undone and line ends as XML reads them. */
export function unescapeCellText(raw: string): string {
  let text = raw;
  if (text.includes("\r")) text = text.replace(/\r\n?/g, "\n");
  text = decodeEntities(text);
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
