import { describe, expect, test } from "vitest";
import { MAX_ROW_HEIGHT } from "../../src/report/text-layout";
import { formReport, formsWith, gridOf, lettersOf, reportOf, shownRows, textsOf, valueOf } from "./form-report";

describe.each(formsWith("indicator"))("指標一覧 of $family", ({ form }) => {
  const { sheets, ledger } = formReport(form, ["indicators"]);

  test("has every indicator, its values as the ledger shows them", () => {
    const [list] = sheets;
    const names = lettersOf(form, "indicator").flatMap((column) =>
      form.rows.flatMap((cells, row) =>
        row > ledger.headerRow && !form.expected.notMeasures.includes(row) && cells[column] !== ""
          ? [{ row, name: String(cells[column]).replace(/\n/g, "　") }]
          : [],
      ),
    );
    expect(names).toHaveLength(form.expected.indicators);
    const shown = shownRows(list!);
    for (const { row, name } of names) {
      // Of several measures' indicators of one name, the ledger's order tells which is which.
      const same = names.filter((one) => one.name === name).sort((a, b) => a.row - b.row);
      const found = shown.filter((line) => line.includes(name))[same.findIndex((one) => one.row === row)];
      expect(found, name).toBeDefined();
      // Every value is one of its row in the ledger, or a rate reckoned from them.
      const values = new Set<unknown>(form.rows[row]);
      const numbers = found!.slice(found!.indexOf(name) + 1).filter((one) => typeof one === "number");
      expect(numbers.filter((one) => !values.has(one)).length, name).toBeLessThanOrEqual(1);
    }
  });

  test("gives rates of its own only where the ledger gives none", () => {
    const hasRates = lettersOf(form, "rate").length > 0;
    expect(textsOf(sheets[0]!).includes("台帳に記載された値")).toBe(hasRates);
  });

  test("has 指標の推移 exactly where actual values are of several years, with a bounded number of charts", () => {
    const years = new Set(
      ledger.indicators.flatMap(({ actuals }) => actuals.flatMap(({ year }) => (year === null ? [] : [year]))),
    );
    expect(sheets.map(({ name }) => name)).toEqual(years.size > 1 ? ["指標一覧", "指標の推移"] : ["指標一覧"]);
    for (const { charts, rowHeights } of sheets) {
      expect(charts.length).toBeLessThanOrEqual(12);
      expect(Math.max(...rowHeights.map(({ height }) => height))).toBeLessThanOrEqual(MAX_ROW_HEIGHT);
    }
  });
});

describe("指標一覧", () => {
  const HEADER = ["分野", "施策", "指標", "単位", "基準値（R2）", "目標値（R6）", "実績値（R6）", "状況"];
  const title = ["令和６年度　進捗状況", "", "", "", "", "", "", ""];

  test("reckons rates by the formula that the way of the indicator asks for, live over its own cells", () => {
    const rows = [
      title,
      HEADER,
      ["福祉", "相談", "件数", "件", 80, 120, 132, "達成"],
      ["福祉", "配食", "苦情", "件", 66, 45, 40, "達成"],
      ["福祉", "訪問", "待機児童数", "人", 24, 0, 3, "達成"],
      ["福祉", "見守り", "会員数", "人", 310, 360, "306人", "達成"],
      ["福祉", "研修", "満足度", "％", "－", 90, "未集計", "達成"],
    ];
    const [list] = reportOf(rows, ["達成"], { parts: ["indicators"] }).sheets;
    const cells = gridOf(list!);
    const row = (name: string) => cells.find((line) => line[1] === name)!;
    const at = (name: string) => cells.findIndex((line) => line[1] === name) + 1;
    expect(row("件数").slice(3, 7)).toEqual([
      { formula: "='台帳'!E3", value: 80 },
      { formula: "='台帳'!F3", value: 120 },
      { formula: "='台帳'!G3", value: 132 },
      { formula: `=IF(E${at("件数")}=0,"－",ROUND(F${at("件数")}*100/E${at("件数")},1))`, value: 110 },
    ]);
    const less = at("苦情");
    expect(row("苦情")[6]).toEqual({
      formula: `=IF((E${less}-D${less})=0,"－",ROUND((F${less}-D${less})*100/(E${less}-D${less}),1))`,
      value: 123.8,
    });
    expect(row("待機児童数").map(valueOf).slice(3, 7)).toEqual([24, 0, 3, "－"]);
    expect(row("会員数").slice(5, 7)).toEqual(["306人", 85]);
    expect(row("満足度").map(valueOf).slice(3, 7)).toEqual(["－", 90, "未集計", "－"]);
    expect(textsOf(list!)).toContain("減らす指標は（実績値－基準値）÷（目標値－基準値）");
    expect(textsOf(list!)).toContain("3指標は、台帳に改善の方向の記載がない");
  });

  test("does not divide amounts of different units", () => {
    const rows = [title, HEADER, ["福祉", "相談", "額", "", "", "1,200千円", "1百万円", "達成"]]; // prettier-ignore
    const [list] = reportOf(rows, ["達成"], { parts: ["indicators"] }).sheets;
    expect(shownRows(list!).find((line) => line.includes("額"))).toEqual([
      "相談",
      "額",
      "1,200千円",
      "1百万円",
      "達成",
    ]);
  });

  test("shows decimals as the ledger has them", () => {
    const rows = [title, HEADER, ["福祉", "相談", "率", "％", 3.25, 85.5, 90, "達成"]]; // prettier-ignore
    const [list] = reportOf(rows, ["達成"], { parts: ["indicators"] }).sheets;
    const row = gridOf(list!).findIndex((line) => line[1] === "率");
    const roles = list!.roles.filter(({ areas }) => areas.some((area) => area.row <= row && row < area.row + area.rows && area.column <= 4 && 4 < area.column + area.columns)); // prettier-ignore
    expect(roles.map(({ role }) => role)).toContain("tableValue2");
  });
});

test("a chart of 指標の推移 draws the years' own cells, in rows", () => {
  const { form } = formsWith("indicator").find(({ family }) => family === "kpi-by-year")!;
  const { sheets } = formReport(form, ["indicators"]);
  const course = sheets[1]!;
  const [first] = course.charts;
  expect(first).toMatchObject({
    kind: "ColumnClustered",
    seriesBy: "Rows",
    title: "木材産業担い手育成事業：林業就業者数（人）",
  });
  const { row, column, rows, columns } = first!.source;
  const block = gridOf(course).slice(row, row + rows).map((line) => line.slice(column, column + columns).map(valueOf)); // prettier-ignore
  expect(block).toEqual([
    ["", "R2", "R3", "R4", "R5", "R6"],
    ["目標", 44, 46, 48, 50, 52],
    ["実績", 43, 45, 46, 49, 54],
  ]);
});
