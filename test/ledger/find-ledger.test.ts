import { describe, expect, test } from "vitest";
import { findLedger } from "../../src/ledger/find-ledger";
import { sampleLedger } from "../fixtures/sample-ledger";
import { recordSheet, sheet, workbook } from "../fixtures/sheets";

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

  test.each(["設定", "分野", "計画"])("never %s", (name) => {
    expect(findLedger(workbook([likeALedger(name), sampleLedger("台帳")])).source?.name).toBe("台帳");
  });

  test("never a sheet that 作成記録 lists, though the ledger it was made from is listed too", () => {
    const record = recordSheet([{ run: "a", sheet: "提出用", ledger: "台帳" }]);
    const book = workbook([sampleLedger("台帳"), sampleLedger("提出用"), record]);
    expect(findLedger(book).source?.name).toBe("台帳");
  });

  test("a sheet with the name of one that was made and taken back", () => {
    const made = { run: "a", sheet: "提出用" };
    const record = recordSheet([made, { ...made, run: "b", operation: "取り消し" }]);
    expect(findLedger(workbook([sampleLedger("提出用"), record])).source?.name).toBe("提出用");
  });

  test("a sheet of the user's that is called 作成記録, where the record stands on another", () => {
    const record = recordSheet([{ run: "a", sheet: "提出用" }], "作成記録 (2)");
    const book = workbook([sampleLedger("作成記録"), sampleLedger("提出用"), record]);
    expect(findLedger(book).source?.name).toBe("作成記録");
  });

  test("two candidates are ambiguous, even where one is active", () => {
    expect(findLedger(workbook([sampleLedger("R6"), sampleLedger("R7"), notes]))).toEqual({
      problem: { kind: "ambiguous", sheets: ["R6", "R7"], sameHeader: true },
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
