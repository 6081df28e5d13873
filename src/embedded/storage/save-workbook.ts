import type { SheetModel, WorkbookModel } from "../model/model";
import { isSheetName } from "../model/sheet-name";
import type { OpenedSheet, OpenedWorkbook } from "./open-workbook";
import { columnStyles } from "./sheet/columns";
import { FormatBands } from "./sheet/format-bands";
import { changedFacets, NO_FACETS } from "./sheet/sheet-facets";
import { SheetFrame } from "./sheet/sheet-frame";
import { scanSheet } from "./sheet/sheet-scanner";
import { blankSheet, selectTab, widenDimension, writeFrame } from "./sheet/write-frame";
import { writeRows } from "./sheet/write-rows";
import { StorageError } from "./storage-error";
import { MINIMAL_STYLES, StyleBook } from "./styles/style-book";
import { emptyWorkbook } from "./workbook/empty-workbook";
import { lostRelationships, mainType } from "./workbook/saved-form";
import { workbookXml } from "./workbook/workbook-xml";
import type { ListedSheet } from "./workbook/workbook-xml";
import { number, parseXml } from "./xml/xml";
import { checkText, PackageEditor } from "./zip/package-editor";
import { partText, partXml, readRelationships } from "./zip/package-parts";
import { EntryWriter } from "./zip/zip";

/*
 * Saving. The user's file is the base: every part that did not have to change goes into the new file as the bytes it
 * was. Sheets of the file are patched: single cells in their text, and of the rest only the facets that are no longer as
 * they were. A new sheet is a blank part that is patched. Nothing is handed out that is not well-formed and whole (see
 * `PackageEditor`).
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
    this.lastTable = Math.max(0, ...tables.map((name) => number(partXml(entries, name)!, "id") ?? 0));
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
      const opened = base.sheets.get(part);
      if (!opened) throw new Error(`${part} is no sheet of the opened workbook`);
      if (changedFacets(opened.facets, sheet).has("printNames")) printChanged.add(sheet);
      const reselected = base.activeSheet !== model.activeSheet && opened.selected !== (sheet.id === model.activeSheet);
      if (sheet.changed.cells.size > 0 || sheet.changed.other || reselected) {
        await this.writeSheet(sheet, part, opened, partText(base.entries, part)!);
      }
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
    const { base, editor } = this;
    const part = editor.newPart("worksheet");
    const blank = editor.suited(blankSheet(sheet, base.digitPixels));
    const { place, sharedFormulas } = scanSheet(blank, []);
    const opened = { facets: NO_FACETS, selected: false, charts: new Map(), place, sharedFormulas };
    await this.writeSheet(sheet, part, opened, blank);
    return editor.relate(base.workbookPart, { kind: "worksheet", target: part });
  }

  /** Writes what of a sheet is not as it was in the text of its part. */
  private async writeSheet(sheet: SheetModel, part: string, opened: OpenedSheet, source: string): Promise<void> {
    const { base, book, model } = this;
    const isNew = sheet.part === null;
    const frame = new SheetFrame(source, opened.place);
    const bands = new FormatBands(sheet.formats, book);
    const columns = columnStyles(sheet, book, frame.root, isNew ? bands.commonStyles() : new Map());
    if (isNew || sheet.changed.other) writeFrame(sheet, part, opened, frame, columns, this);
    const isChanged = isNew || sheet.changed.cells.size > 0 || sheet.changed.other;
    if (isChanged) widenDimension(sheet, frame);
    // Two selected tabs are a group, in which typing changes both sheets.
    if (base.activeSheet !== model.activeSheet) selectTab(frame, sheet.id === model.activeSheet);
    const { head, tail } = frame.parts();
    checkText(part, head + tail);
    const { prefix } = frame;
    const writer = new EntryWriter(part);
    writer.write(head);
    await writeRows(writer, { sheet, opened, source, bands, columnStyle: (column) => columns.of(column), prefix });
    writer.write(tail);
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
