import { describe, expect, it } from "vitest";
import { fieldSheetNames } from "../../src/report/sheet-names";
import { sampleTally } from "../narrative/sample";

const [field] = sampleTally().fields;
const named = (...names: readonly string[]) => names.map((name) => ({ ...field!, name, shortName: name }));

describe("names of field sheets", () => {
  it("are numbered and short", () => {
    const fields = [{ ...field!, shortName: "行政サービス" }, ...named("情報通信基盤の整備")];
    expect(fieldSheetNames({ fields, fieldWord: "分野" }, [])).toEqual([
      "分野1 行政サービス",
      "分野2 情報通信基盤の整備",
    ]);
  });

  it("are valid in Excel whatever the field is called", () => {
    const odd = ["A/B:C*?[D]\\", "'引用'", "長".repeat(60), "𠮷".repeat(40), "改\n行\tと\u0007", "", " ", "History"];
    const names = fieldSheetNames({ fields: named(...odd), fieldWord: "分野" }, []);
    for (const name of names) {
      expect(name.length).toBeLessThanOrEqual(31);
      expect(name).not.toMatch(/[\\/?*:[\]\u0000-\u001f]|^'|'$/);
      expect(name).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
    }
    expect(names[0]).toBe("分野1 A／B：C＊？［D］＼");
    expect(names[2]).toMatch(/^分野3 長+…$/);
    expect(names[5]).toBe("分野6 （分野の記載なし）");
  });

  it("are unlike each other and what is taken, without regard to case and width", () => {
    expect(
      fieldSheetNames({ fields: named("集計", "甲"), fieldWord: "分野" }, ["集計", "分野１　集計", "分野2 甲"]),
    ).toEqual(["分野1 集計 (2)", "分野2 甲 (2)"]);
  });
});
