import type { Collection } from "../../collect/collect";
import type { CellValue } from "../../cells/cell";
import type { FieldProfile, PlanProfile } from "../../ledger/settings";
import { FIELDS_SHEET, PLAN_SHEET, SETTINGS_SHEET } from "../../ledger/sheet-names";
import { formatEraDate, tokyoDate } from "../../ledger/wareki";
import { newLedger } from "../new-ledger";
import type { SheetPlan } from "../plan";
import { collectedSheet } from "./ledger-sheet";
import { columnsSheet } from "./columns-sheet";
import { conflictsSheet } from "./conflicts-sheet";
import { filesSheet } from "./files-sheet";
import { sectionsSheet } from "./sections-sheet";

/** The sheets of a collection: the ledger first, what is said of it, then 設定 and, where the ledgers had them, 分野 and 計画. */
export function planCollection(collection: Collection, today: Date): SheetPlan[] {
  const day = formatEraDate(tokyoDate(today));
  const beside = newLedger(collection.settings);
  const named = (name: string) => beside.filter((sheet) => sheet.name === name);
  return [
    collectedSheet(collection, day),
    sectionsSheet(collection, day),
    conflictsSheet(collection),
    filesSheet(collection),
    columnsSheet(collection),
    ...named(SETTINGS_SHEET),
    ...(collection.fields.length === 0
      ? []
      : named(FIELDS_SHEET).map((sheet) => withRows(sheet, collection.fields.map(fieldRow)))),
    ...(isEmpty(collection.plan)
      ? []
      : named(PLAN_SHEET).map((sheet) => ({
          ...sheet,
          blocks: [{ row: 0, column: 0, cells: [["項目", "内容"], ...planRows(collection.plan)] }],
        }))),
  ];
}

function withRows(sheet: SheetPlan, rows: readonly (readonly CellValue[])[]): SheetPlan {
  return { ...sheet, blocks: sheet.blocks.map((block) => ({ ...block, cells: [...block.cells, ...rows] })) };
}

function fieldRow({ name, shortName, goals, results }: FieldProfile): CellValue[] {
  return [name, shortName, goals.join("\n"), results.join("\n")];
}

function isEmpty(plan: PlanProfile): boolean {
  return Object.values(plan).every((value: string | readonly string[]) => value.length === 0);
}

function planRows(plan: PlanProfile): CellValue[][] {
  const items: readonly (readonly [string, string | readonly string[]])[] = [
    ["自治体名", plan.municipality],
    ["計画名", plan.name],
    ["作成課", plan.author],
    ["発行年月", plan.published],
    ["開始年度", plan.startYear],
    ["終了年度", plan.endYear],
    ["期区分", plan.phases],
    ["策定の趣旨", plan.purpose],
    ["基本目標", plan.basicGoals],
    ["成果", plan.achievements],
    ["課題", plan.challenges],
    ["今後の取組", plan.outlook],
    ["未達成の理由", plan.notAchievedReasons],
    ["中止の理由", plan.cancelledReasons],
  ];
  return items.flatMap(([item, value]) => (typeof value === "string" ? [value] : value).map((text) => [item, text]));
}
