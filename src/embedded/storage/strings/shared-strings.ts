import { readXmlText, textEnd, trimUnpreserved, unescapeCellText } from "./cell-text";
import { CellBudget } from "../sheet/cell-budget";
import { StorageError } from "../storage-error";
import { TagReader } from "../xml/tags";

/** Reads the text of a string item (`si` or `is`) that the reader has just entered, up to its closing tag. */
export function readStringItem(reader: TagReader): string {
  const outside = reader.depth - 1;
  let text = "";
  while (reader.depth > outside && reader.next()) {
    if (reader.closing) continue;
    // Readings of kanji belong to the editor, not to the text.
    if (reader.is("rPh") || reader.is("rPr") || reader.is("phoneticPr")) reader.pass();
    else if (reader.is("t") && !reader.selfClosing) {
      const preserved = reader.attribute("xml:space") === "preserve";
      const run = readText(reader);
      text += preserved ? run : trimUnpreserved(run);
    }
  }
  return text;
}

/** The text of a string item written as nearly all are; null, without having moved, for any other. */
function readUsualItem(reader: TagReader): string | null {
  if (!reader.plain || !reader.stands(TEXT, reader.tagEnd)) return null;
  const text = readXmlText(reader.bytes, reader.tagEnd + TEXT.length);
  if (!reader.stands(AFTER_TEXT, textEnd)) return null;
  reader.passTo(textEnd + AFTER_TEXT.length);
  return trimUnpreserved(unescapeCellText(text));
}

const TEXT = new TextEncoder().encode("<t>");
const AFTER_TEXT = new TextEncoder().encode("</t></si>");

/** Reads the cell text of the element that the reader has just entered, up to the next tag. */
export function readText(reader: TagReader): string {
  const text = readXmlText(reader.bytes, reader.tagEnd);
  reader.at = textEnd;
  return unescapeCellText(text);
}

/** The strings of `xl/sharedStrings.xml`, rich text joined. @throws StorageError damaged, too-large */
export function readSharedStrings(bytes: Uint8Array, budget = new CellBudget()): string[] {
  const strings: string[] = [];
  const reader = new TagReader(bytes, 0, true);
  if (!reader.next() || !reader.is("sst")) throw new StorageError("damaged", "shared strings without a list");
  while (reader.next()) {
    if (reader.closing || reader.depth !== 2 || !reader.is("si")) continue;
    budget.addLine();
    strings.push(reader.selfClosing ? "" : (readUsualItem(reader) ?? readStringItem(reader)));
  }
  reader.finish();
  return strings;
}
