import type { Collection } from "../../collect/collect";
import type { ColumnKey } from "../../ledger/ledger";
import { COLLECTED_SHEET } from "../../ledger/sheet-names";
import { columnPoints } from "../lengths";
import { headerAndFooter, MARGINS } from "../page-setup";
import type { SheetPlan } from "../plan";
import { breakLines } from "../text-layout";
import { emsIn, textWidth } from "../text-width";
import { fontSize, rowHeight } from "../theme";
import { lackSentence, totalSentence } from "./lacks";
import { COLLECTION_WORDS as WORDS } from "./words";

const TITLE_ROW = 0;
const TOTAL_ROW = 1;
/** Width of a column in characters: as its header and its first texts need it, between these. */
const NARROWEST = 6;
const WIDEST = 28;
const SAMPLE = 300;
const FIGURES: readonly ColumnKey[] = ["base", "target", "actual", "rate", "budget", "settled"];

/** The sheet 取りまとめ台帳: a ledger like any other, with what it lacks above it and where each row came from beside it. */
export function collectedSheet(collection: Collection, day: string): SheetPlan {
  const { ledger, joined, plan } = collection;
  const { header, rows } = ledger;
  const widths = header.map((text, column) => {
    const texts = [text, ...rows.slice(0, SAMPLE).map((cells) => String(cells[column] ?? ""))];
    const widest = texts.reduce((most, one) => Math.max(most, textWidth(one)), 0);
    return Math.min(WIDEST, Math.max(NARROWEST, Math.ceil(widest * 2) + 2));
  });
  const shown = widths.slice(0, ledger.columns + 1).reduce((sum, width) => sum + columnPoints(width), 0);
  const above = [
    `${WORDS.asOf(day)}　${totalSentence(collection)}`,
    ...breakLines(lackSentence(collection), emsIn(shown * 0.92, fontSize("subtitle"))),
  ];
  const headerRow = TOTAL_ROW + above.length;
  const body = { row: headerRow + 1, rows: Math.max(1, rows.length) };
  const figures = joined.columns.flatMap(({ key }, column) => (key !== null && FIGURES.includes(key) ? [column] : []));
  const lines = (cells: readonly unknown[]) =>
    cells.reduce<number>((most, cell, column) => {
      if (typeof cell !== "string" || cell.length < 5) return most;
      const ems = emsIn(columnPoints(widths[column]!) * 0.92, fontSize("tableText"));
      return Math.max(most, breakLines(cell, ems).length);
    }, 1);
  const heights: { row: number; rows: number; height: number }[] = [
    { row: TITLE_ROW, rows: 1, height: 30 },
    { row: TOTAL_ROW, rows: above.length, height: 18 },
    { row: headerRow, rows: 1, height: 33 },
  ];
  for (const [at, cells] of rows.entries()) {
    const height = rowHeight("tableText", Math.min(MOST_LINES, lines(cells)));
    const last = heights[heights.length - 1]!;
    if (at > 0 && last.height === height) last.rows++;
    else heights.push({ row: headerRow + 1 + at, rows: 1, height });
  }
  return {
    name: COLLECTED_SHEET,
    kind: "input",
    blocks: [
      { row: TITLE_ROW, column: 0, cells: [[WORDS.ledgerTitle(plan.name)]] },
      {
        row: TOTAL_ROW,
        column: 0,
        cells: above.map((text) => [text]),
      },
      { row: headerRow, column: 0, cells: [header, ...rows] },
    ],
    roles: [
      { role: "tableText", areas: [{ ...body, column: 0, columns: header.length }] },
      ...(figures.length === 0
        ? []
        : [{ role: "tableValueAny" as const, areas: figures.map((column) => ({ ...body, column, columns: 1 })) }]),
      { role: "title", areas: [{ row: TITLE_ROW, column: 0, rows: 1, columns: 1 }] },
      { role: "subtitle", areas: [{ row: TOTAL_ROW, column: 0, rows: above.length, columns: 1 }] },
      { role: "tableHeader", areas: [{ row: headerRow, column: 0, rows: 1, columns: header.length }] },
    ],
    columnWidths: widths,
    rowHeights: heights,
    charts: [],
    links: [],
    freezeRows: headerRow + 1,
    page: {
      orientation: "Landscape",
      margins: MARGINS,
      // Where a row came from is for whoever looks into it.
      printArea: { row: 0, column: 0, rows: headerRow + 1 + rows.length, columns: ledger.columns + 1 },
      titleRows: { first: headerRow, last: headerRow },
      ...headerAndFooter(plan),
    },
  };
}

const MOST_LINES = 8;
