import { cellText } from "../ledger/cell-text";
import { findTableHeader, tableHeaders } from "../ledger/header-cells";
import { matchKey } from "../ledger/match-key";
import type { SheetSource } from "../ledger/source";
import { NO_DECISIONS, type Decisions } from "./comparison";
import type { Decision, MeasureReference } from "./matching";
import { CLASS_HEADERS, PAIR_HEADERS, readVerdict, type PairColumn } from "./pair-table";
import type { StatusDecision } from "./status-links";

/** Reads what a person decided on 対応表; nothing where the sheet has no such table. */
export function readDecisions(source: SheetSource | undefined): Decisions {
  if (source === undefined) return NO_DECISIONS;
  return { pairs: readPairs(source), statuses: readClasses(source) };
}

/** Several tables as one; of two decisions about the same pair the later one counts. */
export function joinDecisions(all: readonly Decisions[]): Decisions {
  return { pairs: all.flatMap(({ pairs }) => pairs), statuses: all.flatMap(({ statuses }) => statuses) };
}

function readPairs({ values }: SheetSource): readonly Decision[] {
  const header = findTableHeader(values, PAIR_HEADERS, ["verdict", "lastName", "nowName"]);
  if (header === null) return [];
  return values.slice(header.row + 1).flatMap((cells): Decision[] => {
    const text = (column: PairColumn): string => {
      const at = header.columns[column];
      return at === undefined ? "" : cellText(cells[at]).trim();
    };
    const same = readVerdict(text("verdict"));
    const last = reference(text("lastNumber"), text("lastField"), text("lastName"), text("lastRow"));
    const now = reference(text("nowNumber"), text("nowField"), text("nowName"), text("nowRow"));
    return same === null || last.name === "" || now.name === "" ? [] : [{ last, now, same }];
  });
}

function reference(number: string, field: string, name: string, row: string): MeasureReference {
  return { number, field, name, row: Number(row) || 0 };
}

function readClasses({ values }: SheetSource): readonly StatusDecision[] {
  const header = findTableHeader(values, CLASS_HEADERS, ["last", "now"]);
  if (header === null) return [];
  const pairs = [...tableHeaders(values, PAIR_HEADERS, ["lastName", "nowName"])][0]?.row ?? values.length;
  const decisions: StatusDecision[] = [];
  for (const cells of values.slice(header.row + 1, pairs > header.row ? pairs : values.length)) {
    const [last, now] = [header.columns.last, header.columns.now].map((at) => cellText(cells[at ?? -1]).trim());
    if (last === undefined || matchKey(last) === "") break;
    if (now !== undefined && now !== "") decisions.push({ last, now });
  }
  return decisions;
}
