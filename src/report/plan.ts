import type { Area, CellValue } from "../cells/cell";

/** A formula together with the value it must have; the value is what the tally says. */
export interface FormulaCell {
  /** English function names, A1 references, beginning with "=". */
  readonly formula: string;
  readonly value: CellValue;
}

/** What a report cell holds: plain text or number, a formula, or null for a cell that stays as it is. */
export type PlanCell = CellValue | FormulaCell | null;

/** A rectangle of cells; the position is zero-based. Every row has the same length. */
export interface Block {
  readonly row: number;
  readonly column: number;
  readonly cells: readonly (readonly PlanCell[])[];
}

/**
 * What a cell is for, never how it looks: `report/theme.ts` says how each role looks.
 * A cell may be covered by several areas; later ones add to earlier ones.
 */
export type Role =
  | "body"
  | "coverTitle"
  | "coverText"
  | "title"
  | "subtitle"
  | "heading"
  | "subheading"
  | "paragraph"
  /** One printed line of a booklet page: never wrapped, because it was broken when it was planned. */
  | "line"
  /** The same, set against the right edge. */
  | "lineEnd"
  | "bullet"
  | "missing"
  | "contradicted"
  /** The line that says that counts have changed since the sentences were written. */
  | "stale"
  | "tableHeader"
  | "tableText"
  | "tableCount"
  | "tableRate"
  /** A difference of counts or of rates: ▲ for minus, nothing for plus. */
  | "tableChange"
  | "tableRateChange"
  /** A value of the ledger with none, one or two decimals, or as Excel shows it; a text in its place wraps. */
  | "tableValue"
  | "tableValue1"
  | "tableValue2"
  | "tableValueAny"
  | "tableStatus"
  | "tableDate"
  | "tableTotal"
  | "tableLast"
  | "note"
  | "link"
  /** A measure's card: its name, and below it the lines that say what a text is and the text. */
  | "cardHeading"
  | "cardLabel"
  | "cardText"
  | "treeField"
  | "treeHeading"
  | "treePolicy"
  | "treeMeasure"
  | "treeStatus"
  | "contentsEntry"
  | "contentsPage"
  | "input";

/** Areas that share a role. */
export interface RoleAreas {
  readonly role: Role;
  readonly areas: readonly Area[];
}

/** Kinds of chart the report draws; names are Excel.ChartType's. Bars lie, columns stand. */
export type ChartKind = "BarStacked" | "BarStacked100" | "BarClustered" | "ColumnClustered" | "Line" | "Doughnut";

/** One series of a chart. */
export interface ChartSeriesPlan {
  readonly name: string;
  /** Fill colour "#RRGGBB" and the colour its labels are readable in. */
  readonly color: string;
  readonly labelColor: string;
}

/** A chart over a contiguous block of cells: header row on top, categories in the first column, one series a column. */
export interface ChartPlan {
  /** Unique in the workbook. */
  readonly name: string;
  readonly kind: ChartKind;
  readonly title: string;
  /** Cell of the sheet that the title follows, where it says a count. */
  readonly titleCell?: { readonly row: number; readonly column: number };
  readonly source: Area;
  readonly seriesBy: "Columns" | "Rows";
  readonly series: readonly ChartSeriesPlan[];
  /** For a doughnut: one colour per point instead of per series. */
  readonly pointColors?: readonly ChartSeriesPlan[];
  /** Cells the chart covers. */
  readonly place: Area;
  /** Number format of the labels; zero labels stay off by the format's empty third section, e.g. "0;;;". */
  readonly labelFormat: string;
  readonly valueAxisTitle?: string;
}

/** A link from a cell to another sheet of the report. */
export interface LinkPlan {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  /** Name of the sheet as the plan knows it; the writer follows a sheet that had to take another name. */
  readonly sheet: string;
  readonly cell: string;
}

/** Print settings. Lengths are points. */
export interface PagePlan {
  readonly orientation: "Portrait" | "Landscape";
  readonly margins: {
    readonly top: number;
    readonly bottom: number;
    readonly left: number;
    readonly right: number;
    readonly header: number;
    readonly footer: number;
  };
  readonly printArea: Area;
  /** True for a sheet that people go on filling: all that it holds is printed, and `printArea` is only what it began with. */
  readonly grows?: boolean;
  /** Zero-based rows repeated on every page. */
  readonly titleRows?: { readonly first: number; readonly last: number };
  /** Zero-based rows before which a page ends. */
  readonly breaksBefore?: readonly number[];
  /** In Excel's codes, e.g. "&9計画" and "- &P -": "&&" is an ampersand. */
  readonly header?: string;
  readonly footer?: string;
  readonly firstPageNumber?: number;
  /** Percent; when absent the sheet is fitted to one page in width and as many as needed in height. */
  readonly scale?: number;
  readonly centerHorizontally?: boolean;
}

/** List validation of an area from a range (new ledger). */
export interface ListValidationPlan {
  readonly area: Area;
  /** "='設定'!$A$3:$A$20" or a short literal list. */
  readonly source: string;
  readonly promptTitle: string;
  readonly prompt: string;
  readonly errorTitle: string;
  readonly error: string;
}

/** One new worksheet, complete as data: what is in its cells and what each part is for. */
export interface SheetPlan {
  readonly name: string;
  readonly blocks: readonly Block[];
  readonly roles: readonly RoleAreas[];
  /** Width of each column from A on, in characters of the default font as Excel counts them. */
  readonly columnWidths: readonly number[];
  /** Heights in points of runs of rows; rows not named keep the default. */
  readonly rowHeights: readonly { readonly row: number; readonly rows: number; readonly height: number }[];
  readonly charts: readonly ChartPlan[];
  readonly links: readonly LinkPlan[];
  readonly page: PagePlan;
  /** Rows frozen at the top. */
  readonly freezeRows?: number;
  readonly validations?: readonly ListValidationPlan[];
  /** Decimals (0–2) of the percentages on this sheet; 1 where absent. */
  readonly rateDecimals?: number;
  /** Sheets of the report have no gridlines and an accent tab; a new ledger keeps both ordinary. */
  readonly kind: "report" | "input";
}
