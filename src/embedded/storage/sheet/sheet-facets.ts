import type { ChartModel, SheetModel } from "../../model/model";
import type { WHOLE_ELEMENTS } from "./frame";

/*
 * The facets of a sheet besides its cells. A sheet from a file is copied, not written, so what has to be known when
 * saving is which facets are no longer what they were; only those are written into the copy.
 */

/** Facets that are replaced as a whole. */
export type WholeFacet = keyof typeof WHOLE_ELEMENTS;
export type Facet = WholeFacet | "properties" | "view" | "columns" | "printNames";

/** What a sheet is like at one time; texts differ exactly where what they stand for does. */
export interface SheetFacets {
  readonly texts: ReadonlyMap<Facet, string>;
  /** By the object's id; ids of conditional formats are in the order of the file's rules. */
  readonly conditionalFormats: ReadonlyMap<string, string>;
  readonly tables: ReadonlyMap<string, string>;
  readonly charts: ReadonlyMap<string, string>;
  readonly rowHeights: ReadonlyMap<number, number>;
  readonly hiddenRows: ReadonlySet<number>;
}

/** The facets of a sheet as it is now. */
export function copyFacets(sheet: SheetModel): SheetFacets {
  const { page } = sheet;
  const values: Readonly<Record<Facet, unknown>> = {
    properties: [sheet.tabColor, page.fitWide === null && page.fitTall === null],
    view: [sheet.showGridlines, sheet.showHeadings, sheet.frozenRows, sheet.frozenColumns],
    columns: [
      [...sheet.columnWidths],
      [...sheet.hiddenColumns],
      sheet.formats.filter((run) => run.area.row === 0 && run.area.rows === WHOLE_COLUMN),
    ],
    protection: sheet.protected,
    autoFilter: sheet.autoFilter?.area ?? null,
    merged: sheet.merged,
    validations: sheet.validations,
    hyperlinks: sheet.hyperlinks,
    printing: { ...page, printArea: null, titleRows: null },
    printNames: [page.printArea, page.titleRows],
  };
  return {
    texts: new Map(Object.entries(values).map(([facet, value]) => [facet as Facet, JSON.stringify(value)])),
    conditionalFormats: byId(sheet.conditionalFormats, JSON.stringify),
    tables: byId(sheet.tables, JSON.stringify),
    charts: byId(sheet.charts, chartText),
    rowHeights: new Map(sheet.rowHeights),
    hiddenRows: new Set(sheet.hiddenRows),
  };
}

/** Facets that are no longer as they were. */
export function changedFacets(before: SheetFacets, sheet: SheetModel): Set<Facet> {
  const now = copyFacets(sheet);
  return new Set([...now.texts].filter(([facet, text]) => before.texts.get(facet) !== text).map(([facet]) => facet));
}

/** Objects that are new or not as they were, and the ids of those that are gone or not as they were. */
export function changedObjects<T extends { readonly id: string }>(
  before: ReadonlyMap<string, string>,
  now: readonly T[],
  text: (object: T) => string = JSON.stringify,
): { added: T[]; removed: Set<string> } {
  const same = new Set(now.filter((each) => before.get(each.id) === text(each)).map((each) => each.id));
  return {
    added: now.filter((each) => !same.has(each.id)),
    removed: new Set([...before.keys()].filter((id) => !same.has(id))),
  };
}

/** A chart as text; its maps would otherwise look empty. */
export function chartText(chart: ChartModel): string {
  return JSON.stringify(chart, (_, value: unknown) => (value instanceof Map ? [...value] : value));
}

function byId<T extends { readonly id: string }>(
  objects: readonly T[],
  text: (object: T) => string,
): Map<string, string> {
  return new Map(objects.map((each) => [each.id, text(each)]));
}

/** Rows of a format that covers whole columns. */
const WHOLE_COLUMN = 1_048_576;
