import { areaOf, sheetsIn } from "./cell-areas";
import { ID, type PackageModel } from "./package-model";
import { childOf, childrenNamed, wholeNumber, type Element } from "./xml-tree";

/** A sheet as the workbook lists it. */
export interface ListedSheet {
  readonly name: string;
  readonly id: number;
  readonly part: string;
  readonly kind: string;
}

/** What the workbook part says of the whole. */
export interface WorkbookFacts {
  readonly part: string;
  readonly sheets: readonly ListedSheet[];
  /** In lower case. */
  readonly sheetNames: ReadonlySet<string>;
  /** Names of the whole workbook, in lower case. */
  readonly names: ReadonlySet<string>;
  readonly activeTab: number;
}

/** Checks the workbook part; null where there is none to be read. */
export function checkWorkbook(file: PackageModel): WorkbookFacts | null {
  const part = file.related("", "officeDocument");
  const root = part === undefined ? undefined : file.tree(part)?.root;
  if (part === undefined || root === undefined) return null;
  const say = (fault: string): void => {
    file.say(part, fault);
  };
  if (root.local !== "workbook") say(`is a <${root.local}>, not a workbook`);
  const listed = childrenNamed(childOf(root, "sheets"), "sheet");
  const sheets = listed.flatMap((each) => {
    const id = each.attributes.get(ID);
    const relation = file.relationships(part).find((other) => other.id === id);
    const name = each.attributes.get("name") ?? "";
    if (id === undefined) say(`sheet ${name} names no relationship`);
    if (relation === undefined || relation.target === "") return [];
    return [{ name, id: wholeNumber(each, "sheetId"), part: relation.target, kind: relation.kind }];
  });
  checkSheetNames(sheets, say);
  twice(sheets.map(({ id }) => String(id))).forEach((id) => {
    say(`has the sheetId ${id} twice`);
  });
  twice(sheets.map((each) => each.part)).forEach((each) => {
    say(`lists ${each} twice`);
  });
  for (const { id, name } of sheets) if (!(id >= 1 && id <= 65_534)) say(`sheet ${name} has the sheetId ${id}`);
  for (const { target, kind } of file.relationships(part)) {
    if (/^(work|chart|dialog)sheet$/.test(kind) && !sheets.some((each) => each.part === target))
      say(`has a relationship to ${target}, which it does not list`);
  }
  const hidden = listed.map((each) => (each.attributes.get("state") ?? "visible") !== "visible");
  if (hidden.every(Boolean)) say("has no visible sheet");
  const view = childrenNamed(childOf(root, "bookViews"), "workbookView")[0];
  const activeTab = view === undefined ? 0 : wholeNumber(view, "activeTab", 0);
  if (!(activeTab < listed.length)) say(`makes tab ${activeTab} the active one of ${listed.length}`);
  else if (hidden[activeTab] === true && !hidden.every(Boolean)) say("makes a hidden sheet the active one");
  const sheetNames = new Set(sheets.map(({ name }) => name.toLowerCase()));
  const names = checkNames(childrenNamed(childOf(root, "definedNames"), "definedName"), sheetNames, listed.length, say);
  return { part, sheets, sheetNames, names, activeTab };
}

function checkSheetNames(sheets: readonly ListedSheet[], say: (fault: string) => void): void {
  for (const { name } of sheets) {
    if (name === "") say("has a sheet without a name");
    if (name.length > 31) say(`sheet ${name} has a name of ${name.length} characters`);
    if (/[:\\/?*[\]]|^'|'$/.test(name)) say(`sheet ${name} has a character in its name that Excel forbids`);
  }
  twice(sheets.map(({ name }) => name.toLowerCase())).forEach((name) => {
    say(`has two sheets called ${name}`);
  });
}

function checkNames(
  defined: readonly Element[],
  sheetNames: ReadonlySet<string>,
  sheetCount: number,
  say: (fault: string) => void,
): Set<string> {
  const scoped: string[] = [];
  const names = new Set<string>();
  for (const each of defined) {
    const name = each.attributes.get("name") ?? "";
    const scope = wholeNumber(each, "localSheetId", -1);
    if (!(scope < sheetCount)) say(`name ${name} belongs to sheet ${scope} of ${sheetCount}`);
    scoped.push(`${name.toLowerCase()} of ${scope < 0 ? "the workbook" : `sheet ${scope}`}`);
    if (scope < 0) names.add(name.toLowerCase());
    if (!isName(name)) say(`has the name "${name}", which Excel forbids`);
    const formula = each.text.trim();
    if (formula === "") say(`name ${name} stands for nothing`);
    formulaFaults(formula, sheetNames).forEach((fault) => {
      say(`name ${name} ${fault}`);
    });
  }
  twice(scoped).forEach((name) => {
    say(`has the name ${name} twice`);
  });
  return names;
}

/** Whether Excel takes this as a defined name or the name of a table. */
export function isName(name: string): boolean {
  const form = /^[\p{L}_\\][\p{L}\p{M}\p{N}_.\\?・ー〜]*$/u.test(name) && name.length <= 255;
  return form && areaOf(name.toUpperCase()) === null && !/^([rc]|r\d*c\d*)$/i.test(name);
}

/** What is wrong with a formula, as words that follow the name of what has it. */
export function formulaFaults(formula: string, sheetNames: ReadonlySet<string>): string[] {
  const faults = sheetsIn(formula)
    .filter((name) => !sheetNames.has(name.toLowerCase()))
    .map((name) => `refers to the sheet ${name}, which is not there`);
  if (formula.startsWith("=")) faults.push("has a formula that begins with =");
  if (formula.length > 8192) faults.push(`has a formula of ${formula.length} characters`);
  return faults;
}

/** Values that are there more than once, each told once. */
export function twice(values: readonly string[]): string[] {
  const seen = new Set<string>();
  return [...new Set(values.filter((value) => seen.size === seen.add(value).size))];
}
