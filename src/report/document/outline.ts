import { readFiscalYear } from "../../ledger/parse-wareki";
import { textLines } from "../../ledger/text-lines";
import { formatPeriod } from "../../ledger/wareki";
import { bracketedNumber, withDigits, type BookletSource } from "../booklet/booklet";
import { BASIC_GOALS, KANA_LABELS, missing, PERIOD, periodSentence, phasesSentence, PURPOSE } from "../booklet/words";
import { bullet, heading, paragraph, type Block } from "./blocks";

/** 概要: why the plan was made, its period and its basic goals. */
export function outlineBlocks(source: BookletSource): Block[] {
  const { plan, settings } = source;
  const section = (number: number, title: string): Block =>
    heading(2, `${bracketedNumber(String(number), settings)}　${title}`);
  return [
    section(1, PURPOSE),
    ...(plan.purpose.length > 0
      ? plan.purpose.map((text) => paragraph(text))
      : [paragraph(missing("計画", "策定の趣旨", "計画を策定した目的や経緯"), "missing")]),
    section(2, PERIOD),
    ...periodBlocks(source),
    section(3, BASIC_GOALS),
    ...(plan.basicGoals.length > 0
      ? plan.basicGoals.flatMap(basicGoalBlocks)
      : [paragraph(missing("計画", "基本目標", "計画の基本目標（1行に1つ）"), "missing")]),
  ];
}

function periodBlocks({ plan, settings }: BookletSource): Block[] {
  const start = readFiscalYear(plan.startYear);
  const end = readFiscalYear(plan.endYear);
  const period =
    start === null
      ? paragraph(missing("計画", "開始年度", "計画の最初の年度（例：平成13年度）"), "missing")
      : end === null || end < start
        ? paragraph(missing("計画", "終了年度", "計画の最後の年度（例：平成22年度）"), "missing")
        : paragraph(withDigits(periodSentence(formatPeriod(start, end)), settings));
  if (plan.phases.length === 0) return [period];
  return [
    period,
    paragraph(withDigits(phasesSentence(String(plan.phases.length)), settings)),
    ...plan.phases.map((phase) => bullet(withDigits(phase, settings))),
  ];
}

/** A goal's first line is its heading where an explanation follows it. */
function basicGoalBlocks(text: string, index: number): Block[] {
  const label = KANA_LABELS[index] ?? "・";
  const [first = "", ...explanation] = textLines(text);
  if (explanation.length === 0) return [{ kind: "label", label, text: first }];
  return [heading(3, `${label}　${first}`), ...explanation.map((one) => paragraph(one))];
}
