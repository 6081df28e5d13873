import { isBlankCell } from "../../ledger/cell-text";
import { headerOf } from "../../ledger/columns";
import type { Ledger, Measure } from "../../ledger/ledger";
import type { Settings } from "../../ledger/settings";
import { groupLabel } from "../../report/document/field";
import { statusName } from "../../report/document/measures";
import { WORDS } from "../../report/words";
import type { Counts, Tally } from "../../tally/tally";
import { groupWord } from "../../report/words";

/** A column of an open data file. */
export interface DataColumn {
  /** Header, unique in the file. */
  readonly title: string;
  readonly type: "string" | "integer" | "number" | "boolean";
  readonly description: string;
}

/** An open data file as a table. */
export interface DataTable {
  readonly columns: readonly DataColumn[];
  /** Numbers for figures; "" where there is none. */
  readonly rows: readonly (readonly (string | number)[])[];
}

/** The measures as the report lists them: what it prints of each, in the ledger's order, under the ledger's words. */
export function measuresTable(ledger: Ledger, { statuses }: Pick<Settings, "statuses">): DataTable {
  const { measures, levels } = ledger;
  const columns: { column: DataColumn; value: (measure: Measure) => string }[] = [];
  const add = (title: string, description: string, value: (measure: Measure) => string, always = false): void => {
    if (always || measures.some((measure) => value(measure) !== "")) {
      columns.push({ column: { title: uniqueTitle(title, columns), type: "string", description }, value });
    }
  };
  add(WORDS.number, DESCRIPTIONS.number, ({ number }) => number);
  for (const { key, name } of levels) add(name, DESCRIPTIONS.level, (measure) => shown(measure[key]), true);
  add(NAME, DESCRIPTIONS.name, ({ name }) => shown(name), true);
  add(WORDS.statusColumn, DESCRIPTIONS.status, (measure) => statusName(measure, statuses), true);
  add(headerOf("relisted"), DESCRIPTIONS.relisted, ({ relisted }) => (relisted ? WORDS.relistedMark.slice(1, -1) : ""));
  add(headerOf("reason"), DESCRIPTIONS.reason, ({ reason }) => shown(reason));
  return {
    columns: columns.map(({ column }) => column),
    rows: measures.map((measure) => columns.map(({ value }) => value(measure))),
  };
}

/** Counts, shares and rates of the whole plan, its fields and their groups, as the report prints them. */
export function countsTable(tally: Tally, settings: Settings): DataTable {
  const { statuses, fieldWord, wording, total, relisted } = tally;
  const hasOutside = total.outside > 0;
  const hasRate = statuses.some(({ achieved, inDenominator }) => achieved && inDenominator);
  const groupTitle = [...new Set(tally.fields.map(groupWord))].join("・") || groupWordDefault;
  const columns: DataColumn[] = [
    { title: UNIT, type: "string", description: DESCRIPTIONS.unit },
    { title: fieldWord, type: "string", description: DESCRIPTIONS.field },
    { title: groupTitle === fieldWord ? `${groupTitle}（細分）` : groupTitle, type: "string", description: DESCRIPTIONS.group },
    ...statuses.map(({ name, meaning }): DataColumn => ({ title: `${name}（${settings.unit}）`, type: "integer", description: meaning })),
    ...(hasOutside ? [{ title: `${WORDS.outside}（${settings.unit}）`, type: "integer", description: DESCRIPTIONS.outside } as const] : []),
    { title: `${WORDS.total}（${settings.unit}）`, type: "integer", description: DESCRIPTIONS.total },
    ...statuses.map(({ name }): DataColumn => ({ title: `${name}の${WORDS.share}（％）`, type: "number", description: DESCRIPTIONS.share })),
    ...(hasRate ? [{ title: `${wording.rate}（％）`, type: "number", description: DESCRIPTIONS.rate } as const] : []),
  ];
  const row = (unit: string, field: string, group: string, counts: Counts): (string | number)[] => [
    unit,
    field,
    group,
    ...counts.byStatus,
    ...(hasOutside ? [counts.outside] : []),
    counts.total,
    ...counts.shares.map((share) => share ?? ""),
    ...(hasRate ? [counts.rate ?? ""] : []),
  ];
  const rows = [row(UNITS.whole, "", "", total)];
  if (settings.relisted === "both" && relisted.count > 0) rows.push(row(UNITS.without, "", "", relisted.without));
  for (const field of tally.fields) {
    const name = field.name === "" ? WORDS.noField : field.name;
    rows.push(row(fieldWord, name, "", field.counts));
    for (const group of field.groups) {
      rows.push(row(groupWord(field), name, groupLabel(group, field), group.counts));
    }
  }
  return { columns, rows };
}

const NAME = "名称";
const UNIT = "集計の単位";
const UNITS = { whole: "全体", without: "全体（再掲を除く）" } as const;
const groupWordDefault = "大項目";

const DESCRIPTIONS = {
  number: "台帳の番号",
  level: "計画の体系",
  name: "個別事業（ない場合は施策など）の名称",
  status: "状況の区分。区分に当たらないものは台帳の記載のまま",
  relisted: "ほかの分野にも掲げるものに「再掲」",
  reason: "台帳に記載の理由",
  unit: "行が何の件数か",
  field: "全体の行は空欄",
  group: "全体と分野の行は空欄",
  outside: "状況がどの区分にも当たらないものの件数",
  total: "区分と区分外の件数の合計",
  share: "分母に含める区分の件数の合計に占める割合。報告書に示す値",
  rate: "報告書に示す値",
} as const;

function shown(text: string): string {
  return isBlankCell(text) ? "" : text.trim();
}

function uniqueTitle(title: string, taken: readonly { readonly column: DataColumn }[]): string {
  const isTaken = (one: string): boolean => taken.some(({ column }) => column.title === one);
  if (!isTaken(title)) return title;
  let number = 2;
  while (isTaken(`${title}${number}`)) number++;
  return `${title}${number}`;
}
