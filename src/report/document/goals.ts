import { matchKey } from "../../ledger/match-key";
import { countWithUnit, percentText } from "../../narrative/numbers";
import type { Counts, FieldTally } from "../../tally/tally";
import type { BookletSource } from "../booklet/booklet";
import { countLine, FIELD_MISSING, GOALS_LABEL, missing, RESULTS_LABEL } from "../booklet/words";
import { WORDS } from "../words";
import { bullet, heading, paragraph, type Block } from "./blocks";

/** 分野別: what each field was to reach and what was done, with its counts in one line. */
export function goalsBlocks(source: BookletSource): Block[] {
  const profiles = new Map(source.fields.map((profile) => [matchKey(profile.name), profile]));
  return source.tally.fields.flatMap((field): Block[] => {
    const profile = profiles.get(matchKey(field.name));
    if (field.name === "")
      return [{ kind: "heading", level: 2, text: FIELD_MISSING, mark: "missing" }, countBlock(field, source)];
    return [
      heading(2, field.name),
      countBlock(field, source),
      heading(3, GOALS_LABEL),
      ...(profile !== undefined && profile.goals.length > 0
        ? profile.goals.map((goal) => paragraph(goal))
        : [paragraph(missing("分野", "目標", `「${field.name}」の目標`), "missing")]),
      heading(3, RESULTS_LABEL),
      ...(profile !== undefined && profile.results.length > 0
        ? profile.results.map(bullet)
        : [paragraph(missing("分野", "実績", `「${field.name}」で実施した内容とその成果`), "missing")]),
    ];
  });
}

/** 「達成10項目、未達成1項目、中止2項目、計13項目（達成率76.9％）」. */
function countBlock({ counts }: FieldTally, { tally, settings }: BookletSource): Block {
  const names = tally.statuses.map((status) => status.name);
  const text = countLine(
    namedCounts(counts, names).map(([name, count]) => `${name}${countWithUnit(count, settings)}`),
    countWithUnit(counts.total, settings),
    counts.rate === null ? null : { name: tally.wording.rate, text: percentText(counts.rate, settings) },
  );
  return { kind: "paragraph", text, keepWithNext: true };
}

function namedCounts(counts: Counts, names: readonly string[]): (readonly [string, number])[] {
  const named = names.map((name, i) => [name, counts.byStatus[i] ?? 0] as const);
  return counts.outside === 0 ? named : [...named, [WORDS.outside, counts.outside]];
}
