import type { ColumnKey, IndicatorColumns, YearColumn } from "../ledger";
import type { HeaderText } from "./header-text";

/** What `indicatorColumns` needs to know of a column. */
export interface IndicatorDraft {
  readonly index: number;
  readonly key: ColumnKey | null;
  readonly year: number | null;
  readonly text: Pick<HeaderText, "index" | "kind">;
}

interface Group {
  kind: string;
  number: number;
  readonly single: Map<ColumnKey, number>;
  readonly byYear: Map<ColumnKey, YearColumn[]>;
}

const SINGLE: readonly (ColumnKey | null)[] = ["indicator", "unit", "indicatorKind", "improvement", "source", "base"];
const BY_YEAR: readonly (ColumnKey | null)[] = ["target", "actual", "rate"];

/**
 * The indicators that a row of the ledger has, one entry each. A new one begins where a column names another number or kind
 * (指標2, 成果指標) or says once more what the one before has already (a second 指標, a second 目標値 of the same year).
 */
export function indicatorColumns(drafts: readonly IndicatorDraft[]): IndicatorColumns[] {
  const groups: Group[] = [];
  let group: Group | undefined;
  for (const { index, key, year, text } of drafts) {
    if (key === null || (!SINGLE.includes(key) && !BY_YEAR.includes(key))) continue;
    if (
      group === undefined ||
      (text.index > 0 && group.number > 0 && text.index !== group.number) ||
      (text.kind !== "" && group.kind !== "" && text.kind !== group.kind) ||
      group.single.has(key) ||
      group.byYear.get(key)?.some((column) => column.year === year)
    ) {
      const again = groups.find((one) => text.index > 0 && one.number === text.index && one.kind === text.kind);
      group = again ?? { kind: "", number: 0, single: new Map(), byYear: new Map() };
      if (again === undefined) groups.push(group);
    }
    group.number ||= text.index;
    group.kind ||= text.kind;
    if (SINGLE.includes(key)) group.single.set(key, index);
    else group.byYear.set(key, [...(group.byYear.get(key) ?? []), { column: index, year }]);
  }
  return groups
    .filter(({ byYear, single }) => byYear.has("actual") || byYear.has("target") || single.has("indicator"))
    .map(({ kind, single, byYear }) => {
      const years = (key: ColumnKey) =>
        [...(byYear.get(key) ?? [])].sort((a, b) => (a.year ?? Infinity) - (b.year ?? Infinity));
      const at = (key: ColumnKey) => single.get(key) ?? null;
      return {
        kind,
        name: at("indicator"),
        unit: at("unit"),
        kindColumn: at("indicatorKind"),
        improvement: at("improvement"),
        source: at("source"),
        base: at("base"),
        targets: years("target"),
        actuals: years("actual"),
        rates: years("rate"),
      };
    });
}
