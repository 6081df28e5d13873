import type { Measure } from "../../ledger/ledger";
import { matchKey } from "../../ledger/match-key";
import { excerpt } from "../quote";
import { defineRule, type RuleContext } from "../rule";
import { isContrast, nearPairs } from "../../ledger/similarity";
import { tidy } from "../tidy";

/**
 * One field spelt in two ways: in another width or with other brackets, or, where no 分野 sheet says what the fields are,
 * with one character more, less or other; one that is other in many rows is another field.
 */
export const fieldSimilar = defineRule({
  id: "field-similar",
  severity: "warning",
  scope: "ledger",
  basis: ["1-6", "administrative"],
  fix: "choose",
  check(context, report) {
    const column = context.ledger.columns.field;
    if (column === undefined) return;
    const rule = context.words.byRule["field-similar"];
    const spellings = spellingsOf(context);
    for (const [rare, common] of [...sameKey(spellings, context), ...nearKeys(spellings, context)]) {
      const rename = (from: Spelling, to: Spelling) => ({
        label: context.words.list.quote(to.text),
        edits: from.measures.map(({ row, field }) => ({
          sheet: context.ledger.sheet,
          row,
          column,
          before: field,
          after: to.text,
        })),
      });
      report({
        at: { row: rare.measures[0]!.row, column },
        value: rare.measures[0]!.field,
        message: rule.message(excerpt(rare.text), excerpt(common.text)),
        suggestion: rule.suggestion(excerpt(common.text)),
        choices: [rename(rare, common), ...(common.fixed ? [] : [rename(common, rare)])],
      });
    }
  },
});

/** A way a field is spelt, spaces aside, with the measures that spell it so. */
interface Spelling {
  readonly text: string;
  readonly key: string;
  /** True for the spelling of the 分野 sheet. */
  readonly fixed: boolean;
  readonly measures: Measure[];
}

function spellingsOf({ ledger, fields }: RuleContext): Spelling[] {
  const official = new Set(fields.flatMap(({ name, shortName }) => [name, shortName]));
  const byText = new Map<string, Spelling>();
  const byRaw = new Map<string, Spelling>();
  for (const measure of ledger.measures) {
    let spelling = byRaw.get(measure.field);
    if (!spelling) {
      const text = tidy(measure.field);
      spelling = byText.get(text) ?? { text, key: matchKey(text), fixed: official.has(text), measures: [] };
      byText.set(text, spelling);
      byRaw.set(measure.field, spelling);
    }
    spelling.measures.push(measure);
  }
  return [...byText.values()].filter(({ key }) => key !== "");
}

type Pair = readonly [rare: Spelling, common: Spelling];

/** Spellings of one key; the 分野 sheet's own, or else the commonest, is what the others should be. */
function sameKey(spellings: readonly Spelling[], { fields }: RuleContext): Pair[] {
  const names = new Map(fields.map(({ name }) => [matchKey(name), name]));
  const groups = new Map<string, Spelling[]>();
  for (const spelling of spellings) groups.set(spelling.key, [...(groups.get(spelling.key) ?? []), spelling]);
  const pairs: Pair[] = [];
  for (const [key, group] of groups) {
    const name = names.get(key);
    const best = name === undefined ? [...group].sort(byFrequency)[0] : { text: name, key, fixed: true, measures: [] };
    for (const spelling of group) {
      if (best && spelling.text !== best.text && !spelling.fixed) pairs.push([spelling, best]);
    }
  }
  return pairs;
}

/** Names shorter than this differ in one character by meaning: 農業, 林業. */
const SHORTEST = 4;
/** Beside how many of the commoner spelling a character may be replaced by a slip. */
const SLIPS = 0.2;

function nearKeys(spellings: readonly Spelling[], { fields }: RuleContext): Pair[] {
  if (fields.length > 0) return [];
  const pairs: Pair[] = [];
  for (const [one, other] of nearPairs(
    spellings.map(({ key }) => key),
    SHORTEST,
  )) {
    const [common, rare] = [spellings[one]!, spellings[other]!].sort(byFrequency) as [Spelling, Spelling];
    const isReplaced = common.key.length === rare.key.length;
    if (isReplaced && rare.measures.length > Math.max(1, common.measures.length * SLIPS)) continue;
    if (!isContrast(common.key, rare.key)) pairs.push([rare, common]);
  }
  return pairs;
}

function byFrequency(one: Spelling, other: Spelling): number {
  return Number(other.fixed) - Number(one.fixed) || other.measures.length - one.measures.length;
}
