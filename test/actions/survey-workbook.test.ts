import { describe, expect, it } from "vitest";
import { createTroubledServer } from "../embedded/troubled-server";
import { createClient } from "../../src/embedded/wire/client";
import type { WorkbookModel } from "../../src/embedded/model/model";
import type { ExcelHost } from "../../src/excel/host";
import { sheetNamed, sheetNames } from "../excel/hosts";
import { actionsOver, CONTROL, madeReport, smallWorkbook, succeeded } from "./sample";

const CHOICE = { sheet: "台帳" };

function opened(model: WorkbookModel): { readonly host: ExcelHost; readonly model: WorkbookModel } {
  return { host: createClient(createTroubledServer(model)), model };
}

describe("a survey", () => {
  it("says what the ledger has, where it has it, and which other sheets serve it", async () => {
    const model = smallWorkbook(
      {
        設定: [
          ["項目", "値"],
          ["再掲", "除く"],
        ],
        分野: [["分野", "略称"]],
      },
      [
        ["行政", "窓口の改善", "達成"],
        ["福祉", "窓口の改善（再掲）", "達成"],
      ],
    );
    const { host } = opened(model);
    const survey = await actionsOver(host).survey({});
    expect(survey).toMatchObject({
      activeSheet: "台帳",
      has: { settings: true, fields: true, plan: false },
      settings: { relisted: "exclude" },
      ledger: { sheet: "台帳", measures: 2, relisted: 1, fields: ["行政", "福祉"], headerRow: 1 },
    });
    expect(survey.ledger?.headers.map(({ column, text, key }) => [column, text, key])).toEqual([
      [0, "分野", "field"],
      [1, "施策", "policy"],
      [2, "状況", "status"],
    ]);
    sheetNamed(model, "分野").name = "計画";
    expect((await actionsOver(host).survey({})).has).toEqual({ settings: true, fields: false, plan: true });
  });

  it("offers no sheet that nobody sees", async () => {
    const { host, model } = opened(smallWorkbook({ 控え: [["1"]], 覚え: [["2"]], 別表: [["3"]] }));
    sheetNamed(model, "控え").visibility = "Hidden";
    sheetNamed(model, "覚え").visibility = "VeryHidden";
    expect((await actionsOver(host).survey({})).sheets).toEqual(["台帳", "別表"]);
  });

  it("names the sheet that could not be read as a ledger", async () => {
    const { host } = opened(smallWorkbook({ 別表: [["3"]] }));
    const actions = actionsOver(host);
    expect(await actions.survey({ sheet: "別表" })).toMatchObject({
      sheet: "別表",
      ledger: null,
      problem: { kind: "not-a-ledger", sheet: "別表" },
      record: null,
    });
    expect(await actions.survey({ sheet: "無い" })).toMatchObject({
      sheet: "無い",
      problem: { kind: "no-such-sheet" },
    });
  });

  it("reads by the columns that were chosen by hand", async () => {
    const { host } = opened(smallWorkbook({ 一覧: [["区域", "内容", "判定"], ["福祉", "配食", "中止"]] })); // prettier-ignore
    const choice = { sheet: "一覧", columns: { field: 0, policy: 1, status: 2 } };
    expect((await actionsOver(host).survey(choice)).ledger).toMatchObject({ measures: 1, fields: ["福祉"] });
  });
});

describe("what was made", () => {
  it("is none of the ledgers to choose from, but what the latest run made, in reading order", async () => {
    const { host, model } = opened(smallWorkbook({ メモ: [["4月1日"]] }));
    await madeReport(host, ["narrative"]);
    const { sheets } = await madeReport(host, ["summary", "narrative"]);
    expect(sheets).toEqual(["集計", "評価"]);
    const survey = await actionsOver(host).survey({});
    expect(survey.sheets).toEqual(["台帳", "メモ"]);
    expect(survey.made).toEqual(sheets);
    expect(sheetNames(model)).toEqual(expect.arrayContaining([...sheets]));
  });

  it("is told from the user's sheets where one of them is called 作成記録", async () => {
    const { host, model } = opened(smallWorkbook({ 作成記録: [["自作の記録"]] }));
    const { sheets } = await madeReport(host);
    expect(sheetNames(model)).toContain("作成記録 (2)");
    const survey = await actionsOver(host).survey({});
    expect(survey.made).toEqual(sheets);
    expect(survey.sheets).toEqual(["台帳", "作成記録"]);
    expect(survey.sheet).toBe("台帳");
  });

  it("is no more what was taken back", async () => {
    const { host, model } = opened(smallWorkbook());
    const actions = actionsOver(host);
    const { run } = await madeReport(host, ["summary"]);
    expect(await actions.removeReport(run, CONTROL)).toEqual({ removed: ["集計"], kept: [] });
    expect((await actions.survey({})).made).toEqual([]);
    sheetNamed(model, "台帳").name = "集計";
    const survey = await actions.survey({});
    expect(survey).toMatchObject({ sheets: ["集計"], sheet: "集計", ledger: { measures: 2 }, problem: null });
  });

  it("is what an earlier run made, where the latest was taken back", async () => {
    const { host } = opened(smallWorkbook());
    const actions = actionsOver(host);
    const { sheets } = await madeReport(host, ["summary"]);
    const { run } = await madeReport(host, ["narrative"]);
    await actions.removeReport(run, CONTROL);
    expect((await actions.survey({})).made).toEqual(sheets);
  });

  it("is not what somebody has given another name", async () => {
    const { host, model } = opened(smallWorkbook());
    await madeReport(host, ["summary", "narrative"]);
    sheetNamed(model, "集計").name = "配布用";
    const { sheets, made } = await actionsOver(host).survey({});
    expect(made).toEqual(["評価"]);
    expect(sheets).toEqual(["台帳", "配布用"]);
  });

  it("does not hide a ledger on which a record of the same name stands in the way", async () => {
    const { host, model } = opened(smallWorkbook());
    sheetNamed(model, "台帳").name = "作成記録";
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
    const { host } = opened(smallWorkbook());
    expect(await record(host)).toEqual([null, null]);
  });

  it("matches until the ledger changes, and again when it is changed back", async () => {
    const { host, model } = opened(smallWorkbook());
    await submit(host);
    expect(await record(host)).toEqual(Array(2).fill({ date: DATE, matches: true }));
    sheetNamed(model, "台帳").rows[1]![2] = "未達成";
    expect(await record(host)).toEqual(Array(2).fill({ date: DATE, matches: false }));
    sheetNamed(model, "台帳").rows[1]![2] = "達成";
    expect(await record(host)).toEqual(Array(2).fill({ date: DATE, matches: true }));
  });

  it("is the latest one, where an earlier one was edited and kept", async () => {
    const { host, model } = opened(smallWorkbook());
    for (const [times, name] of ["検査記録", "検査記録 (2)", "検査記録 (3)"].entries()) {
      expect(await submit(host)).toEqual(["提出用", name]);
      expect(await record(host), name).toEqual(Array(2).fill({ date: DATE, matches: true }));
      sheetNamed(model, name).rows[60] = ["課長確認済み"];
      sheetNamed(model, "台帳").rows[1]![1] = `窓口の改善${times}`;
      expect(await record(host), name).toEqual(Array(2).fill({ date: DATE, matches: false }));
    }
  });

  it("is found beside a sheet of the user's own of that name", async () => {
    const { host } = opened(smallWorkbook({ 検査記録: [["水道の検査"]] }));
    expect(await submit(host)).toContain("検査記録 (2)");
    expect(await record(host)).toEqual(Array(2).fill({ date: DATE, matches: true }));
    expect((await actionsOver(host).survey({})).sheets).toEqual(["台帳", "検査記録"]);
  });

  it("is believed under its own name where 作成記録 was thrown away, as it says one may", async () => {
    const { host, model } = opened(smallWorkbook());
    await submit(host);
    model.sheets.splice(sheetNames(model).indexOf("作成記録"), 1);
    expect(await record(host)).toEqual(Array(2).fill({ date: DATE, matches: true }));
  });

  it("costs a further round trip only under another name than its own", async () => {
    const model = smallWorkbook({ 検査記録: [["水道の検査"]] });
    const trips = async (): Promise<number> => {
      const server = createTroubledServer(model);
      await actionsOver(createClient(server)).survey({});
      return server.counters.roundTrips;
    };
    const before = await trips();
    await submit(createClient(createTroubledServer(model)));
    expect(await trips()).toBe(before + 1);
  });
});
