import { areaAddress } from "../../cells/cell";
import { boundingArea, contains, parseArea } from "../model/address";
import type { SheetModel, WorkbookModel } from "../model/model";
import { isSheetName } from "../model/sheet-name";
import { usedArea } from "../model/workbook";
import { addDrawing } from "./drawing/drawing-xml";
import type { OpenedSheet, OpenedWorkbook } from "./open-workbook";
import { columnsXml, columnStyles } from "./sheet/columns";
import { FormatBands } from "./sheet/format-bands";
import { newFrame } from "./sheet/frame";
import { patchCells, sheetDataTags } from "./sheet/patch-cells";
import { patchFrame, selectTab } from "./sheet/patch-frame";
import { changedFacets } from "./sheet/sheet-facets";
import { SheetFrame } from "./sheet/sheet-frame";
import { findSheetData } from "./sheet/sheet-scanner";
import { addTables } from "./sheet/tables";
import { writeSheetData } from "./sheet/write-cells";
import { StorageError } from "./storage-error";
import { MINIMAL_STYLES, StyleBook } from "./styles/style-book";
import { emptyWorkbook } from "./workbook/empty-workbook";
import { lostRelationships, mainType } from "./workbook/saved-form";
import { workbookXml } from "./workbook/workbook-xml";
import type { ListedSheet } from "./workbook/workbook-xml";
import { child, number, parseXml } from "./xml/xml";
import { checkText, PackageEditor } from "./zip/package-editor";
import { partBytes, partText, readRelationships } from "./zip/package-parts";
import { EntryWriter } from "./zip/zip";

/*
 * Saving. The user's file is the base: every part that did not have to change goes into the new file as the bytes it
 * was. New sheets are written whole. Sheets of the file are patched: single cells in their text, and of the rest only the
 * facets that are no longer as they were. Nothing is handed out that is not well-formed and whole (see `PackageEditor`).
 */

/**
 * Saves a workbook.
 * @param opened what `openWorkbook` gave for the file the model came from; null for a new workbook.
 * @param model the workbook as it is now. It is not changed, so it can be saved again.
 * @returns the bytes of an .xlsx file.
 * @throws StorageError unsound where what was made is no sound package, damaged where a part of the file that has to
 * change cannot be read
 */
export function saveWorkbook(opened: OpenedWorkbook | null, model: WorkbookModel): Promise<Uint8Array> {
  return new Saving(opened ?? emptyWorkbook(model), model).run();
}

function openedSheet(base: OpenedWorkbook, part: string): OpenedSheet {
  const sheet = base.sheets.get(part);
  if (!sheet) throw new Error(`${part} is no sheet of the opened workbook`);
  return sheet;
}

/** One run of saving, with what its steps add to. */
export class Saving {
  readonly editor: PackageEditor;
  readonly book: StyleBook;
  private readonly mainText: string;
  /** Null where the file has no style sheet. */
  private readonly stylesPart: string | null;
  private lastTable: number;

  constructor(
    readonly base: OpenedWorkbook,
    readonly model: WorkbookModel,
  ) {
    const { entries, workbookPart } = base;
    this.mainText = partText(entries, workbookPart)!;
    this.editor = new PackageEditor(entries, parseXml(this.mainText));
    const styles = readRelationships(entries, workbookPart).find((each) => each.kind === "styles")?.target;
    const text = styles === undefined ? null : partText(entries, styles);
    this.stylesPart = text === null ? null : styles!;
    this.book = new StyleBook(text ?? MINIMAL_STYLES);
    const tables = [...entries.keys()].filter((name) => /\/tables\/[^/]+\.xml$/i.test(name));
    this.lastTable = Math.max(0, ...tables.map((name) => number(parseXml(partText(entries, name)!), "id") ?? 0));
  }

  /** A table id that no table of the package has. */
  readonly nextTableId = (): number => {
    this.lastTable += 1;
    return this.lastTable;
  };

  async run(): Promise<Uint8Array> {
    const { base, editor, model } = this;
    checkNames(model);
    const relationships = readRelationships(base.entries, base.workbookPart);
    const keptParts = new Set(model.sheets.map((sheet) => sheet.part));
    const removed = new Set<string>();
    for (const each of relationships) {
      if (each.kind !== "worksheet" || keptParts.has(each.target)) continue;
      removed.add(each.id);
      editor.unrelate(base.workbookPart, each.id);
    }
    const printChanged = new Set<SheetModel>();
    const sheets: ListedSheet[] = [];
    for (const sheet of model.sheets) {
      const { part } = sheet;
      if (part === null) {
        sheets.push({ model: sheet, kept: false, relationshipId: await this.addSheet(sheet) });
        continue;
      }
      const opened = openedSheet(base, part);
      if (changedFacets(opened.facets, sheet).has("printNames")) printChanged.add(sheet);
      await this.keepSheet(sheet, part, opened);
      const relationshipId = relationships.find((each) => each.target === part)!.id;
      sheets.push({ model: sheet, kept: true, relationshipId });
    }
    const patched = model.sheets.some((sheet) => sheet.part !== null && sheet.changed.cells.size > 0);
    if (patched || removed.size > 0) {
      // The chain lists cells with formulas; one that lists a cell without makes Excel repair the file. It is optional.
      for (const each of relationships) if (each.kind === "calcChain") editor.unrelate(base.workbookPart, each.id);
    }
    editor.retype(base.workbookPart, mainType(model.fileName));
    for (const { part, id } of lostRelationships(base.entries, base.workbookPart, model.fileName)) {
      editor.unrelate(part, id);
    }
    const text = workbookXml(this.mainText, { workbook: model, sheets, removed, printChanged, calculate: patched });
    if (text !== this.mainText) editor.setText(base.workbookPart, text);
    if (this.book.changed) this.saveStyles();
    return editor.write();
  }

  /** Adds a sheet that the file does not have; answers the id of the workbook's relationship to it. */
  private async addSheet(sheet: SheetModel): Promise<string> {
    const { base, editor, book, model } = this;
    const part = editor.newPart("worksheet");
    const bands = new FormatBands(sheet.formats, book);
    const common = bands.commonStyles();
    const wholeColumns = columnStyles(sheet, book);
    const styleOf = (column: number): number => common.get(column) ?? wholeColumns(column);
    const { digitPixels } = base;
    const { head, tail } = newFrame({
      sheet,
      part,
      editor,
      book,
      digitPixels,
      selected: sheet.id === model.activeSheet,
      columns: columnsXml(sheet, digitPixels, styleOf, common.keys()),
      drawing: sheet.charts.length === 0 ? "" : addDrawing(sheet, sheet.charts, part, this),
      tables: addTables(sheet, sheet.tables, [], part, this),
    });
    checkText(part, head + tail);
    const writer = new EntryWriter(part);
    writer.write(editor.suited(head));
    await writeSheetData(writer, sheet, bands, common);
    writer.write(editor.suited(tail));
    editor.set(await writer.finish());
    return editor.relate(base.workbookPart, { kind: "worksheet", target: part });
  }

  /** Patches a sheet of the file, or leaves it alone. */
  private async keepSheet(sheet: SheetModel, part: string, opened: OpenedSheet): Promise<void> {
    const { base, model } = this;
    const selected = sheet.id === model.activeSheet;
    // Two selected tabs are a group, in which typing changes both sheets.
    const reselect = base.activeSheet !== model.activeSheet && opened.selected !== selected;
    const changed = sheet.changed.cells.size > 0 || sheet.changed.other;
    if (!changed && !reselect) return;
    const bytes = partBytes(base.entries, part)!;
    const place = findSheetData(bytes);
    const frame = SheetFrame.cut(bytes, place.elementStart, place.elementEnd);
    const styleOf = columnStyles(sheet, this.book, frame.root);
    if (sheet.changed.other) patchFrame(sheet, opened, frame, styleOf, this);
    if (changed) widenDimension(sheet, frame);
    // After the view was patched, which it may have been as a whole.
    const settled = frame.settled();
    if (reselect) selectTab(settled, selected);
    const { head, tail } = settled.parts();
    checkText(part, head + tail);
    const { opening, closing, prefix } = sheetDataTags(bytes, place);
    const writer = new EntryWriter(part);
    writer.write(head + opening);
    if (changed) {
      const bands = new FormatBands(sheet.formats, this.book);
      const patch = { sheet, before: opened.facets, bands, columnStyle: styleOf, prefix };
      await patchCells(writer, bytes, place, patch);
    } else writer.writeBytes(bytes.subarray(place.dataStart, place.dataEnd));
    writer.write(closing + tail);
    this.editor.set(await writer.finish());
  }

  private saveStyles(): void {
    const { base, editor } = this;
    if (this.stylesPart !== null) {
      editor.setText(this.stylesPart, this.book.text());
      return;
    }
    const part = editor.newPart("styles");
    editor.setGenerated(part, this.book.text());
    editor.relate(base.workbookPart, { kind: "styles", target: part });
  }
}

/** Names that Excel would repair the file for; the server refuses them first, so one here is a mistake of ours. */
function checkNames(model: WorkbookModel): void {
  const names = new Set<string>();
  for (const { name, part } of model.sheets) {
    const taken = names.has(name.toLowerCase());
    names.add(name.toLowerCase());
    if (taken || (part === null && !isSheetName(name))) {
      throw new StorageError("unsound", `sheet name ${name}`);
    }
  }
}

/** Cells beyond what the part says its area is are taken for lost by some readers. */
function widenDimension(sheet: SheetModel, frame: SheetFrame): void {
  const said = parseArea(child(frame.root, "dimension")?.attributes.get("ref") ?? "");
  const used = usedArea(sheet);
  if (!said || !used || contains(said, used)) return;
  frame.replace("dimension", `<dimension ref="${areaAddress(boundingArea(said, used))}"/>`);
}
