import type { SheetPlan } from "../../report/plan";
import { BatchSheet, buildSteps } from "../build-sheet";
import { loadContent } from "../read-own-sheets";
import { contentFingerprint, gridOf, planFingerprint } from "../sheet-content";
import { onSheet, type Answer, type Ground, type Probe } from "./probe";

const area = (row: number, column: number, rows: number, columns: number) => ({ row, column, rows, columns });

/** A sheet with everything that the report's sheets have: a table with formulas, a chart, odd texts, lines and a page. */
function plan(name: string): SheetPlan {
  const count = (row: number, column: string, value: number) => ({
    formula: `=COUNTIFS($F$4:$F$7,$A${row},$G$4:$G$7,${column}$3)`,
    value,
  });
  return {
    name,
    kind: "report",
    blocks: [
      { row: 0, column: 0, cells: [["分野別の達成状況"]] },
      {
        row: 2,
        column: 0,
        cells: [
          ["分野", "達成", "中止", "率"],
          ["行政", count(4, "B", 2), count(4, "C", 0), { formula: "=B4/SUM(B4:C4)", value: 1 }],
          ["福祉", count(5, "B", 1), count(5, "C", 1), { formula: "=B5/SUM(B5:C5)", value: 0.5 }],
          ["=危険に見える注", "平成22年3月", "007", ""],
        ],
      },
      { row: 3, column: 5, cells: [["行政", "達成"], ["行政", "達成"], ["福祉", "達成"], ["福祉", "中止"]] }, // prettier-ignore
    ],
    roles: [
      { role: "body", areas: [area(0, 0, 25, 7)] },
      { role: "title", areas: [area(0, 0, 1, 1)] },
      { role: "tableHeader", areas: [area(2, 0, 1, 4)] },
      { role: "tableText", areas: [area(3, 0, 3, 1)] },
      { role: "tableCount", areas: [area(3, 1, 2, 2)] },
    ],
    columnWidths: [24, 10, 10, 10, 4, 10, 10],
    rowHeights: [{ row: 0, rows: 1, height: 27 }],
    charts: [
      {
        name: "Probe_Plan",
        kind: "BarStacked",
        title: "分野別の達成状況",
        source: area(2, 0, 3, 3),
        seriesBy: "Columns",
        series: ["達成", "中止"].map((each) => ({ name: each, color: "#1F4E79", labelColor: "#FFFFFF" })),
        place: area(8, 0, 12, 4),
        labelFormat: "0;;;",
      },
    ],
    links: [],
    page: {
      orientation: "Portrait",
      margins: { top: 57, bottom: 57, left: 43, right: 43, header: 28, footer: 28 },
      printArea: area(0, 0, 25, 7),
      titleRows: { first: 2, last: 2 },
      breaksBefore: [20],
      header: "計画",
      footer: "- &P -",
      scale: 95,
    },
    freezeRows: 3,
  };
}

/** Builds the sheet as the report's are built and reads it back as the next run does. */
async function built(ground: Ground): Promise<Answer> {
  const planned = plan(ground.sheet);
  const grid = gridOf(planned);
  const names = { temporary: new Map<string, string>(), final: new Map<string, string>() };
  await onSheet(ground, (sheet) => {
    const target = new BatchSheet(sheet);
    for (const step of buildSteps(planned, grid, names, 1, 4_000_000)) step.run(target);
    return () => null;
  });
  return onSheet(ground, (sheet) => {
    const content = loadContent(sheet);
    const counted = sheet.getRange("B4:D5");
    counted.load("values");
    return () => ({
      same: contentFingerprint(content()) === planFingerprint(planned, grid, new Map()),
      figures: counted.values as number[][],
    });
  });
}

/** All of it together. */
export const WHOLE_PROBES: readonly Probe[] = [
  { id: "whole-sheet", expected: { same: true, figures: [[2, 0, 1], [1, 1, 0.5]] }, run: built }, // prettier-ignore
];
