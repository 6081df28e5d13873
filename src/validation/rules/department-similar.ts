import type { Measure } from "../../ledger/ledger";
import { matchKey } from "../../ledger/match-key";
import type { CellEdit } from "../finding";
import { excerpt } from "../quote";
import { defineRule, type RuleContext } from "../rule";
import { isContrast, nearPairs } from "../../ledger/similarity";
import { tidy } from "../tidy";

/** Departments in one cell. */
const SEPARATORS = /[、,，・･/／\r\n]/;
/** Names shorter than this differ in one character by meaning: 税務課, 総務課. */
const SHORTEST = 4;
/** A department so many times rarer than the other is probably misspelt. */
const RARER = 4;
/* What kind of office it is (課, 室, 係): another one is another office. */
const OFFICE = /[課室係班部局所署館園校]/;

/** One department spelt in two ways: in another width, or with one character other than a far commoner one. */
export const departmentSimilar = defineRule({
  id: "department-similar",
  severity: "warning",
  scope: "ledger",
  basis: ["1-6", "administrative"],
  fix: "choose",
  check(context, report) {
    const { ledger, words } = context;
    const column = ledger.columns.department;
    if (column === undefined) return;
    const rule = words.byRule["department-similar"];
    const spellings = spellingsOf(context);
    for (const [rare, common] of [...sameKey(spellings), ...nearKeys(spellings)]) {
      const { row, department } = rare.measures[0]!;
      const edits = rare.measures.map((measure): CellEdit => ({
        sheet: ledger.sheet,
        row: measure.row,
        column,
        before: measure.department,
        after: measure.department.replace(rare.text, () => common.text),
      }));
      report({
        at: { row, column },
        value: department,
        message: rule.message(excerpt(rare.text), excerpt(common.text)),
        suggestion: rule.suggestion(excerpt(common.text)),
        choices: [{ label: words.list.quote(common.text), edits }],
      });
    }
  },
});

interface Spelling {
  readonly text: string;
  readonly key: string;
  readonly measures: Measure[];
}

function spellingsOf({ ledger }: RuleContext): Spelling[] {
  const byText = new Map<string, Spelling>();
  const byCell = new Map<string, readonly Spelling[]>();
  for (const measure of ledger.measures) {
    let spellings = byCell.get(measure.department);
    if (!spellings) {
      spellings = measure.department.split(SEPARATORS).flatMap((part) => {
        const text = tidy(part)
          .replace(/[\uFE00-\uFE0F]/g, "")
          .trim();
        const key = matchKey(text);
        if (key === "") return [];
        const spelling = byText.get(text) ?? { text, key, measures: [] };
        byText.set(text, spelling);
        return [spelling];
      });
      byCell.set(measure.department, spellings);
    }
    for (const { measures } of spellings) measures.push(measure);
  }
  return [...byText.values()].sort((a, b) => b.measures.length - a.measures.length);
}

type Pair = readonly [rare: Spelling, common: Spelling];

function sameKey(spellings: readonly Spelling[]): Pair[] {
  const common = new Map<string, Spelling>();
  const pairs: Pair[] = [];
  for (const spelling of spellings) {
    const former = common.get(spelling.key);
    if (former) pairs.push([spelling, former]);
    else common.set(spelling.key, spelling);
  }
  return pairs;
}

function nearKeys(spellings: readonly Spelling[]): Pair[] {
  const keys = spellings.map(({ key }) => key);
  return nearPairs(keys, SHORTEST).flatMap(([one, other]): Pair[] => {
    const [common, rare] = one < other ? [spellings[one]!, spellings[other]!] : [spellings[other]!, spellings[one]!];
    const isRare = common.measures.length >= rare.measures.length * RARER;
    return isRare && !isContrast(common.key, rare.key) && !isOtherOffice(common.key, rare.key) ? [[rare, common]] : [];
  });
}

function isOtherOffice(one: string, other: string): boolean {
  const at = Array.from(one).findIndex((character, index) => character !== other[index]);
  const [kind, otherKind] = [one.charAt(at), other.charAt(at)].map((character) => OFFICE.test(character));
  return one.length === other.length ? kind === true && otherKind === true : kind === true || otherKind === true;
}
