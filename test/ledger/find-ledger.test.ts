import { describe, expect, test } from "vitest";
import { findLedger, madeSheets } from "../../src/ledger/find-ledger";
import { sampleLedger } from "../fixtures/sample-ledger";
import { sheet, workbook } from "../fixtures/sheets";

const notes = sheet("メモ", [["会議の予定"], ["4月"]]);
const settings = sheet("設定", [
  ["区分", "達成とみなす"],
  ["達成", "○"],
]);

/** A sheet with a ledger's header that the product keeps for itself. */
const likeALedger = (name: string) => sampleLedger(name);

describe("findLedger", () => {
  test("the one sheet with a ledger's header, whatever it is called and wherever it stands", () => {
    expect(findLedger(workbook([notes, settings, sampleLedger("R7進捗")])).source?.name).toBe("R7進捗");
  });

  test.each(["設定", "分野", "計画", "作成記録"])("never %s", (name) => {
    expect(findLedger(workbook([likeALedger(name), sampleLedger("台帳")])).source?.name).toBe("台帳");
  });

  test("never a sheet that 作成記録 lists, though the ledger it was made from is listed too", () => {
    const record = sheet("作成記録", [
      ["作成記録"],
      ["日時", "シート", "台帳"],
      ["2026-04-01", "提出用", "台帳"],
      ["2026-04-01", "検査結果", "台帳"],
    ]);
    const book = workbook([sampleLedger("台帳"), sampleLedger("提出用"), record]);
    expect([...madeSheets(book)]).toEqual(["提出用", "検査結果"]);
    expect(findLedger(book).source?.name).toBe("台帳");
  });

  test("two candidates are ambiguous, even where one is active", () => {
    expect(findLedger(workbook([sampleLedger("R6"), sampleLedger("R7"), notes]))).toEqual({
      problem: { kind: "ambiguous", sheets: ["R6", "R7"] },
    });
  });

  test("a hidden or empty one does not stand in the way", () => {
    const empty = sheet("様式", [sampleLedger().values[0] ?? []]);
    expect(findLedger(workbook([sampleLedger("R6"), sampleLedger("R7")], ["R6"])).source?.name).toBe("R7");
    expect(findLedger(workbook([empty, sampleLedger("R7")])).source?.name).toBe("R7");
    expect(findLedger(workbook([empty, notes])).source?.name).toBe("様式");
    expect(findLedger(workbook([sampleLedger("R6"), notes], ["R6"])).source?.name).toBe("R6");
  });

  test("no candidate", () => {
    const plan = sheet("計画書", [["はじめに"]]);
    expect(findLedger(workbook([notes, plan, settings]))).toEqual({
      problem: { kind: "no-ledger", sheets: ["メモ", "計画書"] },
    });
    // A single sheet is handed on, so that the reader can say what it lacks.
    expect(findLedger(workbook([notes, settings])).source?.name).toBe("メモ");
    expect(findLedger(workbook([settings]))).toEqual({ problem: { kind: "no-ledger", sheets: [] } });
  });

  test("by name, as Excel compares names", () => {
    const book = workbook([notes, sampleLedger("Ledger")]);
    expect(findLedger(book, "ledger").source?.name).toBe("Ledger");
    expect(findLedger(book, "メモ").source?.name).toBe("メモ");
    expect(findLedger(book, "無い")).toEqual({
      problem: { kind: "no-such-sheet", sheet: "無い", sheets: ["メモ", "Ledger"] },
    });
  });

  test("with columns chosen by hand", () => {
    const own = sheet(
      "一覧",
      [
        ["区域", "内容", "判定"],
        ["福祉", "甲", "中止"],
      ],
      { column: 1 },
    );
    expect(
      findLedger(workbook([notes, own, sheet("別表", [["x"]])]), undefined, { field: 1, measure: 2, status: 3 }),
    ).toMatchObject({
      source: { name: "一覧" },
    });
  });
});
