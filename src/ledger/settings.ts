import type { Rounding } from "./rounding";

import type { ColumnMapping } from "./columns/read-columns";
/** One status (区分) of the vocabulary, as a row of 状況区分 on the 設定 sheet says it. */
export interface Status {
  /** 区分: what the status is called in the report. */
  readonly name: string;
  readonly meaning: string;
  /** 達成とみなす: counted in the achieved share. */
  readonly achieved: boolean;
  /** 分母に含める: part of the denominator of every rate. */
  readonly inDenominator: boolean;
  readonly reasonRequired: boolean;
  /** 達成率の下限: from which rate of achievement in percent on a measure is of this class; absent where 設定 does not say it. */
  readonly rateFrom?: number;
  /** 同義語: other spellings that the plan's owner accepts as this status. */
  readonly synonyms: readonly string[];
}

/** 再掲: include 含む, exclude 除く, both 併記. */
export type RelistedMode = "include" | "exclude" | "both";
/** 数字: half 半角, full 全角, single-full 一桁全角. */
export type DigitWidth = "half" | "full" | "single-full";
/** 集計値: formula 数式, value 固定値. */
export type CountStyle = "formula" | "value";

/** 設定: the vocabulary and how to count. */
export interface Settings {
  readonly statuses: readonly Status[];
  readonly relisted: RelistedMode;
  readonly rounding: Rounding;
  /** 小数桁数 of percentages: 0, 1 or 2. */
  readonly decimals: number;
  readonly digits: DigitWidth;
  /** 件数の単位, e.g. 項目, 事業, 施策. */
  readonly unit: string;
  readonly counts: CountStyle;
  /** 率の名称: what the share of the achieved measures is called; "" where the vocabulary decides. */
  readonly rateName: string;
  /** 対象年度: the western fiscal year the ledger is about, where 設定 says it. */
  readonly year?: number;
  /** 列の対応: what columns with certain headers are; see `readColumns`. */
  readonly columns?: readonly ColumnMapping[];
}

/** One field (分野) as a row of the 分野 sheet describes it. */
export interface FieldProfile {
  readonly name: string;
  readonly shortName: string;
  /** 目標 and 実績: one entry per line or paragraph of the cell. */
  readonly goals: readonly string[];
  readonly results: readonly string[];
}

/** A person's own wording of a paragraph that the evaluation otherwise writes by itself: a row 「評価：未達成」 of 計画. */
export interface Wording {
  /** What it is about, as the row says it behind 評価：. */
  readonly item: string;
  /** One entry per line. */
  readonly text: readonly string[];
  /** 自動の文: what the product had written when the wording was made; "" where the row does not say it. */
  readonly automatic: string;
}

/** 計画: the facts and the officer's own prose about the plan; several rows of one item are several entries. */
export interface PlanProfile {
  readonly municipality: string;
  readonly name: string;
  readonly author: string;
  /** 発行年月 as written, e.g. 平成23年3月. */
  readonly published: string;
  readonly startYear: string;
  readonly endYear: string;
  readonly phases: readonly string[];
  readonly purpose: readonly string[];
  readonly basicGoals: readonly string[];
  readonly achievements: readonly string[];
  readonly challenges: readonly string[];
  readonly outlook: readonly string[];
  readonly notAchievedReasons: readonly string[];
  readonly cancelledReasons: readonly string[];
  readonly wordings: readonly Wording[];
}

/** The vocabulary where no 設定 sheet says otherwise. */
export const DEFAULT_STATUSES: readonly Status[] = [
  { name: "達成", meaning: "", achieved: true, inDenominator: true, reasonRequired: false, synonyms: [] },
  { name: "未達成", meaning: "", achieved: false, inDenominator: true, reasonRequired: true, synonyms: [] },
  { name: "中止", meaning: "", achieved: false, inDenominator: true, reasonRequired: true, synonyms: [] },
];

/** How a ledger is counted where no 設定 sheet says otherwise. */
export const DEFAULT_SETTINGS: Settings = {
  statuses: DEFAULT_STATUSES,
  relisted: "include",
  rounding: "half-up",
  decimals: 1,
  digits: "half",
  unit: "項目",
  counts: "formula",
  rateName: "",
};

/** A plan of which nothing is known. */
export const EMPTY_PLAN: PlanProfile = {
  municipality: "",
  name: "",
  author: "",
  published: "",
  startYear: "",
  endYear: "",
  phases: [],
  purpose: [],
  basicGoals: [],
  achievements: [],
  challenges: [],
  outlook: [],
  notAchievedReasons: [],
  cancelledReasons: [],
  wordings: [],
};
