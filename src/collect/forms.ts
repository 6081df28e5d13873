import type { CellValue } from "../cells/cell";

import { cellText, isBlankCell } from "../ledger/cell-text";
import { findTableHeader } from "../ledger/header-cells";
import type { ColumnKey } from "../ledger/ledger";
import { matchKey } from "../ledger/match-key";
import { splitDepartments } from "../ledger/split-departments";
import { earlierLedger } from "./earlier";
import { itemsOf, type Item } from "./items";
import { joinColumns, type JoinedColumn } from "./join-columns";
import type { FormMark, ReceivedLedger } from "./received";

/** A form for one section: its measures, with the columns that it is to fill in left blank. */
export interface Form {
  readonly section: string;
  readonly columns: readonly JoinedColumn[];
  readonly rows: readonly (readonly CellValue[])[];
  /** Columns to be filled in. */
  readonly answers: readonly number[];
}

/** What a section answers; all else is the plan's. */
const ANSWERS: readonly ColumnKey[] = [
  "status",
  "reason",
  "result",
  "issue",
  "next",
  "direction",
  "actual",
  "settled",
  "remarks",
];

/** A form for each section of a plan's ledger, in the order of its rows: by 担当課, the first that a row names, else by field. */
export function planForms(plan: ReceivedLedger): Form[] {
  // The plan may be a ledger that was collected: nobody is asked where its rows came from.
  const received = earlierLedger(plan);
  const joined = joinColumns([received]);
  const { columns } = joined;
  const answers = columns.flatMap(({ key }, at) => (key !== null && ANSWERS.includes(key) ? [at] : []));
  const hasDepartments = received.ledger.measures.some(({ department }) => !isBlankCell(department));
  const groups = new Map<string, { readonly section: string; readonly items: Item[] }>();
  for (const item of itemsOf(received, "", joined)) {
    const { department, field } = item.measure;
    const section = (hasDepartments ? (splitDepartments(department)[0] ?? "") : field).trim();
    const group = groups.get(matchKey(section));
    if (group === undefined) groups.set(matchKey(section), { section, items: [item] });
    else group.items.push(item);
  }
  return [...groups.values()].map(({ section, items }) => ({
    section,
    columns,
    answers,
    rows: items.flatMap(({ rows }) =>
      rows.map(({ cells }) => cells.map((cell, column) => (answers.includes(column) ? "" : cell))),
    ),
  }));
}

/** Headers of the table by which a form says what it is, and its items. */
export const FORM_HEADERS = { item: ["項目"], value: ["内容"] } as const;
export const FORM_ITEMS = { id: "様式番号", version: "版", section: "提出課" } as const;

/** What a form's sheet 記入要領 says of it; null where it is none of ours. */
export function readFormMark(values: readonly (readonly CellValue[])[]): FormMark | null {
  const header = findTableHeader(values, FORM_HEADERS, ["item", "value"]);
  if (header === null) return null;
  const said = new Map<string, string>();
  for (const cells of values.slice(header.row + 1)) {
    const item = matchKey(cellText(cells[header.columns.item ?? -1]));
    if (!said.has(item)) said.set(item, cellText(cells[header.columns.value ?? -1]).trim());
  }
  const [id, version, section] = Object.values(FORM_ITEMS).map((item) => said.get(matchKey(item)) ?? "");
  const number = Number(version);
  return id === undefined || id === "" || section === undefined || section === "" || !Number.isInteger(number)
    ? null
    : { id, version: number, section };
}
