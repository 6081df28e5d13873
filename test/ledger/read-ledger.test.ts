import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CellValue } from "../../src/cells/cell";
import { readLedger, type LedgerContext } from "../../src/ledger/read-ledger";
import { DEFAULT_STATUSES } from "../../src/ledger/settings";
import type { SheetSource } from "../../src/ledger/source";
import { EXPECTED_FIELDS } from "../fixtures/expected-fields";
import { sampleLedger, SAMPLE_HEADER, SAMPLE_ROWS } from "../fixtures/sample-ledger";
import { sheet } from "../fixtures/sheets";

const PLAIN: LedgerContext = { statuses: DEFAULT_STATUSES, fieldOrder: [] };

function ledgerOf(source: SheetSource, context: Partial<LedgerContext> = {}) {
  const result = readLedger(source, { ...PLAIN, ...context });
  if (!result.ledger) throw new Error(JSON.stringify(result.problem));
  return result.ledger;
}

const HEADER = ["番号", "分野", "大項目", "施策", "個別事業", "状況", "再掲", "備考"];
const row = (number: CellValue, name: string, status = "達成", field = "福祉"): CellValue[] => [
  number,
  field,
  "大",
  "施",
  name,
  status,
  "",
  "",
];
const table = (...rows: CellValue[][]) => sheet("台帳", [HEADER, ...rows]);

describe("the sample ledger", () => {
  const ledger = ledgerOf(sampleLedger());

  test("98 measures in 8 fields in the plan's order", () => {
    expect(ledger.measures).toHaveLength(98);
    expect(ledger.fields).toEqual(EXPECTED_FIELDS.map(({ name }) => name));
    expect([ledger.headerRow, ledger.firstRow, ledger.lastRow]).toEqual([0, 1, 98]);
    expect(ledger.skipped).toEqual([]);
    expect(ledger.headers.map(({ text }) => text)).toEqual(SAMPLE_HEADER);
  });

  test("43 measures are the 施策 itself", () => {
    const policies = ledger.measures.filter(({ measure }) => measure === "");
    expect(policies).toHaveLength(43);
    expect(policies.every(({ name, policy }) => name === policy && name !== "")).toBe(true);
  });

  test("texts are what the cells show", () => {
    expect(ledger.measures[71]).toMatchObject({
      row: 72,
      number: "72",
      headingNumber: "1",
      name: "健康管理システムの更新",
      relisted: true,
      statusIndex: 0,
      fieldIndex: 4,
    });
  });
});

test("a ledger that begins elsewhere, below a title", () => {
  const source = sheet("表", [["計画"], [], ...sampleLedger().values], { row: 3, column: 2 });
  const ledger = ledgerOf(source);
  expect([ledger.headerRow, ledger.firstRow, ledger.lastRow]).toEqual([5, 6, 103]);
  expect(ledger.columns).toMatchObject({ number: 2, field: 3, status: 9, relisted: 10 });
  expect(ledger.measures[0]?.row).toBe(6);
});

describe("which rows are measures", () => {
  const kindsOf = (...rows: CellValue[][]) => {
    const ledger = ledgerOf(table(row(1, "甲"), ...rows, row(9, "乙")));
    return {
      measures: ledger.measures.map(({ name }) => name),
      skipped: ledger.skipped?.map(({ row: at, kind }) => [at, kind]),
    };
  };
  const blank: CellValue[] = ["", "", "", "", "", "", "", ""];

  test.each<[string, CellValue[], string]>([
    ["blank", blank, "blank"],
    ["blank to the eye", ["", " ", "\u3000", "", "\u200B", "", "", ""], "blank"],
    ["total in 分野", ["", "計", "", "", "", 2, "", ""], "total"],
    ["letter-spaced total", ["", "合\u3000計", "", "", "", "", "", ""], "total"],
    ["subtotal in the name", ["", "福祉", "", "", "小計", "", "", ""], "total"],
    ["total under 番号", ["総計", "", "", "", "", "98", "", ""], "total"],
    ["bracketed total", ["", "【小計】", "", "", "", "", "", ""], "total"],
    ["total of a field", ["", "福祉分野小計", "", "", "", 12, "", ""], "total"],
    ["note", ["※ 再掲を含む", "", "", "", "", "", "", ""], "note"],
    ["note in a name column", ["", "", "", "", "※1 庁内のみ", "", "", ""], "note"],
    ["note with 注", ["", "", "", "（注）令和7年度末", "", "", "", ""], "note"],
    ["band of a field", ["", "教育", "", "", "", "", "", ""], "note"],
    ["numbered band", ["2", "教育", "", "", "", "", "", ""], "note"],
    ["the header once more", [...HEADER], "header"],
  ])("not a %s row", (_, cells, kind) => {
    expect(kindsOf(cells)).toEqual({ measures: ["甲", "乙"], skipped: [[2, kind]] });
  });

  test.each<[string, CellValue[]]>([
    ["one with a name that ends in 計", row(2, "統計")],
    ["one called like a total of accounts", row(2, "公営企業会計")],
    ["one whose name ends in 合計 but has a status", row(2, "決算の合計")],
    ["one without status", row(2, "丙", "")],
    ["one with an unknown status", row(2, "丙", "98")],
    ["one without field", row(2, "丙", "達成", "")],
    ["one without name", row(2, "")],
    ["one with no more than a status", ["", "", "", "", "", "中止", "", ""]],
    ["one with no field and no status yet", ["", "", "大", "施", "丙", "", "", ""]],
    ["one with nothing but a name right below another", ["", "", "", "", "丙", "", "", ""]],
  ])("%s", (_, cells) => {
    expect(kindsOf(cells)).toMatchObject({ measures: { length: 3 }, skipped: [] });
  });

  test("notes below the table are named, trailing blank rows are not", () => {
    const ledger = ledgerOf(table(row(1, "甲"), blank, ["", "", "", "", "出典は各課の報告", "", "", ""], blank, blank));
    expect(ledger.lastRow).toBe(1);
    expect(ledger.skipped).toEqual([{ row: 3, kind: "note" }]);
  });

  test("every row below the header is a measure, skipped or trailing blank", () => {
    const cells = fc.constantFrom<CellValue>("", "", "計", "福祉", "達成", "未達成", "※注", 3, "健康管理");
    const rows = fc.array(fc.array(cells, { minLength: 8, maxLength: 8 }), { maxLength: 12 });
    fc.assert(
      fc.property(rows, (generated) => {
        const { measures, skipped = [] } = ledgerOf(table(row(1, "甲"), ...generated, row(9, "乙")));
        const seen = [...measures.map(({ row: at }) => at), ...skipped.map(({ row: at }) => at)].sort((a, b) => a - b);
        expect(seen).toEqual(Array.from({ length: generated.length + 2 }, (_, at) => at + 1));
      }),
    );
  });
});

describe("fields", () => {
  const rows = [
    row(1, "甲", "達成", "環境"),
    row(2, "乙", "達成", ""),
    row(3, "丙", "達成", " 環 境"),
    row(4, "丁", "達成", "教育"),
  ];
  const profile = (name: string, shortName = "") => ({ name, shortName });

  test("in order of appearance, no field last", () => {
    const ledger = ledgerOf(table(...rows));
    expect(ledger.fields).toEqual(["環境", "教育", ""]);
    expect(ledger.measures.map(({ fieldIndex }) => fieldIndex)).toEqual([0, 2, 0, 1]);
    expect(ledger.measures[2]?.field).toBe(" 環 境");
  });

  test("in the plan's order, found by name or short name, those without measures too", () => {
    const ledger = ledgerOf(table(...rows, row(5, "戊", "達成", "安全")), {
      fieldOrder: [profile("防災と安全", "安全"), profile("教育"), profile("産業")],
    });
    expect(ledger.fields).toEqual(["防災と安全", "教育", "産業", "環境", ""]);
    expect(ledger.measures.map(({ fieldIndex }) => fieldIndex)).toEqual([3, 4, 3, 1, 0]);
  });

  test("a field's name beats another field's short name", () => {
    const ledger = ledgerOf(table(row(1, "甲", "達成", "教育")), {
      fieldOrder: [profile("生涯学習", "教育"), profile("教育")],
    });
    expect(ledger.measures[0]?.fieldIndex).toBe(1);
  });
});

test.each<[CellValue, string, boolean]>([
  ["再掲", "甲", true],
  ["○", "甲", true],
  ["※再掲", "甲", true],
  [1, "甲", true],
  [true, "甲", true],
  ["", "甲", false],
  [0, "甲", false],
  [false, "甲", false],
  ["×", "甲", false],
  ["－", "甲", false],
  ["なし", "甲", false],
  ["\u3000", "甲", false],
  ["", "健康管理システムの更新(再掲)", true],
  ["", "健康管理システムの更新（再掲）", true],
  ["", "【再掲】健康管理システムの更新", true],
  ["", "健康管理システムの更新　※再掲", true],
  ["", "健康管理システムの更新（再掲：3-4）", true],
  ["×", "健康管理システムの更新(再掲)", true],
  ["", "再掲の整理", false],
  ["", "再構築", false],
])("再掲 cell %j, name %s: re-listed %s", (mark, name, relisted) => {
  expect(ledgerOf(table([1, "福祉", "", "", name, "達成", mark, ""])).measures[0]?.relisted).toBe(relisted);
});

test("the mark may stand on the 施策 that is the measure", () => {
  expect(ledgerOf(table([1, "福祉", "", "更新(再掲)", "", "達成", "", ""])).measures[0]?.relisted).toBe(true);
});

describe("problems", () => {
  test("an error value in a column that counts", () => {
    const cells = row(2, "乙", "#N/A");
    expect(readLedger(table(row(1, "甲"), cells), PLAIN)).toEqual({
      problem: { kind: "error-value", sheet: "台帳", cell: "F3", value: "#N/A" },
    });
    const kept = ledgerOf(table(row(1, "甲"), cells), { errorValues: "keep" });
    expect(kept.measures[1]).toMatchObject({ status: "#N/A", statusIndex: -1 });
  });

  test("an error value elsewhere is a text like any other", () => {
    expect(ledgerOf(table([...row(1, "甲").slice(0, 7), "#REF!"])).measures[0]?.remarks).toBe("#REF!");
  });

  test("no rows, no header, no cells", () => {
    expect(readLedger(sheet("台帳", [["題"], HEADER, []], { column: 1 }), PLAIN)).toEqual({
      problem: { kind: "empty-ledger", sheet: "台帳", headerAddress: "B2:I2" },
    });
    expect(readLedger(sheet("名簿", [["番号", "氏名"]], { row: 4 }), PLAIN)).toEqual({
      problem: {
        kind: "not-a-ledger",
        sheet: "名簿",
        missing: ["施策・個別事業", "状況"],
        seen: ["番号", "氏名"],
        seenColumns: [0, 1],
        row: 5,
      },
    });
    expect(readLedger(sheet("白紙", []), PLAIN)).toMatchObject({ problem: { kind: "not-a-ledger", row: 0, seen: [] } });
  });
});

test("columns corrected by hand are sheet columns", () => {
  const source = sheet(
    "台帳",
    [
      ["区域", "内容", "判定"],
      ["福祉", "甲", "中止"],
    ],
    { column: 3 },
  );
  const ledger = ledgerOf(source, { columns: { field: 3, measure: 4, status: 5 } });
  expect(ledger.columns).toEqual({ field: 3, measure: 4, status: 5 });
  expect(ledger.measures[0]).toMatchObject({ field: "福祉", name: "甲", statusIndex: 2 });
});

test("numbers and logical values read as Excel shows them", () => {
  const ledger = ledgerOf(table([0.1 + 0.2, "福祉", true, 12, 3.5, "達成", "", 1e21]));
  expect(ledger.measures[0]).toMatchObject({
    number: "0.3",
    heading: "TRUE",
    policy: "12",
    measure: "3.5",
    name: "3.5",
  });
});

test("a row shorter than the header reads as blank cells", () => {
  expect(ledgerOf(table([1, "福祉", "大", "施", "甲", "達成"])).measures[0]).toMatchObject({
    relisted: false,
    remarks: "",
  });
});

test("the sample's rows in any order give the same counts per field", () => {
  const expected = new Map(EXPECTED_FIELDS.map(({ name, total }) => [name, total]));
  fc.assert(
    fc.property(fc.shuffledSubarray([...SAMPLE_ROWS], { minLength: 98 }), (rows) => {
      const ledger = ledgerOf(sheet("台帳", [SAMPLE_HEADER, ...rows]));
      const counts = new Map<string, number>();
      for (const { field } of ledger.measures) counts.set(field, (counts.get(field) ?? 0) + 1);
      expect(counts).toEqual(expected);
    }),
    { numRuns: 20 },
  );
});

test("hundreds of thousands of blank rows and other rows in between and at the end", () => {
  const blank: CellValue[][] = Array.from({ length: 150_000 }, () => []);
  const notes: CellValue[][] = Array.from({ length: 150_000 }, () => ["", "", "", "", "", "", "", "注"]);
  const ledger = ledgerOf(sheet("台帳", [HEADER, row(1, "一")].concat(blank, [row(2, "二")], notes)));
  expect(ledger.measures.map(({ name }) => name)).toEqual(["一", "二"]);
  expect(ledger.skipped?.filter(({ kind }) => kind === "blank")).toHaveLength(150_000);
});
