import { describe, expect, test } from "vitest";
import { formReport, formsWith, gridOf, lettersOf, reportOf, shownRows, textsOf, valueOf } from "./form-report";

describe.each(formsWith("budget", "settled"))("予算・決算 of $family", ({ form }) => {
  test("adds up every column for each field and for all", () => {
    const { sheets, ledger } = formReport(form, ["money"]);
    const columns = [...lettersOf(form, "budget"), ...lettersOf(form, "settled")];
    const amount = (row: number, column: number) => Number(String(form.rows[row]![column]).replace(/,|千円$/g, ""));
    const sums = (rows: readonly number[]) =>
      columns.map((column) => rows.reduce((sum, row) => sum + (amount(row, column) || 0), 0));
    const shown = shownRows(sheets[0]!);
    const rowNamed = (name: string) =>
      shown.find(([label]) => label === name)!.filter((one) => typeof one === "number");
    const sorted = (numbers: readonly unknown[]) => [...numbers].map(Number).sort((a, b) => a - b);
    const all = rowNamed("計");
    for (const sum of sums(ledger.measures.map(({ row }) => row))) expect(all).toContain(sum);
    for (const field of ledger.fields) {
      const rows = ledger.measures.filter((measure) => measure.field === field).map(({ row }) => row);
      const found = sorted(rowNamed(field));
      for (const sum of sums(rows)) expect(found).toContain(sum);
    }
  });
});

describe("予算・決算", () => {
  const HEADER = ["分野", "施策", "R6予算額（千円）", "R6決算額（千円）", "状況"];

  test("neither adds nor reckons with what is no number, and names it", () => {
    const rows = [
      HEADER,
      ["福祉", "相談", 200, 150, "達成"],
      ["福祉", "配食", 100, "未確定", "達成"],
      ["行政", "窓口", "1,000千円", 500, "達成"],
      ["行政", "研修", "1百万円", 0, "達成"],
    ];
    const [sheet] = reportOf(rows, ["達成"], { parts: ["money"] }).sheets;
    const shown = shownRows(sheet!);
    expect(shown).toContainEqual(["福祉", 300, 150, "－"]);
    expect(shown).toContainEqual(["　相談", 200, 150, 75]);
    expect(shown).toContainEqual(["　配食", 100, "未確定", "－"]);
    expect(shown).toContainEqual(["　窓口", 1000, 500, 50]);
    expect(shown).toContainEqual(["　研修", "1百万円", 0, "－"]);
    expect(shown).toContainEqual(["計", 1300, 650, "－"]);
    expect(textsOf(sheet!).replace(/\s/g, "")).toContain("2欄は合計に含めていません（D3「未確定」、C5「1百万円」）");
  });

  test("refers to the ledger's numbers and adds up its own rows", () => {
    const rows = [HEADER, ["福祉", "相談", 200, 150, "達成"], ["福祉", "配食", 100, 50, "達成"]]; // prettier-ignore
    const [sheet] = reportOf(rows, ["達成"], { parts: ["money"] }).sheets;
    const cells = gridOf(sheet!);
    const field = cells.findIndex((row) => row[0] === "福祉");
    expect(cells[field]!.slice(1, 4)).toEqual([
      { formula: `=SUM(B${field + 2}:B${field + 3})`, value: 300 },
      { formula: `=SUM(C${field + 2}:C${field + 3})`, value: 200 },
      { formula: `=IF(B${field + 1}=0,"－",ROUND(C${field + 1}*100/B${field + 1},1))`, value: 66.7 },
    ]);
    expect(cells[field + 1]![1]).toEqual({ formula: "='台帳'!C2", value: 200 });
    expect(cells[field + 3]!.map(valueOf)).toEqual(["計", 300, 200, 66.7]);
  });

  test("leaves out re-listed measures where they are not counted", () => {
    const rows = [[...HEADER, "再掲"], ["福祉", "相談", 200, 150, "達成", ""], ["福祉", "窓口", 9, 9, "達成", "○"]]; // prettier-ignore
    const of = (relisted: "include" | "exclude") =>
      shownRows(reportOf(rows, ["達成"], { parts: ["money"], settings: { relisted } }).sheets[0]!).find(
        ([label]) => label === "計",
      );
    expect([of("include"), of("exclude")]).toEqual([
      ["計", 209, 159, 76.1],
      ["計", 200, 150, 75],
    ]);
  });
});
