import { describe, expect, it } from "vitest";
import type { SheetModel, WorkbookModel } from "../../src/embedded/model/model";
import { createClient } from "../../src/embedded/wire/client";
import { HostError } from "../../src/excel/errors";
import { open, photograph, sheetNames } from "../excel/hosts";
import { REPORT_PARTS } from "../../src/report/parts";
import { madeReport, sampleWorkbook, TODAY, actionsOver } from "../actions/sample";
import { createOfficeHost } from "./office-host";

const CODES = [
  "InvalidOperationInCellEditMode",
  "AccessDenied",
  "RequestPayloadSizeLimitExceeded",
  "GeneralException",
] as const;

describe("the whole report through Microsoft's client", () => {
  it("is the own client's report, cell by cell and chart by chart", async () => {
    const own = open(createClient, await sampleWorkbook());
    const microsoft = open(createOfficeHost, await sampleWorkbook());
    const [ownOutcome, officeOutcome] = [await madeReport(own.host), await madeReport(microsoft.host)];

    expect(sheetNames(microsoft.workbook)).toEqual(sheetNames(own.workbook));
    for (const [index, sheet] of microsoft.workbook.sheets.entries()) {
      const twin = own.workbook.sheets[index]!;
      expect(withoutRun(sheet, officeOutcome.run), sheet.name).toEqual(withoutRun(twin, ownOutcome.run));
    }
    const charts = microsoft.workbook.sheets.flatMap((sheet) => sheet.charts);
    expect(charts.length).toBeGreaterThanOrEqual(12);
    expect(new Set(charts.map(({ name }) => name)).size).toBe(charts.length);
  });

  it("takes three round trips, and five the second time", async () => {
    const { host, server, workbook } = open(createOfficeHost, await sampleWorkbook());
    await madeReport(host);
    expect(server.counters.roundTrips).toBe(3);
    const names = sheetNames(workbook);
    await madeReport(host);
    expect(server.counters.roundTrips).toBe(8);
    expect(sheetNames(workbook)).toEqual(names);
  });

  it.each(["1.9", "1.14", "1.17"])("needs nothing that an Excel of level %s lacks", async (level) => {
    const { host } = open(createOfficeHost, await sampleWorkbook(), { level });
    const { sheets } = await madeReport(host);
    expect(sheets).toContain("集計");
  });

  it("never changes the user's own sheets", async () => {
    const { host, workbook } = open(createOfficeHost, await sampleWorkbook());
    const before = photograph(workbook) as WorkbookModel;
    await madeReport(host);
    expect(workbook.sheets.slice(0, before.sheets.length)).toEqual(before.sheets);
    expect(workbook.names).toEqual(before.names);
    expect(workbook.settings).toEqual(before.settings);
  });
});

describe("a fault on the way", () => {
  it.each(CODES)("%s at any round trip leaves the workbook as it was, and the next run succeeds", async (code) => {
    const trial = open(createOfficeHost, await sampleWorkbook());
    await madeReport(trial.host);
    const expected = sheetNames(trial.workbook);
    for (const [index, actions] of trial.actions.entries()) {
      const places = [undefined, 0, Math.floor(actions / 3), Math.floor((actions * 2) / 3), actions - 1];
      for (const action of places) {
        const { host, server, workbook } = open(createOfficeHost, await sampleWorkbook());
        const before = photograph(workbook);
        server.inject({ roundTrip: index + 1, code, ...(action === undefined ? {} : { action }) });
        const error: unknown = await actionsOver(host)
          .makeReport({}, { parts: REPORT_PARTS }, { today: TODAY })
          .then(
            () => null,
            (reason: unknown) => reason,
          );
        // Too much at once is met with smaller requests; once the record is written, what is left is completed.
        if (error === null) {
          const late = index === trial.actions.length - 1 && action === actions - 1;
          expect(late || code === "RequestPayloadSizeLimitExceeded", `${index + 1}, ${String(action)}`).toBe(true);
          expect(sheetNames(workbook)).toEqual(expected);
          continue;
        }
        expect(error).toBeInstanceOf(HostError);
        const place = `round trip ${index + 1}, action ${String(action)}`;
        expect(photograph(workbook), place).toEqual(before);
        await madeReport(host);
        expect(sheetNames(workbook), place).toEqual(expected);
      }
    }
  });
});

/** A sheet as data without what differs from run to run: ids of objects, and the run's own number on 作成記録. */
function withoutRun(sheet: SheetModel, run: string): unknown {
  return {
    ...sheet,
    rows: sheet.rows.map((row) => row?.map((cell) => (cell === run ? "(run)" : cell))),
    charts: sheet.charts.map((chart) => ({ ...chart, id: "" })),
  };
}
