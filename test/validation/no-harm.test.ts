import { describe, expect, it, test } from "vitest";
import type { CellValue } from "../../src/cells/cell";
import { check, places, type Book } from "./check-rows";

const HEADER = ["分野", "施策", "状況", "担当課", "予算額（千円）"];
const NAMES = [
  "窓口の案内",
  "図書の貸出",
  "学校の耐震",
  "公園の清掃",
  "道路の補修",
  "税の相談",
  "広報の配布",
  "健診の周知",
];

/** A ledger of eight measures that nothing is wrong with, to be changed. */
function ledger(change: (rows: CellValue[][]) => void = () => undefined): CellValue[][] {
  const rows: CellValue[][] = [
    [...HEADER],
    ...NAMES.map((name, at) => [at < 4 ? "福祉の充実" : "防災の強化", name, "達成", "総務課", 100 + at]),
  ];
  change(rows);
  return rows;
}

function found(rows: CellValue[][], more: Partial<Book> = {}): string[] {
  return places(check({ ledger: rows, ...more }));
}

describe("formulas whose results were never stored", () => {
  const formulas = Object.fromEntries(NAMES.map((_, at) => [`${at + 1},3`, `=A${at + 2}`]));

  it("make no blank column, but one without header", () => {
    const rows = ledger((all) => {
      all.forEach((row) => row.splice(3, 0, ""));
    });
    expect(found(rows, { formulas })).toEqual(["header-blank D1"]);
  });

  it("are one finding each where they stand for the status", () => {
    const rows = ledger((all) => {
      all.slice(1).forEach((row) => (row[2] = ""));
    });
    const status = Object.fromEntries(NAMES.map((_, at) => [`${at + 1},2`, `=X${at + 2}`]));
    expect(found(rows, { formulas: status })).toEqual(NAMES.map((_, at) => `status-formula C${at + 2}`));
  });
});

test.each<[string, CellValue[]]>([
  ["units", ["", "", "", "", "（千円）"]],
  ["hints in brackets", ["（選択）", "（名称）", "（選択）", "", "（千円）"]],
  ["what must be filled in", ["必須", "必須", "必須", "任意", "任意"]],
  ["how to fill it in", ["", "", "リストから選択", "", "半角数字で入力"]],
  ["the header in English", ["Field", "Measure", "Status", "Department", "Budget"]],
])("a second header row with %s is no note and no measure", (_, row) => {
  expect(found(ledger((all) => all.splice(1, 0, row)))).toEqual([]);
});

test("a word that means the like of a status is offered, not ordered", () => {
  const [finding] = check({ ledger: ledger((all) => (all[3]![2] = "完了")) });
  expect(finding).toMatchObject({ rule: "status-unknown", cell: "C4", fix: "choose" });
  expect(finding!.choices.map(({ label }) => label)).toEqual(["達成"]);
  expect(finding!.message).toBe(
    "「完了」は状況区分にありません。「達成」のことなら直し、別の区分なら設定シートの状況区分に加えてください。",
  );
});

describe("one cause is one finding", () => {
  test.each([0, 1, 2, 3, 4])("an error value in column %i", (column) => {
    const fields = [["分野"], ["福祉の充実"], ["防災の強化"]];
    const rows = ledger((all) => (all[3]![column] = "#DIV/0!"));
    expect(found(rows, { fields })).toEqual([`value-error ${"ABCDE"[column]!}4`]);
  });

  test.each([0, 1, 2, 4])("cells merged in column %i", (column) => {
    const rows = ledger((all) => {
      for (const row of [3, 4]) all[row]![column] = "";
      all[6]![4] = 0;
    });
    const merged = { row: 2, column, rows: 3, columns: 1 };
    const letter = "ABCDE"[column]!;
    expect(found(rows, { structure: { mergedAreas: [merged] } })).toEqual([`cells-merged ${letter}3:${letter}5`]);
  });

  it("half-width kana in place of a status", () => {
    expect(found(ledger((all) => (all[3]![2] = "ﾀｯｾｲ")))).toEqual(["status-unknown C4"]);
  });

  it("a date that no calendar has", () => {
    const rows = ledger((all) => {
      all.forEach((row, at) => row.push(at === 0 ? "完了日" : at === 3 ? "2026/2/30" : `令和8年3月${at}日`));
    });
    expect(found(rows)).toEqual(["date-impossible F4"]);
  });
});

describe("names that are right beside one another", () => {
  it("one name in several departments", () => {
    const rows = ledger((all) => {
      for (const [at, department] of ["総務課", "企画課", "税務課"].entries()) {
        all[at + 1]![1] = "職員研修の実施";
        all[at + 1]![3] = department;
      }
    });
    expect(found(rows)).toEqual([]);
    rows[4]![1] = "職員研修の実施";
    expect(found(rows)).toEqual(["measure-duplicate B5"]);
  });

  test.each([
    ["農業振興", "産業振興"],
    ["農業の振興", "産業の振興"],
    ["学校教育の充実", "学校保育の充実"],
  ])("the fields %s and %s", (one, other) => {
    const rows = ledger((all) => {
      all.slice(1).forEach((row, at) => (row[0] = at < 4 ? one : other));
    });
    expect(found(rows)).toEqual([]);
    for (const row of rows.slice(2, 5)) row[0] = other;
    expect(found(rows)).toEqual([]);
  });

  it("but a slip in one of many is still found", () => {
    expect(found(ledger((all) => (all[4]![0] = "福社の充実")))).toEqual(["field-similar A5"]);
  });
});

describe("a status with something around it", () => {
  test.each([
    "達成。",
    "達成※",
    "達成※1",
    "達成（※）",
    "達成 注1",
    "達成（注1）",
    "'達成",
    "・達成",
    "達成1)",
    "ﾀｯｾｲ",
    "たっせい",
  ])("%s: the status is offered", (text) => {
    const [finding, ...others] = check({ ledger: ledger((all) => (all[3]![2] = text)) });
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ rule: "status-unknown", cell: "C4" });
    expect(finding!.choices.map(({ label }) => label)).toEqual(["達成"]);
  });

  it("a note mark alone is offered nothing", () => {
    const [finding] = check({ ledger: ledger((all) => (all[3]![2] = "注1")) });
    expect(finding).toMatchObject({ rule: "status-unknown", cell: "C4", choices: [] });
  });
});
