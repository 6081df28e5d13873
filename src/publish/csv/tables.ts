import { isBlankCell } from "../../ledger/cell-text";
import { headerOf } from "../../ledger/columns";
import type { Ledger, Measure } from "../../ledger/ledger";
import type { Settings } from "../../ledger/settings";
import { groupLabel } from "../../report/document/field";
import { statusName } from "../../report/document/measures";
import { groupWord, WORDS } from "../../report/words";
import type { Counts, Tally } from "../../tally/tally";
import { DATA } from "../words";
import type { DataColumn, DataTable } from "./table";

/** The measures as the report lists them: what it prints of each, in the ledger's order, under the ledger's words. */
export function measuresTable({ measures, levels }: Ledger, { statuses }: Pick<Settings, "statuses">): DataTable {
  const { description } = DATA;
  const columns: { readonly column: DataColumn; readonly value: (measure: Measure) => string }[] = [];
  const add = (title: string, about: string, value: (measure: Measure) => string): void => {
    const others = columns.map(({ column }) => column.title);
    columns.push({ column: { title: uniqueTitle(title, others), type: "string", description: about }, value });
  };
  const addWhereFilled: typeof add = (title, about, value) => {
    if (measures.some((measure) => value(measure) !== "")) add(title, about, value);
  };
  addWhereFilled(headerOf("number"), description.number, ({ number }) => number);
  for (const { key, name } of levels) add(name, description.level, (measure) => shown(measure[key]));
  add(DATA.name, description.name, ({ name }) => shown(name));
  add(headerOf("status"), description.status, (measure) => statusName(measure, statuses));
  addWhereFilled(headerOf("relisted"), description.relisted, ({ relisted }) => (relisted ? headerOf("relisted") : ""));
  addWhereFilled(headerOf("reason"), description.reason, ({ reason }) => shown(reason));
  return {
    columns: columns.map(({ column }) => column),
    rows: measures.map((measure) => columns.map(({ value }) => value(measure))),
  };
}

/** Counts, shares and rates of the whole plan, its fields and their groups, as the report prints them. */
export function countsTable(tally: Tally, { unit, relisted: mode }: Settings): DataTable {
  const { statuses, fieldWord, wording, total, relisted, fields } = tally;
  const { description } = DATA;
  const hasOutside = total.outside > 0;
  const hasRate = statuses.some(({ achieved, inDenominator }) => achieved && inDenominator);
  const groups = [...new Set(fields.map(groupWord))].join("・") || DATA.group;
  const count = (name: string, about: string): DataColumn => ({
    title: DATA.countOf(name, unit),
    type: "integer",
    description: about,
  });
  const row = (of: string, field: string, group: string, counts: Counts): (string | number)[] => [
    of,
    field,
    group,
    ...counts.byStatus,
    ...(hasOutside ? [counts.outside] : []),
    counts.total,
    ...counts.shares.map((share) => share ?? ""),
    ...(hasRate ? [counts.rate ?? ""] : []),
  ];
  return {
    columns: [
      { title: DATA.unit, type: "string", description: description.unit },
      { title: fieldWord, type: "string", description: description.field },
      {
        title: groups === fieldWord ? DATA.finer(groups) : groups,
        type: "string",
        description: description.group,
      },
      ...statuses.map(({ name, meaning }) => count(name, meaning)),
      ...(hasOutside ? [count(WORDS.outside, description.outside)] : []),
      count(WORDS.total, description.total),
      ...statuses.map(({ name }): DataColumn => ({
        title: DATA.shareOf(name, WORDS.share),
        type: "number",
        description: description.share,
      })),
      ...(hasRate ? [{ title: DATA.rate(wording.rate), type: "number", description: description.rate } as const] : []),
    ],
    rows: [
      row(DATA.whole, "", "", total),
      ...(mode === "both" && relisted.count > 0 ? [row(DATA.wholeWithoutRelisted, "", "", relisted.without)] : []),
      ...fields.flatMap((field) => {
        const name = field.name === "" ? WORDS.noField : field.name;
        return [
          row(fieldWord, name, "", field.counts),
          ...field.groups.map((group) => row(groupWord(field), name, groupLabel(group, field), group.counts)),
        ];
      }),
    ],
  };
}

function shown(text: string): string {
  return isBlankCell(text) ? "" : text.trim();
}

function uniqueTitle(title: string, taken: readonly string[]): string {
  if (!taken.includes(title)) return title;
  let number = 2;
  while (taken.includes(`${title}${number}`)) number++;
  return `${title}${number}`;
}
