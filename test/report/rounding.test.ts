import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cellAddress } from "../../src/cells/cell";
import { enterCells } from "../../src/embedded/editing/cell-entry";
import { Host } from "../../src/embedded/editing/host";
import { newWorkbookModel, readValue } from "../../src/embedded/model/workbook";
import { matchKey } from "../../src/ledger/match-key";
import { ROUNDING_NAMES, type Rounding } from "../../src/ledger/rounding";
import { ROUNDING_TEXTS } from "../../src/report/rounding";
import { ROUNDERS } from "../../src/tally/round";

const MODES = Object.keys(ROUNDING_NAMES) as Rounding[];
const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);

/** What Excel shows for the share of the chosen ones of counts that stand in the first row; null where there is no formula. */
function calculated(mode: Rounding, counts: readonly number[], chosen: readonly number[], decimals: number) {
  const cells = counts.map((_, column) => cellAddress(0, column));
  const sum = (of: readonly string[]) => `(${["0", ...of].join("+")})`;
  const formula = ROUNDING_TEXTS[mode].formula({
    counts: cells,
    denominator: sum(cells),
    chosen,
    numerator: sum(chosen.map((at) => cells[at]!)),
    decimals,
  });
  if (formula === null) return null;
  const workbook = newWorkbookModel([{ name: "集計", values: [counts] }]);
  const host = new Host(workbook, () => new Date(0));
  enterCells(host, workbook.sheets[0]!, { row: 1, column: 0, rows: 1, columns: 1 }, [[`=${formula}`]]);
  host.calculate();
  return readValue(workbook.sheets[0]!, 1, 0);
}

describe("a way of rounding", () => {
  test("has names that no other has", () => {
    const names = MODES.flatMap((mode) => ROUNDING_NAMES[mode]).map(matchKey);
    expect(new Set(names).size).toBe(names.length);
  });

  const shares = fc
    .array(fc.oneof(fc.nat({ max: 6 }), fc.nat({ max: 5_000 })), { minLength: 1, maxLength: 8 })
    .filter((counts) => sumOf(counts) > 0)
    .chain((counts) => fc.tuple(fc.constant(counts), fc.subarray(counts.map((_, at) => at))));

  test.each(MODES.filter((mode) => mode !== "sum-100"))("%s shows the same in Excel's formula", (mode) => {
    fc.assert(
      fc.property(shares, fc.constantFrom(0, 1, 2), ([counts, chosen], decimals) => {
        const { steps, closes } = ROUNDERS[mode];
        const scale = 10 ** decimals;
        const total = sumOf(counts);
        const all = steps(counts, total, 100 * scale);
        const [single] = steps([sumOf(chosen.map((at) => counts[at]!))], total, 100 * scale);
        const expected = closes ? sumOf(chosen.map((at) => all[at]!)) : single!;
        expect(calculated(mode, counts, chosen, decimals)).toBe(expected / scale);
      }),
      { numRuns: 500 },
    );
  });

  test("adjusted by largest remainders there is no formula: the shares depend on each other", () => {
    expect(calculated("sum-100", [1, 1, 1], [0], 1)).toBeNull();
  });
});

describe("最大区分で調整", () => {
  test("the class with the most measures takes what is missing or too much", () => {
    const published = ROUNDERS["largest-class"].steps([44, 17, 7, 13], 81, 1000);
    expect(published).toEqual([544, 210, 86, 160]);
    expect([0, 1, 2, 3].map((at) => calculated("largest-class", [44, 17, 7, 13], [at], 1))).toEqual([
      54.4, 21, 8.6, 16,
    ]);
    // 46.7 + 26.7 + 26.7 = 100.1
    expect(ROUNDERS["largest-class"].steps([4, 4, 7], 15, 1000)).toEqual([267, 267, 466]);
  });

  test("among equals it is the earlier one", () => {
    expect(ROUNDERS["largest-class"].steps([0, 1, 1, 1], 3, 1000)).toEqual([0, 334, 333, 333]);
    expect([0, 1, 2, 3].map((at) => calculated("largest-class", [0, 1, 1, 1], [at], 1))).toEqual([0, 33.4, 33.3, 33.3]);
  });

  test("reads in a formula as a clerk would say it", () => {
    const counts = ["B6", "C6", "D6"];
    const formula = ROUNDING_TEXTS["largest-class"].formula({
      counts,
      denominator: "E6",
      chosen: [1],
      numerator: "C6",
      decimals: 1,
    });
    expect(formula).toBe("IF(AND(C6>B6,C6>=D6),ROUND(100-ROUND(B6*100/E6,1)-ROUND(D6*100/E6,1),1),ROUND(C6*100/E6,1))");
  });
});
