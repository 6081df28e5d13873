import { cellAddress } from "../../cells/cell";
import { matchKey } from "../../ledger/match-key";
import { nameColumn } from "../context";
import { nameKeys } from "../name-keys";
import { excerpt } from "../quote";
import { defineRule } from "../rule";

/** Names shorter than this may differ by の or ー and mean two things. */
const SHORTEST = 5;
/* の between kanji, the long vowel mark and the middle dot are left out and put in as one likes. */
const LOOSE = new Set(["の", "・", "-"].map((character) => character.charCodeAt(0)));

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

/** A number that names differing by such characters only share; few others do, and to build every such name takes far longer. */
function looseHash(key: string): number {
  let hash = 0;
  for (let at = 0; at < key.length; at++) {
    const code = key.charCodeAt(at);
    if (!LOOSE.has(code)) hash = (Math.imul(hash, 31) + code) | 0;
  }
  return hash;
}

function looseText(key: string): string {
  return Array.from(key)
    .filter((character) => !LOOSE.has(character.charCodeAt(0)))
    .join("");
}
