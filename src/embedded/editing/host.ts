import { noteSheet } from "../model/changes";
import type { Area } from "../../cells/cell";
import { Calculator } from "../calculation/calculator";
import { uniformFormat } from "../model/formats";
import { ExcelError } from "./excel-error";
import type { SheetModel, WorkbookModel } from "../model/model";
import { worksheetId } from "../model/workbook";

/**
 * Decides about one use of a member ("Worksheet.delete", "Range.values" read, "Range.values=" set) of what stands behind an
 * object. What it returns is the member's
 * result, what it throws is what Excel answers; `use` does what this Excel does by itself.
 */
export type Around = (member: string, target: object, use: () => unknown) => unknown;

/** What the objects of the API share: the workbook, its calculation, and what the whole application knows. */
export class Host {
  readonly calculator: Calculator;
  calculationMode = "Automatic";
  /** True until the end of a batch that asked for it. */
  calculationSuspended = false;
  enableEvents = true;
  /** Told when cells of a sheet move: where an area comes to lie, null where all of it is deleted. */
  onMoved: ((sheet: SheetModel, shifted: (area: Area) => Area | null) => void) | null = null;
  around: Around = (_member, _target, use) => use();
  private sheetSequence: number;
  private objectSequence = 0;
  private readonly deletedSheets = new WeakSet<SheetModel>();

  constructor(
    readonly workbook: WorkbookModel,
    /** The day that dates typed without a year belong to. */
    readonly today: () => Date,
  ) {
    this.calculator = new Calculator(workbook);
    this.sheetSequence = Math.max(
      0,
      ...workbook.sheets.map((sheet) => Number.parseInt(/-([0-9A-F]{4,})-/i.exec(sheet.id)?.[1] ?? "0", 16)),
    );
  }

  /** An id no sheet of this workbook has or had. */
  newSheetId(): string {
    return worksheetId(++this.sheetSequence);
  }

  /** An id for a table, chart or rule that no other object has. */
  newObjectId(): string {
    const taken = new Set(
      this.workbook.sheets.flatMap((sheet) =>
        [...sheet.tables, ...sheet.charts, ...sheet.conditionalFormats].map((object) => object.id),
      ),
    );
    let id: string;
    do {
      id = `{00000000-0000-0000-0001-${(++this.objectSequence).toString(16).toUpperCase().padStart(12, "0")}}`;
    } while (taken.has(id));
    return id;
  }

  /** Throws AccessDenied where sheets may not be added, removed, renamed or moved. */
  editStructure(): void {
    if (this.workbook.structureProtected) throw new ExcelError("AccessDenied");
  }

  /** To be called before anything of a sheet but its cells changes. Throws AccessDenied on a protected sheet. */
  editSheet(sheet: SheetModel): void {
    if (sheet.protected) throw new ExcelError("AccessDenied");
    noteSheet(sheet);
  }

  /** To be called before cells get other contents. Throws AccessDenied where a locked cell is on a protected sheet. */
  editCells(sheet: SheetModel, area: Area): void {
    if (sheet.protected) {
      const locked = uniformFormat(this.workbook, sheet, [area], (format) => format.locked, true);
      if (locked !== false) throw new ExcelError("AccessDenied");
    }
    this.calculator.cellsChanged(sheet, area);
  }

  /** Brings formula cells up to date, unless that is suspended; in manual mode only those just entered. */
  calculate(): void {
    if (!this.calculationSuspended) this.calculator.recalculate(this.isManual);
  }

  /**
   * Ends the suspension that a batch asked for. In manual mode nobody calculates what was entered meanwhile: "once set, it is
   * the developer's responsibility to re-calc the workbook" (Excel.Application.suspendApiCalculationUntilNextSync).
   */
  endBatch(): void {
    if (this.calculationSuspended && this.isManual) this.calculator.postpone();
    this.calculationSuspended = false;
    this.calculate();
  }

  private get isManual(): boolean {
    return this.calculationMode === "Manual";
  }

  /** Remembers that a sheet is gone, so that what still points to it fails. */
  sheetDeleted(sheet: SheetModel): void {
    this.deletedSheets.add(sheet);
  }

  isDeleted(sheet: SheetModel): boolean {
    return this.deletedSheets.has(sheet);
  }
}
