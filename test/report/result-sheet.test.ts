import { describe, expect, test } from "vitest";
import { formReport, formsWith, reportOf, textsOf } from "./form-report";

const squeezed = (text: string) => text.replace(/\s/g, "");

describe.each(formsWith("result", "issue", "next"))("取組実績 of $family", ({ form }) => {
  test("tells every text of the report's year, whole", () => {
    const { sheets, ledger } = formReport(form, ["results"]);
    const told = squeezed(textsOf(sheets[0]!));
    for (const { key, year, column } of ledger.headers) {
      if (!["result", "reason", "issue", "next"].includes(key ?? "") || (year ?? Infinity) < ledger.year!.year)
        continue;
      for (const { row } of ledger.measures) expect(told).toContain(squeezed(String(form.rows[row]![column])));
    }
    for (const { name } of ledger.measures) expect(told).toContain(squeezed(name));
  });
});

describe("取組実績", () => {
  const HEADER = ["分野", "施策", "状況", "実績", "課題"];

  test("is a table where texts are short and a card a measure where one is long", () => {
    const long = "窓口に相談員を置き、月に二回の相談会を開いた。".repeat(20);
    const made = (text: string) =>
      reportOf([HEADER, ["福祉", "相談", "達成", text, "相談員の確保"]], ["達成"], { parts: ["results"] }).sheets[0]!;
    expect(textsOf(made("相談会を開いた。"))).toContain("施策\n状況\n実績\n課題");
    const cards = made(long);
    expect(squeezed(textsOf(cards))).toContain(long);
    expect(Math.max(...cards.rowHeights.map(({ height }) => height))).toBeLessThan(31);
  });

  test("breaks a text that is longer than a page over pages", () => {
    const long = "相談会を開いた。\n".repeat(150);
    const [cards] = reportOf([HEADER, ["福祉", "相談", "達成", long, ""]], ["達成"], { parts: ["results"] }).sheets;
    expect(cards!.page.breaksBefore!.length).toBeGreaterThan(1);
  });

  test("is not made of reasons alone, which stand in the sheets of the fields", () => {
    const rows = [["分野", "施策", "状況", "理由"], ["福祉", "相談", "中止", "人員の不足"]]; // prettier-ignore
    expect(reportOf(rows, ["達成", "中止"], { parts: ["results"] })).toMatchObject({ sheets: [], absent: ["results"] });
  });
});
