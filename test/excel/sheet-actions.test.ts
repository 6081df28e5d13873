import { describe, expect, it, test } from "vitest";
import type { Server } from "../../src/embedded/wire/server";
import type { ExcelHost } from "../../src/excel/host";
import { clearMarks, markCells } from "../../src/excel/mark-cells";
import { readWorkbook } from "../../src/excel/read-workbook";
import { removeSheets } from "../../src/excel/remove-sheets";
import { selectCell } from "../../src/excel/select-cell";
import { watchSheets } from "../../src/excel/watch-sheets";
import { writeReport } from "../../src/excel/write-report";
import { ownSheets } from "../../src/ledger/own-sheets";
import type { SheetPlan } from "../../src/report/plan";
import { CLIENTS, open, photograph, sheetNamed, sheetNames, userWorkbook, type Opened } from "./hosts";
import { emptyPlan, narrativePlan, summaryPlan } from "./plans";

const NOW = new Date("2019-05-01T00:30:00Z");

async function make({ host }: Opened, plans: readonly SheetPlan[] = [summaryPlan(), narrativePlan()]): Promise<string> {
  const workbook = await readWorkbook(host);
  const written = await writeReport(host, {
    plans,
    workbook,
    operation: "報告書",
    ledger: "台帳",
    ledgerFingerprint: "0123456789abcdef",
    version: "0.1.0",
    now: NOW,
  });
  return written.run;
}

async function made({ host }: Opened): Promise<readonly string[]> {
  return ownSheets(await readWorkbook(host)).latest?.sheets ?? [];
}

describe.each(CLIENTS)("taking a run back through %s", (_name, connect: (server: Server) => ExcelHost) => {
  it("removes exactly the sheets of that run and says so in 作成記録", async () => {
    const opened = open(connect, userWorkbook());
    const before = photograph(opened.workbook) as { sheets: unknown[] };
    const run = await make(opened);
    expect(await made(opened)).toEqual(["集計", "評価"]);
    const result = await removeSheets(opened.host, run, NOW);
    expect(result).toEqual({ removed: ["集計", "評価"], kept: [] });
    expect(sheetNames(opened.workbook)).toEqual(["台帳", "設定", "メモ", "作成記録"]);
    expect(opened.workbook.sheets.slice(0, 3)).toEqual(before.sheets);
    expect(await made(opened)).toEqual([]);
    const record = sheetNamed(opened.workbook, "作成記録").rows;
    expect(record.slice(-2).map((row) => row?.slice(0, 3))).toEqual([
      ["令和元年5月1日 09:30", "取り消し", "集計"],
      ["令和元年5月1日 09:30", "取り消し", "評価"],
    ]);
    expect(await removeSheets(opened.host, run, NOW)).toEqual({ removed: [], kept: [] });
  });

  it("keeps what somebody has edited, and the sheets of a later run", async () => {
    const opened = open(connect, userWorkbook());
    const first = await make(opened);
    sheetNamed(opened.workbook, "集計").rows[0]![0] = "手で直した題名";
    expect(await removeSheets(opened.host, first, NOW)).toEqual({ removed: ["評価"], kept: ["集計"] });
    const second = await make(opened);
    expect(await removeSheets(opened.host, first, NOW)).toEqual({ removed: [], kept: ["集計"] });
    expect(await removeSheets(opened.host, second, NOW)).toEqual({ removed: ["集計 (2)", "評価"], kept: [] });
    expect(sheetNames(opened.workbook)).toEqual(["台帳", "設定", "メモ", "集計", "作成記録"]);
  });

  it("keeps what an edited sheet looks at, which would show #REF! without it", async () => {
    const opened = open(connect, userWorkbook());
    const run = await make(opened);
    sheetNamed(opened.workbook, "評価").rows[1]![0] = "手で直した文章";
    expect(await removeSheets(opened.host, run, NOW)).toEqual({ removed: [], kept: ["集計", "評価"] });
    expect(sheetNamed(opened.workbook, "評価").rows[2]?.[0]).toBe(2);
  });

  it("compares a sheet that is read in parts from where its cells begin", async () => {
    const opened = open(connect, userWorkbook(), { limits: { response: 40_000 } });
    const cells = Array.from({ length: 900 }, (_, row) => [row, `事業その${row}`, "達成しました。".repeat(3)]);
    const run = await make(opened, [{ ...emptyPlan("一覧"), blocks: [{ row: 6, column: 2, cells }] }]);
    expect(await removeSheets(opened.host, run, NOW)).toEqual({ removed: ["一覧"], kept: [] });
  });

  it("changes nothing when it is cancelled", async () => {
    const opened = open(connect, userWorkbook());
    const run = await make(opened);
    const before = photograph(opened.workbook);
    const cancelling = removeSheets(opened.host, run, NOW, AbortSignal.abort());
    await expect(cancelling).rejects.toMatchObject({ problem: { kind: "cancelled" } });
    expect(photograph(opened.workbook)).toEqual(before);
  });

  it("can be repeated after a fault at any round trip", async () => {
    for (const trip of [1, 2, 3]) {
      for (const point of [{ when: "before" as const }, { action: 2 }, { action: 4 }, { when: "after" as const }]) {
        const opened = open(connect, userWorkbook());
        const run = await make(opened);
        opened.server.inject({
          roundTrip: opened.server.counters.roundTrips + trip,
          code: "GeneralException",
          ...point,
        });
        await removeSheets(opened.host, run, NOW).catch(() => null);
        await removeSheets(opened.host, run, NOW);
        expect(sheetNames(opened.workbook), JSON.stringify({ trip, point })).toEqual([
          "台帳",
          "設定",
          "メモ",
          "作成記録",
        ]);
      }
    }
  });
});

describe.each(CLIENTS)("marks through %s", (_name, connect: (server: Server) => ExcelHost) => {
  it("come and go without a trace", async () => {
    const { host, workbook } = open(connect, userWorkbook());
    const sheet = sheetNamed(workbook, "台帳");
    sheet.conditionalFormats.push({
      id: "{own}",
      area: { row: 0, column: 0, rows: 2, columns: 2 },
      type: "Custom",
      formula: "=$A1>1",
      fontColor: "#FF0000",
      fill: null,
      stopIfTrue: false,
    });
    const before = photograph(workbook);
    expect(await clearMarks(host)).toBe(false);
    await markCells(host, [
      { sheet: "台帳", cell: "D3" },
      { sheet: "台帳", cell: "B2:B4" },
      { sheet: "台帳", cell: "" },
    ]);
    expect(sheet.conditionalFormats.length).toBeGreaterThan(1);
    const marked = sheet.conditionalFormats.length;
    await markCells(host, [
      { sheet: "台帳", cell: "D3" },
      { sheet: "台帳", cell: "B2:B4" },
    ]);
    expect(sheet.conditionalFormats).toHaveLength(marked);
    expect(await clearMarks(host)).toBe(true);
    expect(photograph(workbook)).toEqual(before);
  });
});

test("marks of thousands of cells are asked for in lists that Excel takes", async () => {
  const opened = open(CLIENTS[0]![1], userWorkbook());
  const cells = Array.from({ length: 2500 }, (_, row) => ({ sheet: "台帳", cell: `D${row + 2}` }));
  await markCells(opened.host, cells);
  const lists = opened.requests.flatMap((request) =>
    [...request.matchAll(/"(D\d+(?:,D\d+)+)"/g)].map(([, list]) => list!),
  );
  expect(lists.join().split(",")).toEqual(cells.map(({ cell }) => cell));
  expect(lists.length).toBeGreaterThan(1);
  // Excel's limit on an address.
  for (const list of lists) expect(list.length).toBeLessThanOrEqual(8192);
});

describe.each(CLIENTS)("the smaller actions through %s", (_name, connect: (server: Server) => ExcelHost) => {
  it("bring a cell to the front", async () => {
    const { host, workbook } = open(connect, userWorkbook());
    await selectCell(host, "設定", "A2:A3");
    const sheet = sheetNamed(workbook, "設定");
    expect(workbook.activeSheet).toBe(sheet.id);
    expect(workbook.selection).toEqual({ sheet: sheet.id, area: { row: 1, column: 0, rows: 2, columns: 1 } });
    await expect(selectCell(host, "無い", "A1")).rejects.toMatchObject({
      problem: { kind: "not-found", sheet: "無い" },
    });
  });

  it("watch a sheet and stop watching", async () => {
    const { host } = open(connect, userWorkbook());
    const stop = await watchSheets(host, ["台帳"], () => undefined);
    await stop();
    await expect(watchSheets(host, ["無い"], () => undefined)).rejects.toMatchObject({
      problem: { kind: "not-found" },
    });
  });
});
