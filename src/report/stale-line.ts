import { areaAddress } from "../cells/cell";
import type { Tally } from "../tally/tally";
import type { CountFormulas } from "./count-formulas";
import { textLiteral } from "./live-text";
import type { PlanCell } from "./plan";
import { STALE_NOTICE } from "./words";

/*
 * Counts on a sheet follow the ledger, sentences do not. So each sheet that has both carries a line that is empty while
 * every count is the one that the sentences were written from, and says what to do as soon as one is not.
 */

/** Excel's limit on a formula, less what stands around the conditions. */
const MAX_CONDITIONS = 7_800;
/** Arguments of one AND. */
const MAX_ARGUMENTS = 250;

/**
 * The line's cell.
 *
 * @param conditions formula texts that are true while nothing has changed; null where no count is a formula
 */
export function staleCell(conditions: readonly string[]): PlanCell {
  if (conditions.length === 0) return null;
  return { formula: `=IF(${allOf(conditions)},"",${textLiteral(STALE_NOTICE)})`, value: "" };
}

/** Formula texts that are true while an area of counts holds these numbers. */
export function areaUnchanged(row: number, column: number, numbers: readonly (readonly number[])[]): string[] {
  const width = numbers[0]?.length ?? 0;
  if (width === 0) return [];
  const address = areaAddress({ row, column, rows: numbers.length, columns: width });
  const exact = `SUMPRODUCT(--(${address}<>{${numbers.map((line) => line.join(",")).join(";")}}))=0`;
  if (exact.length <= MAX_CONDITIONS) return [exact];
  // A table of thousands of counts: its last row holds the sums, and no two ways of dividing them up have like squares but by chance.
  const end = row + numbers.length - 1;
  const squares = numbers.flat().reduce((sum, number) => sum + number * number, 0);
  return [...areaUnchanged(end, column, numbers.slice(-1)), `SUMPRODUCT(${address},${address})=${squares}`];
}

/** What else has to stay as it was beside a table: what its notes say without 再掲, and that no measure is added below the ledger. */
export function besideTable(tally: Tally, formulas: CountFormulas): string[] {
  return [...withoutRelisted(tally, formulas).filter((one) => one !== null), ...endUnchanged(formulas)];
}

/** A formula text that is true while no measure is added below the ledger. */
export function endUnchanged(formulas: CountFormulas): string[] {
  const condition = formulas.endUnchanged();
  return condition === null ? [] : [condition];
}

function withoutRelisted({ statuses, relisted }: Tally, formulas: CountFormulas): (string | null)[] {
  if (relisted.count === 0) return [];
  return statuses.map(({ name }, at) =>
    formulas.expectationWithoutRelisted([{ column: "status", name }], relisted.without.byStatus[at]!),
  );
}

/**
 * Formula texts that are true while the ledger counts what the tally says, for sheets that show no counts as formulas: each
 * status of each field, or no more than fits a formula.
 */
export function ledgerUnchanged(tally: Tally, formulas: CountFormulas): string[] {
  const { statuses, fields, total } = tally;
  const status = (index: number) => ({ column: "status", name: statuses[index]!.name }) as const;
  const known = (conditions: readonly (string | null)[]): string[] => conditions.filter((one) => one !== null);
  const byStatus = statuses.map((_, at) => formulas.expectation([status(at)], total.byStatus[at]!));
  const byField = fields.flatMap(({ name, counts }) =>
    statuses.map((_, at) => formulas.expectation([{ column: "field", name }, status(at)], counts.byStatus[at]!)),
  );
  const ofField = fields.map(({ name, counts }) => formulas.expectation([{ column: "field", name }], counts.total));
  const without = withoutRelisted(tally, formulas);
  const end = formulas.endUnchanged();
  for (const conditions of [
    [...byStatus, ...byField, ...without, end],
    [...byStatus, ...ofField, ...without, end],
    [...byStatus, ...without, end],
  ]) {
    const texts = known(conditions);
    if (allOf(texts).length <= MAX_CONDITIONS) return texts;
  }
  return [];
}

/** True where all conditions are. */
function allOf(conditions: readonly string[]): string {
  if (conditions.length <= MAX_ARGUMENTS)
    return conditions.length === 1 ? conditions[0]! : `AND(${conditions.join(",")})`;
  const groups: string[] = [];
  for (let at = 0; at < conditions.length; at += MAX_ARGUMENTS) {
    groups.push(allOf(conditions.slice(at, at + MAX_ARGUMENTS)));
  }
  return allOf(groups);
}
