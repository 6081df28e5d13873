import type { SheetModel } from "../../model/model";
import { newSheetModel } from "../../model/workbook";
import { wholeColumns } from "./columns";
import { isFitted } from "./page";
import type { WHOLE_ELEMENTS } from "./write-frame";

/*
 * The facets of a sheet besides its cells. A sheet from a file is copied, not written, so what has to be known when
 * saving is which facets are no longer what they were; only those are written into the copy.
 */

/** Facets that are replaced as a whole. */
export type WholeFacet = keyof typeof WHOLE_ELEMENTS;
type Facet = WholeFacet | "properties" | "view" | "columns" | "printNames";

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
    properties: [sheet.tabColor, isFitted(page)],
    view: [sheet.showGridlines, sheet.showHeadings, sheet.frozenRows, sheet.frozenColumns],
    columns: [[...sheet.columnWidths], [...sheet.hiddenColumns], wholeColumns(sheet)],
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
    conditionalFormats: byId(sheet.conditionalFormats),
    tables: byId(sheet.tables),
    charts: byId(sheet.charts),
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
): { added: T[]; removed: Set<string> } {
  const texts = byId(now);
  return {
    added: now.filter(({ id }) => texts.get(id) !== before.get(id)),
    removed: new Set([...before.keys()].filter((id) => texts.get(id) !== before.get(id))),
  };
}

/** Objects as text, by their ids. */
function byId(objects: readonly { readonly id: string }[]): Map<string, string> {
  // The maps of charts would otherwise look empty.
  const spread = (_: string, value: unknown): unknown => (value instanceof Map ? [...value] : value);
  return new Map(objects.map((each) => [each.id, JSON.stringify(each, spread)]));
}

/** What a new sheet was like before: all that it is has to be written. */
export const NO_FACETS: SheetFacets = { ...copyFacets(newSheetModel("", "")), texts: new Map() };
