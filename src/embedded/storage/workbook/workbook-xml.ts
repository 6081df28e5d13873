import { absoluteAddress, quotedSheetName } from "../../../cells/cell";
import type { NameModel, SheetModel, WorkbookModel } from "../../model/model";
import { EditedXml } from "../xml/edited-xml";
import { element, escapeText, withAttributes } from "../xml/write-xml";
import { child, childrenOf, descend, flag, grafted, number } from "../xml/xml";
import type { XmlElement } from "../xml/xml";
import { formulaToFile } from "./formula-text";

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
interface WorkbookContents {
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
  const edited = new EditedXml(source, ORDER);
  const positions = listSheets(edited, contents);
  listNames(edited, contents, positions);
  activate(edited, positions, contents.workbook.activeSheet);
  if (contents.calculate) {
    const settings = child(edited.root, "calcPr");
    if (settings) edited.set(settings, "fullCalcOnLoad", "1");
    else edited.insert("calcPr", '<calcPr fullCalcOnLoad="1"/>');
  }
  return edited.result();
}

function activate(edited: EditedXml, { after }: Positions, id: string): void {
  const view = descend(edited.root, "bookViews", "workbookView");
  const active = after.findIndex((each) => each?.id === id);
  if (active < 0) return;
  if (active !== (number(view, "activeTab") ?? 0)) {
    if (view) edited.set(view, "activeTab", active);
    else edited.insert("bookViews", `<bookViews><workbookView activeTab="${active}"/></bookViews>`);
  }
  // A first tab in view beyond the sheets there are makes Excel repair the file.
  if (view && (number(view, "firstSheet") ?? 0) >= after.length) edited.set(view, "firstSheet", null);
}

interface Positions {
  /** Sheets in tab order before and after; null for a sheet that is no worksheet. */
  readonly before: readonly (SheetModel | null)[];
  readonly after: readonly (SheetModel | null)[];
  /** Place after of the sheet that was at a place before; -1 where it is gone. */
  readonly moved: readonly number[];
  readonly namesBefore: readonly string[];
}

function listSheets(edited: EditedXml, contents: WorkbookContents): Positions {
  const list = child(edited.root, "sheets")!;
  const elements = childrenOf(list, "sheet");
  const idOf = (sheet: XmlElement): string => sheet.attributes.get("r:id") ?? "";
  let lastId = Math.max(0, ...elements.map((each) => number(each, "sheetId") ?? 0));
  const entries = contents.sheets.map(({ model, kept, relationshipId }): ListEntry => {
    const own = kept ? elements.find((each) => idOf(each) === relationshipId) : undefined;
    if (own) return { xml: keptSheet(edited, own, model), model, own };
    const attributes = { name: model.name, sheetId: ++lastId, state: stateOf(model), "r:id": relationshipId };
    return { xml: grafted(element("sheet", attributes), list), model };
  });
  // Chart sheets and their like keep their place as far as there is one.
  const listed = new Set(contents.sheets.map((sheet) => sheet.relationshipId));
  elements.forEach((own, index) => {
    if (listed.has(idOf(own)) || contents.removed.has(idOf(own))) return;
    entries.splice(Math.min(index, entries.length), 0, { xml: edited.xmlOf(own), model: null, own });
  });
  const same = entries.length === elements.length && entries.every(({ own }, index) => own === elements[index]);
  if (!same || entries.some(({ xml, own }) => xml !== edited.xmlOf(own!))) {
    edited.fill(list, entries.map((entry) => entry.xml).join(""));
  }
  const moved = elements.map((own) => entries.findIndex((entry) => entry.own === own));
  return {
    before: moved.map((index) => entries[index]?.model ?? null),
    after: entries.map((entry) => entry.model),
    moved,
    namesBefore: elements.map((each) => each.attributes.get("name") ?? ""),
  };
}

/** A sheet in the list that is being made. */
interface ListEntry {
  readonly xml: string;
  /** Null for a sheet that is no worksheet. */
  readonly model: SheetModel | null;
  /** Its element in the file, where it has one. */
  readonly own?: XmlElement;
}

function keptSheet(edited: EditedXml, own: XmlElement, model: SheetModel): string {
  const state = stateOf(model);
  return withAttributes(edited.xmlOf(own), {
    ...(own.attributes.get("name") === model.name ? {} : { name: model.name }),
    ...((own.attributes.get("state") ?? "visible") === (state ?? "visible") ? {} : { state }),
  });
}

/** States of sheets that do not show: the format's word and Excel's. */
export const STATES: readonly (readonly [file: string, api: SheetModel["visibility"]])[] = [
  ["hidden", "Hidden"],
  ["veryHidden", "VeryHidden"],
];

function stateOf({ visibility }: SheetModel): string | null {
  return STATES.find(([, api]) => api === visibility)?.[0] ?? null;
}

function listNames(edited: EditedXml, contents: WorkbookContents, positions: Positions): void {
  const { workbook, printChanged } = contents;
  const list = child(edited.root, "definedNames");
  const elements = childrenOf(list, "definedName");
  const findName = nameFinder(workbook);
  const kept = new Set<NameModel>();
  const gone = elements.filter((each) => !keepName(edited, each, contents, positions, findName, kept));
  const added: string[] = [];
  const write = (model: NameModel, localSheetId: number | null): void => {
    if (kept.has(model)) return;
    const attributes = { name: model.name, comment: model.comment || null, localSheetId, hidden: !model.visible };
    added.push(element("definedName", attributes, escapeText(formulaToFile(model.formula))));
  };
  for (const name of workbook.names) write(name, null);
  positions.after.forEach((sheet, index) => {
    for (const name of sheet?.names ?? []) write(name, index);
    if (!sheet || (sheet.part !== null && !printChanged.has(sheet))) return;
    for (const name of builtInNames(sheet)) write(name, index);
  });
  if (!list) {
    if (added.length > 0) edited.insert("definedNames", element("definedNames", {}, added));
  } else if (gone.length === elements.length && added.length === 0) edited.remove(list);
  else {
    for (const each of gone) edited.remove(each);
    edited.append(list, added.map((xml) => grafted(xml, list)).join(""));
  }
}

/** Children of a workbook in the order in which the format demands them (ECMA-376-1 §18.2.27). */
const ORDER = [
  "fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets", "functionGroups",
  "externalReferences", "definedNames", "calcPr", "oleSize", "customWorkbookViews", "pivotCaches", "smartTagPr",
  "smartTagTypes", "webPublishing", "fileRecoveryPr", "webPublishObjects", "extLst",
]; // prettier-ignore

/**
 * Lets a name of the file stay, moved with its sheet and with its reference brought up to date; false where it goes or is
 * written anew. What it stands for in the model is added to `kept`.
 */
function keepName(
  edited: EditedXml,
  own: XmlElement,
  { printChanged }: WorkbookContents,
  positions: Positions,
  findName: FindName,
  kept: Set<NameModel>,
): boolean {
  const name = own.attributes.get("name") ?? "";
  const local = number(own, "localSheetId");
  const sheet = local === null ? null : positions.before[local];
  const place = local === null ? null : (positions.moved[local] ?? local);
  if (place === -1) return false;
  if (/^_xlnm\.print_(area|titles)$/i.test(name) && sheet && printChanged.has(sheet)) return false;
  // Names of sheets that are no worksheets are in no model.
  if (!/^_xlnm\./i.test(name) && (sheet || local === null)) {
    const model = findName(sheet ?? null, name);
    if (!model || changedName(model, own)) return false;
    kept.add(model);
  }
  if (place !== local) edited.set(own, "localSheetId", place);
  const refers = renamedReferences(own.text, positions);
  if (refers !== own.text) edited.fill(own, escapeText(refers));
  return true;
}

/** Finds a name of a sheet, or of the workbook, compared as Excel does. */
type FindName = (sheet: SheetModel | null, name: string) => NameModel | undefined;

/** Finds names without a walk over all of them for each: a workbook may have tens of thousands. */
function nameFinder(workbook: WorkbookModel): FindName {
  const byScope = new Map<SheetModel | null, ReadonlyMap<string, NameModel>>();
  return (sheet, name) => {
    const listed = byScope.get(sheet);
    const names =
      listed ?? new Map([...(sheet ?? workbook).names].reverse().map((each) => [each.name.toLowerCase(), each]));
    if (!listed) byScope.set(sheet, names);
    return names.get(name.toLowerCase());
  };
}

function changedName(model: NameModel, element: XmlElement): boolean {
  return (
    formulaToFile(model.formula) !== formulaToFile(`=${element.text}`) ||
    model.comment !== (element.attributes.get("comment") ?? "") ||
    model.visible === flag(element, "hidden")
  );
}

/** A name's reference after sheets were renamed or removed; Excel repairs a file whose names refer to no sheet. */
function renamedReferences(text: string, { before, moved, namesBefore }: Positions): string {
  let result = text;
  before.forEach((sheet, index) => {
    const name = namesBefore[index]!;
    if (sheet && sheet.name !== name) result = replaceSheet(result, name, `${quotedSheetName(sheet.name)}!`);
  });
  const lost = namesBefore.some((name, index) => moved[index] === -1 && replaceSheet(result, name, "") !== result);
  return lost ? "#REF!" : result;
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
function builtInNames({ name, page, part, autoFilter }: SheetModel): NameModel[] {
  const builtIn = (id: string, reference: string, visible = true): NameModel => {
    return { name: `_xlnm.${id}`, formula: `=${quotedSheetName(name)}!${reference}`, comment: "", visible };
  };
  const { printArea, titleRows } = page;
  return [
    ...(printArea ? [builtIn("Print_Area", absoluteAddress(printArea))] : []),
    ...(titleRows ? [builtIn("Print_Titles", `$${titleRows.first + 1}:$${titleRows.last + 1}`)] : []),
    ...(part === null && autoFilter ? [builtIn("_FilterDatabase", absoluteAddress(autoFilter.area), false)] : []),
  ];
}
