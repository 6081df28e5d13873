import { describe, expect, test } from "vitest";
import type { CellValue } from "../../src/cells/cell";
import { indicatorValue } from "../../src/ledger/indicator-value";
import { actualOf, readIndicators, targetOf, type Indicator } from "../../src/ledger/indicators";
import type { Ledger } from "../../src/ledger/ledger";
import { readLedger } from "../../src/ledger/read-ledger";
import type { SheetSource } from "../../src/ledger/source";
import { FORMS } from "../fixtures/ledgers/index";

function indicatorsOf(rows: readonly (readonly CellValue[])[]): { ledger: Ledger; indicators: readonly Indicator[] } {
  // Away from A1, so that places on the sheet and indexes of rows are told apart.
  const source: SheetSource = { name: "台帳", row: 2, column: 3, values: rows };
  const { ledger } = readLedger(source, { statuses: [], fieldOrder: [] });
  return { ledger: ledger!, indicators: readIndicators(ledger!, source) };
}

function ofForm(family: string) {
  return indicatorsOf(FORMS.find((one) => one.family === family)!.form.rows);
}

describe("indicatorValue", () => {
  test.each([
    [0, 0, "0", ""],
    [85.5, 85.5, "85.5", ""],
    ["306人", 306, "306人", "人"],
    ["85.5％", 85.5, "85.5％", "％"],
    ["1,200千円", 1200, "1,200千円", "千円"],
    ["１，２００", 1200, "１，２００", ""],
    [" 12 件", 12, "12 件", "件"],
    ["▲5", -5, "▲5", ""],
    ["0m", 0, "0m", "m"],
  ])("%j is the number %d, written %s, of the unit %s", (cell, value, text, unit) => {
    expect(indicatorValue(cell)).toEqual({ kind: "number", value, text, unit });
  });

  test.each(["未集計", "調査なし", "↑", "－", "10分以内", "①", "#N/A", "約300人", "3月末", "令和6年度", "80点以上"])(
    "%s is a text",
    (text) => {
      expect(indicatorValue(text)).toEqual({ kind: "text", text });
    },
  );

  test.each(["", "　", " \u200b", undefined])("%j is blank", (cell) => {
    expect(indicatorValue(cell)).toEqual({ kind: "blank" });
  });
});

describe.each(FORMS.filter(({ form }) => form.expected.asks === undefined))("$family", ({ form }) => {
  test("has the indicators that its rows name, each once, under the measure above it", () => {
    const source: SheetSource = { name: form.sheet, row: 0, column: 0, values: form.rows };
    const { ledger } = readLedger(source, { statuses: [], fieldOrder: [] });
    if (ledger === undefined) return;
    const indicators = readIndicators(ledger, source);
    expect(indicators.length).toBe(form.expected.indicators);
    expect(new Set(indicators.map(({ row, group }) => `${row} ${group}`)).size).toBe(indicators.length);
    for (const { row, measure, name, group } of indicators) {
      expect(name).toBe(String(form.rows[row]![ledger.indicators[group - 1]!.name!]).trim());
      expect(ledger.measures.filter((one) => one.row <= row).sort((a, b) => b.row - a.row)[0]).toBe(measure);
    }
  });
});

describe("readIndicators", () => {
  test("reads every part of an indicator, in rows of their own too", () => {
    const { indicators, ledger } = ofForm("indicator-rows");
    const [first, second] = indicators;
    expect(first).toMatchObject({
      name: "補助件数",
      unit: "件",
      kind: "活動",
      source: "課の集計",
      improvement: "上向き",
    });
    expect(second).toMatchObject({
      row: first!.row + 1,
      measure: first!.measure,
      name: "住宅用太陽光発電の設備容量",
      kind: "成果",
      improvementBy: "column",
      base: { year: 2020, column: 3 + 9, value: { value: 5200 } },
    });
    expect(second!.targets.map(({ year, value }) => [year, value.kind === "number" && value.value])).toEqual([
      [2023, 6800],
      [2024, 7300],
    ]);
    const emissions = indicators.find(({ name }) => name.startsWith("家庭１世帯"))!;
    expect(emissions.improvement).toBe("下向き");
    expect(actualOf(emissions, ledger.year!.year)!.value).toEqual({ kind: "text", text: "未集計" });
    expect(emissions.rates[0]!.value).toEqual({ kind: "text", text: "－" });
  });

  test("reads indicators side by side with the kind of their band", () => {
    const { indicators } = ofForm("cost-by-year");
    expect(indicators.slice(0, 2).map(({ name, kind, unit, group }) => [name, kind, unit, group])).toEqual([
      ["研修の実施回数", "活動", "回", 1],
      ["新規漁業就業者数", "成果", "人", 2],
    ]);
  });

  test("takes the direction from the column, from an arrow, or marks it as inferred from base and final target", () => {
    expect(ofForm("two-row-header").indicators.find(({ name }) => name === "利用できなかった件数")).toMatchObject({
      improvement: "下向き",
      improvementBy: "arrow",
    });
    const { indicators } = ofForm("plan-progress-letters");
    const byName = (name: string) => indicators.find((one) => one.name === name);
    expect(byName("待機児童数")).toMatchObject({ improvement: "下向き", improvementBy: "inferred" });
    expect(byName("会員数")).toMatchObject({ improvement: "上向き", improvementBy: "inferred" });
    // Base and target alike, or no base: nothing says it.
    expect(byName("休日診療の実施日数")).toMatchObject({ improvement: "", improvementBy: "none" });
    expect(byName("授業で毎日端末を使う学級の割合")).toMatchObject({ improvement: "", improvementBy: "none" });
  });

  test("finds target and actual of the report's year, and what stands for them where that year has none", () => {
    const { indicators } = ofForm("kpi-by-year");
    const [first] = indicators;
    expect(targetOf(first!, 2021)).toMatchObject({ year: 2021, value: { value: 46 } });
    expect(actualOf(first!, 2021)).toMatchObject({ year: 2021, value: { value: 45 } });
    // After the last year: the last; before the first: the first target to come, and no actual value yet.
    expect(actualOf(first!, 2030)).toMatchObject({ year: 2024 });
    expect(targetOf(first!, 2030)).toMatchObject({ year: 2024 });
    expect(targetOf(first!, 2019)).toMatchObject({ year: 2020 });
    expect(actualOf(first!, 2019)).toBeUndefined();
    const previous = ofForm("previous-year-and-trend").indicators[0]!;
    expect(actualOf(previous, 2024)).toMatchObject({ year: null, value: { text: "520m", unit: "m" } });
    expect(previous.unit).toBe("m");
  });
});
