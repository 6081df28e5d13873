import { describe, expect, it } from "vitest";
import type { Actions, RunControl } from "../../src/actions/actions";
import type { CellValue } from "../../src/cells/cell";
import type { WorkbookModel } from "../../src/embedded/model/model";
import { readValues, usedArea } from "../../src/embedded/model/workbook";
import { openWorkbook } from "../../src/embedded/storage/open-workbook";
import { saveWorkbook } from "../../src/embedded/storage/save-workbook";
import { createClient } from "../../src/embedded/wire/client";
import { createTroubledServer } from "../embedded/troubled-server";
import { sheetNamed, sheetNames, valueAt } from "../excel/hosts";
import { dirtyLedger } from "../fixtures/dirty-ledger";
import { actionsOver, smallWorkbook, succeeded } from "./sample";

const CONTROL: RunControl = { today: new Date("2026-04-01T03:00:00Z"), keepsHistory: true };

function over(model: WorkbookModel): Actions {
  return actionsOver(createClient(createTroubledServer(model)));
}

/** As a clerk does who closes the workbook and opens it again. */
async function reopened(model: WorkbookModel): Promise<WorkbookModel> {
  return (await openWorkbook(await saveWorkbook(null, model), "台帳.xlsx")).model;
}

/** What the user's own sheets hold, cell by cell, with formulas and merged cells. */
function ownCells(model: WorkbookModel, names: readonly string[]): unknown {
  return names.map((name) => {
    const sheet = sheetNamed(model, name);
    const area = usedArea(sheet, true);
    const values = area === null ? [] : readValues(sheet, area);
    return {
      name,
      area,
      values,
      formulas: [...sheet.formulas.values()],
      merged: sheet.merged,
      hidden: [...sheet.hiddenRows],
    };
  });
}

/** Takes back the latest of what can be taken back. */
async function undoLatest(model: WorkbookModel): Promise<Awaited<ReturnType<Actions["undoRun"]>>> {
  const actions = over(model);
  const [latest] = await actions.history();
  return actions.undoRun(latest!.run, CONTROL);
}

describe("what was done before the workbook was opened again", () => {
  it.each<[kind: string, write: (actions: Actions) => Promise<unknown>]>([
    [
      "a fix of cells",
      async (actions) => {
        const { automatic, proposed } = succeeded(await actions.check({}));
        return actions.applyEdits([...automatic, ...proposed.edits], CONTROL);
      },
    ],
    [
      "changes of the sheet",
      async (actions) => {
        const { mendings } = succeeded(await actions.check({}));
        const changes = mendings.flatMap(({ ways }) => ways.flatMap((way) => way.changes));
        return actions.mendSheets(
          changes.filter(({ kind }) => kind !== "delete-columns"),
          CONTROL,
        );
      },
    ],
    [
      "a word taken as a status",
      (actions) => actions.writeSettings({ synonyms: [{ status: "達成", text: "完了" }] }, CONTROL),
    ],
    ["a check's sheet", async (actions) => actions.writeCheckSheet(succeeded(await actions.check({})), CONTROL)],
    ["a report", (actions) => actions.makeReport({}, { parts: ["summary"] }, CONTROL)],
  ])("%s is taken back, and every cell is what it was", async (_, write) => {
    const { workbook } = dirtyLedger();
    const names = sheetNames(workbook);
    const before = ownCells(await reopened(workbook), names);
    await write(over(workbook));
    const again = await reopened(workbook);
    const { left } = await undoLatest(again);
    expect(left).toEqual([]);
    expect(ownCells(again, names)).toEqual(before);
    // What accounts for it may stay; nothing else does.
    expect(
      sheetNames(again).filter((name) => !names.includes(name) && name !== "変更履歴" && name !== "作成記録"),
    ).toEqual([]);
  });

  it.each<[CellValue, string]>([
    ["達成\r", "達成"],
    ["達成_x000D_", "達成"],
    ["達成\r\n", "達成"],
    ["'達成", "達成"],
  ])("is put back letter by letter: %j", async (before, after) => {
    const model = smallWorkbook({}, [
      ["行政", "窓口の改善", "達成"],
      ["福祉", "相談の充実", before],
    ]);
    await over(model).applyEdits([{ sheet: "台帳", row: 2, column: 2, before, after }], CONTROL);
    expect(valueAt(model, "台帳", 2, 2)).toBe(after);
    await undoLatest(model);
    expect(valueAt(model, "台帳", 2, 2)).toBe(before);
  });

  it("is left where somebody has changed the cell since, and offered no more once it is undone", async () => {
    const model = smallWorkbook({}, [
      ["行政", "窓口の改善", "達 成"],
      ["福祉", "相談の充実", "達 成"],
    ]);
    const edits = [1, 2].map((row) => ({ sheet: "台帳", row, column: 2, before: "達 成", after: "達成" }));
    await over(model).applyEdits(edits, CONTROL);
    sheetNamed(model, "台帳").rows[1]![2] = "中止";
    expect(await undoLatest(model)).toMatchObject({ restored: 1, left: ["台帳 C2"] });
    expect(valueAt(model, "台帳", 1, 2)).toBe("中止");
    expect(valueAt(model, "台帳", 2, 2)).toBe("達 成");
    const [left] = await over(model).history();
    expect(left?.places).toEqual(["台帳 C2"]);
  });

  it("a number in a cell that took only texts gets its text and its format back", async () => {
    const model = smallWorkbook({}, [["行政", "窓口の改善", "達成", "12件"]]);
    const sheet = sheetNamed(model, "台帳");
    sheet.formats.push({ area: { row: 1, column: 3, rows: 1, columns: 1 }, format: { numberFormat: "@" } });
    await over(model).applyEdits([{ sheet: "台帳", row: 1, column: 3, before: "12件", after: 12 }], CONTROL);
    expect(valueAt(model, "台帳", 1, 3)).toBe(12);
    await undoLatest(model);
    expect(valueAt(model, "台帳", 1, 3)).toBe("12件");
  });
});
