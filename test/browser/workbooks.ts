import type { CellValue } from "../../src/cells/cell";
import type { WorkbookModel } from "../../src/embedded/model/model";
import {
  findSheet,
  newWorkbookModel,
  readValue,
  readValues,
  usedArea,
  writeValues,
} from "../../src/embedded/model/workbook";
import { sampleWorkbook } from "./open-pane";

/** Column 状況 of the sample's 台帳, and its first row of measures; zero-based. */
const STATUS_COLUMN = 7;
const FIRST_ROW = 3;

/** The sample with five mistakes, among them two that mend themselves and one that wants a choice. */
export async function brokenWorkbook(): Promise<WorkbookModel> {
  const workbook = await sampleWorkbook();
  const write = (row: number, column: number, value: CellValue) => {
    writeValues(findSheet(workbook, "台帳")!, row, column, [[value]]);
  };
  write(FIRST_ROW, STATUS_COLUMN, "末達成");
  write(FIRST_ROW + 1, STATUS_COLUMN, " 達成");
  write(FIRST_ROW + 2, STATUS_COLUMN, "");
  write(FIRST_ROW + 3, 6, `${String(readValue(findSheet(workbook, "台帳")!, FIRST_ROW + 3, 6))}　`);
  write(FIRST_ROW + 4, 6, "<img src=x onerror=alert(1)>");
  return workbook;
}

/** A ledger of many measures, each with a space behind its name. */
export function untidyWorkbook(measures: number): WorkbookModel {
  const rows = Array.from({ length: measures }, (_, index) => [
    index + 1,
    `分野${String.fromCharCode(65 + (index % 8))}`,
    `事業その${index + 1} `,
    index % 5 === 0 ? "未達成" : "達成",
    index % 5 === 0 ? "調整中のため" : "",
  ]);
  return newWorkbookModel([{ name: "台帳", values: [["番号", "分野", "個別事業", "状況", "理由"], ...rows] }]);
}

/** A workbook with a table that is not a ledger: its 状況 is called something nobody would guess. */
export function strangeWorkbook(): WorkbookModel {
  return newWorkbookModel([
    {
      name: "一覧",
      values: [
        ["分野", "事業名", "できばえ"],
        ["情報化", "端末の更新", "達成"],
        ["情報化", "回線の増強", "未達成"],
      ],
    },
  ]);
}

/** Everything that a failed run must leave alone: names, values and order of the sheets. */
export function contentOf(workbook: WorkbookModel): unknown {
  return workbook.sheets.map((sheet) => {
    const area = usedArea(sheet);
    return [sheet.name, area === null ? [] : readValues(sheet, area)];
  });
}

/** Names of the sheets, in order. */
export function sheetNames(workbook: WorkbookModel): string[] {
  return workbook.sheets.map(({ name }) => name);
}
