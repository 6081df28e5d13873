import { strFromU8, unzipSync } from "fflate";
import { SaxesParser } from "saxes";

/** A paragraph of a Word document: its style, and its text with tabs. */
export interface ReadParagraph {
  readonly style: string;
  readonly text: string;
}

/** What is in a Word document, in order. */
export interface ReadDocument {
  readonly parts: Readonly<Record<string, Uint8Array>>;
  /** Those outside tables, contents included. */
  readonly paragraphs: readonly ReadParagraph[];
  /** Rows of cells. */
  readonly tables: readonly (readonly (readonly string[])[])[];
  /** Alternative texts of the pictures. */
  readonly pictures: readonly string[];
  /** For each table, how many of its rows from the top are repeated on every page. */
  readonly headerRows: readonly number[];
}

/** Reads document.xml with a parser that is not ours. @throws Error where it is not well-formed */
export function readDocx(bytes: Uint8Array): ReadDocument {
  const parts = unzipSync(bytes);
  const paragraphs: { style: string; text: string }[] = [];
  const tables: string[][][] = [];
  const pictures: string[] = [];
  const headerRows: number[] = [];
  let style = "";
  let text = "";
  let isText = false;
  let depth = 0;
  const parser = new SaxesParser({ xmlns: true });
  parser.on("opentag", ({ name, attributes }) => {
    const value = (of: string) => attributes[of]?.value ?? "";
    if (name === "w:p") style = text = "";
    if (name === "w:pStyle") style = value("w:val");
    if (name === "w:t") isText = true;
    if (name === "w:tab" && !("w:pos" in attributes)) text += "\t";
    if (name === "w:tblHeader") headerRows[tables.length - 1]!++;
    if (name === "wp:docPr") pictures.push(value("descr"));
    if (name === "w:tbl") {
      depth++;
      tables.push([]);
      headerRows.push(0);
    }
    if (name === "w:tr") tables.at(-1)!.push([]);
    if (name === "w:tc") tables.at(-1)!.at(-1)!.push("");
  });
  parser.on("text", (part) => {
    if (isText) text += part;
  });
  parser.on("closetag", ({ name }) => {
    if (name === "w:t") isText = false;
    if (name === "w:tbl") depth--;
    if (name !== "w:p") return;
    if (depth === 0) paragraphs.push({ style, text });
    else {
      const row = tables.at(-1)!.at(-1)!;
      row.push(`${row.pop() ?? ""}${text}`);
    }
  });
  parser.write(strFromU8(parts["word/document.xml"]!)).close();
  return { parts, paragraphs, tables, pictures, headerRows };
}

/** The tables of the page: rows of cells, as they are read. */
export function readTables(html: string): string[][][] {
  return [...html.matchAll(/<table>([^]*?)<\/table>/g)].map(([, table = ""]) =>
    [...table.matchAll(/<tr[^>]*>([^]*?)<\/tr>/g)].map(([, row = ""]) =>
      [...row.matchAll(/<t[hd][^>]*>([^]*?)<\/t[hd]>/g)].map(([, cell = ""]) => plainText(cell)),
    ),
  );
}

/** HTML as the text that it shows. */
export function plainText(html: string): string {
  return html
    .replaceAll("<br>", "\n")
    .replace(/<[^>]*>/g, "")
    .replace(/&(amp|lt|gt|quot|#39);/g, (_all, name: string) => ENTITIES[name] ?? "");
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
