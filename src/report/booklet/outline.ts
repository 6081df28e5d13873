import { readFiscalYear } from "../../ledger/parse-wareki";
import { formatPeriod } from "../../ledger/wareki";
import { textLines } from "../../ledger/text-lines";
import { bracketedNumber, chapterTitle, withDigits, type BookletSource, type Chapter } from "./booklet";
import type { FlowLine } from "./flow";
import { bulletLines, headingLines, labelLines, paragraphLines } from "./lines";
import { BASIC_GOALS, KANA_LABELS, missing, PERIOD, periodSentence, phasesSentence, PURPOSE } from "./words";

/** 概要: why the plan was made, its period and its basic goals. */
export function outlineLines(source: BookletSource, chapter: Chapter): FlowLine[] {
  const { plan, settings } = source;
  const section = (number: number, title: string): FlowLine[] =>
    headingLines(`${bracketedNumber(String(number), settings)}　${title}`, "heading", { level: 2 });
  return [
    ...headingLines(chapterTitle("outline", chapter, source), "title", { level: 1 }),
    ...section(1, PURPOSE),
    ...(plan.purpose.length > 0
      ? plan.purpose.flatMap((text) => paragraphLines(text))
      : paragraphLines(missing("計画", "策定の趣旨", "計画を策定した目的や経緯"), ["missing"])),
    ...section(2, PERIOD),
    ...periodLines(source),
    ...section(3, BASIC_GOALS),
    ...(plan.basicGoals.length > 0
      ? plan.basicGoals.flatMap((text, i) => basicGoalLines(text, i))
      : paragraphLines(missing("計画", "基本目標", "計画の基本目標（1行に1つ）"), ["missing"])),
  ];
}

function periodLines({ plan, settings }: BookletSource): FlowLine[] {
  const start = readFiscalYear(plan.startYear);
  const end = readFiscalYear(plan.endYear);
  const period =
    start === null
      ? paragraphLines(missing("計画", "開始年度", "計画の最初の年度（例：平成13年度）"), ["missing"])
      : end === null || end < start
        ? paragraphLines(missing("計画", "終了年度", "計画の最後の年度（例：平成22年度）"), ["missing"])
        : paragraphLines(withDigits(periodSentence(formatPeriod(start, end)), settings));
  if (plan.phases.length === 0) return period;
  return [
    ...period,
    ...paragraphLines(withDigits(phasesSentence(String(plan.phases.length)), settings)),
    ...plan.phases.flatMap((phase) => bulletLines(withDigits(phase, settings))),
  ];
}

/** A goal's first line is its heading where an explanation follows it. */
function basicGoalLines(text: string, index: number): FlowLine[] {
  const label = KANA_LABELS[index] ?? "・";
  const [first = "", ...explanation] = textLines(text);
  if (explanation.length === 0) return labelLines(label, first);
  return [
    ...headingLines(`${label}　${first}`, "subheading"),
    ...explanation.flatMap((paragraph) => paragraphLines(paragraph)),
  ];
}
