import type { CellEdit } from "../finding";
import { defineRule } from "../rule";

const WAVES = { dash: "\u301C", tilde: "\uFF5E" } as const;

/** A wave stands between two things. */
const SHORTEST = 3;

/** 〜 (U+301C) and ～ (U+FF5E) in one ledger: they look alike and do not match; reported once, at the first of the rarer. */
export const waveMixed = defineRule({
  id: "wave-mixed",
  severity: "info",
  scope: "ledger",
  basis: ["1-10", "product"],
  fix: "choose",
  check({ ledger, source, columns, words }, report) {
    const found = { dash: [] as Place[], tilde: [] as Place[] };
    const indexes = columns.map(({ column }) => column - source.column);
    for (const { row } of ledger.measures) {
      const cells = source.values[row - source.row] ?? [];
      for (const index of indexes) {
        const text = cells[index];
        if (typeof text !== "string" || text.length < SHORTEST) continue;
        const column = source.column + index;
        if (text.includes(WAVES.dash)) found.dash.push({ row, column, text });
        if (text.includes(WAVES.tilde)) found.tilde.push({ row, column, text });
      }
    }
    if (found.dash.length === 0 || found.tilde.length === 0) return;
    const [rare, common] =
      found.dash.length <= found.tilde.length ? (["dash", "tilde"] as const) : (["tilde", "dash"] as const);
    const places = found[rare];
    const { row, column, text } = places[0]!;
    const rule = words.byRule["wave-mixed"];
    const edits = places.map((place): CellEdit => ({
      sheet: ledger.sheet,
      row: place.row,
      column: place.column,
      before: place.text,
      after: place.text.replaceAll(WAVES[rare], WAVES[common]),
    }));
    report({
      at: { row, column },
      value: text,
      message: rule.message(found.dash.length, found.tilde.length),
      suggestion: rule.suggestion(WAVES[common]),
      choices: [{ label: WAVES[common], edits }],
    });
  },
});

interface Place {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}
