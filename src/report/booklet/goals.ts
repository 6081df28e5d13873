import { matchKey } from "../../ledger/match-key";
import { countWithUnit, percentText } from "../../narrative/numbers";
import type { Counts, FieldTally } from "../../tally/tally";
import { chapterTitle, type BookletSource, type Chapter } from "./booklet";
import type { FlowLine } from "./flow";
import { bulletLines, headingLines, paragraphLines } from "./lines";
import { WORDS } from "../words";
import { countLine, FIELD_MISSING, GOALS_LABEL, missing, RESULTS_LABEL } from "./words";

/** 分野別: what each field was to reach and what was done, with its counts in one line. */
export function goalsLines(source: BookletSource, chapter: Chapter): FlowLine[] {
  const profiles = new Map(source.fields.map((profile) => [matchKey(profile.name), profile]));
  return [
    ...headingLines(chapterTitle("goals", chapter, source), "title", { level: 1 }),
    ...source.tally.fields.flatMap((field) => {
      const profile = profiles.get(matchKey(field.name));
      if (field.name === "")
        return headingLines(FIELD_MISSING, "heading", { roles: ["missing"] }).concat(countLines(field, source));
      return [
        ...headingLines(field.name, "heading", { level: 2 }),
        ...countLines(field, source),
        ...headingLines(GOALS_LABEL, "subheading"),
        ...(profile !== undefined && profile.goals.length > 0
          ? profile.goals.flatMap((goal) => paragraphLines(goal))
          : paragraphLines(missing("分野", "目標", `「${field.name}」の目標`), ["missing"])),
        ...headingLines(RESULTS_LABEL, "subheading"),
        ...(profile !== undefined && profile.results.length > 0
          ? profile.results.flatMap((result) => bulletLines(result))
          : paragraphLines(missing("分野", "実績", `「${field.name}」で実施した内容とその成果`), ["missing"])),
      ];
    }),
  ];
}

/** 「達成10項目、未達成1項目、中止2項目、計13項目（達成率76.9％）」. */
function countLines({ counts }: FieldTally, { tally, settings }: BookletSource): FlowLine[] {
  const names = tally.statuses.map((status) => status.name);
  return paragraphLines(
    countLine(
      namedCounts(counts, names).map(([name, count]) => `${name}${countWithUnit(count, settings)}`),
      countWithUnit(counts.total, settings),
      counts.rate === null ? null : { name: tally.wording.rate, text: percentText(counts.rate, settings) },
    ),
  ).map((line) => ({ ...line, keepWithNext: true }));
}

function namedCounts(counts: Counts, names: readonly string[]): (readonly [string, number])[] {
  const named = names.map((name, i) => [name, counts.byStatus[i] ?? 0] as const);
  return counts.outside === 0 ? named : [...named, [WORDS.outside, counts.outside]];
}
