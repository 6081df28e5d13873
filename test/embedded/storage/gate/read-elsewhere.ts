import * as SheetJs from "@e965/xlsx";
import ExcelJS from "exceljs";
import { strFromU8, strToU8, zipSync } from "fflate";
import type { SheetModel } from "../../../../src/embedded/model/model";
import { cellName } from "./cell-areas";
import { oncePerFile } from "./once-per-file";
import { readZipFile } from "./zip-file";

/** A sheet as a reader that is not ours sees it: values by A1 address, a formula's by its last result, blanks left out. */
export interface ReadSheet {
  readonly name: string;
  readonly values: ReadonlyMap<string, string | number | boolean>;
}

/** A reader: its name, and what it makes of a file. It throws where the file does not open. */
export interface Reader {
  readonly name: string;
  readonly read: (bytes: Uint8Array) => Promise<readonly ReadSheet[]>;
}

/** Days between the first days of the two calendars of Excel. */
const DAYS_1904 = 1462;
const DAY = 86_400_000;

/** Knows no prefixes but the usual ones. */
const excelJs: Reader = {
  name: "ExcelJS",
  async read(bytes) {
    const workbook = new ExcelJS.Workbook();
    // eslint-disable-next-line @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-argument -- its Buffer type is older than Node's
    await workbook.xlsx.load(Buffer.from(withUsualNames(bytes)) as any);
    const first = Date.UTC(1899, 11, 30) + (workbook.properties.date1904 ? DAYS_1904 * DAY : 0);
    return workbook.worksheets.map((sheet) => {
      const values = new Map<string, string | number | boolean>();
      sheet.eachRow((row) => {
        row.eachCell((cell) => {
          // Of a merged area every cell says what the first one holds.
          const value = cell.isMerged && cell.master !== cell ? null : plain(shown(cell), first);
          if (value !== null) values.set(cell.address, value);
        });
      });
      return { name: sheet.name, values };
    });
  },
};

/** A formula's result by itself: as a part of the cell's value ExcelJS leaves out a 0. */
function shown(cell: ExcelJS.Cell): ExcelJS.CellValue {
  return cell.type === ExcelJS.ValueType.Formula ? cell.result : cell.value;
}

function plain(value: ExcelJS.CellValue | undefined, first: number): string | number | boolean | null {
  if (value === null || value === undefined || value === "") return null;
  if (value instanceof Date) return Math.round(((value.getTime() - first) / DAY) * 1e8) / 1e8;
  if (typeof value !== "object") return value;
  if ("richText" in value) return value.richText.map(({ text }) => text).join("");
  if ("error" in value) return value.error;
  if ("hyperlink" in value) return plain(value.text, first);
  return null;
}

/** The build that SheetJS itself maintains, under the name by which npm has it. */
const sheetJs: Reader = {
  name: "SheetJS",
  read(bytes) {
    // A copy, because SheetJS hangs members of its own on the array that it reads.
    const workbook = SheetJs.read(withUsualNames(bytes).slice(), {
      type: "array",
      cellFormula: false,
      cellHTML: false,
      cellText: false,
    });
    const sheets = workbook.SheetNames.flatMap((name) => {
      const sheet = workbook.Sheets[name];
      if (sheet === undefined || sheet["!type"] === "chart") return [];
      const values = new Map<string, string | number | boolean>();
      for (const [address, cell] of Object.entries(sheet) as [string, SheetJs.CellObject][]) {
        if (address.startsWith("!") || cell.v === undefined || cell.v === "" || cell.t === "z") continue;
        values.set(address, cell.t === "e" ? (ERRORS[Number(cell.v)] ?? String(cell.v)) : (cell.v as string));
      }
      return [{ name, values }];
    });
    return Promise.resolve(sheets);
  },
};

/** Error values by their numbers in the older file format. */
const ERRORS: Readonly<Record<number, string>> = {
  0x00: "#NULL!",
  0x07: "#DIV/0!",
  0x0f: "#VALUE!",
  0x17: "#REF!",
  0x1d: "#NAME?",
  0x24: "#NUM!",
  0x2a: "#N/A",
  0x2b: "#GETTING_DATA",
};

/** Readers that share no code with the product or with each other. */
export const READERS: readonly Reader[] = [excelJs, sheetJs].map(({ name, read }) => ({
  name,
  read: oncePerFile(read),
}));

/**
 * A file with its part names, and what names them, in small letters. By the package's rules letter case does not matter
 * (ECMA-376 part 2, 6.2.2.3); the readers go by the names that Excel gives.
 */
function withUsualNames(bytes: Uint8Array): Uint8Array {
  const { entries } = readZipFile(bytes);
  if (![...entries.keys()].some((name) => name.startsWith("XL/"))) return bytes;
  const small = (part: string, content: Uint8Array): [string, Uint8Array] => {
    const isTypes = part === "[Content_Types].xml";
    if (!isTypes && !part.endsWith(".rels")) return [part.toLowerCase(), content];
    const links = /(Target|PartName)="(?!\w+:)[^"]*"/g;
    const text = strFromU8(content).replaceAll(
      links,
      (link, key: string) => key + link.slice(key.length).toLowerCase(),
    );
    return [isTypes ? part : part.toLowerCase(), strToU8(text)];
  };
  return zipSync(Object.fromEntries([...entries].map(([part, content]) => small(part, content))));
}

/** What a sheet of the product's workbook holds, in the readers' form. */
export function valuesOf(sheet: SheetModel): ReadSheet {
  const values = new Map<string, string | number | boolean>();
  sheet.rows.forEach((row, r) => {
    row?.forEach((value, c) => {
      if (value !== "") values.set(cellName(r + 1, c + 1), value);
    });
  });
  return { name: sheet.name, values };
}

/** Where two accounts of a sheet differ; a few places, not all of a thousand. */
export function differences(wanted: ReadSheet, found: ReadSheet | undefined): string[] {
  if (found === undefined) return [`${wanted.name} is not there`];
  const places = new Set([...wanted.values.keys(), ...found.values.keys()]);
  return [...places]
    .filter((place) => !same(wanted.values.get(place), found.values.get(place)))
    .slice(0, 5)
    .map((place) => {
      const [is, was] = [found.values.get(place), wanted.values.get(place)].map((value) =>
        value === undefined ? "blank" : JSON.stringify(value),
      );
      return `${wanted.name}!${place} is ${is!}, not ${was!}`;
    });
}

type Value = string | number | boolean | undefined;

/**
 * XML has one kind of line break (XML 1.0, 2.11), so readers may give another than was written; ExcelJS leaves the escapes of
 * characters (ECMA-376 part 1, 22.4.2.4) in inline strings as they are.
 */
function same(a: Value, b: Value): boolean {
  if (typeof a === "number" && typeof b === "number") return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a));
  if (typeof a === "string" && typeof b === "string") {
    const lines = (text: string): string => text.replaceAll(/\r\n?/g, "\n");
    return lines(a) === lines(b) || lines(a) === lines(unescaped(b));
  }
  return a === b;
}

function unescaped(text: string): string {
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
