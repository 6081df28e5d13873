import { decodeEntities, escapeText } from "./xml";

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
  let escaped = text;
  if (escaped.includes("_x")) escaped = escaped.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
  // Lone halves of a surrogate pair cannot be encoded; Excel writes control characters as escapes too.
  escaped = escaped.replace(NOT_IN_XML, (character) => {
    return character.length > 1
      ? character
      : `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
  });
  return NEEDS_ENTITY.test(escaped) ? escapeText(escaped) : escaped;
}

const NOT_IN_XML = /[\ud800-\udbff][\udc00-\udfff]|[\u0000-\u0008\u000b-\u001f\ufffe\uffff\ud800-\udfff]/g;
const NEEDS_ENTITY = /[&<>]/;

/** `<t>` with its text; the space attribute only where Excel would otherwise trim. */
export function textElement(text: string): string {
  const preserve = EDGE_SPACE.test(text) ? ' xml:space="preserve"' : "";
  return `<t${preserve}>${escapeCellText(text)}</t>`;
}

const EDGE_SPACE = /^[ \t\n]|[ \t\n]$/;

/** What a `<t>` without `xml:space="preserve"` shows: Excel drops spaces at its ends. */
export function trimUnpreserved(text: string): string {
  return EDGE_SPACE.test(text) ? text.replace(/^[ \t\n]+|[ \t\n]+$/g, "") : text;
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
