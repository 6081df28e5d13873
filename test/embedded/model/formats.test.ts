import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contains, intersection, parseArea, splitSheet, subtractArea } from "../../../src/embedded/model/address";
import { clearFormats, formatAt, formatGrid, layFormat, uniformFormat } from "../../../src/embedded/model/formats";
import type { CellFormat } from "../../../src/embedded/model/model";
import { newWorkbookModel } from "../../../src/embedded/model/workbook";
import { cellKey } from "../../../src/embedded/model/grid";
import { areaAddress, type Area } from "../../../src/cells/cell";

const SIZE = 6;
const area = fc
  .record({
    row: fc.nat(SIZE - 1),
    column: fc.nat(SIZE - 1),
    rows: fc.integer({ min: 1, max: SIZE }),
    columns: fc.integer({ min: 1, max: SIZE }),
  })
  .map(({ row, column, rows, columns }): Area => ({
    row,
    column,
    rows: Math.min(rows, SIZE - row),
    columns: Math.min(columns, SIZE - column),
  }));
const format = fc.constantFrom<CellFormat>(
  { bold: true },
  { bold: false },
  { fill: "#FF0000" },
  { fill: "" },
  { bold: true, fill: "#00FF00" },
  { borders: { EdgeTop: { style: "Continuous", weight: "Thin", color: "#000000" } } },
  { borders: { EdgeBottom: { style: "Dash", weight: "Thin", color: "#000000" } } },
);
const step = fc.record({ area, format: fc.option(format, { freq: 5 }) });

/** What each cell looks like when every step is applied to every cell. */
function painted(steps: readonly { area: Area; format: CellFormat | null }[], file: CellFormat): CellFormat[][] {
  const cells = Array.from({ length: SIZE }, (_, r) =>
    Array.from({ length: SIZE }, (__, c): CellFormat => (r === 1 && c < 3 ? { ...file } : {})),
  );
  for (const {
    area: { row, column, rows, columns },
    format: laid,
  } of steps) {
    for (let r = row; r < row + rows; r++) {
      for (let c = column; c < column + columns; c++) {
        const before = cells[r]![c]!;
        cells[r]![c] =
          laid === null
            ? {}
            : { ...before, ...laid, ...(laid.borders && { borders: { ...before.borders, ...laid.borders } }) };
      }
    }
  }
  return cells;
}

describe("formats laid over areas", () => {
  it("look as if every cell had been painted in turn", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), area, (steps, asked) => {
        const workbook = newWorkbookModel();
        const sheet = workbook.sheets[0]!;
        const file: CellFormat = { bold: true, fill: "#0000FF" };
        workbook.fileFormats = [file];
        sheet.styleIndexes = new Map([0, 1, 2].map((column) => [cellKey(1, column), 0]));
        for (const { area: where, format: laid } of steps) {
          if (laid === null) clearFormats(sheet, where);
          else layFormat(sheet, where, laid);
        }
        const expected = painted(steps, file);
        for (let r = 0; r < SIZE; r++) {
          for (let c = 0; c < SIZE; c++) expect(formatAt(workbook, sheet, r, c)).toEqual(expected[r]![c]);
        }
        const fills = expected
          .slice(asked.row, asked.row + asked.rows)
          .map((row) => row.slice(asked.column, asked.column + asked.columns).map((cell) => cell.fill ?? "none"));
        expect(formatGrid(workbook, sheet, asked, (cell) => cell.fill, "none")).toEqual(fills);
        const different = new Set(fills.flat());
        expect(uniformFormat(workbook, sheet, [asked], (cell) => cell.fill, "none")).toBe(
          different.size === 1 ? [...different][0] : null,
        );
      }),
      { numRuns: 500 },
    );
  });

  it("stay few when properties are set one after the other", () => {
    const sheet = newWorkbookModel().sheets[0]!;
    const areas = Array.from({ length: 500 }, (_, r): Area => ({ row: r * 2, column: 0, rows: 1, columns: 5 }));
    for (const laid of [
      { bold: true },
      { fontColor: "#FF0000" },
      { fill: "#EEEEEE" },
      { bold: false },
    ] as CellFormat[]) {
      for (const each of areas) layFormat(sheet, each, laid);
    }
    expect(sheet.formats).toHaveLength(500);
    expect(sheet.formats[7]!.format).toEqual({ bold: false, fontColor: "#FF0000", fill: "#EEEEEE" });
  });
});

describe("areas", () => {
  it("what is left and what is shared make up the whole", () => {
    fc.assert(
      fc.property(area, area, (whole, hole) => {
        const parts = subtractArea(whole, hole);
        const shared = intersection(whole, hole);
        const size = (part: Area): number => part.rows * part.columns;
        expect(parts.reduce((sum, part) => sum + size(part), 0) + (shared ? size(shared) : 0)).toBe(size(whole));
        for (const part of parts) {
          expect(contains(whole, part)).toBe(true);
          expect(intersection(part, hole)).toBeNull();
        }
      }),
    );
  });

  it("an address leads back to its area", () => {
    fc.assert(
      fc.property(area, (each) => {
        expect(parseArea(areaAddress(each))).toEqual(each);
      }),
    );
  });

  it.each<[string, Area | null]>([
    ["$B$5:D9", { row: 4, column: 1, rows: 5, columns: 3 }],
    ["D9:B5", { row: 4, column: 1, rows: 5, columns: 3 }],
    ["XFD1048576", { row: 1_048_575, column: 16_383, rows: 1, columns: 1 }],
    ["XFE1", null],
    ["A1048577", null],
    ["A0", null],
    ["A", null],
    ["B:D", { row: 0, column: 1, rows: 1_048_576, columns: 3 }],
    ["$3:5", { row: 2, column: 0, rows: 3, columns: 16_384 }],
    ["A1:", null],
    ["集計", null],
  ])("%s", (address, expected) => {
    expect(parseArea(address)).toEqual(expected);
  });

  it.each([
    ["A1", null, "A1"],
    ["集計!A1", "集計", "A1"],
    ["'計画 ''一'' 表'!A1:B2", "計画 '一' 表", "A1:B2"],
    ["'a!b'!C3", "a!b", "C3"],
  ])("%s names a sheet and cells", (reference, sheet, address) => {
    expect(splitSheet(reference)).toEqual({ sheet, address });
  });
}); // prettier-ignore
