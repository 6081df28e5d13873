import { describe, expect, it } from "vitest";
import type { SheetChange } from "../../src/validation/finding";
import { createClient } from "../../src/embedded/wire/client";
import type { WorkbookModel } from "../../src/embedded/model/model";
import { createTroubledServer } from "../embedded/troubled-server";
import { sheetNamed, sheetNames, valueAt } from "../excel/hosts";
import { dirtyLedger } from "../fixtures/dirty-ledger";
import { actionsOver, CONTROL, succeeded } from "./sample";

const over = (model: WorkbookModel): ReturnType<typeof actionsOver> =>
  actionsOver(createClient(createTroubledServer(model)));

async function changesOf(model: WorkbookModel, ...rules: string[]): Promise<readonly SheetChange[]> {
  const { findings, mendings } = succeeded(await over(model).check({}));
  return mendings.flatMap(({ ways }, index) => (rules.includes(findings[index]!.rule) ? (ways[0]?.changes ?? []) : []));
}

describe("changes of sheets", () => {
  it("take merged cells apart, rows out and notes away, after a copy that is taken for no ledger", async () => {
    const { workbook } = dirtyLedger();
    const before = structuredClone(sheetNamed(workbook, "台帳").rows);
    const changes = await changesOf(workbook, "cells-merged", "row-blank", "row-total", "note-outside", "table-second");
    expect(changes.map(({ kind }) => kind)).toEqual(["delete-rows", "delete-rows", "move-out", "move-out", "unmerge"]);
    const actions = over(workbook);
    expect(await actions.mendSheets(changes, CONTROL)).toMatchObject({
      copies: ["台帳の控え"],
      moved: ["台帳の欄外"],
      skipped: 0,
    });
    const ledger = sheetNamed(workbook, "台帳");
    expect(ledger.merged).toEqual([]);
    expect([25, 26, 27].map((row) => valueAt(workbook, "台帳", row, 7))).toEqual([
      "情報政策課",
      "情報政策課",
      "情報政策課",
    ]);
    const { findings } = succeeded(await actions.check({}));
    const left = findings.map(({ rule }) => rule);
    for (const rule of ["cells-merged", "row-blank", "row-total", "note-outside", "table-second"]) {
      expect(left).not.toContain(rule);
    }
    // The copy is the sheet as it was, merged cells included.
    const copy = sheetNamed(workbook, "台帳の控え");
    const cells = before.flatMap((values, row) => (values ?? []).map((value, column) => [row, column, value] as const));
    for (const [row, column, value] of cells)
      expect(valueAt(workbook, "台帳の控え", row, column), `${row} ${column}`).toBe(value);
    expect(copy.merged).toHaveLength(1);
    expect(valueAt(workbook, "台帳の欄外", 0, 0)).toBe("※ 各課に照会中");
  });

  it("are left where a cell no longer holds what was shown, and then nothing is copied", async () => {
    const { workbook } = dirtyLedger();
    const changes = await changesOf(workbook, "row-total");
    sheetNamed(workbook, "台帳").rows[24]![1] = "ここまでの計";
    const names = sheetNames(workbook);
    expect(await over(workbook).mendSheets(changes, CONTROL)).toEqual({
      copies: [],
      moved: [],
      done: [],
      skipped: 1,
      run: "",
    });
    expect(sheetNames(workbook)).toEqual(names);
  });

  it("say that the sheet is protected before anything is made", async () => {
    const { workbook } = dirtyLedger();
    const changes = await changesOf(workbook, "row-total");
    sheetNamed(workbook, "台帳").protected = true;
    const names = sheetNames(workbook);
    await expect(over(workbook).mendSheets(changes, CONTROL)).rejects.toMatchObject({
      problem: { kind: "sheet-protected", sheet: "台帳" },
    });
    expect(sheetNames(workbook)).toEqual(names);
  });
});
