import { describe, expect, it } from "vitest";
import type { CellValue } from "../../src/cells/cell";
import { readLedger } from "../../src/ledger/read-ledger";
import { DEFAULT_SETTINGS } from "../../src/ledger/settings";
import { valueEdits, valueLists } from "../../src/validation/value-lists";
import { sheetOf } from "./check-rows";

const ROWS: CellValue[][] = [
  ["分野", "施策", "事業", "状況", "担当課"],
  ["福祉", "見守り", "訪問", "達成", "高齢課"],
  ["福祉", "見守り", "電話", "たっせい", "高齢課"],
  ["福 祉", "見守り", "配食", "達成", "高齢課"],
  ["教育", "学校", "給食", "", "学校課"],
  ["教育", "学校", "図書", "未達成 ", "学校課"],
];
const FIELDS = ["福祉", "教育"].map((name) => ({ name, shortName: "", goals: [], results: [] }));

describe("the values of a column", () => {
  const source = sheetOf("台帳", ROWS);
  const { ledger } = readLedger(source, { statuses: DEFAULT_SETTINGS.statuses, fieldOrder: FIELDS });
  const lists = valueLists(source, ledger!, DEFAULT_SETTINGS, FIELDS);
  const listOf = (key: string) => lists.find((one) => one.key === key)!;

  it("are listed for the columns whose values come again", () => {
    expect(lists.map(({ key, header }) => [key, header])).toEqual([
      ["status", "状況"],
      ["field", "分野"],
      ["policy", "施策"],
      ["department", "担当課"],
    ]);
  });

  it("say what each was taken for, what wants a look first", () => {
    expect(listOf("status").entries).toEqual([
      { text: "たっせい", rows: [2], takenAs: null, isKnown: false },
      { text: "", rows: [4], takenAs: null, isKnown: false },
      { text: "未達成 ", rows: [5], takenAs: "未達成", isKnown: false },
      { text: "達成", rows: [1, 3], takenAs: "達成", isKnown: true },
    ]);
    expect(listOf("status").known).toEqual(["達成", "未達成", "中止"]);
    expect(listOf("department").entries.every(({ isKnown }) => isKnown)).toBe(true);
  });

  it("are changed in all their cells at once", () => {
    const list = listOf("field");
    const entry = list.entries.find(({ text }) => text === "福 祉")!;
    expect(valueEdits(source, list, entry, "福祉")).toEqual([
      { sheet: "台帳", row: 3, column: 0, before: "福 祉", after: "福祉" },
    ]);
  });

  it("are no list where they are all different, nor where only the first of a group is written", () => {
    const names: CellValue[][] = Array.from({ length: 300 }, (_, at) => ["甲", `施策${at}`, `事業${at}`, "達成", "課"]);
    const many = sheetOf("台帳", [ROWS[0]!, ...names]);
    const read = readLedger(many, { statuses: DEFAULT_SETTINGS.statuses, fieldOrder: [] });
    const keys = valueLists(many, read.ledger!, DEFAULT_SETTINGS, []).map(({ key }) => key);
    expect(keys).toEqual(["status", "field", "department"]);
  });
});
