import fc from "fast-check";
import { expect, test } from "vitest";
import type { CellValue } from "../../src/cells/cell";
import { enterCells } from "../../src/embedded/editing/cell-entry";
import { Host } from "../../src/embedded/editing/host";
import { newWorkbookModel, readValue } from "../../src/embedded/model/workbook";
import { readLedger } from "../../src/ledger/read-ledger";
import { DEFAULT_SETTINGS } from "../../src/ledger/settings";
import { CountFormulas, type CountCondition } from "../../src/report/count-formulas";
import { predictCountifs } from "../../src/tally/countifs";
import { tallyLedger } from "../../src/tally/tally-ledger";
import { TODAY } from "../embedded/troubled-server";
import { sheet } from "../fixtures/sheets";

/*
 * What the tally predicts of a COUNTIFS and what the embedded Excel calculates of the written formula are two readings of
 * Microsoft's description. Whatever stands in the ledger's cells and whatever a field or status is called, they agree
 * wherever the tally commits itself.
 */

/** Texts in which operators, wildcards, case, width and numbers as text meet. */
const TEXTS = [
  ..."達成|達成 |未達成|達*|達?|達成~|達~*|~|~~|*|?|**|(a.b)*|ＡＢＣ|ABC|abc|アイ|ｱｲ|ß|ss|İ|#N/A| | 1|'1|あ\nい|𠮷野家".split(
    "|",
  ),
  ..."=|<>|>|=達成|<>達成|<>達*|>=2|<2|=1|<>1|=TRUE|TRUE|true".split("|"),
  ..."1|01|1.0|１|①|100%|1,234|12,34|1e3|-1|1-2|1/2|1:30|令和3年|¥100|2010/3/1".split("|"),
];
const text = fc.oneof(
  fc.constantFrom(...TEXTS),
  fc.string({ unit: fc.constantFrom(...Array.from("aAＡ1１.%,*?~<>=達 ")), minLength: 1, maxLength: 4 }),
);
const cell: fc.Arbitrary<CellValue> = fc.oneof(
  { weight: 4, arbitrary: text },
  { weight: 1, arbitrary: fc.constantFrom<CellValue>("", 0, 1, 2, 0.01, 1000, 1234, -1, 40_238, true, false) },
);
const rows = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 });

test("a count of the tally is what its formula gives in the embedded Excel (property)", () => {
  let compared = 0;
  fc.assert(
    fc.property(rows, text, fc.option(fc.oneof(text, fc.constant(""))), (cells, field, status) => {
      const values = [["分野", "施策", "状況"], ...cells.map(([first, second], i) => [first, `事業${i + 1}`, second])];
      const source = sheet("台帳", values);
      const { ledger } = readLedger(source, { statuses: DEFAULT_SETTINGS.statuses, fieldOrder: [] });
      fc.pre(ledger?.columns.field !== undefined && ledger.columns.status !== undefined);
      const conditions: CountCondition[] = [{ column: "field", name: field }];
      if (status === "") conditions.push({ column: "status", name: "" });
      else if (status !== null) conditions.push({ column: "status", name: status });

      const prediction = predictCountifs(source, ledger);
      const counted = prediction.count(conditions.map(({ column, name }) => ({ column, criterion: name })));
      if (counted === null) return;
      const tally = tallyLedger(ledger, DEFAULT_SETTINGS, []);
      const plan = new CountFormulas(ledger, prediction, tally, DEFAULT_SETTINGS).count(conditions, counted);
      const formula = typeof plan === "object" && plan !== null && "formula" in plan ? plan.formula : null;
      expect(formula).toMatch(/^=COUNTIFS\('台帳'!\$A\$/);

      const workbook = newWorkbookModel([
        { name: "台帳", values },
        { name: "集計", values: [[field, status ?? ""]] },
      ]);
      const host = new Host(workbook, () => TODAY);
      const report = workbook.sheets[1]!;
      enterCells(host, report, { row: 0, column: 2, rows: 1, columns: 1 }, [[formula]]);
      host.calculate();
      expect(readValue(report, 0, 2)).toBe(counted);
      compared++;
    }),
    { numRuns: 1000 },
  );
  expect(compared).toBeGreaterThan(300);
});
