import type { CellValue } from "../cells/cell";
import { isBlankCell } from "./cell-text";
import type { ColumnKey } from "./ledger";
import { matchKey } from "./match-key";

/** A column a ledger may have: its proper header and the other headers in use, the more telling ones first. */
export interface ColumnDefinition {
  readonly key: ColumnKey;
  readonly header: string;
  readonly synonyms: readonly string[];
}

/** Every column of a ledger in its usual order. */
export const COLUMNS: readonly ColumnDefinition[] = [
  {
    key: "number",
    header: "番号",
    synonyms: ["No.", "No", "ID", "通番", "整理番号", "事業番号", "管理番号", "事業ID", "通し番号", "連番", "項番"],
  },
  { key: "field", header: "分野", synonyms: ["分野名", "柱", "基本目標", "政策分野", "章", "部門"] },
  { key: "headingNumber", header: "大項目番号", synonyms: ["大項目No.", "大項目No", "大分類番号"] },
  { key: "heading", header: "大項目", synonyms: ["大項目名", "大分類", "基本方針", "施策の方向", "基本方向"] },
  { key: "policyNumber", header: "施策番号", synonyms: ["施策No.", "施策No", "中項目番号"] },
  { key: "policy", header: "施策", synonyms: ["施策名", "中項目", "取組", "取組名", "取組項目"] },
  {
    key: "measure",
    header: "個別事業",
    synonyms: ["個別事業名", "事業名", "事務事業名", "事業", "小項目", "取組内容"],
  },
  {
    key: "status",
    header: "状況",
    synonyms: [
      "達成状況",
      "実施状況",
      "進捗状況",
      "取組状況",
      "状況区分",
      "進捗",
      "状態",
      "ステータス",
      "達成度",
      "評価",
      "結果",
    ],
  },
  { key: "relisted", header: "再掲", synonyms: ["再掲区分", "再掲の有無", "再掲有無"] },
  { key: "original", header: "参照元", synonyms: ["参照元番号", "参照元ID", "再掲元", "再掲元番号"] },
  {
    key: "reason",
    header: "理由",
    synonyms: [
      "未達成・中止の理由",
      "未達成の理由",
      "中止の理由",
      "未達成・中止理由",
      "未達成理由",
      "中止理由",
      "理由区分",
    ],
  },
  { key: "result", header: "実績", synonyms: ["実績内容", "取組実績", "成果"] },
  {
    key: "department",
    header: "担当課",
    synonyms: ["所管課", "担当部署", "所管", "担当", "所属", "担当課名", "所管課名"],
  },
  { key: "remarks", header: "備考", synonyms: ["備考欄", "摘要", "特記事項"] },
];

/** Columns chosen by hand: zero-based, or -1 for a column the ledger does not have. */
export type ColumnChoice = Readonly<Partial<Record<ColumnKey, number>>>;

/** A header row: its index in `values` and the index in that row of each column that was found. */
export interface HeaderMatch {
  readonly row: number;
  readonly columns: Readonly<Partial<Record<ColumnKey, number>>>;
}

/** What `findHeader` says: the header, or the row that came nearest and what it lacks. */
export type HeaderSearch =
  | { readonly found: HeaderMatch }
  | {
      /** Header names of the required columns that the row lacks; 「施策・個別事業」 where it has neither. */
      readonly missing: readonly string[];
      /** Index in `values` of the nearest row, -1 where there is no text at all. */
      readonly row: number;
      /** The texts of that row, in order. */
      readonly seen: readonly string[];
    };

/** How deep below titles and legends a header may sit. */
const DEEPEST_HEADER = 50;
const NAME_COLUMNS = "施策・個別事業";

/**
 * Looks for the header in the first 50 rows: the first row with 分野, 状況 and one of 施策 and 個別事業. Columns may be in
 * any order; a header may be a synonym, differ in width, spaces and line breaks, or carry a note (「状況（達成/中止）」, 「状況※」).
 */
export function findHeader(values: readonly (readonly CellValue[])[], choice: ColumnChoice = {}): HeaderSearch {
  const depth = Math.min(values.length, DEEPEST_HEADER);
  let nearest: { row: number; found: number; filled: number } | undefined;
  for (let row = 0; row < depth; row++) {
    const cells = values[row] ?? [];
    const columns = recogniseColumns(cells, choice);
    if (columns === null) continue;
    if (missingColumns(columns).length === 0) return { found: { row, columns } };
    const found = Object.keys(columns).length;
    const filled = cells.reduce((sum: number, cell) => sum + (isBlankCell(cell) ? 0 : 1), 0);
    if (
      filled > 0 &&
      (!nearest || found > nearest.found || (found === nearest.found && found === 0 && filled > nearest.filled))
    ) {
      nearest = { row, found, filled };
    }
  }
  if (!nearest) return { missing: missingColumns({}), row: -1, seen: [] };
  const cells = values[nearest.row] ?? [];
  return {
    missing: missingColumns(recogniseColumns(cells, choice) ?? {}),
    row: nearest.row,
    seen: cells.filter((cell) => !isBlankCell(cell)).map((cell) => String(cell)),
  };
}

/** A choice of sheet columns as indexes into rows that begin at `firstColumn`; a column before it is none. */
export function choiceWithin(choice: ColumnChoice | undefined, firstColumn: number): ColumnChoice {
  const within: Partial<Record<ColumnKey, number>> = {};
  for (const [key, column] of Object.entries(choice ?? {}) as [ColumnKey, number][]) {
    within[key] = Math.max(-1, column - firstColumn);
  }
  return within;
}

/** The proper header of a column, e.g. "施策" for "policy". */
export function headerOf(key: ColumnKey): string {
  return COLUMNS.find((column) => column.key === key)?.header ?? key;
}

/** Which column each cell of a row would be as a header; null where a chosen column has no header in this row. */
function recogniseColumns(
  cells: readonly CellValue[],
  choice: ColumnChoice,
): Partial<Record<ColumnKey, number>> | null {
  const columns: Partial<Record<ColumnKey, number>> = {};
  const used = new Set<number>();
  for (const [key, column] of Object.entries(choice) as [ColumnKey, number][]) {
    if (column < 0) continue;
    if (isBlankCell(cells[column])) return null;
    columns[key] = column;
    used.add(column);
  }
  const whole = cells.map((cell) => (typeof cell === "string" ? matchKey(cell) : ""));
  const bare = whole.map(withoutNotes);
  // A proper header, even with a note, is worth more than any synonym; a column is never used twice.
  const passes: [readonly string[], (definition: KeyedColumn) => readonly string[]][] = [
    [whole, (definition) => definition.names],
    [bare, (definition) => definition.names],
    [whole, (definition) => definition.synonyms],
    [bare, (definition) => definition.synonyms],
  ];
  for (const [texts, names] of passes) {
    for (const definition of KEYED_COLUMNS) {
      if (columns[definition.key] !== undefined || choice[definition.key] !== undefined) continue;
      for (const name of names(definition)) {
        const column = texts.findIndex((text, index) => text === name && !used.has(index));
        if (column >= 0) {
          columns[definition.key] = column;
          used.add(column);
          break;
        }
      }
    }
  }
  return columns;
}

interface KeyedColumn {
  readonly key: ColumnKey;
  readonly names: readonly string[];
  readonly synonyms: readonly string[];
}

const KEYED_COLUMNS: readonly KeyedColumn[] = COLUMNS.map(({ key, header, synonyms }) => ({
  key,
  names: [matchKey(header)],
  synonyms: synonyms.map(matchKey),
}));

/** A header's key without brackets around it, notes in brackets, note marks and a leading item mark. */
function withoutNotes(key: string): string {
  const wrapped = /^\(([^()]*)\)$/.exec(key)?.[1];
  if (wrapped !== undefined) return wrapped;
  return key
    .replace(/\([^()]*\)/g, "")
    .replace(/[※*].*$/, (note) => (note.length === key.length ? note.replace(/^[※*]\d*/, "") : ""))
    .replace(/^[■●○◎◆▼・]+/, "")
    .replace(/[:;]$/, "");
}

/** How many columns every ledger has: 分野, 施策 or 個別事業, and 状況. */
export const REQUIRED_COLUMNS = 3;

function missingColumns(columns: Partial<Record<ColumnKey, number>>): string[] {
  const missing: string[] = [];
  if (columns.field === undefined) missing.push(headerOf("field"));
  if (columns.policy === undefined && columns.measure === undefined) missing.push(NAME_COLUMNS);
  if (columns.status === undefined) missing.push(headerOf("status"));
  return missing;
}
