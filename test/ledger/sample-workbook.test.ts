import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { CellValue } from "../../src/cells/cell";
import { findLedger } from "../../src/ledger/find-ledger";
import { readFieldProfiles } from "../../src/ledger/read-fields";
import { readLedger } from "../../src/ledger/read-ledger";
import { readPlanProfile } from "../../src/ledger/read-plan";
import { readSettings } from "../../src/ledger/read-settings";
import { tallyLedger } from "../../src/tally/tally-ledger";
import { EXPECTED_FIELDS, EXPECTED_TOTAL } from "../fixtures/expected-fields";
import { sheet, workbook } from "../fixtures/sheets";

test("the sample workbook is read without a notice and counts as published", () => {
  const path = join(__dirname, "..", "..", "assets", "sample-ledger.json");
  const sample = JSON.parse(readFileSync(path, "utf8")) as { sheets: { name: string; rows: CellValue[][] }[] };
  const book = workbook(sample.sheets.map(({ name, rows }) => sheet(name, rows)));
  const { settings, notices } = readSettings(book.read.get("設定"));
  const fields = readFieldProfiles(book.read.get("分野"));
  const plan = readPlanProfile(book.read.get("計画"));
  expect([...notices, ...fields.notices, ...plan.notices]).toEqual([]);
  expect(fields.fields.map(({ name }) => name)).toEqual(EXPECTED_FIELDS.map(({ name }) => name));
  expect(fields.fields.every(({ goals, results }) => goals.length > 0 && results.length > 0)).toBe(true);
  expect(plan.plan).toMatchObject({ municipality: "袖ケ浦市", startYear: "平成13年度", endYear: "平成22年度" });

  const { source } = findLedger(book);
  const { ledger } = readLedger(source ?? sheet("", []), { statuses: settings.statuses, fieldOrder: fields.fields });
  expect(ledger?.measures).toHaveLength(98);
  const tally = ledger && tallyLedger(ledger, settings, fields.fields);
  expect(tally?.total.byStatus).toEqual(EXPECTED_TOTAL.counts);
  expect(tally?.fields.map(({ counts }) => counts.byStatus)).toEqual(EXPECTED_FIELDS.map(({ counts }) => counts));
});
