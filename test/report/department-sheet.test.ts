import { describe, expect, test } from "vitest";
import { formReport, formsWith, gridOf, lettersOf, reportOf, shownRows, textsOf, valueOf } from "./form-report";

describe.each(formsWith("department"))("担当課別 of $family", ({ form }) => {
  const { sheets, ledger, unused } = formReport(form, ["departments"]);

  test("counts each measure once for each department that its cell names", () => {
    const column = ledger.columns.department!;
    expect(lettersOf(form, "department")).toContain(column);
    const expected = new Map<string, number>();
    for (const { row } of ledger.measures) {
      const cell = String(form.rows[row]![column]).trim();
      // No form writes a ・ within the name of a department.
      for (const name of cell === "" ? ["（"] : new Set(cell.split(/[、・\n/]/))) {
        expected.set(name, (expected.get(name) ?? 0) + 1);
      }
    }
    const rows = gridOf(sheets[0]!).map((row) => row.map(valueOf));
    const header = rows.findIndex((row) => row.includes("計"));
    const total = rows.findIndex((row, at) => at > header && row[1] === "計");
    const counted = rows.slice(header + 1, total);
    const at = rows[header]!.indexOf("計");
    const byName = new Map(counted.map((row) => [String(row[1]).replace(/^（.*の記載なし）$/, "（"), row[at]]));
    expect([...byName]).toEqual([...expected]);
    expect(rows[total]![at]).toBe(ledger.measures.length);
    expect(unused.map((one) => one.column)).not.toContain(column);
  });
});

describe("担当課別", () => {
  const HEADER = ["分野", "施策", "担当課", "状況"];

  test("says what the rows add up to where a cell names several departments", () => {
    const rows = [
      HEADER,
      ["福祉", "相談", "福祉課、健康課", "達成"],
      ["福祉", "配食", "福祉課\n健康課", "中止"],
      ["福祉", "見守り", "障がい・福祉課", "達成"],
      ["福祉", "訪問", "", "達成"],
    ];
    const [sheet] = reportOf(rows, ["達成", "中止"], { parts: ["departments"] }).sheets;
    const shown = shownRows(sheet!);
    expect(shown).toContainEqual(["福祉課", 1, 1, 2, 50]);
    expect(shown).toContainEqual(["健康課", 1, 1, 2, 50]);
    expect(shown).toContainEqual(["障がい・福祉課", 1, 0, 1, 100]);
    expect(shown).toContainEqual(["（担当課の記載なし）", 1, 0, 1, 100]);
    expect(shown).toContainEqual(["計", 3, 1, 4, 75]);
    expect(textsOf(sheet!)).toContain("複数の担当課が記載された2項目");
    const list = shown.slice(shown.findIndex(([text]) => text === "担当課別の一覧"));
    expect(list.filter(([name]) => name === "相談")).toHaveLength(2);
  });

  test("counts by formulas over the ledger where each cell names one department", () => {
    const rows = [HEADER, ["福祉", "相談", "福祉課", "達成"], ["福祉", "配食", "健康課", "中止"]]; // prettier-ignore
    const [sheet] = reportOf(rows, ["達成", "中止"], { parts: ["departments"] }).sheets;
    const formulas = gridOf(sheet!).flat().filter((cell) => typeof cell === "object" && cell !== null); // prettier-ignore
    expect(formulas).toContainEqual({
      formula: `=COUNTIFS('台帳'!$C$2:$C$3,"福祉課",'台帳'!$D$2:$D$3,"達成")`,
      value: 1,
    });
  });

  test("is not made of a column that is blank", () => {
    const { sheets, absent } = reportOf([HEADER, ["福祉", "相談", "", "達成"]], ["達成"], { parts: ["departments"] });
    expect([sheets, absent]).toEqual([[], ["departments"]]);
  });
});
