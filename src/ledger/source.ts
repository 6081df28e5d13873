import type { Area, CellValue } from "../cells/cell";

/**
 * What was read of one worksheet: the values of its used range and where that range begins.
 * This is the only thing the pure core knows of a sheet; it never holds an Excel object.
 */
export interface SheetSource {
  readonly name: string;
  /** Zero-based position of `values[0][0]` on the sheet. */
  readonly row: number;
  readonly column: number;
  /** Values of the used range, row by row; `[]` for an empty sheet. */
  readonly values: readonly (readonly CellValue[])[];
  /** Same shape as `values`; a formula cell holds its formula text ("=A1"). Only read for a check. */
  readonly formulas?: readonly (readonly CellValue[])[];
  /** What only a check needs to know about the sheet. */
  readonly structure?: SheetStructure;
}

/** Facts about a sheet beyond its values. `null` means: this Excel cannot tell, so rules that need it stay silent. */
export interface SheetStructure {
  readonly mergedAreas: readonly Area[] | null;
  /** Zero-based sheet rows and columns that are hidden (by hand or by a filter). */
  readonly hiddenRows: readonly number[] | null;
  readonly hiddenColumns: readonly number[] | null;
  readonly filtered: boolean | null;
  readonly tables: readonly { readonly name: string; readonly area: Area; readonly showTotals: boolean }[] | null;
  /**
   * What marks each row of `values`, in order: "#RRGGBB" where the whole row has one fill, "" for no fill, null where the cells
   * of the row differ; with " struck" behind it where all of the row is struck through, and with the colour of its letters
   * where that is one and not black ("#FFFF00 struck #FF0000").
   */
  readonly rowFills: readonly (string | null)[] | null;
}

/** One entry of the workbook's sheet list. */
export interface SheetSummary {
  readonly name: string;
  readonly visible: boolean;
  readonly protected: boolean;
}

/** Everything one run reads of a workbook. */
export interface WorkbookSource {
  readonly sheets: readonly SheetSummary[];
  readonly activeSheet: string;
  /** File name of the workbook, for 作成記録; "" while it has never been saved. */
  readonly fileName: string;
  readonly readOnly: boolean;
  readonly structureProtected: boolean;
  /** The sheets whose cells were read, by name: the ledger or the candidates for it, 設定, 分野, 計画, 作成記録. */
  readonly read: ReadonlyMap<string, SheetSource>;
}
