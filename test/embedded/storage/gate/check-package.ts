import { checkChart, checkDrawing } from "./check-drawings";
import { checkSheet, checkSpaces, plainText } from "./check-sheet";
import { checkStyles } from "./check-styles";
import { checkTables } from "./check-tables";
import { checkWorkbook } from "./check-workbook";
import { oncePerFile } from "./once-per-file";
import { isXml, PackageModel } from "./package-model";
import { orderFaults } from "./schema-order";
import { childOf, childrenNamed, childrenOf, everyElement, MAIN, wholeNumber, type Element } from "./xml-tree";
import { readZipFile } from "./zip-file";

/** Lists that tell how many they hold, and what they hold; where the number is another, Excel may repair the file. */
const COUNTED: Readonly<Record<string, string>> = {
  numFmts: "numFmt",
  fonts: "font",
  fills: "fill",
  borders: "border",
  cellStyleXfs: "xf",
  cellXfs: "xf",
  cellStyles: "cellStyle",
  dxfs: "dxf",
  tableStyles: "tableStyle",
  mergeCells: "mergeCell",
  dataValidations: "dataValidation",
  tableParts: "tablePart",
  tableColumns: "tableColumn",
  rowBreaks: "brk",
  colBreaks: "brk",
};

/**
 * Every fault of a saved .xlsx, `part: what is wrong`; [] for a sound one. It shares no code with the product: the zip, the
 * XML (saxes, by namespace), the package (ECMA-376 part 2), the order of elements (part 1), the limits of Excel
 * ("Excel specifications and limits") and what parts say of one another are all read on their own.
 *
 * @param fileName what the file is called, which says whether it is to have macros
 */
export function checkPackage(bytes: Uint8Array, fileName = ""): readonly string[] {
  return checked(bytes, /\.xlsm$/i.test(fileName) ? ".xlsm" : "");
}

const checked = oncePerFile((bytes, ending): readonly string[] => {
  const { entries, faults: zipFaults } = readZipFile(bytes);
  if (entries.size === 0) return [...zipFaults, "zip: holds nothing"];
  const faults = new Set(zipFaults);
  const file = new PackageModel(entries, (part, fault) => faults.add(`${part}: ${fault}`), ending);
  const workbook = checkWorkbook(file);
  if (workbook !== null) {
    const styles = checkStyles(file, workbook.part);
    const strings = readStrings(file, workbook.part);
    const facts = workbook.sheets
      .filter(({ kind }) => kind === "worksheet")
      .map((sheet) => ({ sheet, ...checkSheet(file, sheet, { workbook, styles, strings }) }));
    checkTables(
      file,
      facts.map(({ tables }) => tables),
      workbook.names,
    );
    const selected = facts.filter((each) => each.selected).map(({ sheet }) => sheet);
    if (selected.length > 1) file.say(workbook.part, `has ${selected.length} sheets selected`);
    if (selected.length === 1 && selected[0] !== workbook.sheets[workbook.activeTab])
      file.say(workbook.part, `has ${selected[0]!.name} selected, which is not the active sheet`);
    checkChain(file, workbook.part, facts);
    for (const part of file.names()) {
      const type = file.contentType(part);
      if (/\.drawing\+xml$/.test(type)) checkDrawing(file, part);
      if (/\.drawingml\.chart\+xml$/.test(type)) checkChart(file, part, workbook.sheetNames);
    }
  }
  for (const part of file.names()) {
    const tree = isXml(part, file.contentType(part)) ? file.tree(part) : null;
    if (tree !== null)
      checkElements(tree.root, (fault) => {
        file.say(part, fault);
      });
  }
  return [...faults];
});

/** Names of a file's worksheets by their parts; none where it cannot be read. */
export function sheetNamesOf(bytes: Uint8Array): ReadonlyMap<string, string> {
  const file = new PackageModel(readZipFile(bytes).entries, () => undefined);
  const sheets = checkWorkbook(file)?.sheets.filter(({ kind }) => kind === "worksheet") ?? [];
  return new Map(sheets.map(({ part, name }) => [part, name]));
}

function readStrings(file: PackageModel, workbookPart: string): string[] | null {
  const part = file.related(workbookPart, "sharedStrings");
  const root = part === undefined ? undefined : file.tree(part)?.root;
  if (part === undefined || root === undefined) return null;
  const strings = childrenNamed(root, "si").map(plainText);
  // `count`, how often they are used, is never relied on and goes stale as cells change.
  const told = wholeNumber(root, "uniqueCount", strings.length);
  if (told !== strings.length) file.say(part, `has uniqueCount ${told}; there are ${strings.length}`);
  return strings;
}

interface Calculated {
  readonly sheet: { readonly id: number };
  readonly formulas: ReadonlySet<string>;
}

/** The chain of calculation may leave cells out, but may not list one without a formula. */
function checkChain(file: PackageModel, workbookPart: string, sheets: readonly Calculated[]): void {
  const part = file.related(workbookPart, "calcChain");
  const root = part === undefined ? undefined : file.tree(part)?.root;
  if (part === undefined || root === undefined) return;
  let id = NaN;
  for (const each of childrenNamed(root, "c")) {
    id = wholeNumber(each, "i", id);
    const cell = each.attributes.get("r") ?? "";
    const sheet = sheets.find((other) => other.sheet.id === id);
    if (!sheet?.formulas.has(cell)) file.say(part, `lists ${cell} of sheet ${id}, which has no formula`);
  }
}

function checkElements(root: Element, say: (fault: string) => void): void {
  for (const each of everyElement(root)) {
    orderFaults(each).forEach(say);
    const item = each.uri === MAIN ? COUNTED[each.local] : undefined;
    if (item === undefined || !each.attributes.has("count")) continue;
    const told = wholeNumber(each, "count");
    const found = childrenNamed(each, item).length;
    if (told !== found) say(`<${each.local}> has count ${told}; there are ${found}`);
  }
  if (root.uri === MAIN) checkSpaces(root, say);
  if (root.local === "sst" && childOf(root, "si") === undefined && childrenOf(root).length > 0) say("holds no strings");
}
