import { readFileSync, writeFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Area } from "../../src/cells/cell";
import { readLedger } from "../../src/ledger/read-ledger";
import {
  DEFAULT_SETTINGS,
  EMPTY_PLAN,
  type FieldProfile,
  type PlanProfile,
  type Settings,
} from "../../src/ledger/settings";
import type { SheetSource } from "../../src/ledger/source";
import { A4, columnPoints } from "../../src/report/lengths";
import { usableHeight } from "../../src/report/pages";
import type { FormulaCell, PlanCell, SheetPlan } from "../../src/report/plan";
import { planReport, type ReportInput, type ReportPlan } from "../../src/report/plan-report";
import { MAX_ROW_HEIGHT } from "../../src/report/text-layout";
import { EXPECTED_FIELDS } from "../fixtures/expected-fields";
import { SAMPLE_HEADER, SAMPLE_ROWS, sampleLedger } from "../fixtures/sample-ledger";
import { rowsOf, smallLedger, status } from "../narrative/sample";

const plan: PlanProfile = {
  ...EMPTY_PLAN,
  name: "袖ケ浦市電子市政推進計画",
  published: "平成23年3月",
  startYear: "平成13年度",
  endYear: "平成22年度",
  cancelledReasons: ["費用に見合う効果が見込めない"],
};
const today = new Date("2026-04-01T00:00:00Z");

function report(
  source: SheetSource,
  settings: Partial<Settings> = {},
  about: Partial<Pick<ReportInput, "plan" | "parts" | "chapters" | "fields">> = {},
): ReportPlan {
  const all = { ...DEFAULT_SETTINGS, ...settings };
  const fields: readonly FieldProfile[] = about.fields ?? [];
  const { ledger, problem } = readLedger(source, { statuses: all.statuses, fieldOrder: fields });
  if (ledger === undefined) throw new Error(JSON.stringify(problem));
  return planReport({ ledger, source, settings: all, plan, today, ...about, fields });
}

const valueOf = (cell: PlanCell | undefined): unknown => (isFormula(cell) ? cell.value : cell);
const isFormula = (cell: PlanCell | undefined): cell is FormulaCell => typeof cell === "object" && cell !== null;

/** The cells of a sheet by position; every cell may be given once only. */
function cellsOf(sheet: SheetPlan): Map<string, PlanCell> {
  const cells = new Map<string, PlanCell>();
  for (const { row, column, cells: rows } of sheet.blocks) {
    rows.forEach((line, y) => {
      if (line.length !== rows[0]!.length) throw new Error(`${sheet.name}: ragged block at row ${row + y}`);
      line.forEach((cell, x) => {
        if (cell === null) return;
        const at = `${row + y},${column + x}`;
        if (cells.has(at)) throw new Error(`${sheet.name}: two cells at ${at}`);
        cells.set(at, cell);
      });
    });
  }
  return cells;
}

function table(sheet: SheetPlan, area: Area): unknown[][] {
  const cells = cellsOf(sheet);
  return Array.from({ length: area.rows }, (_, y) =>
    Array.from({ length: area.columns }, (_, x) => valueOf(cells.get(`${area.row + y},${area.column + x}`))),
  );
}

function textsOf(sheet: SheetPlan): string[] {
  return [...cellsOf(sheet).values()].filter((cell): cell is string => typeof cell === "string");
}

const sample = report(sampleLedger());
const sheet = (made: ReportPlan, name: string): SheetPlan => made.sheets.find((one) => one.name === name)!;

describe("the sample's report", () => {
  it("is what was agreed on", () => {
    const golden = new URL("golden/sample-plan.json", import.meta.url);
    // One sheet a line keeps differences readable.
    const made = `[\n${sample.sheets.map((one) => JSON.stringify(one)).join(",\n")}\n]\n`;
    if (process.env.UPDATE_GOLDEN !== undefined) writeFileSync(golden, made);
    expect(JSON.parse(made)).toEqual(JSON.parse(readFileSync(golden, "utf8")));
  });

  it("has 集計, a sheet per field and 評価", () => {
    expect(sample.sheets.map(({ name }) => name)).toEqual([
      "集計",
      ...EXPECTED_FIELDS.map(({ name }, index) => `分野${index + 1} ${name}`),
      "評価",
    ]);
    expect(sample.notices).toEqual([]);
    expect(sample.problems).toEqual([]);
  });

  it("counts the fields in the plan's order, with totals and rates", () => {
    const summary = sheet(sample, "集計");
    expect(valueOf(cellsOf(summary).get("0,0"))).toBe("分野別の達成状況（平成22年度末、98項目）");
    expect(table(summary, { row: 2, column: 0, rows: 10, columns: 6 })).toEqual([
      ["分野", "達成", "未達成", "中止", "計", "達成率"],
      ...EXPECTED_FIELDS.map(({ name, counts, total, rate }) => [name, ...counts, total, rate]),
      ["計", 72, 14, 12, 98, 73.5],
    ]);
    expect(textsOf(summary).join("")).toContain(
      "再掲の1項目を含み、除くと97項目（達成71、未達成14、中止12、達成率73.2％）です。",
    );
    expect(table(summary, sheet(sample, "集計").charts[2]!.source)).toEqual([
      ["区分", "件数"],
      ["達成", 72],
      ["未達成", 14],
      ["中止", 12],
    ]);
  });

  it("counts with live formulas over the ledger", () => {
    const cells = cellsOf(sheet(sample, "集計"));
    expect(cells.get("3,1")).toEqual({
      formula: "=COUNTIFS('台帳'!$B$2:$B$99,\"ITによる行政サービスの向上\",'台帳'!$H$2:$H$99,\"達成\")",
      value: 10,
    });
    expect(cells.get("11,1")).toEqual({ formula: "=SUM(B4:B11)", value: 72 });
    expect(cells.get("11,5")).toEqual({ formula: '=IF(E12=0,"－",ROUND(B12*100/E12,1))', value: 73.5 });
    const field = cellsOf(sheet(sample, "分野6 ITによる消防防災分野の充実"));
    expect(field.get("4,4")).toEqual({
      formula: `=COUNTIFS('台帳'!$B$2:$B$99,"ITによる消防防災分野の充実",'台帳'!$F$2:$F$99,"消防・防災分野における情報化の推進",'台帳'!$H$2:$H$99,"達成")`,
      value: 4,
    });
  });

  it("lists every measure with its status, in the ledger's order", () => {
    const listed: [unknown, unknown][] = [];
    for (const one of sample.sheets.slice(1, -1)) {
      const cells = cellsOf(one);
      const last = one.columnWidths.length - 1;
      const first = one.page.titleRows!.first + 1;
      for (let row = first; row < one.page.printArea.rows; row++) {
        const mark = cells.get(`${row},${last}`);
        if (mark !== undefined && mark !== "") listed.push([cells.get(`${row},0`), mark]);
      }
    }
    expect(listed).toEqual(SAMPLE_ROWS.map((cells) => [cells[0], `【${cells[7]!}】`]));
  });

  it("shows every 大項目, the 施策 of the field without any, and marks what is re-listed", () => {
    const headings = new Set(
      SAMPLE_ROWS.filter((cells) => cells[3] !== "").map((cells) => `${cells[1]!}/${cells[3]!}`),
    );
    const groups = sample.tally.fields.flatMap((field) => field.groups);
    expect(groups).toHaveLength(headings.size + 1);
    for (const field of sample.tally.fields) {
      const texts = textsOf(sample.sheets[sample.tally.fields.indexOf(field) + 1]!);
      for (const group of field.groups) expect(texts).toContain(group.name);
    }
    expect(textsOf(sheet(sample, "分野5 ITによる市民健康福祉分野の充実"))).toContain("健康管理システムの更新（再掲）");
  });

  it("links the fields of 集計 to their sheets", () => {
    const { links } = sheet(sample, "集計");
    expect(
      links.map(
        ({ text, sheet: target }) => `分野${links.findIndex((one) => one.text === text) + 1} ${text}` === target,
      ),
    ).toEqual(EXPECTED_FIELDS.map(() => true));
    for (const { row, column, text } of links)
      expect(cellsOf(sheet(sample, "集計")).get(`${row},${column}`)).toBe(text);
  });

  it("takes the 略称 for the tabs", () => {
    const fields = EXPECTED_FIELDS.map(({ name }, index) => ({
      name,
      shortName: `略称${index}`,
      goals: [],
      results: [],
    }));
    expect(report(sampleLedger(), {}, { fields }).sheets[3]!.name).toBe("分野3 略称2");
  });

  it("shows where the officer still has to write", () => {
    const narrative = sheet(sample, "評価");
    const areas = narrative.roles.find(({ role }) => role === "missing")!.areas;
    const cells = cellsOf(narrative);
    expect(areas.map(({ row }) => (cells.get(`${row},0`) as string).slice(0, 6))).toEqual(
      Array.from({ length: 4 }, () => "　【要記入】"),
    );
  });

  it("makes only the parts that were asked for", () => {
    expect(report(sampleLedger(), {}, { parts: ["narrative"] }).sheets.map(({ name }) => name)).toEqual(["評価"]);
    const [summary] = report(sampleLedger(), {}, { parts: ["summary"] }).sheets;
    expect(summary?.links).toEqual([]);
  });

  it("makes only the sheets of the booklet that are asked for, numbered anew", () => {
    const { sheets } = report(
      sampleLedger(),
      {},
      { parts: ["booklet"], chapters: ["cover", "measures", "evaluation"] },
    );
    expect(sheets.map(({ name }) => name)).toEqual(["表紙", "1 実施状況", "2 評価"]);
  });

  it("is the booklet with the other sheets behind it", () => {
    const names = report(sampleLedger(), {}, { parts: ["booklet", "summary", "narrative"] }).sheets.map(
      ({ name }) => name,
    );
    expect(names[0]).toBe("表紙");
    expect(names.slice(-2)).toEqual(["奥付", "集計"]);
    expect(names).not.toContain("評価");
  });
});

describe("ways to count", () => {
  it("with 固定値 there is no formula", () => {
    for (const one of report(sampleLedger(), { counts: "value" }).sheets)
      expect([...cellsOf(one).values()].filter(isFormula)).toEqual([]);
  });

  it("with 併記 the total without re-listed measures stands below", () => {
    const cells = cellsOf(report(sampleLedger(), { relisted: "both" }).sheets[0]!);
    expect([0, 1, 2, 3, 4, 5].map((column) => valueOf(cells.get(`12,${column}`)))).toEqual([
      "計（再掲を除く）",
      71,
      14,
      12,
      97,
      73.2,
    ]);
    expect(cells.get("12,1")).toMatchObject({ formula: `=COUNTIFS('台帳'!$H$2:$H$99,"達成",'台帳'!$I$2:$I$99,"")` });
  });

  it("with 除く the formulas leave re-listed measures out", () => {
    const made = report(sampleLedger(), { relisted: "exclude" });
    const cells = cellsOf(made.sheets[0]!);
    expect(cells.get("7,1")).toEqual({
      formula: `=COUNTIFS('台帳'!$B$2:$B$99,"ITによる市民健康福祉分野の充実",'台帳'!$H$2:$H$99,"達成",'台帳'!$I$2:$I$99,"")`,
      value: 6,
    });
    expect(valueOf(cells.get("0,0"))).toBe("分野別の達成状況（平成22年度末、97項目）");
  });

  it("with 合計を100に調整 rates are values that no formula could give", () => {
    const cells = cellsOf(report(sampleLedger(), { rounding: "sum-100", decimals: 0 }).sheets[0]!);
    const rates = [4, 5, 6, 7].map((row) => cells.get(`${row},5`));
    expect(rates.every((rate) => typeof rate === "number")).toBe(true);
  });

  it("with 最大区分で調整 the formulas give what is left of 100 to the class with the most measures", () => {
    const statuses = [status("A", { achieved: true }), status("B"), status("C"), status("D")];
    const made = report(smallLedger(rowsOf({ 甲: { A: 44, B: 17, C: 7, D: 13 } })), {
      statuses,
      rounding: "largest-class",
    });
    const [summary] = made.sheets;
    const cells = cellsOf(summary!);
    const rest = "ROUND(100-ROUND(C4*100/F4,1)-ROUND(D4*100/F4,1)-ROUND(E4*100/F4,1),1)";
    const rate = `=IF(F4=0,"－",IF(AND(B4>=C4,B4>=D4,B4>=E4),${rest},ROUND(B4*100/F4,1)))`;
    expect(cells.get("3,6")).toEqual({ formula: rate, value: 54.4 });
    const shares = summary!.charts[1]!.source;
    expect(table(summary!, { ...shares, row: shares.row + 1, rows: 2 })).toEqual([
      ["甲", 54.4, 21, 8.6, 16],
      ["計", 54.4, 21, 8.6, 16],
    ]);
    expect(cells.get(`${shares.row + 1},1`)).toEqual({ formula: rate, value: 54.4 });
    const texts = textsOf(summary!).join("").replaceAll("　", "");
    expect(texts).toContain(
      "小数第2位を四捨五入し、構成比の合計が100％になるように件数の最も多い区分で調整しています。",
    );
    expect(texts).toContain(
      "注構成比は、小数第2位を四捨五入し、分野ごとの合計が100％になるように件数の最も多い区分で調整しています。",
    );
  });

  it.each(["half-up", "truncate"] as const)("with %s a note says so where shares do not add to 100", (rounding) => {
    const note = "合計が100％にならないことがあります。";
    const thirds = report(smallLedger(rowsOf({ 甲: { 達成: 1, 未達成: 1, 中止: 1 } })), { rounding });
    expect(textsOf(thirds.sheets[0]!).join("")).toContain(note);
    const halves = report(smallLedger(rowsOf({ 甲: { 達成: 1, 未達成: 1 } })), { rounding });
    expect(textsOf(halves.sheets[0]!).join("")).not.toContain(note);
  });

  it("with 切り捨て the formulas cut", () => {
    const cells = cellsOf(report(sampleLedger(), { rounding: "truncate", decimals: 2 }).sheets[0]!);
    expect(cells.get("11,5")).toEqual({ formula: '=IF(E12=0,"－",ROUNDDOWN(B12*100/E12,2))', value: 73.46 });
  });

  it("spells out a denominator that leaves a class out", () => {
    const statuses = [
      status("S", { achieved: true }),
      status("評価なし", { inDenominator: false, reasonRequired: false }),
      status("A", { achieved: true }),
      status("B"),
    ];
    const made = report(smallLedger(rowsOf({ 甲: { S: 1, 評価なし: 2, A: 3, B: 4 } })), { statuses });
    const cells = cellsOf(made.sheets[0]!);
    expect(cells.get("3,6")).toEqual({ formula: '=IF((B4+D4+E4)=0,"－",ROUND((B4+D4)*100/(B4+D4+E4),1))', value: 50 });
    const texts = textsOf(made.sheets[0]!).join("").replaceAll("　", "");
    expect(texts).toContain(
      "S・A評価の割合は、計から「評価なし」を除いた件数に占める「S」及び「A」の割合で、小数第2位を四捨五入しています。",
    );
  });

  it("shows 区分外 apart, and only where it occurs", () => {
    const made = report(smallLedger(rowsOf({ 甲: { 達成: 2, 検討中: 1 }, 乙: { 中止: 1 } })));
    expect(table(made.sheets[0]!, { row: 2, column: 0, rows: 4, columns: 7 })).toEqual([
      ["分野", "達成", "未達成", "中止", "区分外", "計", "達成率"],
      ["甲", 2, 0, 0, 1, 3, 100],
      ["乙", 0, 0, 1, 0, 1, 0],
      ["計", 2, 0, 1, 1, 4, 66.7],
    ]);
    const cells = cellsOf(made.sheets[0]!);
    expect(cells.get("3,4")).toMatchObject({
      formula: `=COUNTIFS('台帳'!$B$2:$B$5,"甲")-SUM(B4:D4)`,
    });
    expect(made.sheets[0]!.charts[0]!.series.map(({ name }) => name)).toEqual(["達成", "未達成", "中止", "区分外"]);
    expect(sample.sheets[0]!.charts[0]!.series.map(({ name }) => name)).toEqual(["達成", "未達成", "中止"]);
  });
});

describe("a ledger whose spelling formulas cannot follow", () => {
  const rows = [
    ["甲", "", "施策", "一", "達成"],
    ["甲 ", "", "施策", "二", "達成 "],
    ["乙*", "", "施策", "三", "中止"],
    ["乙丙", "", "施策", "四", "中止"],
  ];
  const made = report(smallLedger(rows));
  const cells = cellsOf(made.sheets[0]!);

  it("gets values where a formula would differ, and formulas everywhere else", () => {
    expect(cells.get("3,1")).toBe(2);
    expect(cells.get("4,3")).toBe(1);
    expect(isFormula(cells.get("5,3"))).toBe(true);
    expect(isFormula(cells.get("3,2"))).toBe(true);
  });

  it("names the cells, below what is printed", () => {
    expect(made.notices.map(({ cell }) => cell)).toEqual(expect.arrayContaining(["B3", "F3"]));
    const summary = made.sheets[0]!;
    const below = [...cellsOf(summary)].filter(([at]) => Number(at.split(",")[0]) >= summary.page.printArea.rows);
    expect(below.map(([, cell]) => valueOf(cell))).toContain("・台帳 B3：「甲 」");
  });
});

describe("any report", () => {
  const name = fc.oneof(
    fc.constantFrom("甲", "情報通信基盤の整備", "=1+1", "A/B", "'x", "*", "", "改\n行", "長".repeat(120)),
    fc.string({ maxLength: 30 }),
  );
  const row = fc.tuple(
    name,
    name,
    name,
    name,
    fc.constantFrom("達成", "未達成", "中止", "検討中", ""),
    fc.constantFrom("", "再掲"),
    name,
  );

  it("fits its pages, stays within Excel's limits and is plain data", () => {
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 60 }),
        fc.constantFrom("include", "exclude", "both"),
        (rows, relisted) => {
          const source = smallLedger(
            rows.map((cells) => [...cells.slice(0, 3), cells[3] === "" ? "事業" : cells[3], ...cells.slice(4)]),
          );
          const made = report(source, { relisted });
          expect(JSON.parse(JSON.stringify(made.sheets))).toEqual(made.sheets);
          expect(new Set(made.sheets.map((one) => one.name.toLowerCase())).size).toBe(made.sheets.length);
          for (const one of made.sheets) expectPrintable(one);
          const charts = made.sheets.flatMap((one) => one.charts.map((chart) => chart.name));
          expect(new Set(charts).size).toBe(charts.length);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("prints long vocabularies and many fields", () => {
    const statuses = Array.from({ length: 9 }, (_, index) =>
      status(`目標をおおむね達成した区分${index}`, { achieved: index < 3 }),
    );
    const counts = Object.fromEntries(
      Array.from({ length: 45 }, (_, index) => [`分野の名前${index}`, { [statuses[index % 9]!.name]: 2 }]),
    );
    const made = report(smallLedger(rowsOf(counts)), { statuses });
    for (const one of made.sheets) expectPrintable(one);
    expect(made.sheets[0]!.charts.map(({ name: chart }) => chart)).toEqual(["SummaryWhole"]);
    expect(made.sheets[0]!.page.titleRows).toEqual({ first: 2, last: 2 });
  });
});

/** Everything of a sheet stands on A4 pages that end where the plan says; nothing is over or under anything else. */
function expectPrintable(one: SheetPlan): void {
  const { page, columnWidths, rowHeights } = one;
  expect(one.name.length).toBeLessThanOrEqual(31);
  const width = columnWidths.reduce((sum, characters) => sum + columnPoints(characters), 0);
  const [across, down] = page.orientation === "Portrait" ? [A4.width, A4.height] : [A4.height, A4.width];
  expect(page.scale).toBeGreaterThanOrEqual(85);
  expect((width * page.scale!) / 100).toBeLessThanOrEqual(across - page.margins.left - page.margins.right + 1);

  const heights: number[] = [];
  for (const run of rowHeights) {
    expect(run.height).toBeLessThanOrEqual(MAX_ROW_HEIGHT);
    for (let index = 0; index < run.rows; index++) heights[run.row + index] = run.height;
  }
  const limit = ((usableHeight(page.margins) - (A4.height - down)) * 100) / page.scale!;
  const starts = [0, ...page.breaksBefore!, page.printArea.rows];
  for (let index = 1; index < starts.length; index++) {
    expect(starts[index]).toBeGreaterThan(starts[index - 1]!);
    const used = heights.slice(starts[index - 1], starts[index]).reduce((sum, height) => sum + height, 0);
    expect(used).toBeLessThanOrEqual(limit + 1e-6);
  }

  const cells = cellsOf(one);
  const misplaced = [...cells].filter(([at, cell]) => {
    const [row, column] = at.split(",").map(Number) as [number, number];
    const outside = row >= heights.length || column >= columnWidths.length;
    const tooLong = typeof cell === "string" && (cell.length > 32_767 || cell.split("\n").length > 254);
    const covered = one.charts.some(({ place }) => row >= place.row && row < place.row + place.rows);
    return outside || tooLong || covered;
  });
  expect(misplaced).toEqual([]);
  for (const { place, source, series } of one.charts) {
    expect(place.row + place.rows).toBeLessThanOrEqual(page.printArea.rows);
    // No page ends inside a chart.
    expect(page.breaksBefore!.some((row) => row > place.row && row < place.row + place.rows)).toBe(false);
    expect(source.columns).toBe(series.length + 1);
    for (let column = 0; column < source.columns; column++)
      expect(cells.has(`${source.row},${source.column + column}`)).toBe(true);
  }
}

describe("a large ledger", () => {
  it("keeps long lists cheap: few areas, rows of one height, no formats by row", () => {
    const rows = Array.from({ length: 3000 }, (_, index) => {
      const cells = [...SAMPLE_ROWS[index % SAMPLE_ROWS.length]!];
      cells[0] = index + 1;
      return cells;
    });
    const made = report({ name: "台帳", row: 0, column: 0, values: [SAMPLE_HEADER, ...rows] });
    for (const one of made.sheets.slice(1, -1)) {
      expect(one.roles.reduce((sum, { areas }) => sum + areas.length, 0)).toBeLessThan(30);
      expect(one.rowHeights.length).toBeLessThan(25);
      expectPrintable(one);
    }
  });
});
