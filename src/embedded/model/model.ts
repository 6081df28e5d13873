import type { Area, CellValue } from "../../cells/cell";
import type { CellStyles } from "./cell-styles";

/*
 * The in-memory workbook that the server's objects work on and that storage opens and saves.
 * Plain data: no Excel class, no file format. Positions are zero-based, lengths are points.
 */

/** Everything a cell's look can say; a property that is absent was never set. Colours are "#RRGGBB". */
export interface CellFormat {
  fontName?: string;
  fontSize?: number;
  bold?: boolean;
  italic?: boolean;
  underline?: string;
  strikethrough?: boolean;
  fontColor?: string;
  /** "" is no fill. */
  fill?: string;
  horizontal?: string;
  vertical?: string;
  wrapText?: boolean;
  indent?: number;
  shrinkToFit?: boolean;
  textOrientation?: number;
  numberFormat?: string;
  locked?: boolean;
  /** By edge: EdgeTop, EdgeBottom, EdgeLeft, EdgeRight of each single cell. */
  borders?: Partial<Record<"EdgeTop" | "EdgeBottom" | "EdgeLeft" | "EdgeRight", BorderModel>>;
}

export interface BorderModel {
  style: string;
  weight: string;
  color: string;
}

/** A format laid over an area; later runs win, property by property. */
export interface FormatRun {
  area: Area;
  format: CellFormat;
}

export interface ChartSeriesModel {
  name: string;
  nameRef: string | null;
  valuesRef: string;
  categoriesRef: string | null;
  fill: string | null;
  /** Colour of single points, by index (doughnut). */
  pointFills: Map<number, string>;
  /** Colour of single points' labels, by index, where it is not that of the series' labels. */
  pointLabelColors?: Map<number, string>;
  lineColor: string | null;
  lineWeight: number | null;
  hasDataLabels: boolean;
  labels: ChartLabelsModel;
  gapWidth: number | null;
  overlap: number | null;
  doughnutHoleSize: number | null;
}

export interface ChartLabelsModel {
  showValue: boolean;
  showCategoryName: boolean;
  showSeriesName: boolean;
  showPercentage: boolean;
  showLegendKey: boolean;
  numberFormat: string | null;
  position: string | null;
  fontColor: string | null;
  fontSize: number | null;
  fontName: string | null;
  bold: boolean | null;
}

export interface ChartAxisModel {
  visible: boolean;
  title: string | null;
  reversePlotOrder: boolean;
  majorGridlines: boolean;
  minorGridlines: boolean;
  numberFormat: string | null;
  minimum: number | null;
  maximum: number | null;
  majorUnit: number | null;
  fontName: string | null;
  fontSize: number | null;
  fontColor: string | null;
  lineVisible: boolean;
}

export interface ChartModel {
  id: string;
  name: string;
  chartType: string;
  title: string | null;
  /** The cell that the title follows, e.g. "='集計'!$A$1". */
  titleRef?: string;
  titleFontName: string | null;
  titleFontSize: number | null;
  titleFontColor: string | null;
  titleBold: boolean | null;
  legendVisible: boolean;
  legendPosition: string;
  legendFontSize: number | null;
  legendFontName: string | null;
  left: number;
  top: number;
  width: number;
  height: number;
  /** Cells the chart covers, once setPosition said so. */
  place: Area | null;
  fontName: string | null;
  fontSize: number | null;
  fontColor?: string | null;
  borderVisible: boolean;
  series: ChartSeriesModel[];
  categoryAxis: ChartAxisModel;
  valueAxis: ChartAxisModel;
}

export interface TableModel {
  id: string;
  name: string;
  area: Area;
  showHeaders: boolean;
  showTotals: boolean;
  style: string;
  showBandedRows: boolean;
  showFilterButton: boolean;
}

export interface NameModel {
  name: string;
  formula: string;
  comment: string;
  visible: boolean;
}

export interface HyperlinkModel {
  row: number;
  column: number;
  address: string | null;
  documentReference: string | null;
  screenTip: string | null;
}

export interface ValidationModel {
  area: Area;
  /** As Excel's DataValidationRule, e.g. { list: { inCellDropDown: true, source: "=…" } }. */
  rule: Record<string, unknown>;
  errorAlert: Record<string, unknown> | null;
  prompt: Record<string, unknown> | null;
  ignoreBlanks: boolean;
}

export interface ConditionalFormatModel {
  id: string;
  area: Area;
  type: string;
  formula: string | null;
  fontColor: string | null;
  fill: string | null;
  stopIfTrue: boolean;
}

export interface PageLayoutModel {
  orientation: string;
  paperSize: string;
  topMargin: number;
  bottomMargin: number;
  leftMargin: number;
  rightMargin: number;
  headerMargin: number;
  footerMargin: number;
  centerHorizontally: boolean;
  centerVertically: boolean;
  printArea: Area | null;
  titleRows: { first: number; last: number } | null;
  scale: number | null;
  fitWide: number | null;
  fitTall: number | null;
  firstPageNumber: number | null;
  blackAndWhite: boolean;
  printGridlines: boolean;
  headerLeft: string;
  headerCenter: string;
  headerRight: string;
  footerLeft: string;
  footerCenter: string;
  footerRight: string;
  /** Zero-based rows and columns before which a page ends. */
  rowBreaks: number[];
  columnBreaks: number[];
}

export interface SheetModel {
  /** As Excel's worksheet id, e.g. "{00000000-0001-0000-0000-000000000000}". */
  id: string;
  name: string;
  visibility: "Visible" | "Hidden" | "VeryHidden";
  tabColor: string;
  showGridlines: boolean;
  showHeadings: boolean;
  protected: boolean;
  /** Values row by row; a missing row or cell is blank. Formula cells hold their calculated value. */
  rows: (CellValue[] | undefined)[];
  /** Formula text ("=A1") by `row * 16384 + column`. */
  formulas: Map<number, string>;
  formats: FormatRun[];
  /** Points, by column and by row; absent ones have the default. */
  columnWidths: Map<number, number>;
  rowHeights: Map<number, number>;
  defaultColumnWidth: number;
  defaultRowHeight: number;
  hiddenRows: Set<number>;
  hiddenColumns: Set<number>;
  merged: Area[];
  frozenRows: number;
  frozenColumns: number;
  autoFilter: { area: Area; filtered: boolean } | null;
  tables: TableModel[];
  charts: ChartModel[];
  names: NameModel[];
  hyperlinks: HyperlinkModel[];
  validations: ValidationModel[];
  conditionalFormats: ConditionalFormatModel[];
  page: PageLayoutModel;
  customProperties: Map<string, string>;
  /**
   * Where the sheet stands in the opened file ("xl/worksheets/sheet1.xml"), or null for a sheet made since.
   * Storage keeps an unchanged sheet's parts byte for byte.
   */
  part: string | null;
  /** Set by the server on any change to a sheet that came from a file; names of cells that changed, by `row * 16384 + column`. */
  changed: { cells: Set<number>; other: boolean };
  /** Number format and look of cells that came from a file, by style index of that file; for Range.text and format reads. */
  styleIndexes: CellStyles | null;
}

/** Cells of one sheet. */
export interface SheetArea {
  readonly sheet: SheetModel;
  readonly area: Area;
}

export interface WorkbookModel {
  fileName: string;
  readOnly: boolean;
  structureProtected: boolean;
  sheets: SheetModel[];
  /** Id of the active sheet. */
  activeSheet: string;
  selection: { sheet: string; area: Area };
  names: NameModel[];
  settings: Map<string, unknown>;
  customProperties: Map<string, string | number | boolean>;
  properties: Map<string, string>;
  date1904: boolean;
  /** Formats of the opened file's cell styles, by style index. */
  fileFormats: CellFormat[];
}
