import { toHostError } from "./errors";
import type { ExcelHost } from "./host";
import { supports, untracked } from "./support";

/**
 * Makes an empty sheet look and hold what another one does: values, formulas, formats, merged cells, widths and heights.
 * What lies over the cells (pictures, charts) stays where it is.
 *
 * @throws HostError
 */
export async function fillCopy(host: ExcelHost, from: string, to: string): Promise<void> {
  try {
    await host.run(async (context) => {
      const { worksheets } = context.workbook;
      // It outlives the first sync, for it is what is copied.
      const used = worksheets.getItem(from).getUsedRange();
      used.load("rowIndex,columnIndex,rowCount,columnCount");
      const widths = used.getColumnProperties({ columnIndex: true, format: { columnWidth: true } });
      const heights = used.getRowProperties({ rowIndex: true, format: { rowHeight: true } });
      const merged = supports(host, "1.13", used, "getMergedAreasOrNullObject")
        ? used.getMergedAreasOrNullObject()
        : null;
      merged?.areas.load("items/rowIndex,items/columnIndex,items/rowCount,items/columnCount");
      await context.sync();

      const copy = worksheets.getItem(to);
      const { rowIndex: row, columnIndex: column, rowCount: rows, columnCount: columns } = used;
      const target = untracked(copy.getRangeByIndexes(row, column, rows, columns));
      target.copyFrom(used, "All");
      if (merged?.isNullObject === false) {
        for (const area of merged.areas.items) {
          const { rowIndex, columnIndex, rowCount, columnCount } = area;
          untracked(copy.getRangeByIndexes(rowIndex, columnIndex, rowCount, columnCount)).merge(false);
        }
      }
      widths.value.forEach(({ format }, index) => {
        const width = format?.columnWidth;
        if (typeof width !== "number" || width <= 0) return;
        untracked(copy.getRangeByIndexes(row, column + index, 1, 1)).format.columnWidth = width;
      });
      for (const { first, count, height } of runsOf(heights.value.map(({ format }) => format?.rowHeight))) {
        untracked(copy.getRangeByIndexes(row + first, column, count, 1)).format.rowHeight = height;
      }
      await context.sync();
    });
  } catch (error) {
    throw toHostError(error);
  }
}

/** Rows of one height that follow one another; hidden ones (0) are left as they are. */
function runsOf(
  heights: readonly (number | undefined)[],
): { readonly first: number; readonly count: number; readonly height: number }[] {
  const runs: { first: number; count: number; height: number }[] = [];
  heights.forEach((height, index) => {
    const run = runs[runs.length - 1];
    if (height === undefined || height <= 0) return;
    if (run !== undefined && run.height === height && run.first + run.count === index) run.count++;
    else runs.push({ first: index, count: 1, height });
  });
  return runs;
}
