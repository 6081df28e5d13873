import type { CellValue } from "../../cells/cell";
import { parseAddress } from "../../cells/parse-address";
import type { WorkingMessages } from "../../messages";
import { ruleContext, sheetContext, type ValidationInput } from "../context";
import type { Finding } from "../finding";
import { numericColumns } from "../numeric-columns";
import type { RuleContext, RuleId } from "../rule";
import type { CellTarget, FixContext, Mender, Mending, Offered, Way } from "./mending";
import { asPercentage, asTheOthers, dropSign, lastDay, leaveBlank, nextNumber, readAsNumber } from "./numbers";
import {
  deleteBlankRows,
  deleteColumn,
  deleteTotal,
  keepValue,
  moveOut,
  renameOrDeleteColumn,
  showColumn,
  showFiltered,
  showRows,
  unmerge,
} from "./shape";
import { fillLevel, offerDirections, offerFields, offerReasons, offerStatuses } from "./vocabulary";

const MENDERS: Readonly<Partial<Record<RuleId, Mender>>> = {
  "cells-merged": unmerge,
  "row-blank": deleteBlankRows,
  "row-total": deleteTotal,
  "column-blank": deleteColumn,
  "header-duplicate": renameOrDeleteColumn,
  "note-outside": moveOut,
  "table-second": moveOut,
  "row-hidden": showRows,
  "column-hidden": showColumn,
  "filter-active": showFiltered,
  "status-formula": keepValue,
  "status-blank": offerStatuses,
  "status-unknown": offerStatuses,
  "status-multiple": offerStatuses,
  "field-unknown": offerFields,
  "cell-required": offerFields,
  "reason-missing": offerReasons,
  "direction-odd": offerDirections,
  "level-unclear": fillLevel,
  "value-error": leaveBlank,
  "number-text": readAsNumber,
  "number-duplicate": nextNumber,
  "money-negative": dropSign,
  "rate-scale": asPercentage,
  "date-impossible": lastDay,
  "date-notation": asTheOthers,
};

/** Rules whose first choice puts right a slip, so that it can be proposed together with others. */
const SLIPS: ReadonlySet<string> = new Set<RuleId>([
  "field-similar",
  "department-similar",
  "text-ditto",
  "number-date",
  "number-conflict",
  "plan-number",
  "character-platform",
  "kana-halfwidth",
  "review-odd",
  "date-era",
  "text-letter-spaced",
]);

/** What can be done about each finding of a check, in their order. */
export function mendFindings(
  findings: readonly Finding[],
  input: ValidationInput,
  messages: WorkingMessages,
): readonly Mending[] {
  const context = fixContext(input, messages);
  const numeric = remembered(() => {
    const ledger = context.ledger();
    return new Set(ledger === null ? [] : numericColumns(ledger).map(({ column }) => column.column));
  });
  const targets = findings.map((finding) => targetOf(finding, input));
  const groups = alikeGroups(findings, targets);
  return findings.map((finding, index): Mending => {
    const target = targets[index] ?? null;
    const mender = MENDERS[finding.rule as RuleId];
    const offered = mender?.(finding, context) ?? { isProposed: SLIPS.has(finding.rule) };
    const values = new Set<CellValue>();
    const ways: Way[] = [];
    for (const { label, edits } of finding.choices) {
      const [edit] = edits;
      if (edit !== undefined && edits.length === 1 && isAt(edit, target)) values.add(edit.after);
      else ways.push({ label, edits, changes: [] });
    }
    if (target !== null) for (const value of offered.values ?? []) if (value !== target.before) values.add(value);
    ways.push(...(offered.ways ?? []));
    return {
      target,
      values: [...values],
      ways,
      proposed: proposalOf(finding, target, [...values], ways, offered),
      alike: groups[index]!,
      isNumeric:
        target !== null && target.sheet === input.source.name && finding.target !== null && isNumberRule(finding)
          ? numeric().has(target.column)
          : false,
    };
  });
}

function isNumberRule({ rule }: Finding): boolean {
  return /^(?:number-text|number-blank|value-error|money|rate|target|actual|unit)/.test(rule);
}

function fixContext(input: ValidationInput, messages: WorkingMessages): FixContext {
  const sheet = sheetContext(input, messages);
  const ledger = remembered((): RuleContext | null =>
    "ledger" in input.ledger ? ruleContext(input, sheet, input.ledger.ledger, messages) : null,
  );
  return { sheet, ledger, words: messages.rules.ways };
}

function remembered<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

/** The cell a finding is about, on whichever sheet it is. */
function targetOf({ sheet, cell, target }: Finding, input: ValidationInput): CellTarget | null {
  if (target !== null) return { sheet, ...target };
  const source = [input.planSource, input.fieldsSource].find((one) => one?.name === sheet);
  const area = parseAddress(cell);
  if (source === undefined || area === null || area.rows * area.columns !== 1) return null;
  const { row, column } = area;
  return { sheet, row, column, before: source.values[row - source.row]?.[column - source.column] ?? "" };
}

function isAt(edit: CellTarget, target: CellTarget | null): boolean {
  return target !== null && edit.sheet === target.sheet && edit.row === target.row && edit.column === target.column;
}

/** What automatic fixes do is done with them; what only is said needs nothing. */
function proposalOf(
  { fix, severity }: Finding,
  target: CellTarget | null,
  values: readonly CellValue[],
  ways: readonly Way[],
  { isProposed = false }: Offered,
): Mending["proposed"] {
  if (!isProposed || fix === "auto" || severity === "info") return null;
  const [value] = values;
  if (target !== null && value !== undefined) return { edits: [{ ...target, after: value }], changes: [] };
  return ways[0] ?? null;
}

/** For each finding the cells of those that are about the same. */
function alikeGroups(
  findings: readonly Finding[],
  targets: readonly (CellTarget | null)[],
): readonly (readonly CellTarget[])[] {
  const groups = new Map<string, CellTarget[]>();
  const keys = targets.map((target, index) =>
    target === null
      ? ""
      : [findings[index]!.rule, target.sheet, target.column, typeof target.before, target.before].join("\n"),
  );
  targets.forEach((target, index) => {
    if (target === null) return;
    const group = groups.get(keys[index]!);
    if (group) group.push(target);
    else groups.set(keys[index]!, [target]);
  });
  return keys.map((key) => {
    const group = groups.get(key) ?? [];
    return group.length > 1 ? group : [];
  });
}

/** All that is proposed, at most one edit for a cell; what wants another value there waits for the next check. */
export function proposals(mendings: readonly Mending[]): {
  readonly edits: Way["edits"];
  readonly changes: Way["changes"];
} {
  const taken = new Set<string>();
  const edits: Way["edits"][number][] = [];
  const changes: Way["changes"][number][] = [];
  const known = new Set<string>();
  for (const { proposed } of mendings) {
    if (proposed === null) continue;
    const keys = proposed.edits.map(({ sheet, row, column }) => `${row} ${column} ${sheet}`);
    if (keys.some((key) => taken.has(key))) continue;
    for (const key of keys) taken.add(key);
    edits.push(...proposed.edits);
    for (const change of proposed.changes) {
      const { kind, sheet, area } = change;
      const key = JSON.stringify([kind, sheet, area]);
      if (!known.has(key)) changes.push(change);
      known.add(key);
    }
  }
  return { edits, changes };
}
