import { cellAddress, type CellValue } from "../cells/cell";
import { cellText, isBlankCell } from "./cell-text";
import { columnKeyOf } from "./columns";
import type { ColumnMapping } from "./columns/read-columns";
import { tableHeaders, type TableHeader } from "./header-cells";
import type { ColumnKey } from "./ledger";
import { matchKey } from "./match-key";
import { readFiscalYear } from "./parse-wareki";
import { ROUNDING_NAMES } from "./rounding";
import { DEFAULT_SETTINGS, DEFAULT_STATUSES, type Settings, type Status } from "./settings";
import type { SheetSource } from "./source";

/** Something on the 設定 sheet that was not taken as it stands. The defaults, or what `kind` says, hold instead. */
export interface SettingsNotice {
  readonly kind:
    /** A value that is none of the item's; the default holds. */
    | "bad-value"
    /** An item of 集計方法 that means nothing. */
    | "unknown-item"
    /** An item or a 区分 that was there before; the first one holds. */
    | "repeated"
    /** A 同義語 that is another 区分's name or 同義語; it is not used. */
    | "shared-synonym"
    /** 状況区分 or 集計方法 was not found on the sheet; the defaults hold. */
    | "no-table"
    /** No 区分 is part of the denominator; all are taken as part of it. */
    | "no-denominator"
    /** No 区分 counts as achieved, so every rate is 0. */
    | "no-achieved";
  readonly sheet: string;
  /** A1 address, "" where the notice is about a table that is not there. */
  readonly cell: string;
  /** What the cell says, or the name of the table. */
  readonly value: string;
  /** The item or column it belongs to, e.g. 小数桁数. */
  readonly item: string;
}

/** Settings that are always usable, and what had to be left aside for that. */
export interface SettingsResult {
  readonly settings: Settings;
  readonly notices: readonly SettingsNotice[];
}

/** Name of the vocabulary's table and of the table of the ways to count, as the 設定 sheet calls them. */
export const VOCABULARY_TABLE = "状況区分";
export const METHOD_TABLE = "集計方法";
/** Name of the table that says what columns are, and what stands in it for a column that shall not be used. */
export const MAPPING_TABLE = "列の対応";
export const UNUSED_COLUMN = "使わない";

/** Reads the 設定 sheet: its tables, wherever they stand on it. Without a sheet the defaults hold, without a notice. */
export function readSettings(source: SheetSource | undefined): SettingsResult {
  if (!source) return { settings: DEFAULT_SETTINGS, notices: [] };
  const notices: SettingsNotice[] = [];
  const notice = (kind: SettingsNotice["kind"], cell: string, value: string, item: string) => {
    notices.push({ kind, sheet: source.name, cell, value, item });
  };
  const tables = settingsTables(source);
  if (tables.vocabulary.length === 0) notice("no-table", "", VOCABULARY_TABLE, VOCABULARY_TABLE);
  if (tables.method.length === 0) notice("no-table", "", METHOD_TABLE, METHOD_TABLE);
  const statuses = readStatuses(source, tables, notice);
  const counting = readMethod(source, tables, notice);
  const columns = readMapping(source, tables, notice);
  return {
    settings: {
      ...DEFAULT_SETTINGS,
      ...counting,
      statuses: statuses.length > 0 ? statuses : DEFAULT_STATUSES,
      ...(columns.length > 0 ? { columns } : {}),
    },
    notices,
  };
}

/** Where the tables of a 設定 sheet begin; a kind may stand there more than once, its rows then count together. */
export interface SettingsTables {
  readonly vocabulary: readonly TableHeader<keyof typeof VOCABULARY_HEADERS>[];
  readonly method: readonly TableHeader<keyof typeof METHOD_HEADERS>[];
  readonly mapping: readonly TableHeader<keyof typeof MAPPING_HEADERS>[];
}

/** Finds the tables of a 設定 sheet. */
export function settingsTables({ values }: SheetSource): SettingsTables {
  const vocabulary = [...tableHeaders(values, VOCABULARY_HEADERS, ["name", "achieved"])];
  return {
    vocabulary:
      vocabulary.length > 0
        ? vocabulary
        : [...tableHeaders(values, VOCABULARY_HEADERS, ["name", "meaning"])].slice(0, 1),
    method: [...tableHeaders(values, METHOD_HEADERS, ["item", "value"])],
    mapping: [...tableHeaders(values, MAPPING_HEADERS, ["header", "meaning"])],
  };
}

const TABLES: readonly string[] = [VOCABULARY_TABLE, METHOD_TABLE, MAPPING_TABLE];

type Notify = (kind: SettingsNotice["kind"], cell: string, value: string, item: string) => void;

/** Headers of the three tables. */
export const VOCABULARY_HEADERS = {
  name: ["区分", "状況", "表示名"],
  meaning: ["意味", "定義", "説明"],
  achieved: ["達成とみなす", "達成扱い"],
  inDenominator: ["分母に含める", "分母に入れる", "分母"],
  reasonRequired: ["理由が必要", "理由必須"],
  synonyms: ["同義語", "別名"],
  rateFrom: ["達成率の下限", "達成率", "下限"],
} as const;

export const METHOD_HEADERS = { item: ["項目"], value: ["値", "設定値"] } as const;

const YES = new Set(["○", "〇", "◯", "◎", "●", "✓", "✔", "レ", "1", "はい", "有", "する", "yes", "true"]);
const NO = new Set(["", "×", "✕", "x", "-", "0", "いいえ", "無", "なし", "しない", "no", "false"]);

export const MAPPING_HEADERS = { header: ["見出し", "列の見出し"], meaning: ["意味"], year: ["年度"] } as const;

function readMapping(source: SheetSource, tables: SettingsTables, notice: Notify): ColumnMapping[] {
  const at = (cells: readonly CellValue[], column: number | undefined) =>
    column === undefined ? "" : cellText(cells[column]).trim();
  return tables.mapping.flatMap(({ row: headerRow, columns }) =>
    [...tableRows(source, headerRow, columns.header, tables)].flatMap(({ row, cells }) => {
      const meaning = at(cells, columns.meaning);
      const key = columnMeaning(meaning);
      if (key === undefined) {
        const address = cellAddress(source.row + row, source.column + (columns.meaning ?? 0));
        notice("bad-value", address, meaning, MAPPING_TABLE);
        return [];
      }
      return [{ header: at(cells, columns.header), key, year: readFiscalYear(at(cells, columns.year)) }];
    }),
  );
}

/** What a person calls a kind of column: its proper header, or 使わない; undefined for anything else. */
export function columnMeaning(text: string): ColumnKey | null | undefined {
  return matchKey(text) === matchKey(UNUSED_COLUMN) ? null : columnKeyOf(text);
}

/** Rows of a table below its header: up to the first row without a name, or to what begins another table. */
export function* tableRows(
  { values }: SheetSource,
  headerRow: number,
  nameColumn: number | undefined,
  { vocabulary, method, mapping }: SettingsTables,
): Generator<{ row: number; cells: readonly CellValue[] }> {
  const headerRows = new Set([...vocabulary, ...method, ...mapping].map(({ row }) => row));
  for (let row = headerRow + 1; row < values.length; row++) {
    const cells = values[row] ?? [];
    const key = matchKey(cellText(cells[nameColumn ?? -1]));
    if (key === "" || headerRows.has(row) || TABLES.includes(key)) return;
    yield { row, cells };
  }
}

function readStatuses(source: SheetSource, tables: SettingsTables, notice: Notify): Status[] {
  const address = (row: number, column: number) => cellAddress(source.row + row, source.column + column);
  const statuses: Status[] = [];
  const synonymCells: string[] = [];

  for (const { row: headerRow, columns } of tables.vocabulary) {
    const nameColumn = columns.name ?? -1;
    for (const { row, cells } of tableRows(source, headerRow, columns.name, tables)) {
      const name = cellText(cells[nameColumn]).trim();
      if (statuses.some((status) => status.name === name)) {
        notice("repeated", address(row, nameColumn), name, VOCABULARY_HEADERS.name[0]);
        continue;
      }
      const usual = DEFAULT_STATUSES.find((status) => status.name === name);
      const flag = (key: "achieved" | "inDenominator" | "reasonRequired", otherwise: boolean): boolean => {
        const column = columns[key];
        if (column === undefined) return otherwise;
        const text = matchKey(cellText(cells[column]));
        if (YES.has(text)) return true;
        if (!NO.has(text)) {
          notice("bad-value", address(row, column), cellText(cells[column]), VOCABULARY_HEADERS[key][0]);
        }
        return false;
      };
      const rateCell = cells[columns.rateFrom ?? -1];
      const rateFrom = readShare(rateCell);
      if (rateFrom === undefined) {
        notice("bad-value", address(row, columns.rateFrom ?? 0), cellText(rateCell), VOCABULARY_HEADERS.rateFrom[0]);
      }
      synonymCells.push(address(row, columns.synonyms ?? 0));
      statuses.push({
        name,
        meaning: cellText(cells[columns.meaning ?? -1]).trim(),
        achieved: flag("achieved", usual?.achieved ?? false),
        inDenominator: flag("inDenominator", true),
        reasonRequired: flag("reasonRequired", usual?.reasonRequired ?? false),
        synonyms: splitSynonyms(cellText(cells[columns.synonyms ?? -1])),
        ...(typeof rateFrom === "number" ? { rateFrom } : {}),
      });
    }
  }

  const own = statuses.map((status, index) => {
    const shared = new Set(
      status.synonyms.filter((synonym) =>
        statuses.some(
          (other, at) =>
            at !== index && [other.name, ...other.synonyms].some((text) => matchKey(text) === matchKey(synonym)),
        ),
      ),
    );
    for (const synonym of shared) {
      notice("shared-synonym", synonymCells[index] ?? "", synonym, VOCABULARY_HEADERS.synonyms[0]);
    }
    return shared.size === 0
      ? status
      : { ...status, synonyms: status.synonyms.filter((synonym) => !shared.has(synonym)) };
  });
  const [first] = tables.vocabulary;
  if (first === undefined) return own;
  const { row, columns } = first;
  return withDenominator(own, address(row, columns.inDenominator ?? 0), address(row, columns.achieved ?? 0), notice);
}

/** A percentage: 100, 100%, 80％以上, or a cell formatted as one (1 for 100 %); null for a blank, undefined for what is none. */
function readShare(cell: CellValue | undefined): number | null | undefined {
  if (cell === undefined || isBlankCell(cell)) return null;
  if (typeof cell === "number") return cell > 0 && cell <= HIGHEST_SHARE ? Math.round(cell * 10_000) / 100 : cell;
  const [, digits] = /^(\d+(?:\.\d+)?)%?(?:以上|~)?$/.exec(matchKey(cellText(cell))) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

/** Up to here a number is a share of 1: nobody begins a class at 1.5 %. */
const HIGHEST_SHARE = 1.5;

/** A vocabulary that rates can be computed with. */
function withDenominator(statuses: Status[], denominatorCell: string, achievedCell: string, notice: Notify): Status[] {
  if (statuses.length > 0 && !statuses.some(({ achieved }) => achieved)) {
    notice("no-achieved", achievedCell, "", VOCABULARY_HEADERS.achieved[0]);
  }
  if (statuses.length === 0 || statuses.some(({ inDenominator }) => inDenominator)) return statuses;
  notice("no-denominator", denominatorCell, "", VOCABULARY_HEADERS.inDenominator[0]);
  return statuses.map((status) => ({ ...status, inDenominator: true }));
}

/** The spellings that a cell of 同義語 lists. */
export function splitSynonyms(text: string): string[] {
  const parts = text.split(/[、，,\n\r]/).map((part) => part.trim());
  return [...new Set(parts.filter((part) => matchKey(part) !== ""))];
}

type Method = Omit<Settings, "statuses" | "year" | "columns">;

/** Texts of the 設定 sheet that mean the same: the usual one, then others that are understood. */
type Names = readonly [string, ...string[]];

/** An item of 集計方法: its names, and its values with theirs; null for a free text. */
interface MethodItem<Value> {
  readonly names: Names;
  readonly values: readonly { readonly value: Value; readonly names: Names }[] | null;
}

/** The items of 集計方法 in the order of a new 設定 sheet. */
export const METHOD_ITEMS: { readonly [Key in keyof Method]: MethodItem<Method[Key]> } = {
  relisted: {
    names: ["再掲", "再掲の扱い"],
    values: named({ include: ["含む", "含める"], exclude: ["除く", "含まない", "除外"], both: ["併記", "両方"] }),
  },
  rounding: {
    names: ["端数処理", "端数"],
    values: named(ROUNDING_NAMES),
  },
  decimals: {
    names: ["小数桁数", "小数点以下の桁数", "小数点以下桁数"],
    values: [0, 1, 2].map((value) => ({ value, names: [String(value)] })),
  },
  digits: {
    names: ["数字", "数字の幅"],
    values: named({ half: ["半角"], full: ["全角"], "single-full": ["一桁全角", "1桁全角"] }),
  },
  unit: { names: ["件数の単位", "単位"], values: null },
  rateName: { names: ["率の名称", "割合の名称"], values: null },
  counts: { names: ["集計値"], values: named({ formula: ["数式"], value: ["固定値", "値"] }) },
};

/** The items of 集計方法 by key, in their order. */
export const METHOD_KEYS = Object.keys(METHOD_ITEMS) as readonly (keyof Method)[];

/** 対象年度 is an item of its own, because a year is no choice from a list. */
export const YEAR_NAMES: Names = ["対象年度", "報告年度", "年度"];

/** True for an item of 集計方法 that says which year the ledger is about. */
export function isYearItem(name: string): boolean {
  return means(name, YEAR_NAMES);
}

function named<Value extends string>(
  names: Readonly<Record<Value, Names>>,
): readonly { readonly value: Value; readonly names: Names }[] {
  return (Object.keys(names) as Value[]).map((value) => ({ value, names: names[value] }));
}

function means(text: string, names: Names): boolean {
  const key = matchKey(text);
  return names.some((name) => matchKey(name) === key);
}

function readMethod(
  source: SheetSource,
  tables: SettingsTables,
  notice: Notify,
): Partial<Method> & Pick<Settings, "year"> {
  const address = (row: number, column: number) => cellAddress(source.row + row, source.column + column);
  const method: Partial<Record<keyof Method, unknown>> = {};
  const seen = new Set<keyof Method>();
  let year: number | undefined;
  const rows = tables.method.flatMap(({ row, columns }) =>
    [...tableRows(source, row, columns.item, tables)].map((each) => ({ ...each, columns })),
  );
  for (const { row, cells, columns } of rows) {
    const itemColumn = columns.item ?? -1;
    const valueColumn = columns.value ?? -1;
    const name = cellText(cells[itemColumn]).trim();
    if (isYearItem(name)) {
      const text = cellText(cells[valueColumn]);
      year ??= readFiscalYear(text) ?? undefined;
      if (readFiscalYear(text) === null && text.trim() !== "") {
        notice("bad-value", address(row, valueColumn), text, YEAR_NAMES[0]);
      }
      continue;
    }
    const key = METHOD_KEYS.find((each) => means(name, METHOD_ITEMS[each].names));
    if (key === undefined || seen.has(key)) {
      notice(key === undefined ? "unknown-item" : "repeated", address(row, itemColumn), name, METHOD_TABLE);
      continue;
    }
    seen.add(key);
    const cell = cells[valueColumn];
    if (isBlankCell(cell)) continue;
    const text = cellText(cell);
    const { names, values } = METHOD_ITEMS[key];
    const value = values === null ? text.trim() : values.find((each) => means(text, each.names))?.value;
    if (value === undefined) notice("bad-value", address(row, valueColumn), text, names[0]);
    else method[key] = value;
  }
  return { ...(method as Partial<Method>), ...(year === undefined ? {} : { year }) };
}
