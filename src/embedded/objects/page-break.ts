import { defineClass, objectMethod, property, setupMethod } from "./member";
import { rangeOf, type SheetTarget } from "./targets";

/** Breaks between rows (horizontal) or columns (vertical). */
export interface PageBreaksTarget extends SheetTarget {
  readonly axis: "row" | "column";
}

/** One break, before the row or column `at`. */
export interface PageBreakTarget extends PageBreaksTarget {
  readonly at: number;
}

/** Excel.PageBreak */
export const pageBreak = defineClass<PageBreakTarget>({
  name: "PageBreak",
  identity: { as: "_Id", read: (target) => breaksOf(target).indexOf(target.at) },
  members: {
    columnIndex: property("1.9", ({ axis, at }) => (axis === "column" ? at : 0)),
    rowIndex: property("1.9", ({ axis, at }) => (axis === "row" ? at : 0)),
    delete: setupMethod("1.9", (target) => {
      const breaks = breaksOf(target);
      const index = breaks.indexOf(target.at);
      if (index >= 0) breaks.splice(index, 1);
    }),
    getCellAfterBreak: objectMethod("1.9", "Range", ({ sheet, axis, at }) =>
      rangeOf(sheet, { row: axis === "row" ? at : 0, column: axis === "column" ? at : 0, rows: 1, columns: 1 }),
    ),
  },
});

/** Zero-based rows or columns before which a page ends. */
export function breaksOf({ sheet, axis }: PageBreaksTarget): number[] {
  return axis === "row" ? sheet.page.rowBreaks : sheet.page.columnBreaks;
}
