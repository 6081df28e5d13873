import type { SheetModel } from "../model";

/*
 * The facets of a sheet besides its cells. A sheet from a file is copied, not written, so what has to be known when
 * saving is which facets are no longer what they were; only those are written into the copy.
 */

/** Each facet with the elements of the sheet part that say it. */
export const FACETS = {
  properties: ["sheetPr"],
  view: ["sheetViews"],
  columns: ["sheetFormatPr", "cols"],
  protection: ["sheetProtection"],
  autoFilter: ["autoFilter"],
  merged: ["mergeCells"],
  conditionalFormats: ["conditionalFormatting"],
  validations: ["dataValidations"],
  hyperlinks: ["hyperlinks"],
  printing: ["printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks"],
  charts: ["drawing"],
  tables: ["tableParts"],
} as const;

export type Facet = keyof typeof FACETS;

/** What the facets of a sheet are like, each as text that differs exactly where the facet does. */
export interface SheetFacets {
  readonly texts: ReadonlyMap<Facet, string>;
  readonly printNames: string;
  readonly rowHeights: ReadonlyMap<number, number>;
  readonly hiddenRows: ReadonlySet<number>;
  readonly names: string;
}

/** The facets of a sheet as it is now. */
export function copyFacets(sheet: SheetModel): SheetFacets {
  const { page } = sheet;
  const values: Record<Facet, unknown> = {
    properties: [sheet.tabColor, page.fitWide, page.fitTall],
    view: [sheet.showGridlines, sheet.showHeadings, sheet.frozenRows, sheet.frozenColumns],
    columns: [
      [...sheet.columnWidths],
      [...sheet.hiddenColumns],
      sheet.defaultColumnWidth,
      sheet.defaultRowHeight,
      sheet.formats.filter((run) => run.area.row === 0 && run.area.rows === WHOLE_COLUMN),
    ],
    protection: sheet.protected,
    autoFilter: sheet.autoFilter?.area ?? null,
    merged: sheet.merged,
    conditionalFormats: sheet.conditionalFormats,
    validations: sheet.validations,
    hyperlinks: sheet.hyperlinks,
    printing: { ...page, printArea: null, titleRows: null },
    charts: sheet.charts.map((chart) => ({ ...chart, series: chart.series.map((each) => ({ ...each, pointFills: [...each.pointFills] })) })),
    tables: sheet.tables,
  };
  return {
    texts: new Map(Object.entries(values).map(([facet, value]) => [facet as Facet, JSON.stringify(value)])),
    printNames: JSON.stringify([page.printArea, page.titleRows]),
    rowHeights: new Map(sheet.rowHeights),
    hiddenRows: new Set(sheet.hiddenRows),
    names: JSON.stringify(sheet.names),
  };
}

/** Facets that are no longer as they were. */
export function changedFacets(before: SheetFacets, sheet: SheetModel): Set<Facet> {
  const now = copyFacets(sheet);
  return new Set([...now.texts].filter(([facet, text]) => before.texts.get(facet) !== text).map(([facet]) => facet));
}

/** Rows of a format that covers whole columns. */
const WHOLE_COLUMN = 1_048_576;
