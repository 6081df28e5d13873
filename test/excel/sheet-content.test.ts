import fc from "fast-check";
import { expect, test } from "vitest";
import { escapeCleanText, isPlainText, mayNeedCleaning } from "../../src/excel/escape-text";
import { gridOf, isFormulaCell, planFingerprint, sheetContent } from "../../src/excel/sheet-content";
import type { CellValue } from "../../src/cells/cell";
import { fingerprint } from "../../src/ledger/fingerprint";
import type { PlanCell } from "../../src/report/plan";
import { emptyPlan } from "./plans";

const text = fc.oneof(
  fc.constantFrom(
    "",
    "達成",
    "【未達成】",
    "窓口の整備 12号",
    "=合計",
    "'x",
    "1-2",
    "（再掲）",
    "行\r\n末",
    "鐘\u0007",
    "𠮷野",
    "\ud842",
    "𠮷\ufffe",
  ),
  fc.string({ maxLength: 5 }),
  fc.string({ unit: "binary", maxLength: 5 }),
);
const cell: fc.Arbitrary<PlanCell> = fc.oneof(
  { weight: 6, arbitrary: text },
  { weight: 2, arbitrary: fc.constant(null) },
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant({ formula: "=SUM('集計'!$B$4:B7)", value: 3 }),
);
const block = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 12 });

/** What Excel answers for the formulas of a sheet that was written from these cells. */
function written(rows: ReturnType<typeof gridOf>["rows"], columns: number): CellValue[][] {
  return Array.from(rows, (cells = []) =>
    Array.from({ length: columns }, (_, column) => {
      const planned = cells[column] ?? "";
      return isFormulaCell(planned) ? planned.formula : planned;
    }),
  );
}

test("a plan has the fingerprint of the sheet that is written from it, whatever its cells are", () => {
  fc.assert(
    fc.property(block, block, fc.nat({ max: 14 }), (left, right, row) => {
      const plan = {
        ...emptyPlan("集計"),
        blocks: [
          { row: 0, column: 0, cells: left },
          { row, column: 4, cells: right },
        ],
      };
      const grid = gridOf(plan);
      const content = sheetContent(0, 0, written(grid.rows, grid.columns), []);
      expect(planFingerprint(plan, grid, new Map())).toBe(fingerprint(content));
    }),
    { numRuns: 1000 },
  );
});

test("a row is called plain only if every text of it goes to Excel as it stands", () => {
  let plain = 0;
  fc.assert(
    fc.property(block, (cells) => {
      const grid = gridOf({ ...emptyPlan("集計"), blocks: [{ row: 0, column: 0, cells }] });
      cells.forEach((planned, row) => {
        const asItStands = planned.every((each) => {
          if (typeof each !== "string") return each !== null && !isFormulaCell(each) && Number.isInteger(Number(each));
          return each === "" || (isPlainText(each) && escapeCleanText(each) === each && !mayNeedCleaning(each));
        });
        if (grid.plain.has(row)) plain++;
        expect(grid.plain.has(row)).toBe(asItStands);
        if (asItStands) expect(grid.rows[row]).toBe(planned);
      });
    }),
    { numRuns: 1000 },
  );
  expect(plain).toBeGreaterThan(100);
});
