import type { SheetPlan } from "../../src/report/plan";

/** A plan with nothing on it. */
export function emptyPlan(name: string): SheetPlan {
  return {
    name,
    kind: "report",
    blocks: [],
    roles: [],
    columnWidths: [],
    rowHeights: [],
    charts: [],
    links: [],
    page: {
      orientation: "Portrait",
      margins: { top: 57, bottom: 57, left: 43, right: 43, header: 28, footer: 28 },
      printArea: { row: 0, column: 0, rows: 1, columns: 1 },
    },
  };
}

const area = (row: number, column: number, rows: number, columns: number) => ({ row, column, rows, columns });

/** A small summary: a table with formulas over the ledger, a chart over it, and links to the other sheet. */
export function summaryPlan(name = "集計", detail = "評価"): SheetPlan {
  const count = (row: number, status: string, value: number) => ({
    formula: `=COUNTIFS('台帳'!$B$2:$B$5,$A${row},'台帳'!$D$2:$D$5,"${status}")`,
    value,
  });
  const sum = (column: string, value: number) => ({ formula: `=SUM(${column}4:${column}5)`, value });
  return {
    ...emptyPlan(name),
    blocks: [
      { row: 0, column: 0, cells: [["分野別の達成状況"]] },
      {
        row: 2,
        column: 0,
        cells: [
          ["分野", "達成", "未達成", "中止"],
          ["行政", count(4, "達成", 1), count(4, "未達成", 1), count(4, "中止", 0)],
          ["福祉", count(5, "達成", 1), count(5, "未達成", 0), count(5, "中止", 1)],
          ["合計", sum("B", 2), sum("C", 1), sum("D", 1)],
        ],
      },
      { row: 24, column: 0, cells: [["=危険に見える注"], ["平成22年3月"], ["007"]] },
    ],
    roles: [
      { role: "body", areas: [area(0, 0, 27, 4)] },
      { role: "title", areas: [area(0, 0, 1, 1)] },
      { role: "tableHeader", areas: [area(2, 0, 1, 4)] },
      { role: "tableText", areas: [area(3, 0, 3, 1)] },
      { role: "tableCount", areas: [area(3, 1, 3, 3)] },
      { role: "tableTotal", areas: [area(5, 0, 1, 4)] },
      { role: "tableLast", areas: [area(5, 0, 1, 4)] },
      { role: "link", areas: [area(3, 0, 2, 1)] },
      { role: "note", areas: [area(24, 0, 3, 1)] },
    ],
    columnWidths: [24, 10, 10, 10],
    rowHeights: [{ row: 0, rows: 1, height: 27 }],
    charts: [
      {
        name: `${name}_図`,
        kind: "BarStacked",
        title: "分野別の達成状況（4項目）",
        source: area(2, 0, 3, 4),
        seriesBy: "Columns",
        series: [
          { name: "達成", color: "#1F4E79", labelColor: "#FFFFFF" },
          { name: "未達成", color: "#E08E2B", labelColor: "#000000" },
          { name: "中止", color: "#C8CCD1", labelColor: "#000000" },
        ],
        place: area(7, 0, 16, 4),
        labelFormat: "0;;;",
      },
    ],
    links: [
      { row: 3, column: 0, text: "行政", sheet: detail, cell: "A1" },
      { row: 4, column: 0, text: "福祉", sheet: detail, cell: "A3" },
    ],
    page: {
      ...emptyPlan(name).page,
      printArea: area(0, 0, 27, 4),
      titleRows: { first: 2, last: 2 },
      breaksBefore: [24],
      header: "計画",
      footer: "- &P -",
      firstPageNumber: 3,
      centerHorizontally: true,
    },
    freezeRows: 3,
  };
}

/** A sheet of text that also looks at the summary by formula. */
export function narrativePlan(name = "評価", summary = "集計"): SheetPlan {
  return {
    ...emptyPlan(name),
    blocks: [
      {
        row: 0,
        column: 0,
        cells: [["評価"], ["　全4項目のうち2項目を達成しました。"], [{ formula: `='${summary}'!$B$6`, value: 2 }]],
      },
    ],
    roles: [
      { role: "body", areas: [area(0, 0, 3, 1)] },
      { role: "title", areas: [area(0, 0, 1, 1)] },
      { role: "paragraph", areas: [area(1, 0, 1, 1)] },
    ],
    columnWidths: [80],
    page: { ...emptyPlan(name).page, printArea: area(0, 0, 3, 1), scale: 95 },
  };
}
