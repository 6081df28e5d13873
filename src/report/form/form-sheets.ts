import { FORM_HEADERS, FORM_ITEMS, type Form } from "../../collect/forms";
import type { FormMark } from "../../collect/received";
import type { Area, CellValue } from "../../cells/cell";
import { FORM_SHEET, LEDGER_SHEET, SETTINGS_SHEET } from "../../ledger/sheet-names";
import type { Settings } from "../../ledger/settings";
import { formatFiscalYear } from "../../ledger/wareki";
import { columnPoints } from "../lengths";
import { newLedger } from "../new-ledger";
import { MARGINS } from "../page-setup";
import type { SheetPlan } from "../plan";
import { breakLines } from "../text-layout";
import { emsIn, textWidth } from "../text-width";
import { fontSize, rowHeight } from "../theme";

const TITLE_ROW = 0;
const NOTE_ROW = 1;
const HEADER_ROW = 2;
const NARROWEST = 6;
const WIDEST = 26;
const ANSWER_WIDTH = { status: 11, other: 24 } as const;

/** A form's sheets and the cells of each that are not locked. */
export interface FormSheets {
  readonly sheets: readonly SheetPlan[];
  readonly unlocked: ReadonlyMap<string, readonly Area[]>;
}

/** The sheets of a form: what to do, the measures with blank answers, and the vocabulary. */
export function formSheets(form: Form, mark: FormMark, settings: Settings, plan: string): FormSheets {
  const title = [plan, settings.year === undefined ? "" : formatFiscalYear(settings.year), "進捗調査票"];
  const heading = title.filter((part) => part !== "").join(" ");
  const answers = form.answers.map((column): Area => ({
    row: HEADER_ROW + 1,
    column,
    rows: Math.max(1, form.rows.length),
    columns: 1,
  }));
  return {
    sheets: [
      instructions(form, mark, settings, heading),
      answerSheet(form, heading, answers),
      ...newLedger({ ...settings, columns: [] }).filter(({ name }) => name === SETTINGS_SHEET),
    ],
    unlocked: new Map([[LEDGER_SHEET, answers]]),
  };
}

function instructions(form: Form, { id, version, section }: FormMark, settings: Settings, heading: string): SheetPlan {
  const classes = settings.statuses.map(({ name, meaning, reasonRequired }) =>
    [`${name}${meaning === "" ? "" : `：${meaning}`}`, reasonRequired ? "（理由を書く）" : ""].join(""),
  );
  const names = form.answers.map((column) => form.columns[column]!.header);
  const steps = [
    `「${LEDGER_SHEET}」シートの黄色のセル（${names.join("、")}）に記入してください。ほかのセルは変えられません。`,
    "状況は一覧から選びます。一覧にない語は使えません。",
    ...classes.map((text) => `　${text}`),
    "事業の名称や番号が実際と違うときは、変えずに、備考か送付の文で知らせてください。",
    "ファイル名は変えてもかまいません。このシートは消さずに返してください。",
  ];
  const rows: CellValue[][] = [
    [heading, ""],
    [FORM_HEADERS.item[0], FORM_HEADERS.value[0]],
    [FORM_ITEMS.section, section],
    ["事業の件数", form.rows.length],
    [FORM_ITEMS.id, id],
    [FORM_ITEMS.version, version],
    ["", ""],
    ["記入のしかた", ""],
    ...steps.map((text) => ["", text]),
  ];
  const table = { row: 2, column: 0, rows: 4, columns: 2 };
  const width = 78;
  const lines = (text: string) => breakLines(text, emsIn(columnPoints(width) * 0.92, fontSize("tableText"))).length;
  return {
    name: FORM_SHEET,
    kind: "report",
    blocks: [{ row: 0, column: 0, cells: rows }],
    roles: [
      { role: "body", areas: [{ row: 0, column: 0, rows: rows.length, columns: 2 }] },
      { role: "title", areas: [{ row: 0, column: 0, rows: 1, columns: 2 }] },
      { role: "tableHeader", areas: [{ row: 1, column: 0, rows: 1, columns: 2 }] },
      { role: "tableText", areas: [table, { row: 8, column: 1, rows: steps.length, columns: 1 }] },
      { role: "tableLast", areas: [{ row: 5, column: 0, rows: 1, columns: 2 }] },
      { role: "heading", areas: [{ row: 7, column: 0, rows: 1, columns: 2 }] },
    ],
    columnWidths: [16, width],
    rowHeights: [
      { row: 0, rows: 1, height: rowHeight("title") },
      { row: 1, rows: 6, height: rowHeight("tableText") },
      { row: 7, rows: 1, height: rowHeight("heading") },
      ...steps.map((text, at) => ({ row: 8 + at, rows: 1, height: rowHeight("tableText", lines(text)) })),
    ],
    charts: [],
    links: [],
    page: {
      orientation: "Portrait",
      margins: MARGINS,
      printArea: { row: 0, column: 0, rows: rows.length, columns: 2 },
    },
  };
}

function answerSheet(form: Form, heading: string, answers: readonly Area[]): SheetPlan {
  const { columns, rows } = form;
  const header = columns.map((column) => column.header);
  const widths = columns.map(({ key }, column) => {
    if (form.answers.includes(column)) return key === "status" ? ANSWER_WIDTH.status : ANSWER_WIDTH.other;
    const texts = [header[column]!, ...rows.map((cells) => String(cells[column] ?? ""))];
    const widest = texts.reduce((most, text) => Math.max(most, textWidth(text)), 0);
    return Math.min(WIDEST, Math.max(NARROWEST, Math.ceil(widest * 2) + 2));
  });
  const statuses = form.answers.filter((column) => columns[column]!.key === "status");
  const lines = (cells: readonly CellValue[]) =>
    cells.reduce<number>((most, cell, column) => {
      if (typeof cell !== "string" || cell === "") return most;
      return Math.max(most, breakLines(cell, emsIn(columnPoints(widths[column]!) * 0.92, 9)).length);
    }, 2);
  return {
    name: LEDGER_SHEET,
    kind: "input",
    blocks: [
      { row: TITLE_ROW, column: 0, cells: [[`${heading}　${form.section}`]] },
      { row: NOTE_ROW, column: 0, cells: [["黄色のセルに記入してください。"]] },
      { row: HEADER_ROW, column: 0, cells: [header, ...rows] },
    ],
    roles: [
      {
        role: "tableText",
        areas: [{ row: HEADER_ROW + 1, column: 0, rows: Math.max(1, rows.length), columns: header.length }],
      },
      { role: "missing", areas: answers },
      { role: "title", areas: [{ row: TITLE_ROW, column: 0, rows: 1, columns: 1 }] },
      { role: "note", areas: [{ row: NOTE_ROW, column: 0, rows: 1, columns: 1 }] },
      { role: "tableHeader", areas: [{ row: HEADER_ROW, column: 0, rows: 1, columns: header.length }] },
    ],
    columnWidths: widths,
    rowHeights: [
      { row: TITLE_ROW, rows: 1, height: 30 },
      { row: NOTE_ROW, rows: 1, height: 18 },
      { row: HEADER_ROW, rows: 1, height: 33 },
      ...rows.map((cells, at) => ({ row: HEADER_ROW + 1 + at, rows: 1, height: rowHeight("tableText", lines(cells)) })),
    ],
    charts: [],
    links: [],
    freezeRows: HEADER_ROW + 1,
    validations: statuses.map((column) => ({
      area: { row: HEADER_ROW + 1, column, rows: Math.max(1, rows.length), columns: 1 },
      source: `='${SETTINGS_SHEET}'!$A$3:$A$14`,
      promptTitle: header[column]!.slice(0, 30),
      prompt: "一覧から選びます。",
      errorTitle: header[column]!.slice(0, 30),
      error: "一覧から選んでください。",
    })),
    page: {
      orientation: "Landscape",
      margins: MARGINS,
      printArea: { row: 0, column: 0, rows: HEADER_ROW + 1 + rows.length, columns: header.length },
      titleRows: { first: HEADER_ROW, last: HEADER_ROW },
    },
  };
}
