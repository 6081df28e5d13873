import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatProgram, type FormatProgram } from "../../src/excel/format-program";
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

const PLAIN = { fontColor: "#000000", vertical: "Bottom", horizontal: "General", wrapText: false };
const LINE = (rule: { weight: string; color: string }): string => `${rule.weight} ${rule.color}`;

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
    program.columns.forEach((column, index) => {
      set(row, index, flat(column.format));
    });
  }
  for (const { row, entries } of program.rows) {
    entries.forEach((entry, index) => {
      for (let column = 0; column < program.area.columns; column++) {
        set(row + index, column, flat(entry.format));
        const { top, bottom } = entry.format?.borders ?? {};
        if (top) seen.lines.set(`${row + index},${column}`, LINE(top as { weight: string; color: string }));
        if (bottom) seen.lines.set(`${row + index + 1},${column}`, LINE(bottom as { weight: string; color: string }));
      }
      if (entry.format?.rowHeight !== undefined) seen.heights.set(row + index, entry.format.rowHeight);
    });
  }
  for (const { areas, look, rowHeight } of program.groups) {
    const { top, bottom, ...plain } = look;
    for (const area of areas) {
      for (let row = area.row; row < area.row + area.rows; row++) {
        if (rowHeight !== undefined) seen.heights.set(row, rowHeight);
        for (let column = area.column; column < area.column + area.columns; column++) {
          set(row, column, plain);
          if (top) seen.lines.set(`${row},${column}`, LINE(top));
          if (bottom) seen.lines.set(`${row + 1},${column}`, LINE(bottom));
        }
      }
    }
  }
  for (const { areas, format } of program.numberFormats) {
    for (const area of areas) {
      for (let row = area.row; row < area.row + area.rows; row++) {
        for (let column = area.column; column < area.column + area.columns; column++) {
          set(row, column, { numberFormat: format });
        }
      }
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

describe("formatProgram", () => {
  it("makes every cell look as its roles say, one after the other", () => {
    fc.assert(
      fc.property(fc.array(roleAreas, { maxLength: 8 }), (planned) => {
        const body: RoleAreas = { role: "body", areas: [{ row: 0, column: 0, rows: ROWS, columns: COLUMNS }] };
        const plan: SheetPlan = { ...emptyPlan("集計"), roles: [body, ...planned] };
        const expected = naive(plan);
        const actual = carriedOut(formatProgram(plan, ROWS, COLUMNS, 1));
        for (const [key, cell] of expected.cells) expect(actual.cells.get(key), key).toEqual(cell);
        expect([...actual.lines].sort()).toEqual([...expected.lines].sort());
      }),
      { numRuns: 300 },
    );
  });

  it("sets every height and width as planned", () => {
    const plan: SheetPlan = {
      ...emptyPlan("集計"),
      columnWidths: [10, 24.5, 8],
      rowHeights: [
        { row: 0, rows: 1, height: 27 },
        { row: 3, rows: 2, height: 18 },
        { row: 20, rows: 400, height: 15 },
      ],
    };
    const program = formatProgram(plan, 500, 3, 1);
    expect(program.columns.map(({ format }) => format?.columnWidth)).toEqual([10, 24.5, 8].map(columnPoints));
    expect([...carriedOut(program).heights].sort((a, b) => a[0] - b[0])).toEqual(
      [...naive(plan).heights].sort((a, b) => a[0] - b[0]),
    );
    // A long run of equal rows is one area, not hundreds of entries.
    expect(program.rows.flatMap(({ entries }) => entries).length).toBeLessThan(10);
  });

  it("says a table of thousands of equal rows in a handful of groups", () => {
    const rows = 5000;
    const table = { row: 1, column: 0, rows, columns: 4 };
    const plan: SheetPlan = {
      ...emptyPlan("一覧"),
      roles: [
        { role: "body", areas: [{ row: 0, column: 0, rows: rows + 1, columns: 4 }] },
        { role: "tableHeader", areas: [{ row: 0, column: 0, rows: 1, columns: 4 }] },
        { role: "tableText", areas: [table] },
        { role: "tableCount", areas: [{ ...table, column: 3, columns: 1 }] },
        { role: "tableLast", areas: [{ row: rows, column: 0, rows: 1, columns: 4 }] },
      ],
    };
    const program = formatProgram(plan, rows + 1, 4, 1);
    expect(JSON.stringify(program).length).toBeLessThan(5000);
    expect(program.groups.length).toBeLessThanOrEqual(4);
  });
});
