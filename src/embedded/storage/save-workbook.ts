import { areaAddress } from "../../ledger/cell";
import type { SheetModel, WorkbookModel } from "../model";
import { usedArea } from "../workbook";
import { buildFrames, emptyFile } from "./build-frames";
import type { BuiltSheet } from "./build-frames";
import { coreXml } from "./document-properties";
import { columnsXml, columnStyles } from "./columns-xml";
import type { ExcelizeLoader } from "./excelize";
import { FormatBands } from "./format-bands";
import { addDrawing, addTables, adoptDifferentialFormats, adoptHyperlinks, selectTab } from "./graft";
import type { Graft } from "./graft";
import { openWorkbook } from "./open-workbook";
import type { OpenedSheet, OpenedWorkbook } from "./open-workbook";
import { PackageEditor } from "./package-editor";
import { partText, readRelationships } from "./package-parts";
import { patchCells } from "./patch-cells";
import { additions, patchFrame } from "./patch-frame";
import { changedFacets } from "./sheet-facets";
import { SheetFrame } from "./sheet-frame";
import { findSheetData } from "./sheet-scanner";
import { MINIMAL_STYLES, StyleBook } from "./style-book";
import { workbookXml } from "./workbook-xml";
import type { ListedSheet } from "./workbook-xml";
import { writeSheetData } from "./write-cells";
import { child, number, parseXml, setAttribute } from "./xml";
import { EntryWriter, unpack } from "./zip";

/*
 * Saving. The user's file is the base: every part that did not have to change goes into the new file as the bytes it
 * was. New sheets are built by excelize (everything but their cells and charts, see build-frames.ts) and grafted on;
 * their cells are written here, because they may be a hundred thousand rows. Sheets of the file are patched: single
 * cells in their text, and of the rest only the facets that are no longer as they were.
 */

/**
 * Saves a workbook.
 * @param opened what `openWorkbook` gave for the file the model came from; null for a new workbook.
 * @param model the workbook as it is now. It is not changed, so it can be saved again.
 * @param loadExcelize how excelize is started here; see `ExcelizeLoader`.
 * @returns the bytes of an .xlsx file.
 */
export async function saveWorkbook(
  opened: OpenedWorkbook | null,
  model: WorkbookModel,
  loadExcelize: ExcelizeLoader,
): Promise<Uint8Array> {
  const drafted = model.sheets.filter((sheet) => sheet.part === null || sheet.changed.other);
  const excelize = opened === null || drafted.length > 0 ? await loadExcelize() : null;
  const base = opened ?? (await openWorkbook(emptyFile(excelize!), ""));
  const drafts = drafted.map((sheet) =>
    sheet.part === null ? sheet : additions(sheet, openedSheet(base, sheet.part)),
  );
  const built = excelize ? buildFrames(excelize, drafts, base.digitPixels) : [];
  const bySheet = new Map(drafted.map((sheet, index) => [sheet, built[index]!]));
  return new Saving(base, model, bySheet, opened === null).run();
}

function openedSheet(base: OpenedWorkbook, part: string): OpenedSheet {
  const sheet = base.sheets.get(part);
  if (!sheet) throw new Error(`${part} is no sheet of the opened workbook`);
  return sheet;
}

/** One run of saving. */
class Saving {
  private readonly editor: PackageEditor;
  private readonly mainText: string;
  private readonly book: StyleBook;
  private readonly graft: Graft;
  /** Null where the file has no style sheet. */
  private readonly stylesPart: string | null;

  constructor(
    private readonly base: OpenedWorkbook,
    private readonly model: WorkbookModel,
    private readonly built: ReadonlyMap<SheetModel, BuiltSheet>,
    private readonly isNew: boolean,
  ) {
    const { entries, workbookPart } = base;
    this.mainText = partText(entries, workbookPart)!;
    this.editor = new PackageEditor(entries, this.mainText);
    const styles = readRelationships(entries, workbookPart).find((each) => each.kind === "styles")?.target;
    const text = styles === undefined ? null : partText(entries, styles);
    this.stylesPart = text === null ? null : styles!;
    this.book = new StyleBook(text ?? MINIMAL_STYLES);
    const tables = [...entries.keys()].filter((name) => /\/tables\/[^/]+\.xml$/.test(name));
    let lastTable = Math.max(0, ...tables.map((name) => number(parseXml(partText(entries, name)!), "id") ?? 0));
    this.graft = {
      editor: this.editor,
      book: this.book,
      model,
      nextTableId: () => {
        lastTable += 1;
        return lastTable;
      },
    };
  }

  async run(): Promise<Uint8Array> {
    const { base, editor, model } = this;
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
    const text = workbookXml(this.mainText, { workbook: model, sheets, removed, printChanged, calculate: patched });
    if (text !== this.mainText) editor.setText(base.workbookPart, text);
    if (this.book.changed) this.saveStyles();
    // A file of excelize's own says that its author made it, years ago.
    if (this.isNew) editor.setText("docProps/core.xml", coreXml(model.properties));
    return editor.write();
  }

  /** Adds a sheet that the file does not have; answers the id of the workbook's relationship to it. */
  private async addSheet(sheet: SheetModel): Promise<string> {
    const { editor, graft } = this;
    const built = this.built.get(sheet)!;
    const { frame } = built;
    const part = editor.newPart("worksheet");
    adoptDifferentialFormats(built, graft);
    adoptHyperlinks(built, part, graft);
    const properties = child(frame.root, "sheetPr");
    // excelize marks every filtered range as having hidden rows.
    if (properties && sheet.autoFilter?.filtered !== true)
      frame.edit(setAttribute(frame.text, properties, "filterMode", null));
    const used = usedArea(sheet);
    frame.replace("dimension", `<dimension ref="${used ? areaAddress(used) : "A1"}"/>`);
    const bands = new FormatBands(sheet.formats, this.book);
    const common = bands.commonStyles();
    const wholeColumns = columnStyles(sheet, this.book);
    const styleOf = (column: number): number => common.get(column) ?? wholeColumns(column);
    frame.replace("cols", columnsXml(sheet, this.base.digitPixels, styleOf, common.keys()));
    if (sheet.id === this.model.activeSheet) selectTab(frame, true);
    if (sheet.charts.length > 0)
      frame.insert("drawing", `<drawing r:id="${addDrawing(sheet, sheet.charts, part, graft)}"/>`);
    if (sheet.tables.length > 0) {
      const tables = addTables(sheet.tables, built, part, graft);
      frame.replace("tableParts", `<tableParts count="${sheet.tables.length}">${tables}</tableParts>`);
    }
    const { head, tail } = frame.parts();
    const writer = new EntryWriter(part);
    writer.write(editor.suited(head));
    await writeSheetData(writer, sheet, bands, common);
    writer.write(editor.suited(tail));
    editor.set(await writer.finish());
    return editor.relate(this.base.workbookPart, { kind: "worksheet", target: part });
  }

  /** Patches a sheet of the file, or leaves it alone. */
  private async keepSheet(sheet: SheetModel, part: string, opened: OpenedSheet): Promise<void> {
    const { base, model } = this;
    const selected = sheet.id === model.activeSheet;
    // Two selected tabs are a group, in which typing changes both sheets.
    const reselect = base.activeSheet !== model.activeSheet && opened.selected !== selected;
    const changed = sheet.changed.cells.size > 0 || sheet.changed.other;
    if (!changed && !reselect) return;
    const bytes = unpack(base.entries.get(part)!);
    const place = findSheetData(bytes);
    const frame = SheetFrame.cut(bytes, place.elementStart, place.elementEnd);
    const styleOf = columnStyles(sheet, this.book, frame.root);
    if (sheet.changed.other) patchFrame(sheet, base, frame, this.built.get(sheet)!, styleOf, this.graft);
    // After the view was patched, which it may have been as a whole.
    const settled = frame.settled();
    if (reselect) selectTab(settled, selected);
    const { head, tail } = settled.parts();
    const tag = `${frame.prefix}sheetData`;
    const writer = new EntryWriter(part);
    writer.write(`${head}<${tag}>`);
    if (changed) {
      const bands = new FormatBands(sheet.formats, this.book);
      const patch = { sheet, before: opened.facets, bands, columnStyle: styleOf, prefix: frame.prefix };
      await patchCells(writer, bytes, place, patch);
    } else writer.writeBytes(bytes.subarray(place.dataStart, place.dataEnd));
    writer.write(`</${tag}>${tail}`);
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
