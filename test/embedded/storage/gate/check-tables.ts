import { areaOf, overlap, type Area } from "./cell-areas";
import { isName, twice } from "./check-workbook";
import type { PackageModel } from "./package-model";
import { childOf, childrenNamed, wholeNumber } from "./xml-tree";

/** A table as its part describes it. */
export interface TableFacts {
  readonly part: string;
  readonly name: string;
  readonly id: number;
  readonly area: Area | null;
  /** Names of the columns, which the header row repeats; null where there is no header row. */
  readonly columns: readonly string[] | null;
}

/** Checks a table's part by itself. */
export function checkTable(file: PackageModel, part: string): TableFacts | null {
  const root = file.tree(part)?.root;
  if (root === undefined) return null;
  const say = (fault: string): void => {
    file.say(part, fault);
  };
  const name = root.attributes.get("displayName") ?? "";
  if (!isName(name)) say(`has the name "${name}", which Excel forbids`);
  const ref = root.attributes.get("ref") ?? "";
  const area = areaOf(ref);
  const headerRows = wholeNumber(root, "headerRowCount", 1);
  const rows = headerRows + wholeNumber(root, "totalsRowCount", 0) + 1;
  if (area === null) say(`has the area ${ref}`);
  else if (area.bottom - area.top + 1 < rows) say(`has the area ${ref}, too few rows for its header and a row of data`);
  const columns = childrenNamed(childOf(root, "tableColumns"), "tableColumn");
  if (area !== null && columns.length !== area.right - area.left + 1)
    say(`has ${columns.length} columns and the area ${ref}`);
  const names = columns.map((each) => each.attributes.get("name") ?? "");
  twice(names.map((each) => each.toLowerCase())).forEach((each) => {
    say(`has two columns called ${each}`);
  });
  twice(columns.map((each) => each.attributes.get("id") ?? "")).forEach((each) => {
    say(`has two columns with the id ${each}`);
  });
  if (names.some((each) => each === "" || each.length > 255)) say("has a column whose name is empty or too long");
  const filter = childOf(root, "autoFilter")?.attributes.get("ref");
  const filtered = filter === undefined ? null : areaOf(filter);
  if (
    filter !== undefined &&
    (filtered === null ||
      area === null ||
      filtered.top !== area.top ||
      filtered.left < area.left ||
      filtered.right > area.right ||
      filtered.bottom > area.bottom)
  )
    say(`filters ${filter}, its area is ${ref}`);
  return { part, name, id: wholeNumber(root, "id"), area, columns: headerRows === 0 ? null : names };
}

/** Checks the tables of one sheet, and of all sheets, against each other. */
export function checkTables(
  file: PackageModel,
  bySheet: readonly (readonly TableFacts[])[],
  definedNames: ReadonlySet<string>,
): void {
  for (const tables of bySheet) {
    tables.forEach(({ area, part }, index) => {
      const other = tables
        .slice(0, index)
        .find((each) => area !== null && each.area !== null && overlap(area, each.area));
      if (other) file.say(part, `overlaps the table ${other.name}`);
    });
  }
  const all = bySheet.flat();
  const names = all.map(({ name }) => name.toLowerCase());
  const ids = all.map(({ id }) => id);
  all.forEach(({ part, name, id }, index) => {
    if (names.indexOf(names[index]!) !== index) file.say(part, `is called ${name} like another table`);
    if (ids.indexOf(id) !== index || !(id >= 1))
      file.say(part, `has the id ${id}, as another table has or no table may`);
    if (definedNames.has(name.toLowerCase())) file.say(part, `is called ${name} like a defined name`);
  });
}
