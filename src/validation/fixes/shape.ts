import type { Area, CellValue } from "../../cells/cell";
import { parseAddress } from "../../cells/parse-address";
import type { SheetChange } from "../finding";
import type { SheetContext } from "../rule";
import type { FixContext, Mender, Offered, Way } from "./mending";

/*
 * Mistakes in the shape of the sheet: what is offered changes the sheet itself, with a copy of it first.
 */

type PlainKind = "unmerge" | "delete-rows" | "delete-columns" | "move-out" | "show-rows" | "show-columns";

function valuesOf({ valueAt }: SheetContext, area: Area): CellValue[][] {
  return Array.from({ length: area.rows }, (_, row) =>
    Array.from({ length: area.columns }, (__, column) => valueAt(area.row + row, area.column + column)),
  );
}

/** The rows of an area over the whole width that is in use. */
function wholeRows({ source }: SheetContext, { row, rows }: Pick<Area, "row" | "rows">): Area {
  const columns = source.values.reduce((most, cells) => Math.max(most, cells.length), 1);
  return { row, rows, column: source.column, columns };
}

function change(context: FixContext, kind: PlainKind, area: Area): SheetChange {
  const { sheet } = context;
  return { kind, sheet: sheet.source.name, area, before: valuesOf(sheet, area) };
}

function oneWay(label: string, changes: readonly SheetChange[], isProposed = true): Offered {
  return { ways: [{ label, edits: [], changes }], isProposed };
}

/** A merged area is taken apart, and every cell of it gets what the first one holds. */
export const unmerge: Mender = ({ cell }, context) => {
  const area = parseAddress(cell);
  return area === null ? {} : oneWay(context.words.unmerge, [change(context, "unmerge", area)]);
};

/** Blank rows go, as many as follow one another. */
export const deleteBlankRows: Mender = ({ cell }, context) => {
  const first = parseAddress(cell)?.row;
  if (first === undefined) return {};
  const blank = new Set(
    (context.sheet.ledger?.skipped ?? []).flatMap(({ row, kind }) => (kind === "blank" ? row : [])),
  );
  let rows = 1;
  while (blank.has(first + rows)) rows++;
  const area = wholeRows(context.sheet, { row: first, rows });
  return oneWay(context.words.deleteRows(first + 1, first + rows), [change(context, "delete-rows", area)]);
};

/** A total row goes; the one that an Excel table keeps is no longer shown. */
export const deleteTotal: Mender = ({ cell }, context) => {
  const row = parseAddress(cell)?.row;
  if (row === undefined) return {};
  const { sheet, words } = context;
  const table = (sheet.source.structure?.tables ?? []).find(
    ({ area, showTotals }) => showTotals && area.row + area.rows - 1 === row,
  );
  const area = wholeRows(sheet, { row, rows: 1 });
  if (table !== undefined) {
    const before = valuesOf(sheet, area);
    return oneWay(words.hideTotals, [
      { kind: "hide-totals", table: table.name, sheet: sheet.source.name, area, before },
    ]);
  }
  return oneWay(words.deleteRows(row + 1, row + 1), [change(context, "delete-rows", area)], false);
};

/** A column that holds nothing goes. */
export const deleteColumn: Mender = ({ cell }, context) => {
  const at = parseAddress(cell);
  if (at === null) return {};
  return oneWay(context.words.deleteColumn(cell.replace(/\d+$/, "")), [
    change(context, "delete-columns", columnArea(context.sheet, at.column)),
  ]);
};

function columnArea({ source }: SheetContext, column: number): Area {
  return { row: source.row, rows: Math.max(1, source.values.length), column, columns: 1 };
}

/** The header that is there already gets a number behind it, or its column goes. */
export const renameOrDeleteColumn: Mender = ({ cell, value }, context) => {
  const at = parseAddress(cell);
  const { ledger } = context.sheet;
  if (at === null || ledger === null) return {};
  const known = new Set(ledger.headers.map(({ text }) => text));
  let number = 2;
  while (known.has(`${value}${number}`)) number++;
  return {
    values: [`${value}${number}`],
    ways: [
      {
        label: context.words.deleteColumn(cell.replace(/\d+$/, "")),
        edits: [],
        changes: [change(context, "delete-columns", columnArea(context.sheet, at.column))],
      },
    ],
    isProposed: true,
  };
};

/** What stands outside the table goes to a sheet of its own; a row between measures that it had to itself goes, too. */
export const moveOut: Mender = ({ cell }, context) => {
  const area = parseAddress(cell);
  const { ledger } = context.sheet;
  if (area === null || ledger === null) return {};
  const isBetween = area.row > ledger.firstRow && area.row + area.rows - 1 < ledger.lastRow;
  const skipped = new Set((ledger.skipped ?? []).map(({ row }) => row));
  const hasRows =
    isBetween && Array.from({ length: area.rows }, (_, at) => area.row + at).every((row) => skipped.has(row));
  const changes = [change(context, "move-out", area)];
  if (hasRows) changes.push(change(context, "delete-rows", wholeRows(context.sheet, area)));
  return oneWay(context.words.moveOut, changes);
};

/** Hidden rows are shown: as many as follow one another. */
export const showRows: Mender = ({ cell }, context) => {
  const first = parseAddress(cell)?.row;
  if (first === undefined) return {};
  const hidden = new Set(context.sheet.source.structure?.hiddenRows ?? []);
  let rows = 1;
  while (hidden.has(first + rows)) rows++;
  return oneWay(context.words.show, [change(context, "show-rows", wholeRows(context.sheet, { row: first, rows }))]);
};

/** A hidden column is shown. */
export const showColumn: Mender = ({ cell }, context) => {
  const at = parseAddress(cell);
  if (at === null) return {};
  return oneWay(context.words.show, [change(context, "show-columns", columnArea(context.sheet, at.column))]);
};

/** Nothing is filtered out any more. */
export const showFiltered: Mender = ({ cell }, { sheet, words }) => {
  const area = parseAddress(cell);
  if (area === null) return {};
  return oneWay(words.showFiltered, [
    { kind: "show-filtered", sheet: sheet.source.name, area, before: valuesOf(sheet, area) },
  ]);
};

/** A formula gives way to the value that it has now. */
export const keepValue: Mender = ({ cell }, { sheet, words, ledger }) => {
  const area = parseAddress(cell);
  const formula = area && sheet.formulaAt(area.row, area.column);
  if (area === null || formula === null) return {};
  const value = sheet.valueAt(area.row, area.column);
  const statuses = ledger()?.settings.statuses.map(({ name }) => name) ?? [];
  const way: Way = {
    label: words.keepValue(String(value)),
    edits: [],
    changes: [{ kind: "keep-value", sheet: sheet.source.name, area, before: valuesOf(sheet, area), formula }],
  };
  return String(value).trim() === "" ? { values: statuses } : { ways: [way], isProposed: true };
};
