import { CellBudget } from "../sheet/cell-budget";
import { StorageError } from "../storage-error";
import { XmlReader } from "../xml/xml-reader";
import { trimUnpreserved, unescapeCellText } from "./cell-text";

/** Reads the text of a string item (`si` or `is`) that the reader has just entered, up to its closing tag. */
export function readStringItem(reader: XmlReader): string {
  const outside = reader.depth - 1;
  let text = "";
  while (reader.depth > outside && reader.next()) {
    if (reader.closing) continue;
    // Readings of kanji belong to the editor, not to the text.
    if (["rPh", "rPr", "phoneticPr"].includes(reader.name)) reader.pass();
    else if (reader.name === "t" && !reader.selfClosing) {
      const preserved = reader.attributes.get("xml:space") === "preserve";
      const run = unescapeCellText(reader.readText());
      text += preserved ? run : trimUnpreserved(run);
    }
  }
  return text;
}

/** The strings of `xl/sharedStrings.xml`, rich text joined. @throws StorageError damaged, too-large */
export function readSharedStrings(text: string, budget = new CellBudget()): string[] {
  const strings: string[] = [];
  const reader = new XmlReader(text);
  const root = reader.next() ? reader.name : "";
  if (root !== "sst") throw new StorageError("damaged", "shared strings without a list");
  const p = reader.prefix;
  const usual = new RegExp(`[ \\t\\r\\n]*<${p}si><${p}t>([^<]*)</${p}t></${p}si>`, "y");
  for (;;) {
    const found = reader.depth === 1 ? reader.take(usual) : null;
    if (!found && !reader.next()) break;
    if (!found && (reader.closing || reader.depth !== 2 || reader.name !== "si")) continue;
    budget.addLine();
    if (found) strings.push(trimUnpreserved(unescapeCellText(reader.meant(found[1]!))));
    else strings.push(reader.selfClosing ? "" : readStringItem(reader));
  }
  reader.finish();
  return strings;
}
