import { expect, it } from "vitest";
import { readLedger } from "../../src/ledger/read-ledger";
import { DEFAULT_SETTINGS, EMPTY_PLAN } from "../../src/ledger/settings";
import { planReport } from "../../src/report/plan-report";
import { generatedRows } from "./booklet/ledgers";

it.each([300, 1600, 2000])("no page of a report of %i measures cuts a chart", (count) => {
  const rows = generatedRows(count)["台帳"]!;
  const width = Math.max(...rows.map((row) => row.length));
  const values = rows.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? ""));
  const source = { name: "台帳", row: 0, column: 0, values };
  const { ledger } = readLedger(source, { statuses: DEFAULT_SETTINGS.statuses, fieldOrder: [] });
  const { sheets } = planReport({
    ledger: ledger!,
    source,
    settings: DEFAULT_SETTINGS,
    fields: [],
    plan: EMPTY_PLAN,
    parts: ["booklet", "summary", "fields"],
    today: new Date("2011-03-31T00:00:00Z"),
  });
  const charts = sheets.flatMap(({ charts, page }) => charts.map(({ place }) => ({ place, page })));
  expect(charts.length).toBeGreaterThan(8);
  for (const { place, page } of charts) {
    for (const row of page.breaksBefore ?? []) expect(row <= place.row || row >= place.row + place.rows).toBe(true);
  }
});
