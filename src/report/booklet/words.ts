/*
 * What the booklet says by itself, in the wording of municipal reports. Everything else in it is the workbook's.
 */

/** Second line of the cover and of the colophon, after the plan's name. */
export const REPORT_TITLE = "実績及び評価書";

/** What a plan without a name is called in headings. */
export const UNNAMED_PLAN = "計画";

export const CONTENTS_TITLE = "目　次";
/** Stands beside the printed part of every other sheet and leads to the contents. */
export const BACK_TO_CONTENTS = "目次へ";
/** Heading in the contents above the sheets that follow the chapters. */
export const ANNEX_TITLE = "資料";

/** Chapter titles without their number. */
export const CHAPTER_TITLES: Readonly<
  Record<"outline" | "goals" | "measures" | "evaluation", (plan: string) => string>
> = {
  outline: (plan) => `${plan}の概要`,
  goals: () => "計画の分野別目標と実績",
  measures: () => "計画の施策別実施状況",
  evaluation: (plan) => `${plan}の評価`,
};

export const PURPOSE = "計画策定の趣旨";
export const PERIOD = "計画の期間";
export const BASIC_GOALS = "計画の基本目標";

/** Labels of basic goals, in order. */
export const KANA_LABELS = Array.from(
  "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン",
);

export const GOALS_LABEL = "【目標】";
export const RESULTS_LABEL = "【実績】";

export const periodSentence = (period: string): string => `計画期間は、${period}です。`;
export const phasesSentence = (count: string): string => `この期間を、次の${count}期に分けて実施しました。`;

export const madeBy = (author: string): string => `作成：${author}`;
export const publishedBy = (municipality: string): string => `発行：${municipality}`;

/** Stands where the officer still has to write, and says what and where. */
export const missing = (sheet: "計画" | "分野" | "台帳", item: string, what: string): string =>
  `【要記入】「${sheet}」シートの「${item}」に、${what}を記入してください。`;
export const CONTRADICTED_MARK = "【要確認】";
/** Heading of the measures without a field. */
export const FIELD_MISSING = "【要記入】分野の記入がない個別事業";

/** One line under a field's heading: its counts and, where it has one, its rate. */
export const countLine = (
  parts: readonly string[],
  total: string,
  rate: { readonly name: string; readonly text: string } | null,
): string => `${parts.join("、")}、計${total}${rate === null ? "" : `（${rate.name}${rate.text}）`}`;
