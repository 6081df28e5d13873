import { cellAddress } from "../../cells/cell";
import { matchKey } from "../../ledger/match-key";
import { nameKeys } from "../../ledger/name-keys";
import { looseHash, looseText } from "../../ledger/similarity";
import { nameColumn } from "../context";
import { excerpt } from "../quote";
import { defineRule } from "../rule";

/** Names shorter than this may differ by の or ー and mean two things. */
const SHORTEST = 5;

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
    const first = new Map<number, number>();
    for (let index = 0; index < keys.length; index++) {
      const measure = ledger.measures[index]!;
      const key = keys[index]!;
      if (measure.relisted || key.length < SHORTEST) continue;
      const hash = looseHash(key);
      const at = first.get(hash);
      if (at === undefined) first.set(hash, index);
      if (at === undefined || keys[at] === key || looseText(keys[at]!) !== looseText(key)) continue;
      const former = ledger.measures[at]!;
      if (matchKey(former.department) !== matchKey(measure.department)) continue;
      report({
        at: { row: measure.row, column: nameColumn(ledger, measure) },
        value: measure.name,
        message: rule.message(
          excerpt(measure.name),
          excerpt(former.name),
          cellAddress(former.row, nameColumn(ledger, former)),
        ),
        suggestion: rule.suggestion,
      });
    }
  },
});
