import { describe, expect, it } from "vitest";
import type { ReportOutcome, SubmissionOutcome } from "../../src/actions/actions";
import { createClient } from "../../src/embedded/wire/client";
import { createTroubledServer } from "../embedded/troubled-server";
import { newWorkbookModel } from "../../src/embedded/model/workbook";
import type { WorkbookModel } from "../../src/embedded/model/model";
import type { ExcelHost } from "../../src/excel/host";
import { actionsOver, madeReport, TODAY, words } from "./sample";

/* What happens to the workbook while an action is at work is said with what came of it. */

const workbook = (): WorkbookModel =>
  newWorkbookModel([
    {
      name: "台帳",
      values: [
        ["施策台帳", 40_000.5, ""],
        ["分野", "施策", "状況"],
        ["行政", "窓口の改善", "達成"],
        ["福祉", "相談の充実", "達成"],
      ],
    },
    { name: "設定", values: [["項目", "値"], ["再掲", "含む"]] }, // prettier-ignore
  ]);

/** A host in whose workbook something happens before its second round trip. */
function meanwhile(model: WorkbookModel, act: (sheets: WorkbookModel["sheets"]) => void): ExcelHost {
  const host = createClient(createTroubledServer(model));
  let trips = 0;
  return {
    ...host,
    run: (batch) => {
      if (++trips === 2) act(model.sheets);
      return host.run(batch);
    },
  };
}

const editing = (model: WorkbookModel, sheet: number, row: number, column: number, value: string | number): ExcelHost =>
  meanwhile(model, (sheets) => (sheets[sheet]!.rows[row]![column] = value));

const report = (host: ExcelHost): Promise<ReportOutcome> => madeReport(host, ["summary"], "台帳");

describe("while a report is being made", () => {
  it("a status that changes is told of, with the sheet's name and what to do", async () => {
    const { remarks } = await report(editing(workbook(), 0, 2, 2, "未達成"));
    expect(remarks[0]).toBe(words.actions.changedMeanwhile(["台帳"]));
    expect(remarks[0]).toMatch(/「台帳」.*もう一度作成/);
  });

  it("a setting that changes is told of", async () => {
    const { remarks } = await report(editing(workbook(), 1, 1, 1, "除く"));
    expect(remarks[0]).toBe(words.actions.changedMeanwhile(["設定"]));
  });

  // The report's formulas look at the rows where the ledger was; T is the title, H the header, - a blank row.
  it.each([
    ["the ledger", "TH12", "T-H12"],
    ["the header alone", "TH-12", "T-H12"],
    ["the first measure alone", "TH1-2", "TH-12"],
    ["the last measure alone", "TH12", "TH1-2"],
  ])("%s that moves is told of", async (_what, before, after) => {
    const model = workbook();
    const [T, H, first, second] = model.sheets[0]!.rows;
    const arrange = (rows: string): void => {
      const parts: Readonly<Record<string, typeof T>> = { T, H, "1": first, "2": second, "-": [] };
      model.sheets[0]!.rows = Array.from(rows, (row) => parts[row]);
    };
    arrange(before);
    const host = meanwhile(model, () => {
      arrange(after);
    });
    expect((await report(host)).remarks[0]).toBe(words.actions.changedMeanwhile(["台帳"]));
  });

  it("a clock in the title is not taken for a change of the ledger", async () => {
    const undisturbed = await report(createClient(createTroubledServer(workbook())));
    const { remarks } = await report(editing(workbook(), 0, 0, 1, 40_000.6));
    expect(remarks).toEqual(undisturbed.remarks);
  });

  it("a note that cannot be read is told of", async () => {
    const model = workbook();
    model.settings.set("MeasureLedger.unfinishedRun", "?");
    const { remarks } = await report(createClient(createTroubledServer(model)));
    expect(remarks[0]).toBe(words.actions.droppedNote);
  });

  it("nothing is looked at again where nobody else has the workbook", async () => {
    const bytes = async (alone: boolean): Promise<number> => {
      const server = createTroubledServer(workbook());
      await report(createClient(server, { alone }));
      return server.counters.responseBytes;
    };
    expect(await bytes(true)).toBeLessThan(await bytes(false));
  });
});

it("a ledger that changes while a submission is being written is told of", async () => {
  const host = editing(workbook(), 0, 2, 1, "窓口の見直し");
  const made = (await actionsOver(host).writeSubmission({ sheet: "台帳" }, "utf-8", {
    today: TODAY,
  })) as SubmissionOutcome;
  expect(made.remarks).toEqual([words.actions.changedMeanwhile(["台帳"])]);
});
