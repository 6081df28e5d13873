import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { CellValue } from "../../src/cells/cell";
import { check } from "./check-rows";

interface Sample {
  readonly sheets: readonly { readonly name: string; readonly rows: CellValue[][] }[];
}

const sample = JSON.parse(readFileSync(new URL("../../assets/sample-ledger.json", import.meta.url), "utf8")) as Sample;

function rowsOf(name: string): CellValue[][] {
  const rows = sample.sheets.find((sheet) => sheet.name === name)!.rows;
  const width = Math.max(...rows.map((row) => row.length));
  return rows.map((row) => [...row, ...new Array<CellValue>(width - row.length).fill("")]);
}

describe("the sample ledger", () => {
  it("can be submitted, with the one doubt that is right", () => {
    const findings = check({
      ledger: rowsOf("台帳"),
      settings: rowsOf("設定"),
      fields: rowsOf("分野"),
      plan: rowsOf("計画"),
    });
    // The published plan lists 健康管理システム更新 (field 3) again in field 5 as 健康管理システムの更新: a slip to ask about.
    expect(findings.map(({ rule, severity, cell, fix }) => ({ rule, severity, cell, fix }))).toEqual([
      { rule: "relisted-name", severity: "warning", cell: "G75", fix: "choose" },
    ]);
    expect(findings[0]?.message).toContain("健康管理システム更新");
    expect(findings[0]?.choices.map(({ edits }) => edits.map(({ row, after }) => [row, after]))).toEqual([
      [[74, "健康管理システム更新"]],
      [[35, "健康管理システムの更新"]],
    ]);
  });

  it("has one more remark on its own: without 計画 nothing says the reasons of 未達成 and 中止", () => {
    const findings = check({ ledger: rowsOf("台帳") });
    expect(findings.map(({ rule, severity, cell }) => [rule, severity, cell])).toEqual([
      ["reason-column", "info", "H3"],
      ["relisted-name", "warning", "G75"],
    ]);
  });
});
