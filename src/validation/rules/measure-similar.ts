import { cellAddress } from "../../cells/cell";
import { isBlankCell } from "../../ledger/cell-text";
import type { Measure } from "../../ledger/ledger";
import { matchKey } from "../../ledger/match-key";
import { nameColumn } from "../context";
import { nameKeys } from "../name-keys";
import { excerpt } from "../quote";
import { defineRule } from "../rule";

/** Names shorter than this may differ by の or ー and mean two things. */
const SHORTEST = 5;
/* の between kanji, the long vowel mark and the middle dot are left out and put in as one likes. */
const LOOSE = /[の・-]/g;

/** Two measures of one department whose names differ by の, ー or ・ only: probably one measure, listed twice. */
export const measureSimilar = defineRule({
  id: "measure-similar",
  severity: "warning",
  scope: "ledger",
  basis: ["product"],
  fix: "manual",
  check({ ledger, words }, report) {
    const keys = nameKeys(ledger);
    const rule = words.byRule["measure-similar"];
    const first = new Map<string, { measure: Measure; key: string }>();
    for (let index = 0; index < keys.length; index++) {
      const measure = ledger.measures[index]!;
      const key = keys[index]!;
      if (measure.relisted || key.length < SHORTEST || isBlankCell(measure.name)) continue;
      const loose = `${key.replace(LOOSE, "")}\n${matchKey(measure.department)}`;
      const former = first.get(loose);
      if (!former) first.set(loose, { measure, key });
      if (!former || former.key === key) continue;
      report({
        at: { row: measure.row, column: nameColumn(ledger, measure) },
        value: measure.name,
        message: rule.message(
          excerpt(measure.name),
          excerpt(former.measure.name),
          cellAddress(former.measure.row, nameColumn(ledger, former.measure)),
        ),
        suggestion: rule.suggestion,
      });
    }
  },
});
