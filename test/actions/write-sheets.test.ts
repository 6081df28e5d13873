import { describe, expect, it } from "vitest";
import { createClient } from "../../src/embedded/wire/client";
import type { WorkbookModel } from "../../src/embedded/model/model";
import { createTroubledServer } from "../embedded/troubled-server";
import { newWorkbookModel } from "../../src/embedded/model/workbook";
import { DEFAULT_STATUSES } from "../../src/ledger/settings";
import { sheetNamed, sheetNames } from "../excel/hosts";
import { actionsOver, CONTROL, madeReport, smallWorkbook } from "./sample";

const over = (model: WorkbookModel): ReturnType<typeof actionsOver> =>
  actionsOver(createClient(createTroubledServer(model)));
const empty = (): WorkbookModel => newWorkbookModel([{ name: "Sheet1" }]);

describe("sheets that are the user's from the start", () => {
  it("are an empty ledger with what serves it, which no record names and nothing replaces", async () => {
    const model = empty();
    const { sheets } = await over(model).writeNewLedger(CONTROL);
    expect(sheets).toEqual(["台帳", "設定", "分野", "計画"]);
    expect(sheetNames(model)).toEqual(["Sheet1", ...sheets]);
    const again = await over(model).writeNewLedger(CONTROL);
    expect(again.sheets).toEqual(sheets.map((name) => `${name} (2)`));
    expect(sheetNames(model)).toEqual(["Sheet1", ...sheets, ...again.sheets]);
    expect((await over(model).survey({ sheet: "台帳" })).problem).toMatchObject({ kind: "empty-ledger" });
  });

  it("are the sample, of which a report can be made at once", async () => {
    const model = empty();
    expect((await over(model).writeSample(CONTROL)).sheets).toEqual(["台帳", "設定", "分野", "計画"]);
    expect((await over(model).survey({})).ledger).toMatchObject({ sheet: "台帳", measures: 98, relisted: 1 });
    const { tally } = await madeReport(createClient(createTroubledServer(model)), ["summary"]);
    expect(tally.total.byStatus).toEqual([72, 14, 12]);
  });

  it("are a 設定 with the proposed statuses and no other sheet", async () => {
    const model = smallWorkbook();
    const [first, ...rest] = DEFAULT_STATUSES;
    const statuses = [{ ...first!, name: "実施" }, ...rest];
    expect(await over(model).writeSettings({ statuses }, CONTROL)).toEqual({ sheet: "設定", applied: [], skipped: 0 });
    expect(sheetNames(model)).toEqual(["台帳", "設定"]);
    const { settings } = await over(model).survey({});
    expect(settings.statuses.map(({ name }) => name)).toEqual(statuses.map(({ name }) => name));
    expect(sheetNamed(model, "設定").rows.flat()).toContain("実施");
  });

  it("are edits of the 設定 that is there, which can be taken back", async () => {
    const model = empty();
    await over(model).writeNewLedger(CONTROL);
    const before = structuredClone(sheetNamed(model, "設定").rows);
    const columns = [{ header: "整理欄", key: null, year: null }];
    const { sheet, applied, skipped } = await over(model).writeSettings({ columns, year: 2024 }, CONTROL);
    expect([sheet, skipped, sheetNames(model).length]).toEqual(["設定", 0, 5]);
    expect((await over(model).survey({ sheet: "台帳" })).settings).toMatchObject({ columns, year: 2024 });
    await over(model).undoEdits(applied);
    expect(sheetNamed(model, "設定").rows).toEqual(before);
  });
});
