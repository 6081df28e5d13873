import { describe, expect, it } from "vitest";
import type { CellValue } from "../../src/cells/cell";
import { createClient } from "../../src/embedded/wire/client";
import { STALE_NOTICE } from "../../src/report/words";
import { REPORT_PARTS, type ReportPart } from "../../src/report/parts";
import { createTroubledServer } from "../embedded/troubled-server";
import { actionsOver, CONTROL, madeReport, sampleWorkbook, succeeded } from "./sample";

/*
 * A report whose counts are formulas, and a clerk who goes on working in the ledger: what stands on paper is either all of the
 * same moment, or says that it is not.
 */

async function made(parts: readonly ReportPart[] = REPORT_PARTS) {
  const model = await sampleWorkbook();
  const client = createClient(createTroubledServer(model));
  const outcome = await madeReport(client, parts);
  const texts = (): Promise<Map<string, string>> =>
    client.run(async (context) => {
      const ranges = outcome.sheets.map((name) => {
        const range = context.workbook.worksheets.getItem(name).getUsedRange();
        range.load("values");
        return { name, range };
      });
      await context.sync();
      return new Map(ranges.map(({ name, range }) => [name, (range.values as CellValue[][]).flat().join("\n")]));
    });
  const type = (address: string, value: CellValue): Promise<void> =>
    client.run(async (context) => {
      context.workbook.worksheets.getItem("台帳").getRange(address).values = [[value]];
      await context.sync();
    });
  const charts = (): Promise<Map<string, string>> =>
    client.run(async (context) => {
      const loaded = outcome.sheets.map((name) => {
        const { charts: all } = context.workbook.worksheets.getItem(name);
        all.load("items/name,items/title/text");
        return all;
      });
      await context.sync();
      return new Map(loaded.flatMap(({ items }) => items.map(({ name, title }) => [name, title.text] as const)));
    });
  return { client, outcome, texts, type, charts };
}

/** Sheets of the sample's report that say what the ledger counts. */
const WITH_COUNTS = /^(?:2 分野別|3 実施状況|4 評価|集計|分野\d .*|評価)$/;

describe("a report whose ledger is changed afterwards", () => {
  it("says so on every sheet that has sentences about counts, and only there", async () => {
    const { outcome, texts, type } = await made();
    for (const text of (await texts()).values()) expect(text).not.toContain(STALE_NOTICE);
    // Two measures of 達成 become 未達成: of the first field and of the second.
    await type("H4", "未達成");
    await type("H17", "未達成");
    const after = await texts();
    const stale = outcome.sheets.filter((name) => after.get(name)!.includes(STALE_NOTICE));
    const fields = outcome.sheets.filter((name) => /^分野\d /.test(name));
    expect(stale).toEqual(
      outcome.sheets.filter((name) => WITH_COUNTS.test(name) && (!fields.includes(name) || fields.indexOf(name) < 2)),
    );
    expect(stale.length).toBe(6);
    await type("H4", "達成");
    await type("H17", "達成");
    for (const text of (await texts()).values()) expect(text).not.toContain(STALE_NOTICE);
  });

  it("says so on 評価 where that is a sheet of its own", async () => {
    const { texts, type } = await made(["summary", "narrative"]);
    expect((await texts()).get("評価")).not.toContain(STALE_NOTICE);
    await type("H4", "中止");
    expect((await texts()).get("評価")).toContain(STALE_NOTICE);
  });

  it("sees two statuses that changed places between fields, and a measure added below the ledger", async () => {
    const { texts, type } = await made();
    await type("H4", "未達成");
    await type("H19", "達成");
    expect((await texts()).get("3 実施状況")).toContain(STALE_NOTICE);
    await type("H4", "達成");
    await type("H19", "未達成");
    await type("H102", "達成");
    const after = await texts();
    for (const name of ["2 分野別", "3 実施状況", "4 評価", "集計"]) expect(after.get(name)).toContain(STALE_NOTICE);
  });

  it("has titles, of charts too, that say what the ledger counts", async () => {
    const { texts, type, charts } = await made();
    expect((await charts()).get("SummaryCounts")).toBe("分野別の達成状況（平成22年度末、98項目）");
    expect((await charts()).get("SummaryWhole")).toBe("全体の達成状況（98項目）");
    await type("H4", "検討中");
    expect((await texts()).get("集計")).toContain("分野別の達成状況（平成22年度末、97項目）");
    expect((await texts()).get("4 評価")).toContain("分野別の達成状況（平成22年度末、97項目）");
    expect((await charts()).get("SummaryCounts")).toBe("分野別の達成状況（平成22年度末、97項目）");
    expect((await charts()).get("SummaryWhole")).toBe("全体の達成状況（97項目）");
    expect((await charts()).get("Field1Counts")).toContain("、12項目）");
  });

  it("counts on where a clerk words a heading of the report otherwise", async () => {
    const { client, texts } = await made();
    const before = (await texts()).get("集計")!;
    await client.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("集計");
      sheet.getRange("A4").values = [["行政サービス"]];
      sheet.getRange("B3").values = [["達成したもの"]];
      await context.sync();
    });
    expect((await texts()).get("集計")).toBe(
      before
        .replace("ITによる行政サービスの向上", "行政サービス")
        .replace("達成", "達成")
        .replace("\n達成\n", "\n達成したもの\n"),
    );
  });

  it("is no sheet that somebody has edited: the next report takes its place", async () => {
    const { client, type } = await made();
    await type("H4", "未達成");
    const again = succeeded(await actionsOver(client).makeReport({}, { parts: REPORT_PARTS }, CONTROL));
    expect(again.kept).toEqual([]);
    expect(again.sheets).not.toContain("集計 (2)");
  });
});

describe("fixed values", () => {
  it("are all of one moment and say nothing of another", async () => {
    const model = await sampleWorkbook();
    const settings = model.sheets.find(({ name }) => name === "設定")!;
    const row = settings.rows.findIndex((cells) => cells?.[0] === "集計値");
    settings.rows[row]![1] = "固定値";
    const client = createClient(createTroubledServer(model));
    const { sheets } = await madeReport(client);
    for (const { name, formulas } of model.sheets) if (sheets.includes(name)) expect(formulas.size).toBe(0);
  });
});
