import { describe, expect, it } from "vitest";
import type { CsvEncoding, SubmissionOutcome } from "../../src/actions/actions";
import type { CellValue } from "../../src/cells/cell";
import { createClient } from "../../src/embedded/wire/client";
import type { WorkbookModel } from "../../src/embedded/model/model";
import { createTroubledServer } from "../embedded/troubled-server";
import { newWorkbookModel } from "../../src/embedded/model/workbook";
import { photograph, sheetNamed, sheetNames } from "../excel/hosts";
import { actionsOver, CONTROL, smallWorkbook, succeeded } from "./sample";

const attempt = (model: WorkbookModel, encoding: CsvEncoding) =>
  actionsOver(createClient(createTroubledServer(model))).writeSubmission({ sheet: "台帳" }, encoding, CONTROL);

async function submit(model: WorkbookModel, encoding: CsvEncoding): Promise<SubmissionOutcome> {
  const outcome = succeeded(await attempt(model, encoding));
  if ("blocked" in outcome) throw new Error(JSON.stringify(outcome));
  return outcome;
}

/** A ledger under a title, from B3 on. */
const LEDGER: CellValue[][] = [
  ["", "施策台帳", "", ""],
  ["", "", "", ""],
  ["", "分野", "施策", "状況"],
  ["", "行政", "窓口の改善😀", "達成"],
  ["", "福祉", "相談の充実", "達成"],
];

describe("a submission", () => {
  it("writes nothing where a finding blocks, and says how many do", async () => {
    const model = smallWorkbook({}, [
      ["行政", "窓口の改善", "末達成"],
      ["福祉", "相談の充実", ""],
    ]);
    const before = photograph(model);
    expect(await attempt(model, "utf-8")).toMatchObject({ blocked: { error: 2 } });
    expect(photograph(model)).toEqual(before);
  });

  it("writes nothing where the sheet is no ledger, and says why", async () => {
    const model = newWorkbookModel([{ name: "台帳", values: [["打合せの記録"]] }]);
    const before = photograph(model);
    expect(await attempt(model, "utf-8")).toMatchObject({ problem: { kind: "not-a-ledger" } });
    expect(photograph(model)).toEqual(before);
  });

  it("writes the clean ledger, what it was checked for, and the same data as a file", async () => {
    const model = newWorkbookModel([{ name: "台帳", values: LEDGER }]);
    const { sheets, fileName, csv, unmappable, remarks } = await submit(model, "utf-8");
    expect(sheets).toEqual(["提出用", "検査記録"]);
    expect(sheetNames(model)).toEqual(["台帳", "提出用", "検査記録", "作成記録"]);
    const rows = [
      ["分野", "施策", "状況"],
      ["行政", "窓口の改善😀", "達成"],
      ["福祉", "相談の充実", "達成"],
    ];
    expect(sheetNamed(model, "提出用").rows).toEqual(rows);
    expect(fileName).toBe("提出用.csv");
    const text = rows.map((row) => `${row.map((cell) => `"${cell}"`).join()}\r\n`).join("");
    expect(Buffer.from(csv).toString("utf8")).toBe(`\ufeff${text}`);
    expect({ unmappable, remarks }).toEqual({ unmappable: [], remarks: [] });
  });

  it("names the ledger's cells that hold what the encoding of a closed network lacks", async () => {
    const { csv, unmappable } = await submit(smallWorkbook(), "cp932");
    expect(Buffer.from(csv).toString("latin1").slice(0, 6)).toBe('"\x95\xaa\x96\xec"');
    expect(unmappable).toEqual([]);
    const model = newWorkbookModel([{ name: "台帳", values: LEDGER }]);
    sheetNamed(model, "台帳").rows[4]![2] = "相談の充実😀";
    expect((await submit(model, "cp932")).unmappable).toEqual([
      { character: "😀", codePoint: "U+1F600", cells: ["C4", "C5"] },
    ]);
  });
});
