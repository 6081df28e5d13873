import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Server } from "../../src/embedded/wire/server";
import { newWorkbookModel, readValues, usedArea } from "../../src/embedded/model/workbook";
import type { ExcelHost } from "../../src/excel/host";
import { readWorkbook } from "../../src/excel/read-workbook";
import { writeReport } from "../../src/excel/write-report";
import { loadLedger } from "../../src/actions/load-ledger";
import type { CellValue } from "../../src/cells/cell";
import { readPlanProfile } from "../../src/ledger/read-plan";
import { planReport } from "../../src/report/plan-report";
import { CLIENTS, open, sheetNamed, type Opened } from "./hosts";

const SAMPLE = (
  JSON.parse(readFileSync(new URL("../../assets/sample-ledger.json", import.meta.url), "utf8")) as {
    sheets: { name: string; rows: CellValue[][] }[];
  }
).sheets;

/** The whole report of the sample, as the add-in makes it. */
async function report({ host }: Opened): Promise<string[]> {
  const loaded = await loadLedger(host, { sheet: "台帳" });
  if (loaded.source === undefined || "problem" in loaded.result) throw new Error("The sample is a ledger.");
  const { source, settings, fields, planSource, workbook, result } = loaded;
  const { sheets } = planReport({
    ledger: result.ledger,
    source,
    settings,
    fields,
    plan: readPlanProfile(planSource).plan,
    parts: ["summary", "fields", "narrative"],
    today: new Date("2011-04-01T00:00:00Z"),
  });
  const written = await writeReport(host, {
    plans: sheets,
    workbook,
    operation: "報告書",
    ledger: "台帳",
    ledgerFingerprint: result.fingerprint,
    version: "0.1.0",
    now: new Date("2011-04-01T00:00:00Z"),
    rateDecimals: settings.decimals,
  });
  return written.sheets.map(({ name }) => name);
}

const jsonBytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

/** JSON of the cells on the sheets of a report: formulas where there are, else values. */
function writtenBytes({ workbook }: Opened, names: readonly string[]): number {
  return names.reduce((sum, name) => {
    const sheet = sheetNamed(workbook, name);
    const area = usedArea(sheet, true);
    if (area === null) return sum;
    const values = readValues(sheet, area);
    for (const [key, formula] of sheet.formulas) {
      values[Math.floor(key / 16_384) - area.row]![(key % 16_384) - area.column] = formula;
    }
    return sum + jsonBytes(values);
  }, 0);
}

describe.each(CLIENTS)("the sample's whole report through %s", (_name, connect: (server: Server) => ExcelHost) => {
  it("takes 3 round trips, 5 when made again, and at most 4 times the bytes of what is read and written", async () => {
    const ledger = SAMPLE.filter(({ name }) => name === "台帳").map(({ name, rows }) => ({ name, values: rows }));
    const opened = open(connect, newWorkbookModel(ledger));
    const names = await report(opened);
    const { roundTrips, requestBytes, responseBytes } = opened.server.counters;
    expect(roundTrips).toBe(3);
    const read = jsonBytes(ledger[0]!.values);
    const floor = read + writtenBytes(opened, [...names, "作成記録"]);
    // The last batch reads the ledger a second time, to see whether it still is what the report was made from.
    expect((requestBytes + responseBytes - read) / floor).toBeLessThanOrEqual(4);
    expect(Math.max(...opened.requests.map((request) => Buffer.byteLength(request)))).toBeLessThan(4_000_000);

    opened.server.counters.roundTrips = 0;
    expect(await report(opened)).toEqual(names);
    expect(opened.server.counters.roundTrips).toBe(5);
    const costs = readFileSync(new URL("../../.github/COSTS.md", import.meta.url), "utf8");
    expect(costs).toMatch(/\| 98 \(the sample\) +\| 3, again: 5 +\|/);
  });

  it("leaves each sheet as planned, so that every sheet counts as unedited afterwards", async () => {
    const opened = open(connect, newWorkbookModel(SAMPLE.map(({ name, rows }) => ({ name, values: rows }))));
    const first = await report(opened);
    const before = (await readWorkbook(opened.host)).sheets.map(({ name }) => name);
    expect(await report(opened)).toEqual(first);
    expect((await readWorkbook(opened.host)).sheets.map(({ name }) => name)).toEqual(before);
  });
});
