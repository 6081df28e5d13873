import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CellValue } from "../../src/cells/cell";
import { readLedger } from "../../src/ledger/read-ledger";
import { DEFAULT_SETTINGS } from "../../src/ledger/settings";
import type { SheetSource } from "../../src/ledger/source";
import { parseCriterion } from "../../src/tally/criteria";
import { formulaMismatches, predictCountifs, type FormulaScope } from "../../src/tally/countifs";
import { tallyLedger } from "../../src/tally/tally-ledger";
import { sampleLedger } from "../fixtures/sample-ledger";
import { sheet } from "../fixtures/sheets";

const HEADER = ["分野", "大項目", "施策", "状況", "再掲"];
const FIELD_AND_STATUS: FormulaScope = { groups: false, withoutRelisted: false };
const EVERYTHING: FormulaScope = { groups: true, withoutRelisted: true };

function counted(source: SheetSource) {
  const { ledger } = readLedger(source, { statuses: DEFAULT_SETTINGS.statuses, fieldOrder: [] });
  if (!ledger) throw new Error("no ledger");
  const tally = tallyLedger(ledger, DEFAULT_SETTINGS, []);
  const mismatches = (scope: FormulaScope) =>
    formulaMismatches(tally, ledger, source, scope).map(({ cell, value }) => [cell, value]);
  return { ledger, tally, prediction: predictCountifs(source, ledger), mismatches };
}

describe("the sample ledger", () => {
  const { tally, prediction, mismatches } = counted(sampleLedger());

  test("every count of the report equals its formula, groups and 再掲 too", () => {
    for (const field of tally.fields) {
      const inField = { column: "field", criterion: field.name } as const;
      tally.statuses.forEach((status, index) => {
        const isStatus = { column: "status", criterion: status.name } as const;
        expect(prediction.count([inField, isStatus])).toBe(field.counts.byStatus[index]);
        for (const group of field.groups) {
          const inGroup = { column: field.groupedBy, criterion: group.name };
          expect(prediction.count([inField, inGroup, isStatus])).toBe(group.counts.byStatus[index]);
        }
        const without = tally.relisted.withoutByField[tally.fields.indexOf(field)];
        expect(prediction.count([inField, isStatus, { column: "relisted", criterion: "" }])).toBe(
          without?.byStatus[index],
        );
      });
    }
    expect(prediction.count([{ column: "status", criterion: "達成" }])).toBe(72);
    expect(mismatches(EVERYTHING)).toEqual([]);
  });

  test("a column that is not there cannot be counted", () => {
    expect(prediction.count([{ column: "department", criterion: "総務課" }])).toBeNull();
  });
});

test("cells that are spelt otherwise are named, and their counts differ", () => {
  const { tally, prediction, mismatches } = counted(
    sheet("台帳", [
      HEADER,
      ["福祉", "甲", "一", "達成", ""],
      ["福 祉", "甲", "二", "達成", ""],
      ["福祉", "甲 ", "三", "【達成】", ""],
      ["福祉", "甲", "四", "保留", ""],
      ["福祉", "甲", "五(再掲)", "達成", ""],
      ["福祉", "甲", "六", "中止", "×"],
    ]),
  );
  expect(mismatches(FIELD_AND_STATUS)).toEqual([
    ["A3", "福 祉"],
    ["D4", "【達成】"],
  ]);
  expect(mismatches({ groups: true, withoutRelisted: false })).toEqual([
    ["A3", "福 祉"],
    ["B4", "甲 "],
    ["D4", "【達成】"],
  ]);
  expect(mismatches({ groups: false, withoutRelisted: true })).toEqual([
    ["A3", "福 祉"],
    ["D4", "【達成】"],
    ["E6", ""],
    ["E7", "×"],
  ]);
  expect(tally.fields[0]?.counts.byStatus[0]).toBe(4);
  expect(
    prediction.count([
      { column: "field", criterion: "福祉" },
      { column: "status", criterion: "達成" },
    ]),
  ).toBe(2);
});

test("rows between the measures that would be counted are named", () => {
  const { mismatches, prediction } = counted(
    sheet(
      "台帳",
      [HEADER, ["福祉", "", "一", "達成", ""], ["福祉", "", "小計", "達成", ""], ["福祉", "", "二", "中止", ""]],
      {
        row: 1,
        column: 1,
      },
    ),
  );
  expect(mismatches(EVERYTHING)).toEqual([["E4", "達成"]]);
  expect(prediction.count([{ column: "status", criterion: "達成" }])).toBe(2);
});

test("a field called like a number or a pattern is not mistaken for plain text", () => {
  const { prediction, mismatches } = counted(
    sheet("台帳", [
      HEADER,
      [1, "", "一", "達成", ""],
      ["01", "", "二", "達成", ""],
      ["安全*", "", "三", "達成", ""],
      ["安全安心", "", "四", "達成", ""],
    ]),
  );
  expect(prediction.count([{ column: "field", criterion: "1" }])).toBe(2);
  expect(prediction.count([{ column: "field", criterion: "安全*" }])).toBe(2);
  expect(mismatches(FIELD_AND_STATUS)).toEqual([
    ["A2", "1"],
    ["A3", "01"],
    ["A5", "安全安心"],
  ]);
});

describe("whatever the ledger", () => {
  const cell = (...texts: CellValue[]) => fc.constantFrom<CellValue>(...texts);
  const rows = fc.array(
    fc.tuple(
      cell("福祉", "福 祉", "教育", "Ａ", "A", "a", 1, "1", ""),
      cell("", "甲", "乙"),
      fc.constant<CellValue>("施"),
      cell("達成", "達成 ", "未達成", "保留", "中止", ""),
      cell("", "", "再掲", "×", " "),
    ),
    { minLength: 1, maxLength: 25 },
  );

  test("the prediction is what counting row by row gives", () => {
    const criteria = fc.constantFrom("福祉", "教育", "A", "1", "", "達成", "甲", "達*", "<>達成", "再掲");
    const condition = fc.record({
      column: fc.constantFrom("field", "heading", "status", "relisted"),
      criterion: criteria,
    });
    fc.assert(
      fc.property(rows, fc.array(condition, { minLength: 1, maxLength: 4 }), (cells, conditions) => {
        const source = sheet("台帳", [HEADER, ...cells]);
        const { ledger, prediction } = counted(source);
        const parsed = conditions.map(({ column, criterion }) => ({
          at: HEADER.indexOf({ field: "分野", heading: "大項目", status: "状況", relisted: "再掲" }[column]),
          matches: parseCriterion(criterion).matches,
        }));
        const inRange = source.values.slice(ledger.firstRow, ledger.lastRow + 1);
        const unclear = parsed.some(({ at, matches }) => inRange.some((row) => matches(row[at] ?? "") === null));
        const expected = inRange.filter((row) =>
          parsed.every(({ at, matches }) => matches(row[at] ?? "") === true),
        ).length;
        expect(prediction.count(conditions)).toBe(unclear ? null : expected);
      }),
      { numRuns: 500 },
    );
  });

  test("where no cell is named, every formula equals the tally", () => {
    fc.assert(
      fc.property(rows, (cells) => {
        const { ledger, tally, prediction, mismatches } = counted(sheet("台帳", [HEADER, ...cells]));
        // A level that is filled down is counted by value, and said once.
        fc.pre(mismatches(EVERYTHING).length === 0 && ledger.filledDown.length === 0);
        tally.fields.forEach((field, at) => {
          tally.statuses.forEach((status, index) => {
            const both = [
              { column: "field", criterion: field.name },
              { column: "status", criterion: status.name },
            ] as const;
            expect(prediction.count(both)).toBe(field.counts.byStatus[index]);
            const without = [...both, { column: "relisted", criterion: "" }] as const;
            expect(prediction.count(without)).toBe(tally.relisted.withoutByField[at]?.byStatus[index]);
            for (const group of field.groups) {
              const inGroup = [...both, { column: field.groupedBy, criterion: group.name }] as const;
              expect(prediction.count(inGroup)).toBe(group.counts.byStatus[index]);
            }
          });
        });
      }),
      { numRuns: 500 },
    );
  });
});
