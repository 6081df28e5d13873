import { isBlankCell } from "../../ledger/cell-text";
import type { Measure } from "../../ledger/ledger";
import { countWithUnit } from "../../narrative/numbers";
import type { FieldTally, GroupTally } from "../../tally/tally";
import type { BookletSource } from "../booklet/booklet";
import { chartTitles, fieldNotes, fieldSubtitle, groupWord, numberedNotes, WORDS } from "../words";
import { heading, type Block, type DocumentColumn, type DocumentRow } from "./blocks";
import { countsChart, type NamedCounts } from "./charts";
import { isDrawn, type FigureNumbers } from "./figures";
import { statusName } from "./measures";
import { countsTable } from "./tables";
import { listTitle, REASON } from "./words";

/** One field: its counts by 大項目 (or 施策) with a chart, and the list of its measures with status and reasons. */
export function fieldBlocks(
  source: BookletSource & { readonly measureWord: string },
  index: number,
  numbers: FigureNumbers,
): Block[] {
  const { tally, settings, asOf } = source;
  const field = tally.fields[index]!;
  const rows = field.groups.map((group): NamedCounts => ({ name: groupLabel(group, field), counts: group.counts }));
  const relisted = field.measures.reduce((count, measure) => count + (measure.relisted ? 1 : 0), 0);
  const text = {
    caption: numbers.table(fieldSubtitle(field, tally, asOf, settings)),
    label: groupWord(field),
    notes: numberedNotes(fieldNotes(field.counts, tally.relisted.withoutByField[index]!, relisted, tally, settings)),
  };
  return [
    heading(2, field.name === "" ? WORDS.noField : field.name),
    countsTable(text, rows, { total: field.counts }, tally, settings),
    ...(isDrawn(rows) ? [countsChart(numbers.chart(chartTitles.groups(field, settings)), rows, tally)] : []),
    measureTable(source, field, numbers),
  ];
}

/** The measures of a field, one a row; a group's name stands where it begins. */
function measureTable(
  { tally, settings, measureWord }: BookletSource & { readonly measureWord: string },
  field: FieldTally,
  numbers: FigureNumbers,
): Block {
  const { measures, groupedBy } = field;
  const hasNumbers = measures.some(({ number }) => number !== "");
  const hasGroups = measures.some((measure) => measure[groupedBy] !== "" && measure[groupedBy] !== measure.name);
  const hasReasons = measures.some(({ reason }) => !isBlankCell(reason));
  const columns: DocumentColumn[] = [
    ...(hasNumbers ? [{ heading: WORDS.number, kind: "text" } as const] : []),
    ...(hasGroups ? [{ heading: groupWord(field), kind: "text" } as const] : []),
    { heading: measureWord, kind: "label" },
    { heading: WORDS.statusColumn, kind: "status" },
    ...(hasReasons ? [{ heading: REASON, kind: "text" } as const] : []),
  ];
  const statusColumn = columns.findIndex(({ kind }) => kind === "status");
  const row = (measure: Measure): DocumentRow => {
    const status = statusName(measure, tally.statuses);
    return {
      cells: [
        ...(hasNumbers ? [measure.number] : []),
        ...(hasGroups ? [measure[groupedBy]] : []),
        measure.relisted && !measure.name.includes("再掲") ? measure.name + WORDS.relistedMark : measure.name,
        status === "" ? WORDS.blankStatus : status,
        ...(hasReasons ? [isBlankCell(measure.reason) ? "" : measure.reason] : []),
      ],
      ...(measure.statusIndex < 0 ? { marks: { [statusColumn]: "missing" } } : {}),
    };
  };
  const amount = countWithUnit(measures.length, settings);
  return {
    kind: "table",
    caption: numbers.table(listTitle(field.name, WORDS.measuresHeading, amount)),
    unit: "",
    columns,
    rows: measures.map(row),
    decimals: settings.decimals,
    notes: [],
  };
}

/** What a group without a name is called in a table. */
export function groupLabel(group: GroupTally, field: FieldTally): string {
  if (group.name !== "") return group.name;
  if (field.groupWord === "") return field.name === "" ? WORDS.noField : field.name;
  return field.groupedBy === "heading" ? WORDS.noHeading : WORDS.noPolicy;
}
