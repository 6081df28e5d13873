import { describe, expect, it } from "vitest";
import type { EarlierYear, ReportOutcome } from "../../src/actions/actions";
import type { CellValue } from "../../src/cells/cell";
import { newWorkbookModel, readValue, readValues, usedArea } from "../../src/embedded/model/workbook";
import type { WorkbookModel } from "../../src/embedded/model/model";
import { createClient } from "../../src/embedded/wire/client";
import { createServer } from "../../src/embedded/wire/server";
import type { ExcelHost } from "../../src/excel/host";
import { LAST_YEAR_ROWS, lastYearCells, LONG_NAME } from "../fixtures/last-year";
import { SAMPLE_HEADER, SAMPLE_ROWS } from "../fixtures/sample-ledger";
import { sheetNamed } from "../excel/hosts";
import { actionsOver, sampleWorkbook, succeeded, TODAY } from "./sample";

const hostOf = (model: WorkbookModel): ExcelHost =>
  createClient(createServer(model, { today: () => TODAY }), { alone: true });

/** Last year's ledger as a workbook of its own. */
function lastYear(
  rows: CellValue[][] = lastYearCells(),
  more: { name: string; values: CellValue[][] }[] = [],
): EarlierYear {
  const model = newWorkbookModel([{ name: "台帳", values: rows }, ...more]);
  return { choice: {}, workbook: { host: hostOf(model), fileName: "前年度.xlsx" } };
}

async function compared(model: WorkbookModel, ...earlierYears: EarlierYear[]): Promise<ReportOutcome> {
  const actions = actionsOver(hostOf(model));
  return succeeded(
    await actions.makeReport({ sheet: "台帳" }, { parts: ["comparison"], earlierYears }, { today: TODAY }),
  );
}

/** What a sheet shows, row by row without blank rows. */
function shown(model: WorkbookModel, name: string): string[][] {
  const sheet = sheetNamed(model, name);
  const area = usedArea(sheet, true)!;
  return readValues(sheet, area)
    .map((row) => row.map(String))
    .filter((row) => row.some((cell) => cell !== ""));
}

/** The rows between the row that begins with `from` and the next one that begins with `to`. */
function table(rows: string[][], from: string, to: string): string[][] {
  const start = rows.findIndex(([first]) => first === from);
  const length = rows.slice(start + 1).findIndex(([first]) => first === to);
  return rows.slice(start, start + 2 + length).map((row) => row.filter((cell) => cell !== ""));
}

/** Counted here from the rows alone: measures of one name in both years. */
const nameOf = (row: readonly CellValue[]): string => String(row[6] === "" ? row[5] : row[6]);
const lastByName = new Map(LAST_YEAR_ROWS.map((row) => [nameOf(row), row]));
const both = SAMPLE_ROWS.flatMap((row) => {
  const former = lastByName.get(nameOf(row));
  return former === undefined ? [] : [{ number: String(row[0]), from: String(former[7]), to: String(row[7]) }];
});
const count = (rows: readonly (readonly CellValue[])[], status: string): number =>
  rows.filter((row) => row[7] === status).length;

describe("前年度比較", () => {
  it("counts both years, their difference and which status became which", async () => {
    const model = await sampleWorkbook();
    const outcome = await compared(model, lastYear());
    expect(outcome.sheets).toEqual(["前年度比較", "後退一覧", "新規・廃止", "対応表"]);
    const rows = shown(model, "前年度比較");
    const statuses = ["達成", "未達成", "中止"];
    const [before, after] = [LAST_YEAR_ROWS, SAMPLE_ROWS].map((year) => statuses.map((status) => count(year, status)));
    const changes = after!.map((number, at) => number - before![at]!);
    expect(table(rows, "年度", "増減")).toEqual([
      ["年度", ...statuses, "計", "達成率"],
      ["前年度", ...before!.map(String), "97", "71.1"],
      ["今年度", "72", "14", "12", "98", "73.5"],
      ["増減", ...changes.map(String), "1", "2.4"],
    ]);
    const flow = table(rows, "前年度＼今年度", "計");
    for (const [at, from] of statuses.entries()) {
      const pairs = statuses.map((to) => both.filter((pair) => pair.from === from && pair.to === to).length);
      expect(flow[at + 1]!.slice(0, 4)).toEqual([from, ...pairs.map(String)]);
    }
    // Five names changed; one measure is new.
    expect(flow.slice(4)).toEqual([
      ["新規", "1", "0", "0", "0", "0", "1"],
      ["確認待ち", "4", "1", "0", "0", "0", "5"],
      ["計", "72", "14", "12", "0", "5"],
    ]);
    expect(outcome.comparison).toMatchObject({ pairs: both.length, open: 5, added: 1, gone: 0 });
  });

  it("lists exactly the measures that were achieved and no longer are", async () => {
    const model = await sampleWorkbook();
    await compared(model, lastYear());
    const worse = both.filter(({ from, to }) => from === "達成" && to !== "達成");
    const listed = shown(model, "後退一覧").filter(([first]) => /^\d+$/.test(first!));
    expect(listed.map(([number, , , from, to, reason]) => [number, from, to, reason])).toEqual(
      worse.map(({ number, from, to }) => [number, from, to, "【要記入】後退の理由"]),
    );
    expect(listed).toHaveLength(3);
  });

  it("takes what a clerk wrote under 採否 the next time, and the long names are whole", async () => {
    const model = await sampleWorkbook();
    await compared(model, lastYear());
    const pairs = sheetNamed(model, "対応表");
    const rows = readValues(pairs, usedArea(pairs, true)!);
    const header = rows.findIndex((row) => row[0] === "採否");
    expect(rows.slice(header + 1, header + 6).map((row) => row[1])).toEqual(
      new Array<string>(5).fill("確認：名称変更？"),
    );
    expect(rows.some((row) => row.includes(LONG_NAME))).toBe(true);
    const host = hostOf(model);
    await host.run(async (context) => {
      const cells = context.workbook.worksheets.getItem("対応表").getRangeByIndexes(header + 1, 0, 5, 1);
      cells.values = [["採"], ["否"], ["採"], ["採"], ["採"]];
      await context.sync();
    });
    const again = await compared(model, lastYear());
    expect(again.comparison).toMatchObject({ pairs: both.length + 4, open: 0, added: 2, gone: 1 });
    // The clerk's own sheet stays, and the new one says the same.
    expect(again.sheets).toContain("対応表 (2)");
    const decided = shown(model, "対応表 (2)").filter(([verdict]) => verdict === "採" || verdict === "否");
    expect(decided.map(([verdict]) => verdict).sort()).toEqual(["否", "採", "採", "採", "採"].sort());
  });

  it("counts a sheet of the same workbook with live formulas that Excel calculates to the same", async () => {
    const rows = [SAMPLE_HEADER, ...SAMPLE_ROWS].map((row) => [...row]);
    const model = newWorkbookModel([
      { name: "台帳", values: rows },
      { name: "前年度", values: lastYearCells() },
    ]);
    const { comparison } = await compared(model, { choice: { sheet: "前年度" } });
    expect(comparison).toMatchObject({ pairs: both.length, open: 5 });
    const sheet = sheetNamed(model, "前年度比較");
    const formulas = [...sheet.formulas.values()];
    expect(formulas.some((formula) => /COUNTIFS\('?前年度'?!/.test(formula))).toBe(true);
    expect(table(shown(model, "前年度比較"), "年度", "増減")[1]).toEqual([
      "前年度",
      ...["達成", "未達成", "中止"].map((status) => String(count(LAST_YEAR_ROWS, status))),
      "97",
      "71.1",
    ]);
    expect(readValue(sheet, 0, 0)).toContain("前年度との比較");
  });

  it("gives no rate and no change for other classes until they are mapped on 対応表", async () => {
    const other = lastYearCells().map((row) =>
      row.map((cell) => ({ 達成: "Ａ", 未達成: "Ｂ", 中止: "Ｃ" })[String(cell)] ?? cell),
    );
    const header = ["区分", "意味", "達成とみなす", "分母に含める", "理由が必要", "同義語"];
    const letters = [
      ["A", "", "○", "○", "", ""],
      ["B", "", "", "○", "○", ""],
      ["C", "", "", "○", "○", ""],
    ];
    const settings = { name: "設定", values: [header, ...letters] };
    const model = await sampleWorkbook();
    const first = await compared(model, lastYear(other, [settings]));
    expect(first.comparison!.unknownClasses).toEqual(["A", "B", "C"]);
    const rows = shown(model, "前年度比較");
    expect(rows.some(([label]) => label === "増減")).toBe(false);
    expect(table(rows, "前年度＼今年度", "計").map(([label]) => label)).toEqual([
      "前年度＼今年度",
      "A",
      "B",
      "C",
      "新規",
      "確認待ち",
      "計",
    ]);
    const pairs = sheetNamed(model, "対応表");
    const cells = readValues(pairs, usedArea(pairs, true)!);
    const at = cells.findIndex((row) => row.some((cell) => String(cell).replace(/\s/g, "") === "今年度の区分"));
    const column = cells[at]!.findIndex((cell) => String(cell).replace(/\s/g, "") === "今年度の区分");
    await hostOf(model).run(async (context) => {
      const range = context.workbook.worksheets.getItem("対応表").getRangeByIndexes(at + 1, column, 3, 1);
      range.values = [["達成"], ["未達成"], ["中止"]];
      await context.sync();
    });
    const second = await compared(model, lastYear(other, [settings]));
    expect(second.comparison).toMatchObject({ unknownClasses: [], worse: 3 });
    const name = second.sheets.find((sheet) => sheet.startsWith("前年度比較"))!;
    expect(table(shown(model, name), "年度", "増減").slice(-1)[0]!.slice(-1)).toEqual(["2.4"]);
  });

  it("shows several years as a course", async () => {
    const model = await sampleWorkbook();
    const before = lastYearCells().map((row, at) =>
      row.map((cell) => (cell === "達成" && at % 5 === 0 ? "未達成" : cell)),
    );
    await compared(model, lastYear(before), lastYear());
    expect(table(shown(model, "前年度比較"), "年度", "増減").map(([label]) => label)).toEqual([
      "年度",
      "2年前",
      "前年度",
      "今年度",
      "増減",
    ]);
  });

  it("is the same every time", async () => {
    const made = async (): Promise<string[][][]> => {
      const model = await sampleWorkbook();
      const { sheets } = await compared(model, lastYear());
      return sheets.map((name) => shown(model, name));
    };
    expect(await made()).toEqual(await made());
  });
});
