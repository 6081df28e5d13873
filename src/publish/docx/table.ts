import type { ColumnKind, DocumentRow, Mark, TableBlock } from "../../report/document/blocks";
import { textWidth } from "../../report/text-width";
import { COLORS, fontSize } from "../../report/theme";
import { cellText } from "../cell-text";
import { writable } from "../markup";
import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  ShadingType,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from "./library";
import { TEXT_WIDTH, twips } from "./measures";
import { STYLE } from "./styles";

const ALIGNMENT: Readonly<Record<ColumnKind, (typeof AlignmentType)[keyof typeof AlignmentType]>> = {
  label: AlignmentType.LEFT,
  text: AlignmentType.LEFT,
  status: AlignmentType.CENTER,
  count: AlignmentType.RIGHT,
  rate: AlignmentType.RIGHT,
};
const FILL: Readonly<Record<Mark, string>> = { missing: COLORS.missing, contradicted: COLORS.contradicted };
const BOLD = { bold: true } as const;
/** The unit beside a caption, in half points. */
const UNIT = { bold: false, size: 17 } as const;
const PADDING = 4;
/** Widths in points of columns of figures and statuses, and the least for names. */
const FIGURE = { least: 27, most: 46 } as const;
const LEAST_LABEL = 90;

/** A table with its caption above and its notes below. */
export function tableParts(table: TableBlock): (Paragraph | Table)[] {
  const { caption, unit, notes } = table;
  return [
    new Paragraph({
      style: STYLE.tableCaption,
      children: [
        new TextRun(writable(caption)),
        ...(unit === "" ? [] : [new TextRun({ children: [new Tab(), writable(unit)], ...UNIT })]),
      ],
    }),
    nativeTable(table),
    ...notes.map((note) => new Paragraph({ style: STYLE.note, text: writable(note) })),
    ...(notes.length === 0 ? [new Paragraph({ style: STYLE.note })] : []),
  ];
}

function nativeTable(table: TableBlock): Table {
  const { columns, rows } = table;
  const widths = columnWidths(table);
  const rule = (color: string, size = 6) => ({ style: BorderStyle.SINGLE, size, color: color.slice(1) });
  const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
  const header = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(
      ({ heading }, at) =>
        new TableCell({
          width: { size: twips(widths[at]!), type: WidthType.DXA },
          verticalAlign: VerticalAlignTable.CENTER,
          shading: { type: ShadingType.CLEAR, fill: COLORS.header.slice(1), color: "auto" },
          borders: { top: rule(COLORS.accent), bottom: rule(COLORS.rule, 4) },
          children: [
            new Paragraph({
              style: STYLE.cell,
              keepNext: true,
              alignment: AlignmentType.CENTER,
              children: [new TextRun({ text: writable(heading), ...BOLD })],
            }),
          ],
        }),
    ),
  });
  return new Table({
    width: { size: twips(widths.reduce((sum, width) => sum + width, 0)), type: WidthType.DXA },
    columnWidths: widths.map(twips),
    layout: TableLayoutType.FIXED,
    margins: { left: twips(PADDING), right: twips(PADDING) },
    borders: {
      top: rule(COLORS.accent),
      bottom: rule(COLORS.accent),
      left: none,
      right: none,
      insideHorizontal: rule(COLORS.rule, 2),
      insideVertical: none,
    },
    rows: [header, ...rows.map((row, at) => bodyRow(row, table, widths, keepsNext(at, rows.length)))],
  });
}

/** The first rows stay with the caption, the last ones with 計; a short table stays whole. */
function keepsNext(at: number, rows: number): boolean {
  return at < rows - 1 && (rows <= WHOLE || at < 2 || at === rows - 2);
}

const WHOLE = 16;

function bodyRow(
  { cells, isTotal = false, marks }: DocumentRow,
  { columns, decimals }: TableBlock,
  widths: readonly number[],
  keepNext: boolean,
): TableRow {
  const above = { style: BorderStyle.SINGLE, size: 6, color: COLORS.accent.slice(1) };
  return new TableRow({
    cantSplit: true,
    children: cells.map((cell, at) => {
      const { kind } = columns[at]!;
      const mark = marks?.[at];
      return new TableCell({
        width: { size: twips(widths[at]!), type: WidthType.DXA },
        verticalAlign: VerticalAlignTable.CENTER,
        ...(isTotal ? { borders: { top: above } } : {}),
        ...(mark === undefined
          ? {}
          : { shading: { type: ShadingType.CLEAR, fill: FILL[mark].slice(1), color: "auto" } }),
        children: cellText(cell, kind, decimals)
          .split("\n")
          .map(
            (line) =>
              new Paragraph({
                style: STYLE.cell,
                alignment: ALIGNMENT[kind],
                keepNext,
                children: [new TextRun({ text: writable(line), ...(isTotal ? BOLD : {}) })],
              }),
          ),
      });
    }),
  });
}

/** Widths in points that fill the text's width: figures alike, texts as they need, names what is left. */
export function columnWidths({ columns, rows }: TableBlock): number[] {
  const size = fontSize("tableText");
  const needed = columns.map(({ heading, kind }, at) => {
    if (kind === "count" || kind === "rate") return 0;
    const texts = [heading, ...rows.map(({ cells }) => String(cells[at] ?? ""))];
    return Math.max(...texts.map((text) => Math.max(...text.split(/\r?\n/).map(textWidth)))) * size + PADDING * 2 + 2;
  });
  const figures = columns.filter(({ kind }) => kind === "count" || kind === "rate").length;
  const figure = Math.max(FIGURE.least, Math.min(FIGURE.most, (TEXT_WIDTH - LEAST_LABEL) / Math.max(1, figures)));
  const isFigure = (at: number): boolean => needed[at] === 0;
  const widths = columns.map(({ kind }, at) => {
    if (isFigure(at)) return figure;
    if (kind === "status") return Math.min(needed[at]!, 90);
    return kind === "text" ? Math.min(needed[at]!, TEXT_WIDTH * 0.3) : 0;
  });
  const label = columns.findIndex(({ kind }) => kind === "label");
  const rest = TEXT_WIDTH - widths.reduce((sum, width) => sum + width, 0);
  widths[label] = Math.max(LEAST_LABEL, rest);
  const total = widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width) => (total > TEXT_WIDTH ? (width * TEXT_WIDTH) / total : width));
}
