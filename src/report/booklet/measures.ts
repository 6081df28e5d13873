import type { Measure } from "../../ledger/ledger";
import { breakLines } from "../text-layout";
import { textWidth } from "../text-width";
import type { Role } from "../plan";
import { bracketedNumber, chapterTitle, withDigits, type BookletSource, type Chapter } from "./booklet";
import type { FlowCell, FlowLine } from "./flow";
import { columnsOf, emsInColumn, TEXT_SIZE, TEXT_WIDTH } from "./grid";
import { leader } from "./leader";
import { headingLines, LINE_HEIGHT, paragraphLines } from "./lines";
import { measureTree, type TreeEntry } from "./measure-tree";
import { bracketedStatus, statusLegend, WORDS } from "../words";
import { FIELD_MISSING } from "./words";

/** The tree's columns: number of the 大項目, number of the 施策, names with their leaders, status. */
interface TreeGrid {
  readonly columns: readonly number[];
  readonly nameEms: number;
  readonly statusEms: number;
  /** Numbers wider than their column stand before the name instead. */
  readonly numberEms: readonly [heading: number, policy: number];
}

/** Columns of numbers and statuses grow with what is in them, within these bounds (em); more is broken into lines. */
const NUMBER_EMS = { heading: [1.4, 3], policy: [2, 4] } as const;
const STATUS_EMS = [5, 11] as const;
const PADDING = 5;
const POLICY_COLUMN = 1;
const NAME_COLUMN = 2;
const STATUS_COLUMN = 3;
/** Em that the last line of a name leaves for its leader. */
const LEADER_EMS = 1;
/** Bold letters of headings are this much wider at most. */
const BOLD = 1.05;

/** 実施状況: every measure under its 施策 and 大項目, with its status at the right edge, in the ledger's order. */
export function measuresLines(source: BookletSource, chapter: Chapter, grid: TreeGrid): FlowLine[] {
  return [
    ...headingLines(chapterTitle("measures", chapter, source), "title", { level: 1 }),
    ...legendLines(source),
    ...source.tally.fields.flatMap((field) => [
      ...headingLines(field.name === "" ? FIELD_MISSING : field.name, "heading", {
        level: 2,
        roles: field.name === "" ? ["missing"] : [],
      }),
      ...(field.measures.length === 0 ? paragraphLines(WORDS.noMeasures) : []),
      ...treeLines(measureTree(field.measures), source, grid),
    ]),
  ];
}

/** Columns that fit the numbers and statuses of this ledger. */
export function treeGrid({ tally, settings }: BookletSource): TreeGrid {
  const measures = tally.fields.flatMap((field) => field.measures);
  const widest = (texts: Iterable<string>, [least, most]: readonly [number, number]): number => {
    let width: number = least;
    for (const text of new Set(texts)) if (textWidth(text) <= most) width = Math.max(width, textWidth(text));
    return width;
  };
  const trees = tally.fields.flatMap((field) => measureTree(field.measures));
  const numbers = (kind: "heading" | "policy"): string[] =>
    trees.flatMap((entry) => (entry.kind === kind ? [shownNumber(entry, settings)] : []));
  const heading = widest(numbers("heading"), NUMBER_EMS.heading) * BOLD;
  const policy = widest(numbers("policy"), NUMBER_EMS.policy);
  const status = widest(
    measures.map((measure) => statusText(measure, tally.statuses)),
    STATUS_EMS,
  );
  const points = (ems: number): number => ems * TEXT_SIZE + PADDING;
  const parts = [points(heading), points(policy)];
  const name = TEXT_WIDTH - parts[0]! - parts[1]! - points(status);
  return {
    columns: columnsOf([...parts, name]),
    nameEms: emsInColumn(name),
    statusEms: status,
    numberEms: [heading, policy],
  };
}

function treeLines(entries: readonly TreeEntry[], source: BookletSource, grid: TreeGrid): FlowLine[] {
  return entries.flatMap((entry, i) => {
    const next = entries[i + 1];
    switch (entry.kind) {
      case "heading":
        return headingEntry(entry, source, grid);
      case "policy":
        return entryLines(entry, 0, entry.measure, next?.kind === "measure", source, grid);
      case "measure":
        return entryLines(entry, 1, entry.measure, false, source, grid);
    }
  });
}

function headingEntry(
  entry: Extract<TreeEntry, { kind: "heading" }>,
  { settings }: BookletSource,
  grid: TreeGrid,
): FlowLine[] {
  const number = shownNumber(entry, settings);
  const apart = textWidth(number) * BOLD <= grid.numberEms[0];
  const width = (TEXT_WIDTH - grid.columns[0]!) / TEXT_SIZE / BOLD;
  return breakLines(apart ? entry.name : `${number}　${entry.name}`, width).map((line, i) => ({
    cells: [
      ...(apart && i === 0
        ? [
            {
              column: 0,
              value: /^[1-9]\d{0,8}$/.test(number) ? Number(number) : number,
              roles: ["subheading"],
            } as const,
          ]
        : []),
      { column: POLICY_COLUMN, value: line, roles: ["subheading"] },
    ],
    height: LINE_HEIGHT,
    spaceBefore: i === 0 ? 6 : 0,
    keepWithNext: true,
  }));
}

/** A 施策 or a measure: its name in as many lines as it needs, on the last of them the leader and the status. */
function entryLines(
  entry: Extract<TreeEntry, { kind: "policy" | "measure" }>,
  indent: number,
  measure: Measure | null,
  keepWithNext: boolean,
  { tally, settings }: BookletSource,
  grid: TreeGrid,
): FlowLine[] {
  const number = entry.kind === "policy" ? shownNumber(entry, settings) : "";
  const apart = textWidth(number) <= grid.numberEms[1];
  const name = entry.kind === "policy" ? entry.name : entry.measure.name;
  const text = `${apart ? "" : number}${name}${measure?.relisted === true && !name.includes("再掲") ? WORDS.relistedMark : ""}`;
  const names = breakLines(text, grid.nameEms - indent - LEADER_EMS).map((line) => "　".repeat(indent) + line);
  const statuses = measure === null ? [] : breakLines(statusText(measure, tally.statuses), grid.statusEms);
  const rows = Math.max(names.length, names.length - 1 + statuses.length);
  return Array.from({ length: rows }, (_, i): FlowLine => {
    const last = i === names.length - 1;
    const line = names[i];
    const status = statuses[i - names.length + 1];
    const cells: FlowCell[] = [];
    if (i === 0 && number !== "" && apart) cells.push({ column: POLICY_COLUMN, value: number });
    if (line !== undefined) {
      cells.push({ column: NAME_COLUMN, value: last && measure !== null ? line + leader(line, grid.nameEms) : line });
    }
    if (status !== undefined) cells.push({ column: STATUS_COLUMN, value: status, roles: statusRoles(measure) });
    return { cells, height: LINE_HEIGHT, keepWithNext: keepWithNext || i < rows - 1 };
  });
}

/** What the statuses mean, where 状況区分 says so. */
function legendLines({ tally }: BookletSource): FlowLine[] {
  return statusLegend(tally.statuses).flatMap((text) => paragraphLines(text));
}

function statusText(measure: Measure, statuses: BookletSource["tally"]["statuses"]): string {
  return bracketedStatus(statuses[measure.statusIndex]?.name ?? measure.status.trim());
}

function statusRoles(measure: Measure | null): Role[] {
  return measure !== null && measure.statusIndex < 0 ? ["lineEnd", "missing"] : ["lineEnd"];
}

function shownNumber(
  entry: Extract<TreeEntry, { kind: "heading" | "policy" }>,
  settings: BookletSource["settings"],
): string {
  if (entry.kind === "heading") return withDigits(entry.number, settings);
  return /^\d+$/.test(entry.number) ? bracketedNumber(entry.number, settings) : withDigits(entry.number, settings);
}
