import { describe, expect, it } from "vitest";
import type { Server } from "../../src/embedded/wire/server";
import { newWorkbookModel } from "../../src/embedded/model/workbook";
import type { ExcelHost } from "../../src/excel/host";
import { readCandidates, readWorkbook } from "../../src/excel/read-workbook";
import { cpuTime } from "../fixtures/cpu-time";
import { CLIENTS, open, photograph, sheetNamed, userWorkbook } from "./hosts";

describe.each(CLIENTS)("readWorkbook through %s", (_name, connect: (server: Server) => ExcelHost) => {
  it("reads all that a run needs in one round trip and changes nothing", async () => {
    const { host, server, workbook } = open(connect, userWorkbook());
    const before = photograph(workbook);
    const read = await readWorkbook(host);
    expect(server.counters.roundTrips).toBe(1);
    expect(photograph(workbook)).toEqual(before);
    expect(read).toMatchObject({
      sheets: [
        { name: "台帳", visible: true, protected: false },
        { name: "設定", visible: true, protected: false },
        { name: "メモ", visible: false, protected: false },
      ],
      activeSheet: "台帳",
      fileName: "施策台帳.xlsx",
      readOnly: false,
      structureProtected: false,
      stored: [],
      inParts: false,
    });
    expect([...read.read.keys()].sort()).toEqual(["台帳", "設定"]);
    expect(read.read.get("台帳")).toMatchObject({ row: 0, column: 0 });
    expect(read.read.get("台帳")?.values[2]).toEqual([2, "行政", "=危険に見える事業名", "未達成"]);
    expect([...read.sheetIds.keys()]).toEqual(["台帳", "設定", "メモ"]);
  });

  it("tells which sheets nobody sees, and which are protected", async () => {
    const workbook = newWorkbookModel([{ name: "台帳" }, { name: "控え" }, { name: "覚え" }, { name: "別表" }]);
    sheetNamed(workbook, "控え").visibility = "Hidden";
    sheetNamed(workbook, "覚え").visibility = "VeryHidden";
    sheetNamed(workbook, "別表").protected = true;
    const { sheets } = await readWorkbook(open(connect, workbook).host);
    expect(sheets).toEqual([
      { name: "台帳", visible: true, protected: false },
      { name: "控え", visible: false, protected: false },
      { name: "覚え", visible: false, protected: false },
      { name: "別表", visible: true, protected: true },
    ]);
  });

  it("reads the sheet that was named, where its cells begin, and says when it is not there", async () => {
    const workbook = newWorkbookModel([{ name: "表紙" }, { name: "台帳" }]);
    sheetNamed(workbook, "台帳").rows[3] = ["", "", "分野", "状況"];
    const { host } = open(connect, workbook);
    const { read, activeSheet } = await readWorkbook(host, { sheet: "台帳" });
    expect(activeSheet).toBe("表紙");
    expect(read.get("台帳")).toEqual({ name: "台帳", row: 3, column: 2, values: [["分野", "状況"]] });
    await expect(readWorkbook(host, { sheet: "無い" })).rejects.toMatchObject({
      problem: { kind: "not-found", sheet: "無い" },
    });
  });

  it("goes without the ledger's sheet where that is allowed to be missing", async () => {
    const { host, server } = open(connect, userWorkbook());
    const { read, activeSheet } = await readWorkbook(host, { sheet: "無い", ifPresent: true });
    expect(activeSheet).toBe("台帳");
    expect([...read.keys()]).toEqual(["設定"]);
    expect(server.counters.roundTrips).toBe(1);
  });

  it("answers an empty sheet with no cells", async () => {
    const { host } = open(connect, newWorkbookModel([{ name: "Sheet1" }]));
    expect((await readWorkbook(host)).read.get("Sheet1")?.values).toEqual([]);
  });

  it("reads the first rows of the other sheets only when asked, in one more round trip", async () => {
    const workbook = newWorkbookModel([
      { name: "表紙", values: [["実施状況報告"]] },
      { name: "本年度", values: Array.from({ length: 100 }, (_, row) => [row, "達成"]) },
      { name: "空" },
    ]);
    const { host, server } = open(connect, workbook);
    const { read } = await readCandidates(host, await readWorkbook(host));
    expect(server.counters.roundTrips).toBe(2);
    expect(read.get("本年度")?.values).toHaveLength(30);
    expect(read.get("空")?.values).toEqual([]);
  });

  it("reads in parts where one answer would be too large, with the same result", async () => {
    const workbook = newWorkbookModel([
      { name: "台帳", values: Array.from({ length: 2000 }, (_, row) => [row, `事業その${row}`, "達成"]) },
    ]);
    const whole = await readWorkbook(open(connect, workbook).host);
    const limited = open(connect, workbook, { limits: { response: 20_000 } });
    const parts = await readWorkbook(limited.host, { chunkCells: 3000 });
    expect(limited.server.counters.roundTrips).toBeGreaterThan(4);
    expect(parts.read.get("台帳")).toEqual(whole.read.get("台帳"));
  });

  it("reads a sheet with a stray value a million rows below in little time and as what it is", async () => {
    const workbook = newWorkbookModel([
      {
        name: "台帳",
        values: [
          ["番号", "状況", "", "", "備考"],
          [1, "達成"],
        ],
      },
    ]);
    sheetNamed(workbook, "台帳").rows[1_048_575] = ["", " "];
    for (const structure of [false, true]) {
      const { host, server } = open(connect, workbook);
      const start = cpuTime();
      const { read } = await readWorkbook(host, { structure });
      expect(cpuTime() - start).toBeLessThan(10_000);
      expect(server.counters.roundTrips).toBeLessThan(10);
      const { values, formulas } = read.get("台帳")!;
      expect(values).toHaveLength(1_048_576);
      expect([values[1], values[2], values[1_048_575]]).toEqual([
        [1, "達成", "", "", ""],
        ["", "", "", "", ""],
        ["", " ", "", "", ""],
      ]);
      if (structure) expect(formulas).toHaveLength(1_048_576);
    }
  });

  it("says at once that values in opposite corners are too much", async () => {
    const workbook = newWorkbookModel([{ name: "台帳", values: [["番号"]] }]);
    sheetNamed(workbook, "台帳").rows[1_048_575] = Array.from({ length: 16_384 }, () => 1);
    const reading = readWorkbook(open(connect, workbook).host, { structure: true });
    await expect(reading).rejects.toMatchObject({ problem: { kind: "too-large", sheet: "台帳" } });
  });

  it("reads for a check what lies beyond the values", async () => {
    const workbook = userWorkbook();
    const sheet = sheetNamed(workbook, "台帳");
    sheet.hiddenRows.add(2);
    sheet.hiddenColumns.add(1);
    sheet.merged.push({ row: 3, column: 0, rows: 2, columns: 1 });
    sheet.formulas.set(1 * 16384 + 3, '="達"&"成"');
    sheet.formats.push({ area: { row: 3, column: 0, rows: 1, columns: 4 }, format: { fill: "#FFFF00" } });
    sheet.formats.push({ area: { row: 4, column: 0, rows: 1, columns: 1 }, format: { fill: "#FFFF00" } });
    sheet.formats.push({
      area: { row: 1, column: 0, rows: 1, columns: 4 },
      format: { strikethrough: true, fontColor: "#FF0000" },
    });
    for (const [level, merged] of [
      ["1.14", [{ row: 3, column: 0, rows: 2, columns: 1 }]],
      ["1.9", null],
    ] as const) {
      const { host, server } = open(connect, workbook, { level });
      const { read } = await readWorkbook(host, { structure: true });
      expect(server.counters.roundTrips).toBe(1);
      const source = read.get("台帳");
      expect(source?.formulas?.[1]?.[3]).toBe('="達"&"成"');
      expect(source?.formulas?.[2]?.[2]).toBe("=危険に見える事業名");
      expect(source?.structure).toEqual({
        mergedAreas: merged,
        hiddenRows: [2],
        hiddenColumns: [1],
        filtered: false,
        tables: [],
        rowFills: ["", " struck #FF0000", "", "#FFFF00", null],
      });
    }
  });

  it("tells where the tables of the sheet are", async () => {
    const workbook = userWorkbook();
    sheetNamed(workbook, "台帳").tables.push({
      id: "1",
      name: "Ledger",
      area: { row: 0, column: 0, rows: 5, columns: 4 },
      showHeaders: true,
      showTotals: false,
      style: "TableStyleLight1",
      showBandedRows: false,
      showFilterButton: true,
    });
    const { host } = open(connect, workbook);
    const { read } = await readWorkbook(host, { structure: true });
    expect(read.get("台帳")?.structure?.tables).toEqual([
      { name: "Ledger", area: { row: 0, column: 0, rows: 5, columns: 4 }, showTotals: false },
    ]);
  });

  it("turns what Excel answers into a problem with a kind", async () => {
    const { host, server } = open(connect, userWorkbook());
    server.cellEditing = true;
    await expect(readWorkbook(host)).rejects.toMatchObject({ problem: { kind: "cell-edit-mode" } });
  });
});
