import { escapeText } from "../xml/write-xml";

/*
 * Text of cells: what XML cannot hold is written `_xHHHH_` (ECMA-376-1 §22.9.2.19, ST_Xstring).
 */

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

/** An error value that a cell can hold. */
export const ERROR_VALUE =
  /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!|GETTING_DATA|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!)$/;
