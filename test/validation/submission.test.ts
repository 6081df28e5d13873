import { describe, expect, it } from "vitest";
import { readLedger } from "../../src/ledger/read-ledger";
import { DEFAULT_STATUSES } from "../../src/ledger/settings";
import { submissionCsv, submissionOf } from "../../src/validation/submission";
import { submissionSheet } from "../../src/report/submission-sheet";
import { sheetOf } from "./check-rows";

const rows = [
  ["台帳", "", "", "", ""],
  ["", "", "", "", ""],
  ["分野", "施策\n名", "状況", "完了日", "備考"],
  ["福祉", "=1+1", "達成", 39904, '"引用"'],
  ["福祉", "見守り", "達成", "平成21年4月1日", "-"],
  ["", "", "", "", ""],
  ["合計", "", 2, "", ""],
  ["福祉", "配食", "中止", 39904.5, -5],
];
const source = sheetOf("台帳", rows);
const ledger = readLedger(source, { statuses: DEFAULT_STATUSES, fieldOrder: [] }).ledger!;

describe("submissionOf", () => {
  it("is the header in one row and the measures, nothing else", () => {
    expect(submissionOf(source, ledger)).toEqual({
      header: ["分野", "施策名", "状況", "完了日", "備考"],
      rows: [
        ["福祉", "=1+1", "達成", "2009-04-01", '"引用"'],
        ["福祉", "見守り", "達成", "平成21年4月1日", "-"],
        ["福祉", "配食", "中止", "2009-04-01", -5],
      ],
    });
  });

  it("shows dates as the sheet shows them where that is known", () => {
    const shown = rows.map((row) => row.map((cell) => (cell === 39904 ? "H21.4.1" : String(cell))));
    expect(submissionOf(source, ledger, shown).rows[0]?.[3]).toBe("H21.4.1");
  });
});

describe("submissionCsv", () => {
  const { text, guarded } = submissionCsv(submissionOf(source, ledger));

  it("quotes every field and ends every line with CRLF", () => {
    expect(text.split("\r\n")).toEqual([
      '"分野","施策名","状況","完了日","備考"',
      '"福祉","\'=1+1","達成","2009-04-01","""引用"""',
      '"福祉","見守り","達成","平成21年4月1日","-"',
      '"福祉","配食","中止","2009-04-01","-5"',
      "",
    ]);
  });

  it("names the field that a spreadsheet would have run", () => {
    expect(guarded).toEqual([{ row: 1, column: 1 }]);
  });

  it.each([
    "=1+1",
    "＝1+1",
    "＋1+cmd",
    "－2+3+cmd",
    "＠SUM(A1)",
    " =1+1",
    "　＝1+1",
    "\u0001=1+1",
    "\u200b=1+1",
    "\ufeff@SUM(A1)",
    "\t=1+1",
    "\r\n=1+1",
    "\t目次",
    "-1-2",
    "- 1",
  ])("puts an apostrophe before %j", (risky) => {
    const csv = submissionCsv({ header: ["備考"], rows: [[risky]] });
    expect(csv.text).toBe(`"備考"\r\n"'${risky.replace("\r\n", "\n")}"\r\n`);
    expect(csv.guarded).toEqual([{ row: 1, column: 0 }]);
  });

  it.each(["－", "-", "－５", "-5", " +1,000 ", "-12.5%", "達成＝完了", "（＋3）", ""])(
    "leaves %j as it is",
    (plain) => {
      expect(submissionCsv({ header: ["備考"], rows: [[plain]] }).text).toBe(`"備考"\r\n"${plain}"\r\n`);
    },
  );
});

describe("submissionSheet", () => {
  it("is values from A1 on without any look", () => {
    const plan = submissionSheet(submissionOf(source, ledger));
    expect(plan).toMatchObject({ name: "提出用", kind: "input", roles: [], charts: [], links: [] });
    expect(plan.blocks).toHaveLength(1);
    expect(plan.blocks[0]).toMatchObject({ row: 0, column: 0 });
    expect(plan.blocks[0]?.cells).toHaveLength(4);
  });
});
