import { describe, expect, test } from "vitest";
import { ledgerSheets, ownSheets, parseRecord } from "../../src/ledger/own-sheets";
import type { SheetSource } from "../../src/ledger/source";
import { recordSheet, sheet, workbook } from "../fixtures/sheets";

const REMOVED = "取り消し";
const named = (...names: string[]): SheetSource[] => names.map((name) => sheet(name, []));

/** What the record with these entries says of a workbook with these sheets: 「実行 シート」, 「実行 シート -」 for one taken back. */
function own(entries: readonly string[], ...names: string[]): ReturnType<typeof ownSheets> {
  const record = recordSheet(
    entries.map((entry) => {
      const [run = "", name = "", removed] = entry.split(" ");
      return { run, sheet: name, ...(removed === undefined ? {} : { operation: REMOVED }) };
    }),
  );
  return ownSheets(workbook([...named(...names), record]));
}

describe("ownSheets", () => {
  test("none before any run", () => {
    expect(ownSheets(workbook(named("台帳", "集計")))).toEqual({
      record: null,
      made: new Map(),
      latest: null,
      checkRecord: "検査記録",
    });
    expect(own([], "台帳", "集計")).toMatchObject({ made: new Map(), latest: null });
  });

  test("what was made and still is there, with its latest entry", () => {
    const { made, latest } = own(["a 集計", "a 評価", "b 集計", "b 概要"], "台帳", "集計", "評価");
    expect([...made].map(([name, { run }]) => [name, run])).toEqual([
      ["集計", "b"],
      ["評価", "a"],
    ]);
    expect(latest).toEqual({ run: "b", sheets: ["集計"] });
  });

  test("not what was taken back, until it is made again", () => {
    const taken = own(["a 集計", "b 評価", "c 評価 -"], "集計", "評価");
    expect([...taken.made.keys()]).toEqual(["集計"]);
    expect(taken.latest).toEqual({ run: "a", sheets: ["集計"] });
    expect(own(["a 集計", "b 集計 -", "c 集計"], "集計").latest).toEqual({ run: "c", sheets: ["集計"] });
    expect(own(["a 集計", "b 集計 -"], "集計")).toMatchObject({ made: new Map(), latest: null });
  });

  test("the latest run's sheets in the order they were made, whatever an earlier one made", () => {
    expect(own(["a 評価", "b 集計", "b 評価"], "評価", "集計").latest?.sheets).toEqual(["集計", "評価"]);
  });

  test("the record under its second name, where a sheet of the user's has the first", () => {
    const entries = [{ run: "a", sheet: "集計" }];
    const second = recordSheet(entries, "作成記録 (2)");
    const { record, made } = ownSheets(workbook([sheet("作成記録", [["自作"]]), second, ...named("集計")]));
    expect(record?.sheet).toBe("作成記録 (2)");
    expect([...made.keys()]).toEqual(["集計"]);
    const third = recordSheet(entries, "作成記録 (3)");
    expect(ownSheets(workbook([third, ...named("集計")])).record).toBeNull();
    expect(ownSheets(workbook([recordSheet([]), second])).record?.sheet).toBe("作成記録");
  });

  test("the sheet of the latest check record", () => {
    const at = (...sheets: string[]): string =>
      ownSheets(
        workbook([
          ...named("検査記録", "検査記録 (2)", "検査記録の控え"),
          recordSheet(sheets.map((name, run) => ({ run: String(run), sheet: name }))),
        ]),
      ).checkRecord;
    expect(at("検査記録", "検査記録 (2)")).toBe("検査記録 (2)");
    expect(at("検査記録 (2)", "検査記録")).toBe("検査記録");
    expect(at("検査記録", "検査記録 (3)", "検査記録の控え", "提出用")).toBe("検査記録");
  });
});

describe("ledgerSheets", () => {
  test("are all sheets in order but 設定, 分野, 計画, the record and what was made", () => {
    const record = recordSheet([
      { run: "a", sheet: "集計" },
      { run: "a", sheet: "無い" },
    ]);
    const book = workbook([...named("メモ", "設定", "集計", "台帳", "分野", "計画", "作成記録 (2)"), record], ["メモ"]);
    expect(ledgerSheets(book).map(({ name, visible }) => [name, visible])).toEqual([
      ["メモ", false],
      ["台帳", true],
      ["作成記録 (2)", true],
    ]);
  });
});

describe("parseRecord", () => {
  test("wherever it stands on its sheet, with columns of somebody else's between its own", () => {
    const { values } = recordSheet([{ run: "a", sheet: "集計" }]);
    const widened = values.map((cells) => [...cells.slice(0, 2), "済", ...cells.slice(2)]);
    const record = parseRecord(sheet("作成記録", widened, { row: 4, column: 2 }));
    expect(record).toMatchObject({ sheet: "作成記録", entries: [{ run: "a", sheet: "集計" }] });
    expect(record?.columns).toEqual({
      at: 2,
      operation: 3,
      sheet: 5,
      ledger: 6,
      ledgerFingerprint: 7,
      contentFingerprint: 8,
      version: 9,
      run: 10,
      unused: 11,
    });
  });

  test("as earlier versions wrote it, without a column for what was not used", () => {
    const { values } = recordSheet([{ run: "a", sheet: "集計" }]);
    const record = parseRecord(sheet("作成記録", values.map((cells) => cells.slice(0, 8)))); // prettier-ignore
    expect(record?.columns).not.toHaveProperty("unused");
    expect(record?.entries).toEqual([expect.not.objectContaining({ unused: expect.anything() as unknown })]);
  });

  test("passes over rows without a sheet or a run, such as what people type below", () => {
    const rows = recordSheet([
      { run: "a", sheet: "集計" },
      { run: "", sheet: "評価" },
      { run: "b", sheet: "" },
    ]);
    const noted = sheet("作成記録", [...rows.values, ["課内の覚え書き"]]);
    expect(parseRecord(noted)?.entries.map(({ run }) => run)).toEqual(["a"]);
  });

  test("null for a missing sheet, and for one that lacks one of the columns", () => {
    expect(parseRecord(undefined)).toBeNull();
    const { values } = recordSheet([{ run: "a", sheet: "集計" }]);
    for (let column = 0; column < 8; column++) {
      const narrowed = values.map((cells) => cells.filter((_cell, at) => at !== column));
      expect(parseRecord(sheet("作成記録", narrowed))).toBeNull();
    }
  });
});
