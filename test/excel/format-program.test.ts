import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatProgram, type FormatProgram } from "../../src/excel/format-program";
import type { EdgeLine } from "../../src/excel/looks";
import { gridOf } from "../../src/excel/sheet-content";
import { columnPoints } from "../../src/report/lengths";
import type { Role, RoleAreas, SheetPlan } from "../../src/report/plan";
import { roleFormat } from "../../src/report/theme";
import { emptyPlan } from "./plans";

const ROWS = 14;
const COLUMNS = 5;

/** What is seen of a sheet: properties by "row,column", lines by the row below them, heights by row. */
interface Seen {
  readonly cells: Map<string, Record<string, unknown>>;
  readonly lines: Map<string, string>;
  readonly heights: Map<number, number>;
}

const PLAIN = { fontColor: "#000000", vertical: "Bottom", horizontal: "General", wrapText: false, bold: false };
const LINE = (rule: EdgeLine): string => `${rule.weight} ${rule.color}`;

/** The roles applied one after the other, cell by cell. */
function naive(plan: SheetPlan): Seen {
  const seen: Seen = { cells: new Map(), lines: new Map(), heights: new Map() };
  for (const { role, areas } of plan.roles) {
    const { numberFormat, borders, ...look } = roleFormat(role, 1);
    for (const area of areas) {
      for (let row = area.row; row < area.row + area.rows; row++) {
        for (let column = area.column; column < area.column + area.columns; column++) {
          const cell = seen.cells.get(`${row},${column}`) ?? { ...PLAIN };
          seen.cells.set(`${row},${column}`, {
            ...cell,
            ...look,
            ...(numberFormat !== undefined && { numberFormat }),
          });
        }
      }
      for (const border of borders ?? []) {
        for (let column = area.column; column < area.column + area.columns; column++) {
          const rows =
            border.edge === "EdgeTop"
              ? [area.row]
              : border.edge === "EdgeBottom"
                ? [area.row + area.rows]
                : Array.from({ length: area.rows - 1 }, (_, index) => area.row + index + 1);
          for (const row of rows) seen.lines.set(`${row},${column}`, LINE(border));
        }
      }
    }
  }
  for (const { row, rows, height } of plan.rowHeights) {
    for (let index = row; index < row + rows; index++) seen.heights.set(index, height);
  }
  return seen;
}

/** The program carried out as Excel would. */
function carriedOut(program: FormatProgram): Seen {
  const seen: Seen = { cells: new Map(), lines: new Map(), heights: new Map() };
  const set = (row: number, column: number, look: Record<string, unknown>): void => {
    const key = `${row},${column}`;
    seen.cells.set(key, { ...(seen.cells.get(key) ?? PLAIN), ...look });
  };
  const flat = (format: Excel.CellPropertiesFormat | undefined): Record<string, unknown> => {
    const look: Record<string, unknown> = {};
    const put = (key: string, value: unknown): void => {
      if (value !== undefined) look[key] = value;
    };
    put("fontName", format?.font?.name);
    put("fontSize", format?.font?.size);
    put("bold", format?.font?.bold);
    put("fontColor", format?.font?.color);
    put("underline", format?.font?.underline);
    put("fill", format?.fill?.color);
    put("horizontal", format?.horizontalAlignment);
    put("vertical", format?.verticalAlignment);
    put("wrapText", format?.wrapText);
    put("indentLevel", format?.indentLevel);
    return look;
  };
  for (let row = 0; row < program.area.rows; row++) {
    if (program.rowHeight !== null) seen.heights.set(row, program.rowHeight);
    program.columns.forEach((column, index) => {
      set(row, index, { ...flat(column.format), ...program.whole });
    });
  }
  for (const { area, entries } of program.rows) {
    entries.forEach((entry, index) => {
      const row = area.row + index;
      for (let column = area.column; column < area.column + area.columns; column++) {
        set(row, column, flat(entry.format));
        const { top, bottom } = entry.format?.borders ?? {};
        if (top) seen.lines.set(`${row},${column}`, LINE(top as EdgeLine));
        if (bottom) seen.lines.set(`${row + 1},${column}`, LINE(bottom as EdgeLine));
      }
      if (entry.format?.rowHeight !== undefined) seen.heights.set(row, entry.format.rowHeight);
    });
  }
  for (const { areas, look, rowHeight, innerLines } of program.groups) {
    const { top, bottom, ...plain } = look;
    for (const area of areas) {
      for (let row = area.row; row < area.row + area.rows; row++) {
        if (rowHeight !== undefined) seen.heights.set(row, rowHeight);
        for (let column = area.column; column < area.column + area.columns; column++) {
          if (Object.keys(plain).length > 0) set(row, column, plain);
          if (top) seen.lines.set(`${row},${column}`, LINE(top));
          if (bottom) seen.lines.set(`${row + 1},${column}`, LINE(bottom));
          if (innerLines && row > area.row) seen.lines.set(`${row},${column}`, LINE(innerLines));
        }
      }
    }
  }
  for (const { area, formats } of program.numberFormats) {
    for (let row = area.row; row < area.row + area.rows; row++) {
      formats.forEach((numberFormat, index) => {
        set(row, area.column + index, { numberFormat });
      });
    }
  }
  return seen;
}

const roles: Role[] = [
  "body",
  "title",
  "heading",
  "tableHeader",
  "tableText",
  "tableCount",
  "tableRate",
  "tableTotal",
  "tableLast",
  "note",
  "link",
  "missing",
  "paragraph",
];
const area = fc
  .record({
    row: fc.nat(ROWS - 1),
    column: fc.nat(COLUMNS - 1),
    rows: fc.integer({ min: 1, max: ROWS }),
    columns: fc.integer({ min: 1, max: COLUMNS }),
  })
  .map((one) => ({
    ...one,
    rows: Math.min(one.rows, ROWS - one.row),
    columns: Math.min(one.columns, COLUMNS - one.column),
  }));
const roleAreas: fc.Arbitrary<RoleAreas> = fc.record({
  role: fc.constantFrom(...roles),
  areas: fc.array(area, { minLength: 1, maxLength: 3 }),
});

const BODY: RoleAreas = { role: "body", areas: [{ row: 0, column: 0, rows: ROWS, columns: COLUMNS }] };

describe("formatProgram", () => {
  it("makes every cell look as its roles say, one after the other, where any of them may be filled in", () => {
    fc.assert(
      fc.property(fc.array(roleAreas, { maxLength: 8 }), (planned) => {
        const plan: SheetPlan = { ...emptyPlan("台帳"), kind: "input", roles: [BODY, ...planned] };
        const expected = naive(plan);
        const actual = carriedOut(formatProgram(plan, gridOf(plan), 1));
        for (const [key, cell] of expected.cells) expect(actual.cells.get(key), key).toEqual(cell);
        expect([...actual.lines].sort()).toEqual([...expected.lines].sort());
      }),
      { numRuns: 300 },
    );
  });

  it("makes every cell of a report show what its roles say", () => {
    const content = fc.constantFrom("", "", "文字", 12, { formula: "=A1", value: 3 }, { formula: "=A2", value: "字" });
    const cells = fc.array(fc.array(content, { minLength: COLUMNS, maxLength: COLUMNS }), { maxLength: ROWS });
    fc.assert(
      fc.property(fc.array(roleAreas, { maxLength: 8 }), cells, (planned, filled) => {
        const blocks = filled.length > 0 ? [{ row: 0, column: 0, cells: filled }] : [];
        const plan: SheetPlan = { ...emptyPlan("集計"), blocks, roles: [BODY, ...planned] };
        const expected = naive(plan);
        const actual = carriedOut(formatProgram(plan, gridOf(plan), 1));
        for (const [key, cell] of expected.cells) {
          const [row, column] = key.split(",").map(Number);
          const held = filled[row!]?.[column!] ?? "";
          const value = typeof held === "object" ? held.value : held;
          expect(shown(actual.cells.get(key) ?? PLAIN, value), key).toEqual(shown(cell, value));
        }
        expect([...actual.lines].sort()).toEqual([...expected.lines].sort());
      }),
      { numRuns: 300 },
    );
  });

  it("sets every height and width as planned", () => {
    for (const rest of [
      [],
      [
        { row: 1, rows: 2, height: 15 },
        { row: 5, rows: 15, height: 15 },
      ],
    ]) {
      const plan: SheetPlan = {
        ...emptyPlan("集計"),
        columnWidths: [10, 24.5, 8],
        rowHeights: [
          { row: 0, rows: 1, height: 27 },
          { row: 3, rows: 2, height: 18 },
          { row: 20, rows: 400, height: 15 },
          ...rest,
        ],
      };
      const program = formatProgram(plan, gridOf(plan), 1);
      expect(program.columns.map(({ format }) => format?.columnWidth)).toEqual([10, 24.5, 8].map(columnPoints));
      expect([...carriedOut(program).heights].sort((a, b) => a[0] - b[0])).toEqual(
        [...naive(plan).heights].sort((a, b) => a[0] - b[0]),
      );
      // A long run of equal rows is one area, not hundreds of entries.
      expect(program.rows.flatMap(({ entries }) => entries).length).toBeLessThan(10);
    }
  });

  it("says a table of thousands of equal rows in a handful of groups", () => {
    const rows = 5000;
    const table = { row: 1, column: 0, rows, columns: 4 };
    const plan: SheetPlan = {
      ...emptyPlan("一覧"),
      blocks: [{ row: 1, column: 0, cells: Array.from({ length: rows }, () => ["行政", "事業", "達成", 1]) }],
      roles: [
        { role: "body", areas: [{ row: 0, column: 0, rows: rows + 1, columns: 4 }] },
        { role: "tableHeader", areas: [{ row: 0, column: 0, rows: 1, columns: 4 }] },
        { role: "tableText", areas: [table] },
        { role: "tableCount", areas: [{ ...table, column: 3, columns: 1 }] },
        { role: "tableLast", areas: [{ row: rows, column: 0, rows: 1, columns: 4 }] },
      ],
    };
    const program = formatProgram(plan, gridOf(plan), 1);
    expect(JSON.stringify(program).length).toBeLessThan(5000);
    expect(program.groups.length).toBeLessThanOrEqual(4);
  });
});

/** What of a cell's look can be seen. */
function shown(look: Record<string, unknown>, value: unknown): Record<string, unknown> {
  const { fill, numberFormat, ...text } = look;
  const box = { fill, numberFormat };
  if (value === "") return box;
  const natural = typeof value === "number" ? "Right" : "Left";
  const indented = typeof text["indentLevel"] === "number" && text["indentLevel"] > 0;
  return {
    ...box,
    ...text,
    ...(!indented && text["horizontal"] === natural && { horizontal: "General" }),
    ...(typeof value === "number" && { wrapText: null }),
  };
}
