import type { CellEdit } from "../finding";
import { defineRule } from "../rule";

const WAVES = { dash: "\u301C", tilde: "\uFF5E" } as const;

/** 〜 (U+301C) and ～ (U+FF5E) in one ledger: they look alike and do not match; reported once, at the first of the rarer. */
export const waveMixed = defineRule({
  id: "wave-mixed",
  severity: "info",
  scope: "ledger",
  basis: ["1-10", "product"],
  fix: "choose",
  check({ ledger, columns, valueAt, words }, report) {
    const found = { dash: [] as Place[], tilde: [] as Place[] };
    for (const { column } of columns) {
      let above = "";
      let has = { dash: false, tilde: false };
      for (const { row } of ledger.measures) {
        const text = valueAt(row, column);
        if (typeof text !== "string" || text === "") continue;
        if (text !== above) has = { dash: text.includes(WAVES.dash), tilde: text.includes(WAVES.tilde) };
        above = text;
        if (has.dash) found.dash.push({ row, column, text });
        if (has.tilde) found.tilde.push({ row, column, text });
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
