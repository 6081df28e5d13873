import { answerOf, codeOf, onSheet, type Answer, type Ground, type Probe } from "./probe";

/** Reads back what was set, and whether it is the same but for less than a pixel at 100 %. */
async function near(ground: Ground, axis: "row" | "column", points: readonly number[]): Promise<Answer> {
  const read = await onSheet(ground, (sheet) => {
    const formats = points.map((size, at) => {
      const { format } = sheet.getRange(axis === "row" ? `A${at + 1}` : `${"ABCDEF"[at]!}1`);
      if (axis === "row") format.rowHeight = size;
      else format.columnWidth = size;
      format.load("rowHeight,columnWidth");
      return format;
    });
    return () => formats.map(({ rowHeight, columnWidth }) => (axis === "row" ? rowHeight : columnWidth));
  });
  return read.every((size, at) => Math.abs(size - points[at]!) < 0.75) ? "near" : read;
}

/** Formats, lines, heights and widths. */
export const SIZE_PROBES: readonly Probe[] = [
  {
    id: "number-format-single",
    expected: [["0.0", "0.0"], ["0.0", "0.0"]], // prettier-ignore
    run: (ground) =>
      onSheet(ground, (sheet) => {
        const range = sheet.getRange("A1:B2");
        range.numberFormat = "0.0" as unknown as string[][];
        range.load("numberFormat");
        return () => answerOf(range.numberFormat);
      }),
  },
  {
    id: "number-format-one-cell",
    expected: [["@", "@"], ["@", "@"]], // prettier-ignore
    run: (ground) =>
      onSheet(ground, (sheet) => {
        const range = sheet.getRange("A1:B2");
        range.numberFormat = [["@"]];
        range.load("numberFormat");
        return () => answerOf(range.numberFormat);
      }),
  },
  {
    id: "number-format-wrong-shape",
    expected: "InvalidArgument",
    run: (ground) =>
      codeOf(ground, (sheet) => {
        sheet.getRange("A1:B2").numberFormat = [["0", "0"]];
      }),
  },
  {
    id: "row-properties-empty-entries",
    expected: [false, true, false],
    run: (ground) =>
      onSheet(ground, (sheet) => {
        sheet.getRange("A1:B3").setRowProperties([{}, { format: { rowHeight: 42 } }, {}]);
        const formats = [1, 2, 3].map((row) => {
          const { format } = sheet.getRange(`A${row}`);
          format.load("rowHeight");
          return format;
        });
        return () => formats.map(({ rowHeight }) => Math.abs(rowHeight - 42) < 1);
      }),
  },
  {
    id: "column-properties-empty-entries",
    expected: [false, true, false],
    run: (ground) =>
      onSheet(ground, (sheet) => {
        sheet.getRange("A1:C2").setColumnProperties([{}, { format: { columnWidth: 120 } }, {}]);
        const formats = ["A", "B", "C"].map((column) => {
          const { format } = sheet.getRange(`${column}1`);
          format.load("columnWidth");
          return format;
        });
        return () => formats.map(({ columnWidth }) => Math.abs(columnWidth - 120) < 1);
      }),
  },
  {
    id: "row-properties-read",
    expected: ["#FFFF00", "mixed", "#FFFFFF"],
    run: (ground) =>
      onSheet(ground, (sheet) => {
        sheet.getRange("A1:B1").format.fill.color = "#FFFF00";
        sheet.getRange("A2").format.fill.color = "#FFFF00";
        const rows = sheet.getRange("A1:B3").getRowProperties({ format: { fill: { color: true } } });
        return () => rows.value.map(({ format }) => format?.fill?.color ?? "mixed").map((color) => color || "mixed");
      }),
  },
  {
    id: "border-precedence",
    expected: { own: "Medium", shared: "Medium" },
    run: (ground) =>
      onSheet(ground, (sheet) => {
        const edge = (address: string, name: "EdgeTop" | "EdgeBottom"): Excel.RangeBorder =>
          sheet.getRange(address).format.borders.getItem(name);
        const [upper, lower] = [edge("A1", "EdgeBottom"), edge("A2", "EdgeTop")];
        upper.style = "Continuous";
        upper.weight = "Thin";
        lower.style = "Continuous";
        lower.weight = "Medium";
        upper.load("weight");
        lower.load("weight");
        return () => ({ own: lower.weight, shared: upper.weight });
      }),
  },
  { id: "row-height", expected: "near", run: (ground) => near(ground, "row", [18, 21, 30, 409.5]) },
  {
    id: "row-height-too-large",
    expected: "InvalidArgument",
    run: (ground) =>
      codeOf(ground, (sheet) => {
        sheet.getRange("A1").format.rowHeight = 409.6;
      }),
  },
  { id: "column-width", expected: "near", run: (ground) => near(ground, "column", [54, 100.3]) },
];
