import { BOOKLET_PARTS } from "../../src/report/booklet/parts";
import { describe, expect, test } from "vitest";
import { headerOf } from "../../src/ledger/columns";
import type { ColumnKey } from "../../src/ledger/ledger";
import { ja } from "../../src/messages/ja";
import { LEDGER_PARTS, partsFor, REPORT_PARTS, type ReportPart } from "../../src/report/parts";
import { isNeverPrinted } from "../../src/report/never-printed";
import { FORMS } from "../fixtures/ledgers";
import { formReport, reportOf } from "./form-report";

/* Short words under such a header would be a direction. */
const LONG = "説明会を開き、地域の団体とともに進めていく予定である。その";

describe("the columns that nothing prints", () => {
  const rows = [
    ["番号", "分野", "施策", "状況", "理由", "担当課", "実績", "電話番号"],
    [1, "福祉", "相談", "中止", "人員の不足", "福祉課", "相談会を開いた。", "0120"],
  ];
  const unused = (...parts: ReportPart[]) => reportOf(rows, ["達成", "中止"], { parts }).unused.map(({ text }) => text);

  test("follow from the parts that are made", () => {
    expect(unused("summary")).toEqual(["理由", "担当課", "実績", "電話番号"]);
    expect(unused("fields")).toEqual(["担当課", "実績", "電話番号"]);
    expect(unused("fields", "departments")).toEqual(["実績", "電話番号"]);
    expect(unused("summary", "results")).toEqual(["電話番号"]);
  });

  test.each((Object.keys(ja.pane.ledger.columnNames) as ColumnKey[]).filter((key) => key !== "review"))(
    "are known by their kind before anything is made: %s",
    (key) => {
      const header = headerOf(key);
      const isNumber = ["number", "base", "target", "actual", "rate", "budget", "settled"].includes(key);
      const ofIndicator = ["unit", "indicatorKind", "improvement", "source", "base", "target", "actual", "rate"];
      const others = ["分野", "施策", "個別事業", "状況", ...(ofIndicator.includes(key) ? ["指標"] : [])].filter(
        (other) => other !== header,
      );
      const cell = (column: string, at: number) =>
        column === "状況" ? (at === 1 ? "中止" : "達成") : `${column}の${["甲", "乙", "丙"][at]!}`;
      const read = reportOf(
        [
          [...others, header],
          ...[0, 1, 2].map((at) => [
            ...others.map((other) => cell(other, at)),
            isNumber ? 10 + at : key === "relisted" ? "" : key === "next" ? `${LONG}${at}` : cell(header, at),
          ]),
        ],
        ["達成", "中止"],
        { parts: REPORT_PARTS },
      );
      const reading = read.ledger.headers.find(({ text }) => text === header)!;
      expect(reading.key).toBe(key);
      expect(read.unused.includes(reading)).toBe(isNeverPrinted(reading));
    },
  );

  test("are named of former years too, where only the report's year is printed", () => {
    const years = [
      ["分野", "施策", "令和5年度の実績", "令和6年度の実績", "令和6年度の状況"],
      ["福祉", "相談", "相談会を二回開いた。", "相談会を三回開いた。", "達成"],
    ];
    const plan = reportOf(years, ["達成"], { parts: ["results"] });
    expect(plan.unused.map(({ text }) => text)).toEqual(["令和5年度の実績"]);
  });
});

describe.each(FORMS.filter(({ form }) => form.expected.asks === undefined))("a report of $family", ({ form }) => {
  test("has every part that its cells have something for, without being asked, and names the rest when asked", () => {
    const statuses = Object.keys(form.expected.statuses).filter(Boolean);
    const asked = formReport(form, LEDGER_PARTS);
    const usual = reportOf(form.rows, statuses);
    expect(usual.sheets.map(({ name }) => name)).toEqual(expect.arrayContaining(asked.sheets.map(({ name }) => name)));
    expect(usual.sheets.every(({ blocks }) => blocks.length > 0)).toBe(true);
    // What is offered can lack cells, but what has cells is offered.
    const offered = partsFor(asked.ledger.headers);
    for (const part of LEDGER_PARTS) if (!asked.absent.includes(part)) expect(offered).toContain(part);
    expect(REPORT_PARTS.filter((part) => !offered.includes(part))).toEqual(
      expect.not.arrayContaining(["summary", "fields"]),
    );
  });

  test("with the booklet has them as its annex, on the pages that its contents say", () => {
    const statuses = Object.keys(form.expected.statuses).filter(Boolean);
    const { sheets } = reportOf(form.rows, statuses, { parts: REPORT_PARTS, chapters: BOOKLET_PARTS });
    const annex = sheets.slice(
      sheets.findIndex(({ name }) => name === "集計"),
      -1,
    );
    annex.forEach(({ page }, at) => {
      const next = annex[at + 1];
      if (next === undefined) return;
      expect(next.page.firstPageNumber).toBe(page.firstPageNumber! + (page.breaksBefore?.length ?? 0) + 1);
    });
    const names = sheets.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const charts = sheets.flatMap((sheet) => sheet.charts.map(({ name }) => name));
    expect(new Set(charts).size).toBe(charts.length);
  });
});
