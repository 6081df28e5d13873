import { digitPixels } from "../model/column-width";
import type { NameModel, SheetModel, WorkbookModel } from "../model/model";
import { worksheetId } from "../model/workbook";
import { CellBudget } from "./sheet/cell-budget";
import { Colors, readPalette, readTheme } from "./styles/colors";
import { readCustomProperties, readProperties } from "./zip/document-properties";
import { formulaFromFile } from "./workbook/formula-text";
import { partText, partXml, readRelationships, workbookPart } from "./zip/package-parts";
import type { Relationship } from "./zip/package-parts";
import { readCharts } from "./drawing/read-drawing";
import { readFrame } from "./sheet/read-frame";
import { readStyles } from "./styles/read-styles";
import type { FileStyles } from "./styles/read-styles";
import { MINIMAL_STYLES } from "./styles/style-book";
import { readTable } from "./sheet/tables";
import { parseNameAreas } from "./workbook/references";
import { STATES } from "./workbook/workbook-xml";
import { readSharedStrings } from "./strings/shared-strings";
import { copyFacets } from "./sheet/sheet-facets";
import type { SheetFacets } from "./sheet/sheet-facets";
import { frameText } from "./sheet/sheet-frame";
import { scanSheet } from "./sheet/sheet-scanner";
import type { SheetDataPlace } from "./sheet/sheet-scanner";
import { StorageError } from "./storage-error";
import { child, childrenOf, descend, flag, number, parseXml } from "./xml/xml";
import type { XmlElement } from "./xml/xml";
import { forgetTexts } from "./xml/xml-reader";
import { readZip } from "./zip/zip";
import type { ZipEntries } from "./zip/zip";

/** A workbook with what saving needs to keep the file it came from. */
export interface OpenedWorkbook {
  readonly model: WorkbookModel;
  /** The file's parts, as they were compressed. */
  readonly entries: ZipEntries;
  readonly workbookPart: string;
  /** What each worksheet was like when it was opened, by its part. */
  readonly sheets: ReadonlyMap<string, OpenedSheet>;
  readonly activeSheet: string;
  readonly digitPixels: number;
}

/** A worksheet as it was when the file was opened. */
export interface OpenedSheet {
  readonly facets: SheetFacets;
  /** Whether its tab was selected, alone or in a group. */
  readonly selected: boolean;
  /** Relationship ids, in the sheet's drawing, of its charts by the charts' ids. */
  readonly charts: ReadonlyMap<string, string>;
  /** Where its cells stand in its part. */
  readonly place: SheetDataPlace;
  /** Keys of cells whose formula is stored with another cell ("shared"), by the key of that one. */
  readonly sharedFormulas: ReadonlyMap<number, readonly number[]>;
}

/** Parts that tell what the others are and how they belong together. */
const BOOKKEEPING = /^\[content_types\]\.xml$|\.rels$/i;

/** A file that is larger than this is refused before anything is unpacked. */
const MAX_FILE_BYTES = 300_000_000;

/**
 * Opens an .xlsx file.
 * @param bytes the file; kept (not copied) as long as the result is.
 * @param fileName what the workbook is called.
 * @throws StorageError not-a-workbook, encrypted, too-large or damaged.
 */
export function openWorkbook(bytes: Uint8Array, fileName: string): Promise<OpenedWorkbook> {
  // A promise, although nothing in here waits: saving needs one, and callers should not care which of the two does.
  return new Promise((resolve) => {
    try {
      resolve(open(bytes, fileName));
    } finally {
      forgetTexts();
    }
  });
}

function open(bytes: Uint8Array, fileName: string): OpenedWorkbook {
  refuseOtherFiles(bytes);
  const entries = readZip(bytes);
  const workbookName = workbookPart(entries);
  // Not all of these are needed for reading, but a file that is saved needs them in order.
  for (const name of entries.keys()) if (BOOKKEEPING.test(name)) partXml(entries, name);
  const workbook = partXml(entries, workbookName)!;
  if (workbook.name !== "workbook") throw new StorageError("not-a-workbook", `main part <${workbook.name}>`);
  const relationships = readRelationships(entries, workbookName);
  const target = (kind: string): string | null => relationships.find((each) => each.kind === kind)?.target ?? null;

  const themePart = target("theme");
  const stylesPart = target("styles");
  const styleSheet = (stylesPart === null ? null : partXml(entries, stylesPart)) ?? parseXml(MINIMAL_STYLES);
  const theme = readTheme(themePart === null ? null : partXml(entries, themePart));
  const colors = new Colors(theme, readPalette(styleSheet));
  const styles = readStyles(styleSheet, colors);
  const stringsPart = target("sharedStrings");
  const strings = stringsPart === null ? null : partText(entries, stringsPart);
  const budget = new CellBudget();
  if (strings !== null) budget.allowTexts(strings.length, entries.get(stringsPart!)!.compressed.length);
  const context: SheetContext = {
    entries,
    colors,
    styles,
    digitPixels: digitPixels(styles.defaultFont.name, styles.defaultFont.size),
    sharedStrings: strings === null ? [] : readSharedStrings(strings, budget),
    newId: idMaker(),
    budget,
  };

  const sheetElements = childrenOf(child(workbook, "sheets"), "sheet");
  const read = sheetElements.map((element) =>
    openSheet(
      element,
      relationships.find((each) => each.id === element.attributes.get("r:id")),
      context,
    ),
  );
  const positions = read.map((each) => each?.sheet ?? null);
  const sheets = positions.filter((sheet) => sheet !== null);
  if (sheets.length === 0) throw new StorageError("not-a-workbook", "workbook without worksheets");
  const names = readNames(workbook, positions);

  const activeTab = number(descend(workbook, "bookViews", "workbookView"), "activeTab") ?? 0;
  const active = positions[activeTab] ?? sheets.find((sheet) => sheet.visibility === "Visible") ?? sheets[0]!;
  const model: WorkbookModel = {
    fileName,
    readOnly: false,
    structureProtected: flag(child(workbook, "workbookProtection"), "lockStructure"),
    sheets,
    activeSheet: active.id,
    selection: { sheet: active.id, area: { row: 0, column: 0, rows: 1, columns: 1 } },
    names,
    settings: new Map(),
    customProperties: readCustomProperties(entries),
    properties: readProperties(entries),
    date1904: flag(child(workbook, "workbookPr"), "date1904"),
    fileFormats: styles.formats,
  };
  return {
    model,
    entries,
    workbookPart: workbookName,
    sheets: new Map(
      read
        .filter((each) => each !== null)
        // Print names were read after the sheets, so facets are copied only now.
        .map(({ sheet, ...kept }) => [sheet.part!, { ...kept, facets: copyFacets(sheet) }]),
    ),
    activeSheet: active.id,
    digitPixels: context.digitPixels,
  };
}

/** Tells by the first bytes what the file is where it is no zip container. */
function refuseOtherFiles(bytes: Uint8Array): void {
  if (bytes.length > MAX_FILE_BYTES) throw new StorageError("too-large", `${bytes.length} bytes`);
  const starts = (...magic: number[]): boolean => magic.every((byte, index) => bytes[index] === byte);
  if (starts(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) {
    throw new StorageError("encrypted", "OLE compound file");
  }
  if (!starts(0x50, 0x4b)) throw new StorageError("not-a-workbook", "no zip container");
}

interface ReadSheet extends Omit<OpenedSheet, "facets"> {
  readonly sheet: SheetModel;
}

interface SheetContext {
  readonly entries: ZipEntries;
  readonly colors: Colors;
  readonly styles: FileStyles;
  readonly digitPixels: number;
  readonly sharedStrings: readonly string[];
  readonly newId: () => string;
  /** What the cells of all sheets may hold. */
  readonly budget: CellBudget;
}

/** A worksheet; null for a chart sheet or another kind, which Excel's worksheet collection does not have either. */
function openSheet(
  element: XmlElement,
  relationship: Relationship | undefined,
  context: SheetContext,
): ReadSheet | null {
  const name = element.attributes.get("name") ?? "";
  if (!relationship) throw new StorageError("damaged", `sheet ${name} has no part`);
  if (relationship.kind !== "worksheet") return null;
  const part = relationship.target;
  const text = partText(context.entries, part);
  if (text === null) throw new StorageError("damaged", `${part} is missing`);
  const packed = context.entries.get(part)!.compressed.length;
  const { place, sharedFormulas, missingStrings, ...cells } = scanSheet(
    text,
    context.sharedStrings,
    context.budget,
    packed,
  );
  if (missingStrings > 0) {
    throw new StorageError("damaged", `${part} refers to ${missingStrings} strings that are not there`);
  }
  const relationships = readRelationships(context.entries, part);
  const frame = parseXml(frameText(text, place), context.entries.counterOf(part));
  const sheet = readFrame(frame, name, context.newId(), { ...context, relationships });
  Object.assign(sheet, cells);
  sheet.part = part;
  sheet.visibility = STATES.find(([file]) => file === element.attributes.get("state"))?.[1] ?? "Visible";
  sheet.tables = relationships
    .filter((each) => each.kind === "table")
    .map((each) => partXml(context.entries, each.target))
    .map((table) => table && readTable(table))
    .filter((table) => table !== null);
  const drawing = child(frame, "drawing")?.attributes.get("r:id");
  const drawingPart = drawing === undefined ? "" : relationships.find((each) => each.id === drawing)?.target;
  if (drawingPart === undefined) throw new StorageError("damaged", `${part} refers to a drawing that is not there`);
  const drawn = readCharts(context.entries, drawingPart, sheet, context.colors, context.newId);
  sheet.charts = drawn.map(({ chart }) => chart);
  return {
    sheet,
    selected: childrenOf(child(frame, "sheetViews"), "sheetView").some((view) => flag(view, "tabSelected")),
    charts: new Map(drawn.map(({ chart, relationshipId }) => [chart.id, relationshipId])),
    place,
    sharedFormulas,
  };
}

/** Defined names: print areas and titles go to their sheet's page, names of a sheet to the sheet, the rest is returned. */
function readNames(workbook: XmlElement, positions: readonly (SheetModel | null)[]): NameModel[] {
  const names: NameModel[] = [];
  for (const element of childrenOf(child(workbook, "definedNames"), "definedName")) {
    const name = element.attributes.get("name") ?? "";
    const local = number(element, "localSheetId");
    const sheet = local === null ? null : positions[local];
    if (name.toLowerCase() === "_xlnm.print_area") {
      if (sheet) sheet.page.printArea = parseNameAreas(element.text)[0] ?? null;
    } else if (name.toLowerCase() === "_xlnm.print_titles") {
      const rows = parseNameAreas(element.text).find((area) => area.columns > 16_000);
      if (sheet && rows) sheet.page.titleRows = { first: rows.row, last: rows.row + rows.rows - 1 };
    } else if (!name.toLowerCase().startsWith("_xlnm.")) {
      const model: NameModel = {
        name,
        formula: formulaFromFile(element.text),
        comment: element.attributes.get("comment") ?? "",
        visible: !flag(element, "hidden"),
      };
      if (local === null) names.push(model);
      else sheet?.names.push(model);
    }
  }
  return names;
}

function idMaker(): () => string {
  let sequence = 0;
  return () => worksheetId(++sequence);
}
