import type { Area, CellValue } from "../../ledger/cell";
import type { SheetModel, WorkbookModel } from "../model";

/** Keeps the values of formula cells right. */
export class Calculator {
  constructor(readonly workbook: WorkbookModel) {}
  cellsChanged(_sheet: SheetModel, _area: Area): void {}
  formulaWritten(_sheet: SheetModel, _key: number): void {}
  sheetAdded(_sheet: SheetModel): void {}
  sheetRemoved(_sheet: SheetModel): void {}
  namesChanged(): void {}
  everythingChanged(): void {}
  recalculate(): void {}
  evaluate(_formula: string, _sheet: SheetModel): CellValue {
    return 0;
  }
}
