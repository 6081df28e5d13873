import { cellText } from "../ledger/cell-text";
import { exactText, exactValue } from "../ledger/exact-text";
import { findTableHeader, type TableHeaders } from "../ledger/header-cells";
import type { SheetSource } from "../ledger/source";
import type { Finding } from "./finding";

/*
 * 確認済み: a visible sheet on which somebody says of a warning that all is as it should be, and why. It holds as long as the
 * cell holds what it held then, and never for what blocks a submission.
 */

/** A row of 確認済み. */
export interface Acceptance {
  /** Id of the rule. */
  readonly rule: string;
  readonly sheet: string;
  /** A1 address. */
  readonly cell: string;
  /** The cell's value at the time, as the finding showed it. */
  readonly value: string;
  readonly reason: string;
  /** 和暦. */
  readonly at: string;
}

/** A row as it was read; `row` is its zero-based row on the sheet. */
export interface ReadAcceptance extends Acceptance {
  readonly row: number;
}

/** A finding that somebody has accepted. */
export interface AcceptedFinding {
  readonly finding: Finding;
  readonly acceptance: ReadAcceptance;
}

/** The columns of 確認済み, in their order. */
export const ACCEPTANCE_HEADERS = {
  at: ["確認日"],
  sheet: ["シート"],
  cell: ["セル"],
  title: ["検査項目"],
  value: ["値"],
  reason: ["理由"],
  state: ["状態"],
  rule: ["検査項目の記号"],
} as const satisfies TableHeaders<string>;
const KEYS = Object.keys(ACCEPTANCE_HEADERS) as (keyof typeof ACCEPTANCE_HEADERS)[];

/** Acceptances as rows of the sheet. */
export function acceptanceRows(acceptances: readonly (Acceptance & { readonly title: string })[]): string[][] {
  return acceptances.map(({ at, sheet, cell, title, value, reason, rule }) => [
    at,
    sheet,
    cell,
    title,
    exactText(value),
    reason,
    "",
    rule,
  ]);
}

/** Reads 確認済み, and where its 状態 is; null where the sheet is missing or somebody else's. What was taken back is left out. */
export function readAcceptances(
  source: SheetSource | undefined,
): { readonly entries: readonly ReadAcceptance[]; readonly stateColumn: number } | null {
  const header = source && findTableHeader(source.values, ACCEPTANCE_HEADERS, KEYS);
  if (!source || !header) return null;
  const columns = header.columns as Record<keyof typeof ACCEPTANCE_HEADERS, number>;
  const entries = source.values.slice(header.row + 1).flatMap((cells, index): ReadAcceptance[] => {
    const text = (key: keyof typeof ACCEPTANCE_HEADERS) => cellText(cells[columns[key]]);
    const value = exactValue(text("value"));
    // Without a reason nothing is accepted.
    if (text("rule") === "" || text("reason").trim() === "" || text("state") !== "" || value === null) return [];
    return [
      {
        rule: text("rule"),
        sheet: text("sheet"),
        cell: text("cell"),
        value: String(value),
        reason: text("reason"),
        at: text("at"),
        row: source.row + header.row + 1 + index,
      },
    ];
  });
  return { entries, stateColumn: source.column + columns.state };
}

/** Findings without those that are accepted, and those; both in their order. Only warnings can be accepted. */
export function withoutAccepted(
  findings: readonly Finding[],
  acceptances: readonly ReadAcceptance[],
): { readonly findings: readonly Finding[]; readonly accepted: readonly AcceptedFinding[] } {
  if (acceptances.length === 0) return { findings, accepted: [] };
  const known = new Map(acceptances.map((one) => [keyOf(one), one]));
  const accepted: AcceptedFinding[] = [];
  const left = findings.filter((finding) => {
    const acceptance = finding.severity === "warning" ? known.get(keyOf(finding)) : undefined;
    if (acceptance !== undefined) accepted.push({ finding, acceptance });
    return acceptance === undefined;
  });
  return { findings: left, accepted };
}

function keyOf({ rule, sheet, cell, value }: Pick<Acceptance, "rule" | "sheet" | "cell" | "value">): string {
  return [rule, sheet, cell, value].join("\n");
}
