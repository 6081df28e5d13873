import { describe, expect, it } from "vitest";
import type { Server } from "../../src/embedded/wire/server";
import { newSheetModel, newWorkbookModel, worksheetId } from "../../src/embedded/model/workbook";
import { HostError, type HostProblem } from "../../src/excel/errors";
import type { ExcelHost } from "../../src/excel/host";
import { readWorkbook } from "../../src/excel/read-workbook";
import { writeReport, type ReportRequest, type WrittenReport } from "../../src/excel/write-report";
import type { SheetPlan } from "../../src/report/plan";
import { CLIENTS, open, photograph, sheetNamed, sheetNames, userWorkbook, valueAt, type Opened } from "./hosts";
import { emptyPlan, narrativePlan, summaryPlan } from "./plans";

const PLANS = [summaryPlan(), narrativePlan()];
const USER = ["台帳", "設定", "メモ"];

async function make(
  { host }: Pick<Opened, "host">,
  plans: readonly SheetPlan[] = PLANS,
  extra: Partial<ReportRequest> = {},
): Promise<WrittenReport> {
  const workbook = await readWorkbook(host);
  return writeReport(host, {
    plans,
    workbook,
    operation: "報告書",
    ledger: "台帳",
    ledgerFingerprint: "0123456789abcdef",
    version: "0.1.0",
    now: new Date("2011-03-31T08:05:00Z"),
    ...extra,
  });
}

async function problemOf(run: Promise<unknown>): Promise<HostProblem> {
  const error: unknown = await run.then(
    () => {
      throw new Error("It succeeded.");
    },
    (reason: unknown) => reason,
  );
  if (!(error instanceof HostError)) throw error;
  return error.problem;
}

describe.each(CLIENTS)("writeReport through %s", (_name, connect: (server: Server) => ExcelHost) => {
  it("writes the whole report beside the user's sheets in three round trips", async () => {
    const opened = open(connect, userWorkbook());
    const before = photograph(opened.workbook) as { sheets: unknown[] };
    const written = await make(opened);

    expect(written.sheets).toEqual([
      { planned: "集計", name: "集計" },
      { planned: "評価", name: "評価" },
    ]);
    expect(opened.server.counters.roundTrips).toBe(3);
    expect(sheetNames(opened.workbook)).toEqual([...USER, "集計", "評価", "作成記録"]);
    expect(opened.workbook.sheets.slice(0, 3)).toEqual(before.sheets);
    expect(opened.workbook.settings.size).toBe(0);
    expect(opened.workbook.activeSheet).toBe(sheetNamed(opened.workbook, "集計").id);
  });

  it.each(["ApiNotFound", "NotImplemented"])(
    "gives charts plain titles where Excel has no other (%s)",
    async (code) => {
      const opened = open(connect, userWorkbook());
      const [summary, narrative] = PLANS;
      const [chart] = summary!.charts;
      const linked = { ...chart!, titleCell: { row: 0, column: 0 } };
      opened.server.inject({ roundTrip: 2, code, when: "before" });
      await make(opened, [{ ...summary!, charts: [linked] }, narrative!]);
      expect(sheetNames(opened.workbook)).toEqual([...USER, "集計", "評価", "作成記録"]);
      const [made] = sheetNamed(opened.workbook, "集計").charts;
      expect(made).toMatchObject({ title: chart!.title });
      expect(made).not.toHaveProperty("titleRef");
    },
  );

  it("writes values, formulas, dangerous text, looks, chart, links and page as planned", async () => {
    const opened = open(connect, userWorkbook());
    await make(opened);
    const { workbook } = opened;
    const sheet = sheetNamed(workbook, "集計");

    expect(sheet.rows[3]?.slice(0, 4)).toEqual(["行政", 1, 1, 0]);
    expect(sheet.rows[5]?.slice(0, 4)).toEqual(["合計", 2, 1, 1]);
    expect(sheet.formulas.get(3 * 16384 + 1)).toContain("COUNTIFS(");
    expect([24, 25, 26].map((row) => valueAt(workbook, "集計", row, 0))).toEqual([
      "=危険に見える注",
      "平成22年3月",
      "007",
    ]);
    expect([24, 25, 26].some((row) => sheet.formulas.has(row * 16384))).toBe(false);
    expect(valueAt(workbook, "評価", 2, 0)).toBe(2);

    const [chart] = sheet.charts;
    expect(chart).toMatchObject({
      name: "集計_図",
      chartType: "BarStacked",
      title: "分野別の達成状況（4項目）",
      legendPosition: "Top",
      place: { row: 7, column: 0, rows: 16, columns: 4 },
    });
    expect(chart?.series.map(({ name, fill, hasDataLabels }) => ({ name, fill, hasDataLabels }))).toEqual([
      { name: "達成", fill: "#1F4E79", hasDataLabels: true },
      { name: "未達成", fill: "#E08E2B", hasDataLabels: true },
      { name: "中止", fill: "#C8CCD1", hasDataLabels: true },
    ]);
    expect(chart?.series.every(({ labels }) => labels.numberFormat === "0;;;")).toBe(true);
    expect(chart?.categoryAxis.reversePlotOrder).toBe(true);

    expect(sheet.hyperlinks.map(({ row, documentReference }) => [row, documentReference])).toEqual([
      [3, "'評価'!A1"],
      [4, "'評価'!A3"],
    ]);
    expect(sheet.page).toMatchObject({
      orientation: "Portrait",
      paperSize: "A4",
      topMargin: 57,
      leftMargin: 43,
      printArea: { row: 0, column: 0, rows: 27, columns: 4 },
      titleRows: { first: 2, last: 2 },
      rowBreaks: [24],
      headerCenter: "計画",
      footerCenter: "- &P -",
      firstPageNumber: 3,
      fitWide: 1,
      centerHorizontally: true,
    });
    expect(sheetNamed(workbook, "評価").page.scale).toBe(95);
    expect(sheet).toMatchObject({ frozenRows: 3, showGridlines: false, tabColor: "#1F3A5F" });
    expect(sheet.rowHeights.get(0)).toBe(27);
  });

  it("prints all of a sheet that people go on filling, and of every other what was planned", async () => {
    const opened = open(connect, userWorkbook());
    const { page } = emptyPlan("様式");
    await make(opened, [
      { ...emptyPlan("様式"), page: { ...page, grows: true } },
      { ...emptyPlan("表"), page: { ...page, orientation: "Landscape" } },
    ]);
    expect(sheetNamed(opened.workbook, "様式").page).toMatchObject({ printArea: null, orientation: "Portrait" });
    const printArea = { row: 0, column: 0, rows: 1, columns: 1 };
    expect(sheetNamed(opened.workbook, "表").page).toMatchObject({ printArea, orientation: "Landscape" });
  });

  it.each([
    ["one decimal where nobody says", {}, {}, "0.0"],
    ["as many decimals as the run says", {}, { rateDecimals: 2 }, "0.00"],
    ["as many decimals as the plan says", { rateDecimals: 0 }, { rateDecimals: 2 }, "0"],
  ])("shows rates with %s", async (_what, plan, extra, format) => {
    const opened = open(connect, userWorkbook());
    const rates: SheetPlan = {
      ...emptyPlan("率"),
      blocks: [{ row: 0, column: 0, cells: [[73.5]] }],
      roles: [{ role: "tableRate", areas: [{ row: 0, column: 0, rows: 1, columns: 1 }] }],
      ...plan,
    };
    await make(opened, [rates], extra);
    const formats = sheetNamed(opened.workbook, "率").formats.flatMap((run) => run.format.numberFormat ?? []);
    expect(formats.at(-1)).toBe(format);
  });

  it("labels each part of a ring in the colour that is read on it", async () => {
    const opened = open(connect, userWorkbook());
    const summary = summaryPlan();
    const [bars] = summary.charts;
    const pointColors = bars!.series;
    const ring = {
      ...bars!,
      kind: "Doughnut" as const,
      source: { row: 2, column: 0, rows: 4, columns: 2 },
      pointColors,
    };
    await make(opened, [{ ...summary, charts: [ring] }, narrativePlan()]);
    const [series] = sheetNamed(opened.workbook, "集計").charts[0]!.series;
    expect([...series!.pointFills]).toEqual(pointColors.map(({ color }, index) => [index, color]));
    const common = series!.labels.fontColor ?? "#000000";
    const labels = pointColors.map((_point, index) => series!.pointLabelColors?.get(index) ?? common);
    expect(labels).toEqual(pointColors.map(({ labelColor }) => labelColor));
  });

  it("replaces its own sheets in five round trips when nobody edited them", async () => {
    const opened = open(connect, userWorkbook());
    await make(opened);
    opened.server.counters.roundTrips = 0;
    const ids = opened.workbook.sheets.map(({ id }) => id);
    const written = await make(opened);
    expect(opened.server.counters.roundTrips).toBe(5);
    expect(written.kept).toEqual([]);
    expect(sheetNames(opened.workbook)).toEqual([...USER, "集計", "評価", "作成記録"]);
    expect(ids).not.toContain(sheetNamed(opened.workbook, "集計").id);
    const record = sheetNamed(opened.workbook, "作成記録");
    expect(record.rows.filter((row) => row?.[1] === "報告書").map((row) => row?.[2])).toEqual([
      "集計",
      "評価",
      "集計",
      "評価",
    ]);
    expect(record.rows[5]?.[0]).toBe("平成23年3月31日 17:05");
  });

  it("keeps a sheet that was edited and writes the new one beside it", async () => {
    const opened = open(connect, userWorkbook());
    await make(opened);
    sheetNamed(opened.workbook, "集計").rows[0]![0] = "課長が直した題名";
    const written = await make(opened);
    expect(written.kept).toEqual(["集計"]);
    expect(written.sheets).toEqual([
      { planned: "集計", name: "集計 (2)" },
      { planned: "評価", name: "評価" },
    ]);
    expect(valueAt(opened.workbook, "集計", 0, 0)).toBe("課長が直した題名");
    expect(sheetNamed(opened.workbook, "評価").formulas.get(2 * 16384)).toContain("集計 (2)");

    const third = await make(opened);
    expect(third.kept).toEqual(["集計"]);
    expect(third.sheets.map(({ name }) => name)).toEqual(["集計 (2)", "評価"]);
    expect(sheetNames(opened.workbook).filter((name) => name.startsWith("集計"))).toEqual(["集計", "集計 (2)"]);
  });

  it.each([
    ["a changed chart title", (opened: Opened) => (sheetNamed(opened.workbook, "集計").charts[0]!.title = "別の題名")],
    ["a chart more", addChart],
    ["a changed formula", (opened: Opened) => sheetNamed(opened.workbook, "集計").formulas.set(3 * 16384 + 1, "=9")],
    ["a value outside the table", (opened: Opened) => (sheetNamed(opened.workbook, "集計").rows[40] = ["メモ"])],
  ])("takes %s for an edit", async (_what, edit) => {
    const opened = open(connect, userWorkbook());
    await make(opened);
    edit(opened);
    expect((await make(opened)).kept).toEqual(["集計"]);
  });

  it("leaves a sheet of the user's alone that has a planned name", async () => {
    const workbook = newWorkbookModel([
      { name: "台帳", values: userWorkbook().sheets[0]!.rows.map((row) => row ?? []) },
      { name: "集計", values: [["自作の集計"]] },
      { name: "作成記録", values: [["自作の記録"]] },
    ]);
    const opened = open(connect, workbook);
    const written = await make(opened);
    expect(written.sheets.map(({ name }) => name)).toEqual(["集計 (2)", "評価"]);
    expect(valueAt(workbook, "集計", 0, 0)).toBe("自作の集計");
    expect(valueAt(workbook, "作成記録", 0, 0)).toBe("自作の記録");
    expect(sheetNamed(workbook, "評価").formulas.get(2 * 16384)).toContain("集計 (2)");

    await make(opened);
    expect(sheetNames(workbook)).toEqual(["台帳", "集計", "作成記録", "集計 (2)", "評価", "作成記録 (2)"]);
  });

  it("writes in as many requests as the limit asks for, with the same result", async () => {
    const large: SheetPlan = {
      ...emptyPlan("一覧"),
      blocks: [
        {
          row: 0,
          column: 0,
          cells: Array.from({ length: 3000 }, (_, row) => [row, `事業その${row}`, "達成しました。".repeat(8)]),
        },
      ],
    };
    const whole = open(connect, userWorkbook());
    await make(whole, [large, ...PLANS]);
    const parts = open(connect, userWorkbook(), { limits: { request: 150_000 } });
    const written = await make(parts, [large, ...PLANS]);
    expect(parts.server.counters.roundTrips).toBeGreaterThan(5);
    expect(written.sheets.map(({ name }) => name)).toEqual(["一覧", "集計", "評価"]);
    for (const name of ["一覧", "集計", "評価"]) {
      expect(sheetNamed(parts.workbook, name).rows).toEqual(sheetNamed(whole.workbook, name).rows);
    }
    expect(parts.workbook.settings.size).toBe(0);
  });

  it("writes input sheets that are the user's own from the start", async () => {
    const opened = open(connect, userWorkbook());
    const plan: SheetPlan = {
      ...emptyPlan("新しい台帳"),
      kind: "input",
      blocks: [{ row: 0, column: 0, cells: [["分野", "状況"]] }],
      validations: [
        {
          area: { row: 1, column: 1, rows: 500, columns: 1 },
          source: "='設定'!$A$2:$A$4",
          promptTitle: "状況",
          prompt: "区分を選んでください",
          errorTitle: "状況",
          error: "区分にない値です",
        },
      ],
    };
    const written = await make(opened, [plan], { handedOver: true });
    expect(written.sheets.map(({ name }) => name)).toEqual(["新しい台帳"]);
    expect(sheetNames(opened.workbook)).toEqual([...USER, "新しい台帳"]);
    const sheet = sheetNamed(opened.workbook, "新しい台帳");
    expect(sheet.showGridlines).toBe(true);
    expect(sheet.validations).toHaveLength(1);
    expect(opened.workbook.settings.size).toBe(0);
    expect((await make(opened, [plan], { handedOver: true })).sheets[0]?.name).toBe("新しい台帳 (2)");
  });

  it("refuses before touching anything where writing is sure to fail", async () => {
    for (const [kind, prepare] of [
      ["read-only", (workbook: Opened["workbook"]) => (workbook.readOnly = true)],
      ["workbook-protected", (workbook: Opened["workbook"]) => (workbook.structureProtected = true)],
    ] as const) {
      const workbook = userWorkbook();
      prepare(workbook);
      const before = photograph(workbook);
      const opened = open(connect, workbook);
      expect((await problemOf(make(opened))).kind).toBe(kind);
      expect(photograph(workbook)).toEqual(before);
      expect(opened.server.counters.roundTrips).toBe(1);
    }
    const tooLong = { ...emptyPlan("長文"), blocks: [{ row: 4, column: 1, cells: [["あ".repeat(32_768)]] }] };
    const opened = open(connect, userWorkbook());
    expect(await problemOf(make(opened, [tooLong]))).toMatchObject({
      kind: "text-too-long",
      sheet: "長文",
      cell: "B5",
    });
  });

  it("says which cells lost characters that no workbook can hold", async () => {
    const opened = open(connect, userWorkbook());
    const plan = { ...emptyPlan("文字"), blocks: [{ row: 1, column: 2, cells: [["達\u0000成", "普通"]] }] };
    const written = await make(opened, [plan]);
    expect(written.cleaned).toEqual([{ sheet: "文字", cell: "C2" }]);
    expect(valueAt(opened.workbook, "文字", 1, 2)).toBe("達成");
    expect((await make(opened, [plan])).kept).toEqual([]);
  });

  it("leaves nothing behind when it is cancelled between its round trips", async () => {
    const opened = open(connect, userWorkbook());
    const before = photograph(opened.workbook);
    const control = new AbortController();
    const steps: string[] = [];
    const run = make(opened, PLANS, {
      signal: control.signal,
      onProgress: (step) => {
        steps.push(step);
        if (step === "build") control.abort();
      },
    });
    expect((await problemOf(run)).kind).toBe("cancelled");
    expect(steps).toEqual(["build", "undo"]);
    expect(photograph(opened.workbook)).toEqual(before);
  });

  it("uses nothing above ExcelApi 1.9", async () => {
    const opened = open(connect, userWorkbook(), { level: "1.9" });
    await make(opened);
    await make(opened);
    expect(sheetNames(opened.workbook)).toEqual([...USER, "集計", "評価", "作成記録"]);
    const old = open(connect, userWorkbook(), { level: "1.8" });
    expect((await problemOf(make(old))).kind).toBe("old-excel");
  });
});

function addChart(opened: Opened): void {
  const { charts } = sheetNamed(opened.workbook, "集計");
  charts.push({ ...structuredClone(charts[0]!), id: "{x}", name: "追加の図" });
}

const CODES = [
  "InvalidOperationInCellEditMode",
  "AccessDenied",
  "RequestPayloadSizeLimitExceeded",
  "GeneralException",
] as const;

describe.each(CLIENTS)("a fault through %s", (_name, connect: (server: Server) => ExcelHost) => {
  /** Actions of each round trip of a run that nothing disturbs; `again` is the run after a first one. */
  async function undisturbed(again: boolean): Promise<number[]> {
    const opened = open(connect, userWorkbook());
    if (again) await make(opened);
    opened.actions.length = 0;
    await make(opened);
    return [...opened.actions];
  }

  for (const again of [false, true]) {
    for (const code of CODES) {
      it(`of ${code} at any point of ${again ? "a second" : "the first"} run leaves the workbook whole`, async () => {
        const trips = await undisturbed(again);
        const points = trips.flatMap((actions, trip) => [
          { trip, when: "before" as const },
          ...[0.15, 0.5, 0.9].map((part) => ({ trip, action: Math.floor(actions * part) })),
          { trip, when: "after" as const },
        ]);
        for (const { trip, ...point } of points) {
          const opened = open(connect, userWorkbook());
          if (again) await make(opened);
          const before = photograph(opened.workbook) as { sheets: unknown[] };
          opened.server.inject({ roundTrip: opened.server.counters.roundTrips + trip + 1, code, ...point });
          const where = JSON.stringify({ trip, ...point });
          const finished = await make(opened).then(
            () => true,
            (error: unknown) => {
              expect(error, where).toBeInstanceOf(HostError);
              expect((error as HostError).problem.unfinished, where).toBeUndefined();
              return false;
            },
          );
          if (!finished) expect(photograph(opened.workbook), where).toEqual(before);
          expect(opened.workbook.sheets.slice(0, 3), where).toEqual(before.sheets.slice(0, 3));
          await make(opened);
          expect(sheetNames(opened.workbook), where).toEqual([...USER, "集計", "評価", "作成記録"]);
          expect(opened.workbook.settings.size, where).toBe(0);
          expect(valueAt(opened.workbook, "集計", 5, 1), where).toBe(2);
        }
      });
    }
  }

  it("brings a sheet that somebody had hidden back as hidden", async () => {
    const trips = await undisturbed(true);
    const opened = open(connect, userWorkbook());
    await make(opened);
    sheetNamed(opened.workbook, "集計").visibility = "Hidden";
    opened.workbook.activeSheet = sheetNamed(opened.workbook, "台帳").id;
    const before = photograph(opened.workbook);
    const roundTrip = opened.server.counters.roundTrips + trips.length;
    opened.server.inject({ roundTrip, code: "GeneralException", when: "before" });
    expect(await problemOf(make(opened))).toMatchObject({ kind: "failed" });
    expect(photograph(opened.workbook)).toEqual(before);
  });

  it("that lasts is left to the next run, which clears away first", async () => {
    for (const again of [false, true]) {
      const trips = await undisturbed(again);
      const last = trips.length - 1;
      for (const point of [
        { trip: last - 1, action: Math.floor(trips[last - 1]! * 0.5) },
        { trip: last, action: 4 },
        { trip: last, action: Math.floor(trips[last]! * 0.5) },
        { trip: last, action: trips[last]! - 3 },
      ]) {
        const opened = open(connect, userWorkbook());
        if (again) await make(opened);
        const before = photograph(opened.workbook) as { sheets: unknown[] };
        opened.server.inject({
          roundTrip: opened.server.counters.roundTrips + point.trip + 1,
          code: "GeneralException",
          action: point.action,
        });
        opened.server.inject({
          roundTrip: opened.server.counters.roundTrips + point.trip + 2,
          code: "InvalidOperationInCellEditMode",
          permanent: true,
        });
        expect(await problemOf(make(opened))).toMatchObject({ kind: "failed", unfinished: true });
        expect(opened.workbook.sheets.slice(0, 3)).toEqual(before.sheets.slice(0, 3));
        opened.server.clearFaults();
        await make(opened);
        expect(sheetNames(opened.workbook)).toEqual([...USER, "集計", "評価", "作成記録"]);
        expect(opened.workbook.settings.size).toBe(0);
      }
    }
  });
});

describe("a workbook with a sheet that looks like a leftover", () => {
  it("keeps it, because no account of a run names it", async () => {
    const workbook = userWorkbook();
    workbook.sheets.push(newSheetModel("作成中_覚え書き", worksheetId(9)));
    const opened = open(CLIENTS[0]![1], workbook);
    await make(opened);
    expect(sheetNames(workbook)).toContain("作成中_覚え書き");
  });
});
