import { absoluteAddress, quotedSheetName } from "../../../cells/cell";
import type { NameModel, SheetModel, WorkbookModel } from "../../model/model";
import { formulaToFile } from "./formula-text";
import {
  appendInside,
  applyEdits,
  child,
  childrenOf,
  descend,
  escapeAttribute,
  escapeText,
  grafted,
  number,
  parseXml,
  placeFor,
  setAttribute,
} from "../xml/xml";
import type { TextEdit, XmlElement } from "../xml/xml";

/*
 * The workbook part: list of sheets, names, the active sheet. It is edited as text; what this program does not know of
 * stays in it.
 */

/** A sheet of the file that is being written. */
export interface ListedSheet {
  readonly model: SheetModel;
  /** Relationship id of its part. */
  readonly relationshipId: string;
  /** Whether the file had it already. */
  readonly kept: boolean;
}

/** What the workbook part has to say. */
export interface WorkbookContents {
  readonly workbook: WorkbookModel;
  readonly sheets: readonly ListedSheet[];
  /** Relationship ids of worksheets that are gone. */
  readonly removed: ReadonlySet<string>;
  /** Sheets of the file whose print area or print titles are not as they were. */
  readonly printChanged: ReadonlySet<SheetModel>;
  /** Excel is to calculate on opening, because cells that formulas depend on were changed from outside. */
  readonly calculate: boolean;
}

/** The workbook part's new text; the same text where nothing changed. */
export function workbookXml(source: string, contents: WorkbookContents): string {
  const root = parseXml(source);
  const edits: TextEdit[] = [];
  const positions = listSheets(source, root, contents, edits);
  listNames(source, root, contents, positions, edits);
  activate(source, root, positions, contents.workbook.activeSheet, edits);
  if (contents.calculate) {
    const settings = child(root, "calcPr");
    if (settings) push(edits, setAttribute(source, settings, "fullCalcOnLoad", "1"));
    else insert(root, "calcPr", '<calcPr fullCalcOnLoad="1"/>', edits);
  }
  return applyEdits(source, edits);
}

function activate(source: string, root: XmlElement, positions: Positions, id: string, edits: TextEdit[]): void {
  const view = descend(root, "bookViews", "workbookView");
  const active = positions.after.findIndex((each) => each?.id === id);
  if (active < 0) return;
  if (active !== (number(view, "activeTab") ?? 0)) {
    if (view) push(edits, setAttribute(source, view, "activeTab", String(active)));
    else insert(root, "bookViews", `<bookViews><workbookView activeTab="${active}"/></bookViews>`, edits);
  }
  // A first tab in view beyond the sheets there are makes Excel repair the file.
  if (view && (number(view, "firstSheet") ?? 0) >= positions.after.length) {
    push(edits, setAttribute(source, view, "firstSheet", null));
  }
}

interface Positions {
  /** Sheets in tab order before and after; null for a sheet that is no worksheet. */
  readonly before: readonly (SheetModel | null)[];
  readonly after: readonly (SheetModel | null)[];
  /** Place after of the sheet that was at a place before; -1 where it is gone. */
  readonly moved: readonly number[];
  readonly namesBefore: readonly string[];
}

function listSheets(source: string, root: XmlElement, contents: WorkbookContents, edits: TextEdit[]): Positions {
  const list = child(root, "sheets")!;
  const elements = childrenOf(list, "sheet");
  const kept = new Set(contents.sheets.map((sheet) => sheet.relationshipId));
  let nextId = 1 + Math.max(0, ...elements.map((each) => number(each, "sheetId") ?? 0));
  const entries: { xml: string; model: SheetModel | null; element: XmlElement | null }[] = contents.sheets.map(
    (sheet) => {
      const element = elements.find((each) => each.attributes.get("r:id") === sheet.relationshipId);
      if (element && sheet.kept) return { xml: keptSheet(source, element, sheet.model), model: sheet.model, element };
      const state = STATES[sheet.model.visibility];
      const xml =
        `<sheet name="${escapeAttribute(sheet.model.name)}" sheetId="${nextId}"` +
        (state === "" ? "" : ` state="${state}"`) +
        ` r:id="${sheet.relationshipId}"/>`;
      nextId += 1;
      return { xml: grafted(xml, list), model: sheet.model, element: null };
    },
  );
  // Chart sheets and their like keep their place as far as there is one.
  elements.forEach((element, index) => {
    const id = element.attributes.get("r:id") ?? "";
    if (kept.has(id) || contents.removed.has(id)) return;
    entries.splice(Math.min(index, entries.length), 0, {
      xml: source.slice(element.start, element.end),
      model: null,
      element,
    });
  });
  const text = entries.map((entry) => entry.xml).join("");
  const before = elements.map((element) => entries.find((entry) => entry.element === element)?.model ?? null);
  const same = entries.length === elements.length && entries.every((entry, index) => entry.element === elements[index]);
  const unchanged =
    same &&
    entries.every((entry) => entry.element && source.slice(entry.element.start, entry.element.end) === entry.xml);
  if (!unchanged) {
    edits.push(
      list.selfClosing ? appendInside(source, list, text) : { start: list.innerStart, end: list.innerEnd, text },
    );
  }
  return {
    before,
    after: entries.map((entry) => entry.model),
    moved: elements.map((element) => entries.findIndex((entry) => entry.element === element)),
    namesBefore: elements.map((element) => element.attributes.get("name") ?? ""),
  };
}

function keptSheet(source: string, element: XmlElement, model: SheetModel): string {
  const edits: TextEdit[] = [];
  if (element.attributes.get("name") !== model.name) push(edits, setAttribute(source, element, "name", model.name));
  const state = STATES[model.visibility];
  const before = element.attributes.get("state") ?? "visible";
  if (before !== (state === "" ? "visible" : state))
    push(edits, setAttribute(source, element, "state", state === "" ? null : state));
  const shifted = edits.map((edit) => ({ ...edit, start: edit.start - element.start, end: edit.end - element.start }));
  return applyEdits(source.slice(element.start, element.end), shifted);
}

const STATES: Readonly<Record<SheetModel["visibility"], string>> = {
  Visible: "",
  Hidden: "hidden",
  VeryHidden: "veryHidden",
};

function listNames(
  source: string,
  root: XmlElement,
  contents: WorkbookContents,
  positions: Positions,
  edits: TextEdit[],
): void {
  const list = child(root, "definedNames");
  const elements = childrenOf(list, "definedName");
  const { workbook } = contents;
  const kept: string[] = [];
  const removed = positions.namesBefore.filter((_, index) => positions.moved[index] === -1);
  const named = new Set<NameModel>();
  const models = new ModelNames(workbook);
  for (const element of elements) {
    const text = keptName(source, element, contents, positions, removed, named, models);
    if (text !== null) kept.push(text);
  }
  const write = (name: NameModel, local: number | null): void => {
    const attributes =
      ` name="${escapeAttribute(name.name)}"` +
      (name.comment === "" ? "" : ` comment="${escapeAttribute(name.comment)}"`) +
      (local === null ? "" : ` localSheetId="${local}"`) +
      (name.visible ? "" : ' hidden="1"');
    const xml = `<definedName${attributes}>${escapeText(formulaToFile(name.formula))}</definedName>`;
    kept.push(grafted(xml, list ?? root));
  };
  for (const name of workbook.names) if (!named.has(name)) write(name, null);
  positions.after.forEach((sheet, index) => {
    if (!sheet) return;
    for (const name of sheet.names) if (!named.has(name)) write(name, index);
    if (sheet.part !== null && !contents.printChanged.has(sheet)) return;
    for (const name of builtInNames(sheet)) write(name, index);
  });
  const text = kept.join("");
  if (list && text === source.slice(list.innerStart, list.innerEnd)) return;
  if (text === "") {
    if (list) edits.push({ start: list.start, end: list.end, text: "" });
    return;
  }
  if (list) {
    edits.push(
      list.selfClosing ? appendInside(source, list, text) : { start: list.innerStart, end: list.innerEnd, text },
    );
  } else insert(root, "definedNames", `<definedNames>${text}</definedNames>`, edits);
}

/** Adds a child of the workbook where the format demands it. */
function insert(root: XmlElement, name: string, xml: string, edits: TextEdit[]): void {
  const at = placeFor(root, ORDER, name);
  edits.push({ start: at, end: at, text: grafted(xml, root) });
}

/** Children of a workbook in the order in which the format demands them (ECMA-376-1 §18.2.27). */
const ORDER = [
  "fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets", "functionGroups",
  "externalReferences", "definedNames", "calcPr", "oleSize", "customWorkbookViews", "pivotCaches", "smartTagPr",
  "smartTagTypes", "webPublishing", "fileRecoveryPr", "webPublishObjects", "extLst",
]; // prettier-ignore

/** The text of a name that stays; null where it goes or is written anew. */
function keptName(
  source: string,
  element: XmlElement,
  contents: WorkbookContents,
  positions: Positions,
  removed: readonly string[],
  named: Set<NameModel>,
  models: ModelNames,
): string | null {
  const name = element.attributes.get("name") ?? "";
  const local = number(element, "localSheetId");
  const sheet = local === null ? null : positions.before[local];
  const place = local === null ? null : positions.moved[local]!;
  if (place === -1) return null;
  const isPrintName = /^_xlnm\.print_(area|titles)$/i.test(name);
  if (isPrintName && sheet && contents.printChanged.has(sheet)) return null;
  if (!name.toLowerCase().startsWith("_xlnm.")) {
    const model = sheet || local === null ? models.find(sheet ?? null, name) : undefined;
    const other = local !== null && !sheet;
    if (!model && !other) return null;
    if (model) {
      if (changedName(model, element)) return null;
      named.add(model);
    }
  }
  const edits: TextEdit[] = [];
  if (local !== null && place !== null && place !== local)
    push(edits, setAttribute(source, element, "localSheetId", String(place)));
  const refers = renamedReferences(element.text, positions, removed);
  if (refers !== element.text)
    edits.push({ start: element.innerStart, end: element.innerEnd, text: escapeText(refers) });
  const shifted = edits.map((edit) => ({ ...edit, start: edit.start - element.start, end: edit.end - element.start }));
  return applyEdits(source.slice(element.start, element.end), shifted);
}

/** The model's names, found without a walk over all of them for each: a workbook may have tens of thousands. */
class ModelNames {
  private readonly byScope = new Map<SheetModel | null, ReadonlyMap<string, NameModel>>();

  constructor(private readonly workbook: WorkbookModel) {}

  /** A name of a sheet, or of the workbook, compared as Excel does. */
  find(sheet: SheetModel | null, name: string): NameModel | undefined {
    let names = this.byScope.get(sheet);
    if (!names) {
      const listed = [...(sheet ?? this.workbook).names].reverse();
      names = new Map(listed.map((each) => [each.name.toLowerCase(), each]));
      this.byScope.set(sheet, names);
    }
    return names.get(name.toLowerCase());
  }
}

function changedName(model: NameModel, element: XmlElement): boolean {
  return (
    formulaToFile(model.formula) !== formulaToFile(`=${element.text}`) ||
    model.comment !== (element.attributes.get("comment") ?? "") ||
    model.visible === (element.attributes.get("hidden") === "1" || element.attributes.get("hidden") === "true")
  );
}

/** A name's reference after sheets were renamed or removed; Excel repairs a file whose names refer to no sheet. */
function renamedReferences(text: string, positions: Positions, removed: readonly string[]): string {
  let result = text;
  positions.before.forEach((sheet, index) => {
    const before = positions.namesBefore[index]!;
    if (sheet && sheet.name !== before) result = replaceSheet(result, before, `${quotedSheetName(sheet.name)}!`);
  });
  for (const name of removed) {
    if (replaceSheet(result, name, "") !== result) return "#REF!";
  }
  return result;
}

function replaceSheet(text: string, name: string, replacement: string): string {
  const plain = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return text
    .replaceAll(`${quotedSheetName(name)}!`, replacement)
    .replace(
      new RegExp(`(^|[^A-Za-z0-9_.'\\u0080-\\uffff])${plain}!`, "g"),
      (_, before: string) => before + replacement,
    );
}

/** Print area, print titles and the filter's area, which the format keeps as names. */
function builtInNames(sheet: SheetModel): NameModel[] {
  const { printArea, titleRows } = sheet.page;
  const names: NameModel[] = [];
  const builtIn = (name: string, reference: string): void => {
    names.push({ name, formula: `=${quotedSheetName(sheet.name)}!${reference}`, comment: "", visible: true });
  };
  if (printArea) builtIn("_xlnm.Print_Area", absoluteAddress(printArea));
  if (titleRows) builtIn("_xlnm.Print_Titles", `$${titleRows.first + 1}:$${titleRows.last + 1}`);
  if (sheet.part === null && sheet.autoFilter) {
    const area = absoluteAddress(sheet.autoFilter.area);
    names.push({
      name: "_xlnm._FilterDatabase",
      formula: `=${quotedSheetName(sheet.name)}!${area}`,
      comment: "",
      visible: false,
    });
  }
  return names;
}

function push(edits: TextEdit[], edit: TextEdit | null): void {
  if (edit) edits.push(edit);
}
