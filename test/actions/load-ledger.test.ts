import { describe, expect, it } from "vitest";
import { loadLedger } from "../../src/actions/load-ledger";
import { newWorkbookModel } from "../../src/embedded/model/workbook";
import type { CellValue } from "../../src/cells/cell";
import { CLIENTS, open } from "../excel/hosts";

const LEDGER: CellValue[][] = [
  ["分野", "施策", "状況"],
  ["行政", "窓口の改善", "達成"],
  ["福祉", "相談の充実", "未達成"],
];
const NOTES: CellValue[][] = [["打合せの記録"], ["4月1日"]];

const WAYS = CLIENTS.flatMap(([name, connect]) => [
  [`${name}, for a report`, connect, {}] as const,
  [`${name}, for a check`, connect, { structure: true }] as const,
]);

describe.each(WAYS)("loadLedger through %s", (_name, connect, options) => {
  it.each([
    ["台帳 alone, in one trip", [["台帳", LEDGER]], "台帳", 1],
    ["台帳 behind another sheet in front", [["メモ", NOTES], ["台帳", LEDGER]], "台帳", 2], // prettier-ignore
    ["a ledger of another name in front", [["進捗管理", LEDGER], ["メモ", NOTES]], "進捗管理", 3], // prettier-ignore
    ["a ledger of another name behind", [["メモ", NOTES], ["進捗管理", LEDGER]], "進捗管理", 4], // prettier-ignore
  ] as [string, [string, CellValue[][]][], string, number][])("finds %s", async (_case, sheets, name, trips) => {
    const { host, server } = open(connect, newWorkbookModel(sheets.map(([name, values]) => ({ name, values }))));
    const { result, source } = await loadLedger(host, {}, options);
    expect(source?.name).toBe(name);
    expect("ledger" in result && result.ledger.measures).toHaveLength(2);
    expect(server.counters.roundTrips).toBe(trips);
  });

  it.each([
    ["two candidates", [["台帳", LEDGER], ["台帳 (2)", LEDGER]], {}, { kind: "ambiguous", sheets: ["台帳", "台帳 (2)"] }], // prettier-ignore
    ["a name that is not there", [["台帳", LEDGER]], { sheet: "無い" }, { kind: "no-such-sheet", sheets: ["台帳"] }],
    ["a sheet without any header", [["台帳", NOTES]], {}, { kind: "not-a-ledger", sheet: "台帳" }],
    ["an empty ledger", [["台帳", LEDGER.slice(0, 1)]], {}, { kind: "empty-ledger", sheet: "台帳" }],
    ["two candidates of other names", [["令和5年度", LEDGER], ["令和6年度", LEDGER]], {}, { kind: "ambiguous", sheets: ["令和5年度", "令和6年度"] }], // prettier-ignore
    ["sheets that are no ledger", [["メモ", NOTES], ["控え", NOTES]], {}, { kind: "no-ledger" }], // prettier-ignore
    ["an empty workbook", [["Sheet1", []]], {}, { kind: "not-a-ledger", sheet: "Sheet1", row: 0 }],
    ["an empty sheet that was chosen", [["台帳", LEDGER], ["Sheet2", []]], { sheet: "Sheet2" }, { kind: "not-a-ledger", sheet: "Sheet2", row: 0 }], // prettier-ignore
  ] as [string, [string, CellValue[][]][], object, object][])(
    "says so of %s",
    async (_case, sheets, choice, problem) => {
      const { host } = open(connect, newWorkbookModel(sheets.map(([name, values]) => ({ name, values }))));
      const { result } = await loadLedger(host, choice, options);
      expect("problem" in result && result.problem).toMatchObject(problem);
    },
  );
});
