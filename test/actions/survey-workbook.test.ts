import { describe, expect, it } from "vitest";
import { createServer } from "../../src/embedded/server";
import { createClient } from "../../src/embedded/client";
import type { WorkbookModel } from "../../src/embedded/model";
import { newWorkbookModel } from "../../src/embedded/workbook";
import type { CellValue } from "../../src/cells/cell";
import type { ExcelHost } from "../../src/excel/host";
import { sheetNamed, sheetNames } from "../excel/hosts";
import { actionsOver, madeReport, succeeded, TODAY } from "./sample";

const CHOICE = { sheet: "台帳" };
const CONTROL = { today: TODAY };
const LEDGER: CellValue[][] = [
  ["分野", "施策", "状況"],
  ["行政", "窓口の改善", "達成"],
  ["福祉", "相談の充実", "達成"],
];

const withOthers = (...others: [string, CellValue[][]][]): WorkbookModel =>
  newWorkbookModel([["台帳", LEDGER] as const, ...others].map(([name, values]) => ({ name, values })));

function opened(model: WorkbookModel): { readonly host: ExcelHost; readonly model: WorkbookModel } {
  return { host: createClient(createServer(model)), model };
}

describe("what was made", () => {
  it("is none of the ledgers to choose from, but what the latest run made, in reading order", async () => {
    const { host, model } = opened(withOthers(["メモ", [["4月1日"]]]));
    await madeReport(host, ["narrative"]);
    const { sheets } = await madeReport(host, ["summary", "narrative"]);
    expect(sheets).toEqual(["集計", "評価"]);
    const survey = await actionsOver(host).survey({});
    expect(survey.sheets).toEqual(["台帳", "メモ"]);
    expect(survey.made).toEqual(sheets);
    expect(sheetNames(model)).toEqual(expect.arrayContaining([...sheets]));
  });

  it("is told from the user's sheets where one of them is called 作成記録", async () => {
    const { host, model } = opened(withOthers(["作成記録", [["自作の記録"]]]));
    const { sheets } = await madeReport(host);
    expect(sheetNames(model)).toContain("作成記録 (2)");
    const survey = await actionsOver(host).survey({});
    expect(survey.made).toEqual(sheets);
    expect(survey.sheets).toEqual(["台帳", "作成記録"]);
    expect(survey.sheet).toBe("台帳");
  });

  it("is no more what was taken back", async () => {
    const { host, model } = opened(withOthers());
    const actions = actionsOver(host);
    const { run } = await madeReport(host, ["summary"]);
    expect(await actions.removeReport(run, CONTROL)).toEqual({ removed: ["集計"], kept: [] });
    expect((await actions.survey({})).made).toEqual([]);
    sheetNamed(model, "台帳").name = "集計";
    const survey = await actions.survey({});
    expect(survey).toMatchObject({ sheets: ["集計"], sheet: "集計", ledger: { measures: 2 }, problem: null });
  });

  it("is what an earlier run made, where the latest was taken back", async () => {
    const { host } = opened(withOthers());
    const actions = actionsOver(host);
    const { sheets } = await madeReport(host, ["summary"]);
    const { run } = await madeReport(host, ["narrative"]);
    await actions.removeReport(run, CONTROL);
    expect((await actions.survey({})).made).toEqual(sheets);
  });

  it("is not what somebody has given another name, nor a copy of it", async () => {
    const { host, model } = opened(withOthers());
    await madeReport(host, ["summary", "narrative"]);
    sheetNamed(model, "集計").name = "配布用";
    const { sheets, made } = await actionsOver(host).survey({});
    expect(made).toEqual(["評価"]);
    expect(sheets).toEqual(["台帳", "配布用"]);
  });

  it("does not hide a ledger on which a record of the same name stands in the way", async () => {
    const { host } = opened(newWorkbookModel([{ name: "作成記録", values: LEDGER }]));
    expect(await actionsOver(host).survey({})).toMatchObject({ sheets: ["作成記録"], ledger: { measures: 2 } });
  });
});

describe("the record of what was submitted", () => {
  async function submit(host: ExcelHost): Promise<readonly string[]> {
    const outcome = succeeded(await actionsOver(host).writeSubmission(CHOICE, "utf-8", CONTROL));
    if ("blocked" in outcome) throw new Error(JSON.stringify(outcome));
    return outcome.sheets;
  }
  const record = async (host: ExcelHost): Promise<[unknown, unknown]> => {
    const actions = actionsOver(host);
    return [(await actions.survey(CHOICE)).record, succeeded(await actions.check(CHOICE)).record];
  };
  const DATE = "平成23年3月31日";

  it("is none before anything was submitted", async () => {
    const { host } = opened(withOthers());
    expect(await record(host)).toEqual([null, null]);
  });

  it("matches until the ledger changes, and again when it is changed back", async () => {
    const { host, model } = opened(withOthers());
    await submit(host);
    expect(await record(host)).toEqual(Array(2).fill({ date: DATE, matches: true }));
    sheetNamed(model, "台帳").rows[1]![2] = "未達成";
    expect(await record(host)).toEqual(Array(2).fill({ date: DATE, matches: false }));
    sheetNamed(model, "台帳").rows[1]![2] = "達成";
    expect(await record(host)).toEqual(Array(2).fill({ date: DATE, matches: true }));
  });

  it("is the latest one, where an earlier one was edited and kept", async () => {
    const { host, model } = opened(withOthers());
    for (const [times, name] of ["検査記録", "検査記録 (2)", "検査記録 (3)"].entries()) {
      expect(await submit(host)).toEqual(["提出用", name]);
      expect(await record(host), name).toEqual(Array(2).fill({ date: DATE, matches: true }));
      sheetNamed(model, name).rows[60] = ["課長確認済み"];
      sheetNamed(model, "台帳").rows[1]![1] = `窓口の改善${times}`;
      expect(await record(host), name).toEqual(Array(2).fill({ date: DATE, matches: false }));
    }
  });

  it("is found beside a sheet of the user's own of that name", async () => {
    const { host } = opened(withOthers(["検査記録", [["水道の検査"]]]));
    expect(await submit(host)).toContain("検査記録 (2)");
    expect(await record(host)).toEqual(Array(2).fill({ date: DATE, matches: true }));
    expect((await actionsOver(host).survey({})).sheets).toEqual(["台帳", "検査記録"]);
  });

  it("is believed under its own name where 作成記録 was thrown away, as it says one may", async () => {
    const { host, model } = opened(withOthers());
    await submit(host);
    model.sheets.splice(sheetNames(model).indexOf("作成記録"), 1);
    expect(await record(host)).toEqual(Array(2).fill({ date: DATE, matches: true }));
  });

  it("costs a further round trip only under another name than its own", async () => {
    const model = withOthers(["検査記録", [["水道の検査"]]]);
    const trips = async (): Promise<number> => {
      const server = createServer(model);
      await actionsOver(createClient(server)).survey({});
      return server.counters.roundTrips;
    };
    const before = await trips();
    await submit(createClient(createServer(model)));
    expect(await trips()).toBe(before + 1);
  });
});
