import { decodeUtf8, trimUnpreserved, unescapeCellText } from "./cell-text";
import { TagReader } from "../xml/tags";

/** Reads the text of a string item (`si` or `is`) that the reader has just entered, up to its closing tag. */
export function readStringItem(reader: TagReader, name: string): string {
  let text = "";
  let phonetic = 0;
  while (reader.next()) {
    if (reader.closing) {
      if (reader.is(name)) break;
      if (reader.is("rPh")) phonetic -= 1;
    } else if (reader.is("rPh")) {
      // Readings of kanji belong to the editor, not to the text.
      if (!reader.selfClosing) phonetic += 1;
    } else if (reader.is("t") && !reader.selfClosing) {
      const preserved = reader.attribute("xml:space") === "preserve";
      const run = readText(reader);
      if (phonetic === 0) text += preserved ? run : trimUnpreserved(run);
    }
  }
  return text;
}

/** Reads the text of the element that the reader has just entered and moves past its closing tag. */
export function readText(reader: TagReader): string {
  const { bytes } = reader;
  const start = reader.tagEnd;
  reader.next();
  const end = reader.tagStart;
  let special = false;
  for (let at = start; at < end && !special; at++) {
    const code = bytes[at];
    special = code === AMPERSAND || code === CARRIAGE_RETURN || code === UNDERSCORE || code === LESS;
  }
  const raw = decodeUtf8(bytes, start, end);
  if (!special) return raw;
  if (!raw.includes("<![CDATA[")) return unescapeCellText(raw);
  return raw
    .split(/(<!\[CDATA\[[^]*?\]\]>|<!--[^]*?-->)/)
    .map((piece) =>
      piece.startsWith("<![") ? piece.slice(9, -3) : piece.startsWith("<!--") ? "" : unescapeCellText(piece),
    )
    .join("");
}

/** The strings of `xl/sharedStrings.xml`, rich text joined. */
export function readSharedStrings(bytes: Uint8Array): string[] {
  const strings: string[] = [];
  const reader = new TagReader(bytes);
  while (reader.next()) {
    if (reader.closing || !reader.is("si")) continue;
    strings.push(reader.selfClosing ? "" : readStringItem(reader, "si"));
  }
  return strings;
}

const AMPERSAND = 0x26;
const CARRIAGE_RETURN = 0x0d;
const UNDERSCORE = 0x5f;
const LESS = 0x3c;
