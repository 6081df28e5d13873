import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exactText, exactValue } from "../../src/ledger/exact-text";
import { historyRows, HISTORY_HEADERS, readHistory, type HistoryEntry } from "../../src/ledger/history";

const entry = (change: Partial<HistoryEntry>): HistoryEntry => ({
  run: "r1",
  at: "平成23年3月31日 17:05",
  operation: "修正",
  sheet: "台帳",
  cell: "E4",
  before: "",
  after: "",
  detail: "",
  ...change,
});

describe("a value as 変更履歴 keeps it", () => {
  it.each([
    "達成\r",
    "達成_x000D_",
    "a\\b",
    "\\u000d",
    "{1}",
    " 達成",
    "\uD800",
    "\t",
    "=1+1",
    "達成\r\n未達成",
    "",
    "{",
    46028,
    -0.5,
    true,
  ])("is the same letter by letter: %j", (value) => {
    expect(exactValue(exactText(value))).toBe(value);
    expect(exactText(value)).not.toMatch(/[\r\t]|_x000D_/);
  });

  it("whatever it is", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: "binary" }), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean()),
        (value) => {
          expect(exactValue(exactText(value))).toBe(Object.is(value, -0) ? 0 : value);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("変更履歴", () => {
  const source = (rows: string[][]) => ({
    name: "変更履歴",
    row: 2,
    column: 1,
    values: [Object.values(HISTORY_HEADERS).map(([text]) => text), ...rows],
  });

  it("is read back as it was written", () => {
    const entries = [entry({ before: "末達成\r", after: "未達成" }), entry({ cell: "J9", before: 12, after: "x" })];
    const read = readHistory(source(historyRows(entries)));
    expect(read?.stateColumn).toBe(7);
    expect(read?.entries).toEqual(entries.map((one, at) => ({ ...one, row: 3 + at, isUndone: false })));
  });

  it("leaves out what it could not hold, and somebody else's sheet", () => {
    expect(readHistory(source(historyRows([entry({ before: "\r".repeat(10_000) })])))?.entries).toEqual([]);
    expect(readHistory({ name: "変更履歴", row: 0, column: 0, values: [["日時", "内容"]] })).toBeNull();
  });
});
