import { describe, expect, it } from "vitest";
import type { CellValue } from "../../src/cells/cell";
import { readFieldProfiles } from "../../src/ledger/read-fields";
import { readLedger } from "../../src/ledger/read-ledger";
import { readPlanProfile } from "../../src/ledger/read-plan";
import { readSettings } from "../../src/ledger/read-settings";
import { DEFAULT_SETTINGS } from "../../src/ledger/settings";
import { columnPoints } from "../../src/report/lengths";
import { newLedger } from "../../src/report/new-ledger";
import type { SheetPlan } from "../../src/report/plan";
import { sheetOf } from "../validation/check-rows";
import { VOCABULARIES } from "../validation/vocabularies";

const source = (plan: SheetPlan) => sheetOf(plan.name, (plan.blocks[0]?.cells ?? []) as CellValue[][]);

describe("newLedger", () => {
  const settings = { ...DEFAULT_SETTINGS, statuses: VOCABULARIES["長与町"]!, relisted: "both" as const, decimals: 2 };
  const [ledger, settingsSheet, fields, plan] = newLedger(settings) as [SheetPlan, SheetPlan, SheetPlan, SheetPlan];

  it("is four sheets that the product reads without a remark", () => {
    expect([ledger, settingsSheet, fields, plan].map(({ name, kind }) => [name, kind])).toEqual([
      ["台帳", "input"],
      ["設定", "input"],
      ["分野", "input"],
      ["計画", "input"],
    ]);
    expect(readSettings(source(settingsSheet))).toEqual({ settings, notices: [] });
    expect(readFieldProfiles(source(fields))).toEqual({ fields: [], notices: [] });
    expect(readPlanProfile(source(plan)).notices).toEqual([]);
    expect(readLedger(source(ledger), { statuses: settings.statuses, fieldOrder: [] }).problem).toMatchObject({
      kind: "empty-ledger",
      headerAddress: "A3:N3",
    });
  });

  it("offers every way to count by a name that 設定 is read by", () => {
    const [, sheet] = newLedger() as [SheetPlan, SheetPlan];
    const cells = sheet.blocks[0]!.cells;
    expect(sheet.validations!.map(({ area, source: list }) => [cells[area.row]![0], list])).toEqual([
      ["再掲", "含む,除く,併記"],
      ["端数処理", "四捨五入,切り捨て,合計を100に調整,最大区分で調整"],
      ["小数桁数", "0,1,2"],
      ["数字", "半角,全角,一桁全角"],
      ["集計値", "数式,固定値"],
    ]);
    for (const { area, source: list } of sheet.validations!) {
      for (const value of list.split(",")) {
        const rows = cells.map((row) => [...row]) as CellValue[][];
        rows[area.row]![1] = value;
        const read = readSettings(sheetOf("設定", rows));
        expect(read.notices).toEqual([]);
        expect(newLedger(read.settings)[1]!.blocks[0]!.cells[area.row]![1]).toEqual(
          /^\d$/.test(value) ? Number(value) : value,
        );
      }
    }
  });

  it("is a ledger as soon as a row is filled in", () => {
    const row = new Array<CellValue>(14).fill("");
    row[1] = "福祉";
    row[5] = "見守り";
    row[7] = "S";
    const rows = [...(ledger.blocks[0]!.cells as CellValue[][]), row];
    const read = readLedger(sheetOf("台帳", rows), { statuses: settings.statuses, fieldOrder: [] });
    expect(read.ledger?.measures).toMatchObject([{ field: "福祉", name: "見守り", statusIndex: 0 }]);
    expect(Object.keys(read.ledger?.columns ?? {})).toHaveLength(14);
  });

  it("offers the vocabulary and the fields from their sheets, for 2,000 rows", () => {
    const lists = ledger.validations!.map(({ area, source: list }) => ({ area, list }));
    expect(lists).toEqual([
      { area: { row: 3, column: 1, rows: 2_000, columns: 1 }, list: "='分野'!$A$2:$A$31" },
      { area: { row: 3, column: 7, rows: 2_000, columns: 1 }, list: "='設定'!$A$3:$A$14" },
      { area: { row: 3, column: 8, rows: 2_000, columns: 1 }, list: "再掲" },
    ]);
    for (const list of [...ledger.validations!, ...settingsSheet.validations!]) {
      expect(list.promptTitle.length).toBeLessThanOrEqual(32);
      expect(list.prompt.length).toBeGreaterThan(0);
      expect(list.prompt.length).toBeLessThanOrEqual(255);
    }
  });

  it("keeps header and legend in sight and prints on A4 across", () => {
    expect(ledger.freezeRows).toBe(3);
    expect(ledger.blocks[0]?.cells[1]?.[0]).toMatch(/S/);
    const width = ledger.columnWidths.reduce((sum, characters) => sum + columnPoints(characters), 0);
    expect((width * ledger.page.scale!) / 100).toBeLessThanOrEqual(842 - 2 * 19);
    expect(ledger.page).toMatchObject({ orientation: "Landscape", grows: true, titleRows: { first: 2, last: 2 } });
    expect(ledger.page.scale).toBeGreaterThanOrEqual(85);
  });
});
