import { areaAddress, cellAddress } from "../../ledger/cell";
import { pointsToFileWidth } from "../column-width";
import type { PageLayoutModel, SheetModel, ValidationModel } from "../model";
import { MAX_COLUMNS, MAX_ROWS } from "../workbook";
import { checked } from "./excelize";
import type { Excelize, ExcelizeFile } from "./excelize";
import { partText, readRelationships, workbookPart } from "./package-parts";
import type { Relationship } from "./package-parts";
import { paperNumber, VALIDATION_KINDS, VALIDATION_OPERATORS } from "./read-frame";
import { SheetFrame } from "./sheet-frame";
import { argb } from "./style-book";
import { child, childrenOf, parseXml } from "./xml";
import { readZip } from "./zip";

/*
 * What excelize builds: for each sheet that is new or changed, a sheet part with everything but cells, columns' styles
 * and charts. It builds them in a workbook of its own that holds no data of the user's. The parts are then grafted onto
 * the user's package. Giving excelize the user's package instead would make it rewrite parts it only half knows (it
 * drops extensions, strict namespaces and prefixes) and would take seconds for a large ledger.
 */

/** A sheet as excelize built it. */
export interface BuiltSheet {
  readonly frame: SheetFrame;
  readonly relationships: readonly Relationship[];
  /** Table parts by relationship id. */
  readonly tables: ReadonlyMap<string, string>;
  /** The differential formats its conditional formats number, as XML. */
  readonly differential: readonly string[];
}

/** Builds the frames of sheets, in their order. */
export function buildFrames(excelize: Excelize, sheets: readonly SheetModel[], digitPixels: number): BuiltSheet[] {
  if (sheets.length === 0) return [];
  const file = checked(excelize.NewFile());
  // Names of the builder's own: what a sheet is called is the workbook part's business.
  const names = sheets.map((_, index) => `S${index + 1}`);
  sheets.forEach((sheet, index) => {
    checked(file.NewSheet(names[index]!));
    buildSheet(file, names[index]!, sheet, digitPixels);
  });
  const entries = readZip(bufferOf(file));
  const main = workbookPart(entries);
  const workbook = parseXml(partText(entries, main)!);
  const relationships = readRelationships(entries, main);
  const styles = partText(entries, relationships.find((each) => each.kind === "styles")!.target)!;
  const differential = childrenOf(child(parseXml(styles), "dxfs"), "dxf").map((dxf) =>
    styles.slice(dxf.start, dxf.end),
  );
  return names.map((name, index) => {
    const element = childrenOf(child(workbook, "sheets"), "sheet").find((each) => each.attributes.get("name") === name);
    const part = relationships.find((each) => each.id === element?.attributes.get("r:id"))!.target;
    const text = plainFlags(partText(entries, part)!);
    const data = child(parseXml(text), "sheetData")!;
    const own = readRelationships(entries, part);
    const frame = new SheetFrame(text.slice(0, data.start), text.slice(data.end));
    const { page } = sheets[index]!;
    frame.replace("rowBreaks", breaksXml("rowBreaks", page.rowBreaks, MAX_COLUMNS - 1));
    frame.replace("colBreaks", breaksXml("colBreaks", page.columnBreaks, MAX_ROWS - 1));
    return {
      frame,
      relationships: own,
      tables: new Map(
        own
          .filter((each) => each.kind === "table")
          .map((each) => [each.id, plainFlags(partText(entries, each.target)!)]),
      ),
      differential,
    };
  });
}

/** Manual page breaks; excelize looks through all it has for each one it adds, which a thousand make slow. */
function breaksXml(name: string, breaks: readonly number[], last: number): string {
  if (breaks.length === 0) return "";
  const each = [...new Set(breaks)].sort((one, other) => one - other);
  const elements = each.map((id) => `<brk id="${id}" max="${last}" man="1"/>`);
  return `<${name} count="${each.length}" manualBreakCount="${each.length}">${elements.join("")}</${name}>`;
}

/**
 * Flags as Excel itself writes them: "1" and "0", which some readers look for, instead of excelize's "true" and "false".
 * excelize escapes quotes in text, so what matches is an attribute.
 */
function plainFlags(text: string): string {
  return text.replaceAll('="true"', '="1"').replaceAll('="false"', '="0"');
}

/** An empty workbook with the default font of Japanese Excel; what a workbook that came from no file is saved into. */
export function emptyFile(excelize: Excelize): Uint8Array {
  const file = checked(excelize.NewFile());
  checked(file.SetDefaultFont("游ゴシック"));
  return bufferOf(file);
}

function bufferOf(file: ExcelizeFile): Uint8Array {
  // It is declared as a BlobPart but always is the bytes.
  return checked(file.WriteToBuffer()).buffer as Uint8Array;
}

function buildSheet(file: ExcelizeFile, name: string, sheet: SheetModel, digitPixels: number): void {
  const { page } = sheet;
  // Before the sheet's properties, because it replaces them.
  if (sheet.autoFilter) checked(file.AutoFilter(name, areaAddress(sheet.autoFilter.area), []));
  const fit = page.fitWide !== null || page.fitTall !== null;
  checked(
    file.SetSheetProps(name, {
      ...(sheet.tabColor === "" ? {} : { TabColorRGB: argb(sheet.tabColor) }),
      FitToPage: fit,
      DefaultColWidth: pointsToFileWidth(sheet.defaultColumnWidth, digitPixels),
      DefaultRowHeight: sheet.defaultRowHeight,
    }),
  );
  checked(
    // The first view is the only one; the two required strings are Excel's defaults.
    file.SetSheetView(name, 0, {
      ShowGridLines: sheet.showGridlines,
      ShowRowColHeaders: sheet.showHeadings,
      TopLeftCell: "",
      View: "normal",
    }),
  );
  buildPanes(file, name, sheet);
  for (const area of sheet.merged) {
    const last = cellAddress(area.row + area.rows - 1, area.column + area.columns - 1);
    checked(file.MergeCell(name, cellAddress(area.row, area.column), last));
  }
  for (const validation of sheet.validations) buildValidation(file, name, validation);
  buildConditionalFormats(file, name, sheet);
  for (const link of sheet.hyperlinks) {
    const options = link.screenTip === null ? {} : { Tooltip: link.screenTip };
    const cell = cellAddress(link.row, link.column);
    if (link.address !== null && link.address !== "") {
      checked(file.SetCellHyperLink(name, cell, link.address, "External", options));
    } else if (link.documentReference !== null) {
      checked(file.SetCellHyperLink(name, cell, link.documentReference, "Location", options));
    }
  }
  buildPage(file, name, page);
  buildTables(file, name, sheet);
  if (sheet.protected) {
    // Excel's own choice when a sheet is protected without options: cells can be selected, nothing else.
    checked(
      file.ProtectSheet(name, {
        SelectLockedCells: true,
        SelectUnlockedCells: true,
        EditObjects: false,
        EditScenarios: false,
      }),
    );
  }
}

function buildPanes(file: ExcelizeFile, name: string, sheet: SheetModel): void {
  const { frozenRows, frozenColumns } = sheet;
  if (frozenRows === 0 && frozenColumns === 0) return;
  checked(
    file.SetPanes(name, {
      Freeze: true,
      XSplit: frozenColumns,
      YSplit: frozenRows,
      TopLeftCell: cellAddress(frozenRows, frozenColumns),
      ActivePane: frozenRows === 0 ? "topRight" : frozenColumns === 0 ? "bottomLeft" : "bottomRight",
    }),
  );
}

function buildPage(file: ExcelizeFile, name: string, page: PageLayoutModel): void {
  const fit = page.fitWide !== null || page.fitTall !== null;
  checked(
    file.SetPageLayout(name, {
      Size: paperNumber(page.paperSize),
      Orientation: page.orientation === "Landscape" ? "landscape" : "portrait",
      ...(page.firstPageNumber === null ? {} : { FirstPageNumber: page.firstPageNumber }),
      // 0 pages means as many as needed.
      ...(fit ? { FitToWidth: page.fitWide ?? 0, FitToHeight: page.fitTall ?? 0 } : {}),
      ...(!fit && page.scale !== null ? { AdjustTo: page.scale } : {}),
      ...(page.blackAndWhite ? { BlackAndWhite: true } : {}),
    }),
  );
  const inches = (points: number): number => Math.round((points / 72) * 1e6) / 1e6;
  checked(
    file.SetPageMargins(name, {
      Top: inches(page.topMargin),
      Bottom: inches(page.bottomMargin),
      Left: inches(page.leftMargin),
      Right: inches(page.rightMargin),
      Header: inches(page.headerMargin),
      Footer: inches(page.footerMargin),
      Horizontally: page.centerHorizontally,
      Vertically: page.centerVertically,
    }),
  );
  const header = sections(page.headerLeft, page.headerCenter, page.headerRight);
  const footer = sections(page.footerLeft, page.footerCenter, page.footerRight);
  if (header !== "" || footer !== "") {
    checked(
      file.SetHeaderFooter(name, { OddHeader: header, OddFooter: footer, AlignWithMargins: true, ScaleWithDoc: true }),
    );
  }
}

function sections(left: string, center: string, right: string): string {
  return (left && `&L${left}`) + (center && `&C${center}`) + (right && `&R${right}`);
}

function buildConditionalFormats(file: ExcelizeFile, name: string, sheet: SheetModel): void {
  for (const format of sheet.conditionalFormats) {
    if (format.formula === null) continue;
    const style = checked(
      file.NewConditionalStyle({
        ...(format.fontColor === null ? {} : { Font: { Color: format.fontColor.replace("#", "") } }),
        ...(format.fill === null
          ? {}
          : { Fill: { Type: "pattern", Pattern: 1, Color: [format.fill.replace("#", "")] } }),
      }),
    );
    const criteria = format.formula.replace(/^=/, "");
    const rule = { Type: "formula", Criteria: criteria, Format: style.style, StopIfTrue: format.stopIfTrue };
    checked(file.SetConditionalFormat(name, areaAddress(format.area), [rule]));
  }
}

function buildTables(file: ExcelizeFile, name: string, sheet: SheetModel): void {
  for (const table of sheet.tables) {
    for (let column = 0; column < table.area.columns; column++) {
      // excelize takes the columns' names from the header cells.
      const header = String(sheet.rows[table.area.row]?.[table.area.column + column] ?? "");
      const cell = cellAddress(table.area.row, table.area.column + column);
      checked(file.SetCellStr(name, cell, header === "" ? `列${column + 1}` : header));
    }
    checked(
      file.AddTable(name, {
        Range: areaAddress(table.area),
        Name: table.name,
        StyleName: table.style,
        ShowRowStripes: table.showBandedRows,
      }),
    );
  }
}

function buildValidation(file: ExcelizeFile, name: string, validation: ValidationModel): void {
  const rule = readRule(validation.rule);
  if (!rule) return;
  const alert = validation.errorAlert;
  const prompt = validation.prompt;
  const text = (object: Record<string, unknown> | null, key: string): string => {
    const value = object?.[key];
    return typeof value === "string" ? value : "";
  };
  checked(
    file.AddDataValidation(name, {
      Sqref: areaAddress(validation.area),
      AllowBlank: validation.ignoreBlanks,
      ...rule,
      // Excel shows its own alert unless it was switched off.
      ShowErrorMessage: alert?.showAlert !== false,
      ErrorStyle: (text(alert, "style") || "Stop").replace(/^./, (first) => first.toLowerCase()),
      ErrorTitle: text(alert, "title"),
      Error: text(alert, "message"),
      ShowInputMessage: prompt !== null && prompt.showPrompt !== false,
      PromptTitle: text(prompt, "title"),
      Prompt: text(prompt, "message"),
    }),
  );
}

interface BuiltRule {
  readonly Type: string;
  readonly Operator?: string;
  readonly Formula1: string;
  readonly Formula2?: string;
  readonly ShowDropDown?: boolean;
}

/** Excel's DataValidationRule as excelize has it; null for a rule that allows everything. */
function readRule(rule: Record<string, unknown>): BuiltRule | null {
  const list = rule.list as { source?: unknown; inCellDropDown?: boolean } | undefined;
  if (list) {
    const source = typeof list.source === "string" ? list.source : "";
    const formula = source.startsWith("=") ? source.slice(1) : `"${source.replaceAll('"', '""')}"`;
    return { Type: "list", Formula1: formula, ShowDropDown: list.inCellDropDown === false };
  }
  const custom = rule.custom as { formula?: unknown } | undefined;
  if (custom) return { Type: "custom", Formula1: operand(custom.formula) };
  for (const [file, api] of VALIDATION_KINDS) {
    const found = rule[api] as { formula1?: unknown; formula2?: unknown; operator?: unknown } | undefined;
    if (!found) continue;
    const operator = VALIDATION_OPERATORS.find(([, word]) => word === found.operator)?.[0] ?? "between";
    return {
      Type: file,
      Operator: operator,
      Formula1: operand(found.formula1),
      ...(found.formula2 === undefined ? {} : { Formula2: operand(found.formula2) }),
    };
  }
  return null;
}

/** A rule's number or formula as the format has it. */
function operand(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value).replace(/^=/, "") : "";
}
