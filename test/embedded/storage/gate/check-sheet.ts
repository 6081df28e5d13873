import { areaOf, cellName, columnOf, LAST_COLUMN, LAST_ROW, overlap, type Area } from "./cell-areas";
import type { StyleFacts } from "./check-styles";
import { checkTable, type TableFacts } from "./check-tables";
import { formulaFaults, type ListedSheet, type WorkbookFacts } from "./check-workbook";
import { ID, type PackageModel } from "./package-model";
import { orderFaults } from "./schema-order";
import { childOf, childrenNamed, childrenOf, everyElement, MAIN, wholeNumber, type Element } from "./xml-tree";

/** What sheets refer to. */
export interface SharedFacts {
  readonly workbook: WorkbookFacts;
  readonly styles: StyleFacts;
  /** Null where there is no part of shared strings. */
  readonly strings: readonly string[] | null;
}

/** What a sheet has that others are checked against. */
export interface SheetFacts {
  readonly tables: readonly TableFacts[];
  readonly selected: boolean;
  /** Cells with a formula, in A1 form. */
  readonly formulas: ReadonlySet<string>;
}

/** The most characters in a cell. */
const LONGEST_TEXT = 32_767;
const ERRORS =
  /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|GETTING_DATA|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!|BUSY!)$/;
/** Which kind of relationship an element of a sheet names. */
const KINDS: Readonly<Record<string, string>> = {
  drawing: "drawing",
  legacyDrawing: "vmlDrawing",
  legacyDrawingHF: "vmlDrawing",
  tablePart: "table",
  hyperlink: "hyperlink",
  pageSetup: "printerSettings",
  picture: "image",
};

/** Checks a worksheet and the tables on it. */
export function checkSheet(file: PackageModel, { part }: ListedSheet, shared: SharedFacts): SheetFacts {
  const say = (fault: string): void => {
    file.say(part, fault);
  };
  const relations = file.relationships(part);
  const tables = relations
    .filter(({ kind, target }) => kind === "table" && target !== "")
    .flatMap(({ target }) => checkTable(file, target) ?? []);
  const cells = new CellCheck(shared, tables, say);
  const tree = file.parse(part, (row) => {
    cells.takeRow(row);
  });
  if (tree === null) return { tables, selected: false, formulas: cells.formulas };
  const { root } = tree;
  if (root.uri !== MAIN || root.local !== "worksheet") say(`is a <${root.local}>, not a worksheet`);
  for (const { element, id } of tree.references) {
    const wanted = KINDS[element.local];
    const kind = relations.find((each) => each.id === id)?.kind;
    if (wanted !== undefined && kind !== undefined && kind !== wanted)
      say(`<${element.local}> refers to ${id}, which is a ${kind}`);
  }
  for (const { kind, id } of relations) {
    const named = tree.references.some((each) => each.id === id);
    if ((kind === "table" || kind === "drawing") && !named) say(`has a ${kind} that nothing on it refers to`);
  }
  cells.finish(childOf(root, "dimension")?.attributes.get("ref"));
  checkFrame(root, say);
  checkRules(root, shared, say);
  const selected = childrenNamed(childOf(root, "sheetViews"), "sheetView").some((view) =>
    isTrue(view.attributes.get("tabSelected")),
  );
  return { tables, selected, formulas: cells.formulas };
}

/** Rows and cells, as they come. */
class CellCheck {
  readonly formulas = new Set<string>();
  private lastRow = 0;
  /** Of all cells, and of those with something in them. */
  private readonly extent = new Extent();
  private readonly content = new Extent();
  /** Shared formulas that were told, by number. */
  private readonly sharedFormulas = new Set<string>();
  /** Areas that one formula fills; its results stand in cells without a formula. */
  private readonly filled: Area[] = [];
  private readonly headers = new Map<string, { readonly table: TableFacts; readonly name: string }>();

  constructor(
    private readonly shared: SharedFacts,
    tables: readonly TableFacts[],
    private readonly say: (fault: string) => void,
  ) {
    for (const table of tables) {
      table.columns?.forEach((name, index) => {
        if (table.area !== null) this.headers.set(cellName(table.area.top, table.area.left + index), { table, name });
      });
    }
  }

  takeRow(row: Element): void {
    const { say } = this;
    const number = wholeNumber(row, "r", this.lastRow + 1);
    if (!(number >= 1 && number <= LAST_ROW)) say(`has the row ${row.attributes.get("r") ?? number}`);
    if (number <= this.lastRow) say(`has row ${number} after row ${this.lastRow}`);
    this.lastRow = number;
    if (Number(row.attributes.get("ht") ?? 0) > 409.5) say(`row ${number} is higher than 409.5 points`);
    this.judgeStyle(row, `row ${number}`);
    for (const fault of orderFaults(row)) say(`row ${number}: ${fault}`);
    let last = 0;
    for (const cell of childrenNamed(row, "c")) {
      const ref = cell.attributes.get("r");
      const match = ref === undefined ? null : /^([A-Z]{1,3})(\d+)$/.exec(ref);
      if (ref !== undefined && (!match || Number(match[2]) !== number)) say(`has the cell ${ref} in row ${number}`);
      const column = match ? columnOf(match[1]!) : last + 1;
      if (column > LAST_COLUMN) say(`has a cell in column ${column}`);
      const name = cellName(number, column);
      if (column === last) say(`has the cell ${name} twice`);
      else if (column < last) say(`has the cell ${name} after ${cellName(number, last)}`);
      last = Math.max(last, column);
      this.takeCell(cell, name, number, column);
    }
    const spans = row.attributes.get("spans");
    if (spans !== undefined && !/^\d+:\d+( \d+:\d+)*$/.test(spans)) say(`row ${number} spans ${spans}`);
  }

  finish(dimension: string | undefined): void {
    const { say } = this;
    for (const [cell, { table, name }] of this.headers)
      say(`${cell} is blank; the table ${table.name} has ${name} there`);
    if (dimension === undefined) return;
    const area = areaOf(dimension);
    const { content, extent } = this;
    if (area === null) say(`has the dimension ${dimension}`);
    else if (!content.within(area)) say(`has cells outside its dimension ${dimension}`);
    else if (dimension !== "A1" && !extent.fills(area)) say(`has no cells at the edges of its dimension ${dimension}`);
  }

  private takeCell(cell: Element, name: string, row: number, column: number): void {
    const say = (fault: string): void => {
      this.say(`${name} ${fault}`);
    };
    for (const fault of orderFaults(cell)) say(`is no cell: ${fault}`);
    this.judgeStyle(cell, name);
    const formula = childOf(cell, "f");
    const value = childOf(cell, "v")?.text;
    const inline = childOf(cell, "is");
    this.extent.add(row, column);
    if (formula !== undefined || value !== undefined || inline !== undefined) this.content.add(row, column);
    if (formula !== undefined) this.takeFormula(formula, name, say);
    const own = { top: row, left: column, bottom: row, right: column };
    const calculated = formula !== undefined || this.filled.some((area) => overlap(area, own));
    const text = this.textOf(cell, value, inline, calculated, say);
    if (text !== null && text.length > LONGEST_TEXT) say(`has ${text.length} characters`);
    const header = this.headers.get(name);
    this.headers.delete(name);
    // A line break in a header is written as an escape in the name of the column.
    const wanted = header?.name.replaceAll(/_x000a_/gi, "\n").replaceAll(/_x000d_/gi, "\r");
    if (header !== undefined && text?.replaceAll("\r\n", "\n") !== wanted)
      say(`has ${text === null ? "no text" : `"${text}"`}; the table ${header.table.name} has ${header.name} there`);
  }

  private takeFormula(formula: Element, name: string, say: (fault: string) => void): void {
    this.formulas.add(name);
    formulaFaults(formula.text, this.shared.workbook.sheetNames).forEach(say);
    const kind = formula.attributes.get("t") ?? "normal";
    const ref = formula.attributes.get("ref");
    if (kind === "shared") {
      const number = formula.attributes.get("si") ?? "";
      if (formula.text !== "") this.sharedFormulas.add(number);
      else if (!this.sharedFormulas.has(number)) say(`shares the formula ${number}, which none has told before`);
    } else if (formula.text === "" && kind === "normal") say("has an empty formula");
    const area = ref === undefined ? null : areaOf(ref);
    if (ref !== undefined && area === null) say(`has a formula for the area ${ref}`);
    if (area !== null && (kind === "array" || kind === "dataTable")) this.filled.push(area);
  }

  /** The cell's text, null where it is none. */
  private textOf(
    cell: Element,
    value: string | undefined,
    inline: Element | undefined,
    calculated: boolean,
    say: (fault: string) => void,
  ): string | null {
    const type = cell.attributes.get("t") ?? "n";
    if (inline !== undefined) checkSpaces(inline, say);
    if (inline !== undefined && type !== "inlineStr") say(`has a text of its own but is of type ${type}`);
    switch (type) {
      case "s": {
        if (calculated) say("has a formula in a text");
        const index = value === undefined ? NaN : /^\s*\d+\s*$/.test(value) ? Number(value) : NaN;
        const text = this.shared.strings?.[index];
        if (text === undefined)
          say(`refers to the shared string ${value ?? ""} of ${this.shared.strings?.length ?? 0}`);
        return text ?? null;
      }
      case "inlineStr":
        if (calculated) say("has a formula in a text");
        if (inline === undefined) say("has no text");
        return inline === undefined ? null : plainText(inline);
      case "str":
        if (!calculated) say("has a text as a formula's result, but no formula");
        return value ?? null;
      case "n":
        if (value !== undefined && value.trim() !== "" && !Number.isFinite(Number(value)))
          say(`is no number: ${value}`);
        return null;
      case "b":
        if (value !== undefined && !/^(0|1|true|false)$/.test(value)) say(`is neither true nor false: ${value}`);
        return null;
      case "e":
        if (value !== undefined && !ERRORS.test(value)) say(`is no error value: ${value}`);
        return null;
      case "d":
        if (value !== undefined && Number.isNaN(Date.parse(value))) say(`is no date: ${value}`);
        return null;
      default:
        say(`is of type ${type}`);
        return null;
    }
  }

  private judgeStyle(element: Element, name: string): void {
    const style = wholeNumber(element, "s", 0);
    const { cellFormats } = this.shared.styles;
    if (!(style >= 0 && style < cellFormats)) this.say(`${name} has the style ${style} of ${cellFormats}`);
  }
}

/** The smallest area around cells. */
class Extent {
  private area: Area | null = null;

  add(row: number, column: number): void {
    const { top, left, bottom, right } = this.area ?? { top: row, left: column, bottom: row, right: column };
    this.area = {
      top: Math.min(top, row),
      left: Math.min(left, column),
      bottom: Math.max(bottom, row),
      right: Math.max(right, column),
    };
  }

  within({ top, left, bottom, right }: Area): boolean {
    const own = this.area;
    return own === null || (own.top >= top && own.left >= left && own.bottom <= bottom && own.right <= right);
  }

  fills({ bottom, right }: Area): boolean {
    return this.area !== null && this.area.bottom >= bottom && this.area.right >= right;
  }
}

/** The text of a shared or inline string; readings above the characters are not part of it. */
export function plainText(string: Element): string {
  return childrenOf(string)
    .map((each) => (each.local === "t" ? each.text : each.local === "r" ? (childOf(each, "t")?.text ?? "") : ""))
    .join("");
}

/** Says where white space at the edges of a text would be lost. */
export function checkSpaces(root: Element, say: (fault: string) => void): void {
  for (const each of everyElement(root)) {
    if (each.local !== "t" || each.uri !== MAIN || !/^[ \t\r\n]|[ \t\r\n]$/.test(each.text)) continue;
    let owner: Element | null = each;
    while (owner !== null && !owner.attributes.has("{http://www.w3.org/XML/1998/namespace}space")) owner = owner.parent;
    if (owner === null) say(`"${each.text.trim()}" loses the spaces around it`);
  }
}

function checkFrame(root: Element, say: (fault: string) => void): void {
  let last = 0;
  for (const each of childrenNamed(root, "cols").flatMap((cols) => childrenNamed(cols, "col"))) {
    const min = wholeNumber(each, "min");
    const max = wholeNumber(each, "max");
    if (!(min > last && min <= max && max <= LAST_COLUMN)) say(`has the columns ${min} to ${max} after column ${last}`);
    if (Number(each.attributes.get("width") ?? 0) > 255) say(`column ${min} is wider than 255 characters`);
    last = max;
  }
  const merges = childrenNamed(childOf(root, "mergeCells"), "mergeCell").map(
    (each) => each.attributes.get("ref") ?? "",
  );
  const areas = merges.map(areaOf);
  areas.forEach((area, index) => {
    const ref = merges[index]!;
    if (area === null || (area.top === area.bottom && area.left === area.right)) say(`merges ${ref}`);
    else if (areas.slice(0, index).some((other) => other !== null && overlap(area, other)))
      say(`merges ${ref}, which overlaps another merge`);
  });
  for (const each of childrenNamed(childOf(root, "hyperlinks"), "hyperlink")) {
    const ref = each.attributes.get("ref") ?? "";
    if (areaOf(ref) === null) say(`has a link at ${ref}`);
    if (!each.attributes.has(ID) && !each.attributes.has("location")) say(`the link at ${ref} leads nowhere`);
  }
  const setup = childOf(root, "pageSetup");
  const scale = setup === undefined ? 100 : wholeNumber(setup, "scale", 100);
  if (!(scale >= 10 && scale <= 400)) say(`prints at ${scale} percent`);
  for (const view of childrenNamed(childOf(root, "sheetViews"), "sheetView")) {
    const zoom = wholeNumber(view, "zoomScale", 100);
    if (!(zoom >= 10 && zoom <= 400)) say(`shows at ${zoom} percent`);
    for (const each of childrenOf(view)) {
      for (const key of ["activeCell", "topLeftCell"]) {
        const ref = each.attributes.get(key);
        if (ref !== undefined && areaOf(ref) === null) say(`<${each.local}> has ${key} ${ref}`);
      }
    }
  }
  const header = childOf(root, "headerFooter");
  for (const each of header === undefined ? [] : childrenOf(header)) {
    if (each.text.length > 255) say(`<${each.local}> has ${each.text.length} characters`);
  }
  const breaks = [
    ["rowBreaks", LAST_ROW],
    ["colBreaks", LAST_COLUMN],
  ] as const;
  for (const [name, most] of breaks) {
    const list = childOf(root, name);
    const items = childrenNamed(list, "brk");
    const manual = items.filter((each) => isTrue(each.attributes.get("man"))).length;
    const told = list === undefined ? 0 : wholeNumber(list, "manualBreakCount", 0);
    if (told !== manual) say(`<${name}> has manualBreakCount ${told}; there are ${manual}`);
    if (items.some((each) => !(wholeNumber(each, "id", 0) < most))) say(`<${name}> has a break outside the sheet`);
  }
}

function checkRules(root: Element, { styles, workbook }: SharedFacts, say: (fault: string) => void): void {
  for (const format of childrenNamed(root, "conditionalFormatting")) {
    const sqref = format.attributes.get("sqref") ?? "";
    if (!areAreas(sqref)) say(`has a conditional format at "${sqref}"`);
    for (const rule of childrenNamed(format, "cfRule")) {
      if (!(wholeNumber(rule, "priority") >= 1)) say(`the conditional format at ${sqref} has no priority`);
      const formulas = childrenNamed(rule, "formula");
      if (rule.attributes.get("type") === "expression" && formulas.length === 0)
        say(`the conditional format at ${sqref} has no formula`);
      for (const { text } of formulas) {
        formulaFaults(text, workbook.sheetNames).forEach((fault) => {
          say(`the conditional format at ${sqref} ${fault}`);
        });
      }
    }
  }
  for (const each of everyElement(root)) {
    const format = wholeNumber(each, "dxfId", 0);
    if (each.attributes.has("dxfId") && !(format >= 0 && format < styles.differentialFormats))
      say(`<${each.local}> has dxfId ${format} of ${styles.differentialFormats}`);
  }
  for (const rule of childrenNamed(childOf(root, "dataValidations"), "dataValidation")) {
    const sqref = rule.attributes.get("sqref") ?? "";
    if (!areAreas(sqref)) say(`has a validation at "${sqref}"`);
    const limits = { promptTitle: 32, errorTitle: 32, prompt: 255, error: 255 };
    for (const [key, most] of Object.entries(limits)) {
      const length = rule.attributes.get(key)?.length ?? 0;
      if (length > most) say(`the validation at ${sqref} has a ${key} of ${length} characters`);
    }
    for (const { text } of [...childrenNamed(rule, "formula1"), ...childrenNamed(rule, "formula2")]) {
      if (text.startsWith('"') && text.length > 257)
        say(`the validation at ${sqref} lists ${text.length - 2} characters`);
      formulaFaults(text, workbook.sheetNames).forEach((fault) => {
        say(`the validation at ${sqref} ${fault}`);
      });
    }
  }
}

function areAreas(sqref: string): boolean {
  return (
    sqref !== "" &&
    sqref.split(/\s+/).every((ref) => areaOf(ref) !== null || /^\$?[A-Z]+:\$?[A-Z]+$|^\d+:\d+$/.test(ref))
  );
}

function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true";
}
