import type { Block, EntryBlock } from "../document/blocks";
import { breakLines } from "../text-layout";
import { textWidth } from "../text-width";
import type { Role } from "../plan";
import { blockLines } from "./block-lines";
import { chapterTitle, type BookletSource, type Chapter } from "./booklet";
import type { FlowCell, FlowLine } from "./flow";
import { columnsOf, emsInColumn, TEXT_SIZE, TEXT_WIDTH } from "./grid";
import { leader } from "./leader";
import { chapterTitleLines, LINE_HEIGHT } from "./lines";

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
export function measuresLines(
  source: BookletSource,
  chapter: Chapter,
  { blocks, grid }: { readonly blocks: readonly Block[]; readonly grid: TreeGrid },
  stale: FlowCell["value"],
): FlowLine[] {
  return [
    ...chapterTitleLines(chapterTitle("measures", chapter, source), stale),
    ...blocks.flatMap((block, i) =>
      block.kind === "entry" ? treeLines(block, blocks[i + 1], grid) : blockLines([block]),
    ),
  ];
}

/** Columns that fit the numbers and statuses of these entries. */
export function treeGrid(blocks: readonly Block[]): TreeGrid {
  const entries = blocks.filter((block) => block.kind === "entry");
  const widest = (texts: Iterable<string>, [least, most]: readonly [number, number]): number => {
    let width: number = least;
    for (const text of new Set(texts)) if (textWidth(text) <= most) width = Math.max(width, textWidth(text));
    return width;
  };
  const numbers = (depth: EntryBlock["depth"]): string[] =>
    entries.flatMap((entry) => (entry.depth === depth ? [entry.number] : []));
  const heading = widest(numbers(0), NUMBER_EMS.heading) * BOLD;
  const policy = widest(numbers(1), NUMBER_EMS.policy);
  const status = widest(
    entries.flatMap(({ status }) => (status === null ? [] : [status])),
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

function treeLines(entry: EntryBlock, next: Block | undefined, grid: TreeGrid): FlowLine[] {
  if (entry.depth === 0) return headingEntry(entry, grid);
  return entryLines(entry, entry.depth === 1 && next?.kind === "entry" && next.depth === 2, grid);
}

function headingEntry({ number, name }: EntryBlock, grid: TreeGrid): FlowLine[] {
  const apart = textWidth(number) * BOLD <= grid.numberEms[0];
  const width = (TEXT_WIDTH - grid.columns[0]!) / TEXT_SIZE / BOLD;
  return breakLines(apart ? name : `${number}　${name}`, width).map((line, i) => ({
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
  { depth, number, name, status, mark }: EntryBlock,
  keepWithNext: boolean,
  grid: TreeGrid,
): FlowLine[] {
  const indent = depth - 1;
  const apart = textWidth(number) <= grid.numberEms[1];
  const names = breakLines(`${apart ? "" : number}${name}`, grid.nameEms - indent - LEADER_EMS).map(
    (line) => "　".repeat(indent) + line,
  );
  const statuses = status === null ? [] : breakLines(status, grid.statusEms);
  const roles: readonly Role[] = mark === undefined ? ["lineEnd"] : ["lineEnd", mark];
  const rows = Math.max(names.length, names.length - 1 + statuses.length);
  return Array.from({ length: rows }, (_, i): FlowLine => {
    const last = i === names.length - 1;
    const line = names[i];
    const ending = statuses[i - names.length + 1];
    const cells: FlowCell[] = [];
    if (i === 0 && number !== "" && apart) cells.push({ column: POLICY_COLUMN, value: number });
    if (line !== undefined) {
      cells.push({ column: NAME_COLUMN, value: last && status !== null ? line + leader(line, grid.nameEms) : line });
    }
    if (ending !== undefined) cells.push({ column: STATUS_COLUMN, value: ending, roles });
    return { cells, height: LINE_HEIGHT, keepWithNext: keepWithNext || i < rows - 1 };
  });
}
