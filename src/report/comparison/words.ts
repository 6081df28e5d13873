import type { Comparison, YearLedger } from "../../compare/comparison";
import type { MatchBasis, ProposalKind } from "../../compare/matching";
import type { Settings } from "../../ledger/settings";
import { countWithUnit } from "../../narrative/numbers";
import type { Tally } from "../../tally/tally";

/*
 * The words of the sheets that set two years beside each other: Japanese in every language of the pane, like those of words.ts.
 */

export const YEAR_WORDS = {
  year: "年度",
  change: "増減",
  points: "増減\n（ポイント）",
  gone: "廃止",
  added: "新規",
  open: "確認待ち",
  reason: "今年度の理由",
  missingReason: "【要記入】後退の理由",
  decide: "採否",
  classes: "区分の対応",
  pairs: "施策・事業の対応",
} as const;

const BASES: Readonly<Record<MatchBasis, string>> = {
  decision: "採否による",
  number: "番号",
  "number-name": "番号と名称",
  name: "名称",
  spelling: "名称（表記の違い）",
};

const KINDS: Readonly<Record<ProposalKind, string>> = {
  renamed: "名称変更",
  split: "分割",
  merged: "統合",
  moved: "分野の移動",
  duplicate: "同じ名称が複数",
  place: "同じ位置",
};

/** 「番号と名称」 */
export function basisWord(by: MatchBasis): string {
  return BASES[by];
}

/** 「確認：名称変更？」 */
export function proposalWord(kind: ProposalKind): string {
  return `確認：${KINDS[kind]}？`;
}

/** What else changed with a measure: 「（番号・分野が変更）」; "" where nothing did. */
export function changedWords(changed: readonly ("番号" | "名称" | "分野")[]): string {
  return changed.length === 0 ? "" : `（${changed.join("・")}が変更）`;
}

/** Titles, headings and notes that say counts, in the settings' manner. */
export function yearTexts({ last, now, isComparable }: Comparison, tally: Tally, settings: Settings) {
  const amount = (count: number): string => countWithUnit(count, settings);
  const { wording, fieldWord } = tally;
  const years = `${last.label}→${now.label}`;
  return {
    title: `前年度との比較（${years}、${amount(tally.total.total)}）`,
    byYear: `年度別の${wording.state}`,
    chart: "年度別の件数",
    byField: `${fieldWord}別の比較`,
    flow: `状況の変化（${years}）`,
    flowLabel: `${last.label}＼${now.label}`,
    lastCount: `${last.label}\n件数`,
    nowCount: `${now.label}\n件数`,
    lastRate: `${last.label}\n${wording.rate}`,
    nowRate: `${now.label}\n${wording.rate}`,
    otherVocabulary: (year: YearLedger): string => `${year.label}の件数（区分は${year.label}のもの）`,
    notComparable: (names: readonly string[]): string =>
      `${last.label}の${names.map((name) => `「${name}」`).join("、")}が${now.label}のどの区分に当たるかが決まっていないため、増減と${wording.rate}は示していません。「対応表」の「区分の対応」に記入すると、次の作成から示します。`,
    origin: (year: YearLedger, isLive: boolean): string =>
      isLive
        ? `${year.label}の件数は、${year.origin}を数えたものです。`
        : `${year.label}の件数は、作成時に${year.origin}から数えた値です。`,
    counting: `各年度とも、${now.label}の区分と数え方（再掲、分母、端数処理）により数えています。`,
    pointNote: `▲は減少を示します。${wording.rate}の増減は、表示した値の差（ポイント）です。`,
    rateOrigin: `${fieldWord}別の${wording.rate}は、作成時に数えた値です。`,
    flowOrigin: `作成時に「対応表」の組から数えた値です。`,
    open: (lastOpen: number, nowOpen: number): string =>
      `「確認待ち」は、同じものかどうかを「対応表」の採否で決めるもの（${last.label}${amount(lastOpen)}、${now.label}${amount(nowOpen)}）で、新規にも廃止にも数えていません。`,
    manyToOne: "分割・統合したものは組ごとに数えているため、計は各年度の件数と一致しません。",
    directions: (better: number, worse: number, same: number): string =>
      `両年度にある${amount(better + worse + same)}のうち、改善は${amount(better)}、後退は${amount(worse)}、変わらないもの等は${amount(same)}です。`,
    regressions: (count: number): string => `後退一覧（${years}、${amount(count)}）`,
    noRegressions: isComparable
      ? `${last.label}から後退したものはありません。`
      : "区分の対応が決まっていないため、後退は判定していません。",
    regressionRule: "後退は、達成とみなす区分からそれ以外の区分へ、又は区分の順でより悪い区分へ変わったものです。",
    turnover: (added: number, gone: number): string =>
      `新規・廃止（${years}、新規${amount(added)}、廃止${amount(gone)}）`,
    addedHeading: (count: number): string => `新規（${now.label}のみにあるもの、${amount(count)}）`,
    goneHeading: (count: number): string => `廃止（${last.label}のみにあるもの、${amount(count)}）`,
    none: "該当するものはありません。",
    pairs: (pairs: number, open: number): string => `対応表（${years}、${pairs}組、うち確認待ち${open}組）`,
    howTo: `「${YEAR_WORDS.decide}」に、同じものなら「採」、違うものなら「否」を記入してください。次の作成のときに読み取ります。行を足して組を加えることもできます。`,
    classHowTo: `${last.label}の区分が、${now.label}のどの区分に当たるかを右の欄に記入してください。`,
  } as const;
}
