import { describe, expect, test } from "vitest";
import { formReport, formsWith, reportOf, shownRows, textsOf } from "./form-report";

const COMPARED = formsWith("review").concat(formsWith("status").filter(({ family }) => /years/.test(family)));

describe.each(COMPARED.filter((one, at) => COMPARED.indexOf(one) === at))("評価の比較 of $family", ({ form }) => {
  test("sets every other evaluation that is filled beside the status that counts", () => {
    const { sheets, ledger } = formReport(form, ["reviews"]);
    const others = ledger.headers.filter(
      ({ key, column }) =>
        (key === "review" || key === "status") &&
        column !== ledger.columns.status &&
        ledger.measures.some(({ row }) => form.rows[row]![column] !== ""),
    );
    expect(others.length).toBeGreaterThan(0);
    const totals = shownRows(sheets[0]!).filter((row) => row[0] === "計");
    expect(totals).toHaveLength(others.length);
    for (const row of totals) expect(row).toContain(ledger.measures.length);
  });
});

describe("評価の比較", () => {
  const HEADER = ["分野", "施策", "一次評価", "最終評価"];

  test("lists what is judged differently, not what one of both does not judge", () => {
    const rows = [
      HEADER,
      ["福祉", "相談", "A", "A"],
      ["福祉", "配食", "B", "A"],
      ["福祉", "見守り", "－", "A"],
      ["福祉", "訪問", "", "B"],
    ];
    const [sheet] = reportOf(rows, ["A", "B"], { parts: ["reviews"] }).sheets;
    const shown = shownRows(sheet!);
    expect(shown.filter((row) => String(row[row.length - 1]).includes("→") && row.length > 1)).toEqual([
      ["配食", "B → A"],
    ]);
    expect(textsOf(sheet!)).toContain("一次評価と最終評価が異なるもの（1項目");
  });

  test("only sets side by side what is judged in other words", () => {
    const rows = [
      ["分野", "施策", "一次評価", "最終評価"],
      ["福祉", "相談", "Ⅰ", "A"],
      ["福祉", "配食", "Ⅱ", "B"],
    ];
    const [sheet] = reportOf(rows, ["A", "B"], { parts: ["reviews"] }).sheets;
    expect(textsOf(sheet!)).toContain("区分が異なるため");
    expect(textsOf(sheet!)).not.toContain("異なるもの（");
  });

  test("is not made where there is one evaluation only", () => {
    const rows = [["分野", "施策", "状況"], ["福祉", "相談", "達成"]]; // prettier-ignore
    expect(reportOf(rows, ["達成"], { parts: ["reviews"] })).toMatchObject({ sheets: [], absent: ["reviews"] });
  });
});
