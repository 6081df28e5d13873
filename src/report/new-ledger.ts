import { headerOf } from "../ledger/columns";
import type { ColumnKey } from "../ledger/ledger";
import {
  MAPPING_HEADERS,
  MAPPING_TABLE,
  METHOD_ITEMS,
  METHOD_KEYS,
  METHOD_TABLE,
  UNUSED_COLUMN,
  VOCABULARY_TABLE,
  YEAR_NAMES,
} from "../ledger/read-settings";
import { DEFAULT_SETTINGS, type Settings } from "../ledger/settings";
import { FIELDS_SHEET, PLAN_SHEET, SETTINGS_SHEET, LEDGER_SHEET } from "../ledger/sheet-names";
import { formatFiscalYear } from "../ledger/wareki";
import { absoluteAddress, quotedSheetName, type Area, type CellValue } from "../cells/cell";
import { A4, columnPoints } from "./lengths";
import { MARGINS } from "./page-setup";
import type { ListValidationPlan, PagePlan, RoleAreas, SheetPlan } from "./plan";

/** Rows that the drop-downs reach: more measures than any plan of this kind has. */
const LEDGER_ROWS = 2_000;
/** Rows of 状況区分 and 分野 that the drop-downs read; blank ones do not show. */
const MOST_STATUSES = 12;
const MOST_FIELDS = 30;
/** Rows of 列の対応 to write in. */
const MAPPING_ROWS = 6;

/** Columns of a new ledger with their width in characters; together they fill a landscape A4 page at 85 % or more. */
const COLUMNS: readonly { readonly key: ColumnKey; readonly width: number }[] = [
  { key: "number", width: 5 },
  { key: "field", width: 16 },
  { key: "headingNumber", width: 5 },
  { key: "heading", width: 15 },
  { key: "policyNumber", width: 5 },
  { key: "policy", width: 17 },
  { key: "measure", width: 20 },
  { key: "status", width: 9 },
  { key: "relisted", width: 6 },
  { key: "original", width: 7 },
  { key: "reason", width: 16 },
  { key: "result", width: 20 },
  { key: "department", width: 10 },
  { key: "remarks", width: 10 },
];

/* Rows of the ledger's sheet. */
const TITLE_ROW = 0;
const LEGEND_ROW = 1;
const HEADER_ROW = 2;
const FIRST_ROW = 3;
/** First row of the classes on the 設定 sheet, below its title and header. */
const FIRST_STATUS_ROW = 2;

const PROMPTS: Readonly<Partial<Record<ColumnKey, string>>> = {
  field: "分野シートの分野から選びます。",
  status: "設定シートの状況区分から選びます。",
  relisted: "ほかの分野の個別事業をもう一度載せるときに「再掲」を選びます。",
};

/** The four sheets of a new ledger: empty 台帳 with drop-downs, and 設定, 分野 and 計画 to be filled in. */
export function newLedger(settings: Settings = DEFAULT_SETTINGS): SheetPlan[] {
  return [ledgerSheet(settings), settingsSheet(settings), fieldsSheet(), planSheet()];
}

function ledgerSheet(settings: Settings): SheetPlan {
  const columns = COLUMNS.length;
  const legend = settings.statuses
    .map(({ name, meaning }) => (meaning === "" ? name : `${name}＝${meaning}`))
    .join("　");
  const body: Area = { row: FIRST_ROW, column: 0, rows: LEDGER_ROWS, columns };
  const cells = [
    row(columns, "施策・個別事業の台帳"),
    row(columns, `状況の区分：${legend}`),
    COLUMNS.map(({ key }) => headerOf(key)),
  ];
  return {
    ...sheet(
      LEDGER_SHEET,
      cells,
      COLUMNS.map(({ width }) => width),
      "Landscape",
      HEADER_ROW,
    ),
    roles: [
      { role: "input", areas: [body] },
      { role: "title", areas: [{ row: TITLE_ROW, column: 0, rows: 1, columns: 1 }] },
      { role: "note", areas: [{ row: LEGEND_ROW, column: 0, rows: 1, columns: 1 }] },
      { role: "tableHeader", areas: [{ row: HEADER_ROW, column: 0, rows: 1, columns }] },
    ],
    rowHeights: [
      { row: TITLE_ROW, rows: 1, height: 30 },
      { row: LEGEND_ROW, rows: 1, height: 21 },
      { row: HEADER_ROW, rows: 1, height: 33 },
    ],
    freezeRows: FIRST_ROW,
    validations: [
      dropDown("field", rangeOn(FIELDS_SHEET, { row: 1, column: 0, rows: MOST_FIELDS, columns: 1 })),
      dropDown(
        "status",
        rangeOn(SETTINGS_SHEET, { row: FIRST_STATUS_ROW, column: 0, rows: MOST_STATUSES, columns: 1 }),
      ),
      dropDown("relisted", "再掲"),
    ],
  };
}

/** A drop-down for every row of a column that will ever be used. */
function dropDown(key: ColumnKey, source: string): ListValidationPlan {
  const column = COLUMNS.findIndex((one) => one.key === key);
  return {
    area: { row: FIRST_ROW, column, rows: LEDGER_ROWS, columns: 1 },
    source,
    promptTitle: headerOf(key),
    prompt: PROMPTS[key] ?? "",
    errorTitle: headerOf(key),
    error: "一覧から選んでください。一覧は設定シートと分野シートで変えられます。",
  };
}

function rangeOn(sheetName: string, area: Area): string {
  return `=${quotedSheetName(sheetName)}!${absoluteAddress(area)}`;
}

function settingsSheet(settings: Settings): SheetPlan {
  const width = 6;
  const mark = (yes: boolean) => (yes ? "○" : "");
  const statuses = settings.statuses
    .slice(0, MOST_STATUSES)
    .map(({ name, meaning, achieved, inDenominator, reasonRequired, synonyms }) => [
      name,
      meaning,
      mark(achieved),
      mark(inDenominator),
      mark(reasonRequired),
      synonyms.join("、"),
    ]);
  const spare = Array.from({ length: MOST_STATUSES - statuses.length }, () => row(width));
  const methodRow = FIRST_STATUS_ROW + MOST_STATUSES + 1;
  const mappings = (settings.columns ?? []).map(({ header, key, year }) =>
    row(width, header, key === null ? UNUSED_COLUMN : headerOf(key), year === null ? "" : formatFiscalYear(year)),
  );
  const mappingRow = methodRow + 2 + METHOD_KEYS.length + 2;
  const cells: CellValue[][] = [
    row(width, VOCABULARY_TABLE),
    ["区分", "意味", "達成とみなす", "分母に含める", "理由が必要", "同義語"],
    ...statuses,
    ...spare,
    row(width),
    row(width, METHOD_TABLE),
    row(width, "項目", "値"),
    ...METHOD_KEYS.map((key) => row(width, METHOD_ITEMS[key].names[0], valueOn(settings, key))),
    row(width, YEAR_NAMES[0], settings.year === undefined ? "" : formatFiscalYear(settings.year)),
    row(width),
    row(width, MAPPING_TABLE),
    row(width, ...Object.values(MAPPING_HEADERS).map(([name]) => name)),
    ...mappings,
    ...Array.from({ length: Math.max(1, MAPPING_ROWS - mappings.length) }, () => row(width)),
  ];
  return {
    ...sheet(SETTINGS_SHEET, cells, [14, 44, 13, 13, 12, 30], "Landscape", 1),
    roles: [
      { role: "input", areas: [{ row: 0, column: 0, rows: cells.length, columns: width }] },
      { role: "heading", areas: [0, methodRow, mappingRow].map((at) => ({ row: at, column: 0, rows: 1, columns: 1 })) },
      {
        role: "tableHeader",
        areas: [
          { row: 1, column: 0, rows: 1, columns: width },
          { row: methodRow + 1, column: 0, rows: 1, columns: 2 },
          { row: mappingRow + 1, column: 0, rows: 1, columns: Object.keys(MAPPING_HEADERS).length },
        ],
      },
    ],
    validations: METHOD_KEYS.map((key) => METHOD_ITEMS[key].values).flatMap((values, index) =>
      values === null
        ? []
        : [
            {
              area: { row: methodRow + 2 + index, column: 1, rows: 1, columns: 1 },
              source: values.map(({ names }) => names[0]).join(","),
              promptTitle: METHOD_TABLE,
              prompt: "一覧から選びます。",
              errorTitle: METHOD_TABLE,
              error: "一覧から選んでください。",
            },
          ],
    ),
  };
}

/** How the 設定 sheet says the value of an item of 集計方法. */
function valueOn(settings: Settings, key: (typeof METHOD_KEYS)[number]): CellValue {
  const value = settings[key];
  if (typeof value === "number") return value;
  return METHOD_ITEMS[key].values?.find((each) => each.value === value)?.names[0] ?? value;
}

function fieldsSheet(): SheetPlan {
  const header = ["分野", "略称", "目標", "実績"];
  const plan = sheet(FIELDS_SHEET, [header], [30, 16, 50, 50], "Landscape", 0);
  return { ...plan, roles: tableRoles(header.length, MOST_FIELDS), freezeRows: 1 };
}

const PLAN_ITEMS = [
  "自治体名",
  "計画名",
  "作成課",
  "発行年月",
  "開始年度",
  "終了年度",
  "期区分",
  "策定の趣旨",
  "基本目標",
  "成果",
  "課題",
  "今後の取組",
  "未達成の理由",
  "中止の理由",
];

function planSheet(): SheetPlan {
  const cells = [["項目", "内容"], ...PLAN_ITEMS.map((item) => [item, ""])];
  const plan = sheet(PLAN_SHEET, cells, [18, 80], "Portrait", 0);
  return { ...plan, roles: tableRoles(2, PLAN_ITEMS.length), freezeRows: 1 };
}

function tableRoles(columns: number, rows: number): RoleAreas[] {
  return [
    { role: "input", areas: [{ row: 1, column: 0, rows, columns }] },
    { role: "tableHeader", areas: [{ row: 0, column: 0, rows: 1, columns }] },
  ];
}

/** Cells of a row, blank to the right. */
function row(columns: number, ...cells: CellValue[]): CellValue[] {
  return [...cells, ...new Array<CellValue>(columns - cells.length).fill("")];
}

function sheet(
  name: string,
  cells: readonly (readonly CellValue[])[],
  columnWidths: readonly number[],
  orientation: PagePlan["orientation"],
  titleRow: number,
): SheetPlan {
  return {
    name,
    kind: "input",
    blocks: [{ row: 0, column: 0, cells }],
    roles: [],
    columnWidths,
    rowHeights: [],
    charts: [],
    links: [],
    page: {
      orientation,
      margins: MARGINS,
      printArea: { row: 0, column: 0, rows: cells.length, columns: columnWidths.length },
      grows: true,
      titleRows: { first: titleRow, last: titleRow },
      scale: scaleOf(columnWidths, orientation),
    },
  };
}

/** Scale in percent at which all columns fit the width of an A4 page. */
function scaleOf(columnWidths: readonly number[], orientation: PagePlan["orientation"]): number {
  const width = columnWidths.reduce((sum, characters) => sum + columnPoints(characters), 0);
  const page = (orientation === "Portrait" ? A4.width : A4.height) - MARGINS.left - MARGINS.right;
  return Math.min(100, Math.floor((page * 100) / width));
}
