import type { ColumnKey } from "../ledger";
import type { Content } from "./column-content";

/** Words that headers end in, and what a column under them is. */
export interface ColumnWords {
  /** What the column is; null for headers that end in a known word and still are nothing the product uses (評価基準). */
  readonly key: ColumnKey | null;
  /** Separated by spaces or line breaks. */
  readonly words: string;
  /** True for words that mean it only where no stronger word does. */
  readonly weak?: boolean;
  /** What it is instead where its cells hold something else: 実績 over numbers is an actual value, over long texts an opinion. */
  readonly otherwise?: Partial<Readonly<Record<Content, ColumnKey>>>;
}

/*
 * The words of headers in use, by meaning. Sources: the forms of 総合計画, 行政評価, 事務事業評価, 行政改革, 情報化計画, こども計画 and
 * 行政事業レビュー that municipalities and the government publish (袖ケ浦市, あきる野市, 流山市, 長与町, 大船渡市, 浜松市, 杵築市,
 * 川崎市, 群馬県, 下野市, RSシステム). A header is matched by the word nearest its end, the longest where several end there; so
 * 「達成度の理由」 is a reason and 「取り組み内容の達成度」 a status. 取り組み counts as 取組, 進ちょく as 進捗. To teach the product a
 * header, add its last word here.
 */
export const COLUMN_WORDS: readonly ColumnWords[] = [
  {
    key: "number",
    words: `
      番号 no no. id 通番 整理番号 事業番号 事業id 事業no 事業コード 管理番号 通し番号 連番 項番 コード 取組番号
      取組no 個票番号 シート番号 整理no #`,
  },
  {
    key: "headingNumber",
    words: "大項目番号 大項目no 基本施策コード 基本施策no 大項目no. 大分類番号 基本方針番号 基本施策番号 基本目標番号",
  },
  { key: "policyNumber", words: "施策番号 施策no 施策no. 施策コード 施策id 中項目番号" },
  {
    key: "field",
    words: `
      分野 政策分野 分野別目標 取組の柱 施策分野 行政分野 政策の柱 施策の柱 基本の柱 重点の柱 柱 基本目標 基本政策 政策 政策目標
      政策の目標 章 部門 まちづくりの目標 まちづくりの方向 目標分野 基本戦略 重点戦略 戦略 将来像 領域
      カテゴリー 政策体系 大綱 重点分野 取組分野 大区分 大施策 編 部 重点テーマ テーマ 戦略の柱 まちづくりの柱
      計画の柱 視点 改革の柱 改革の視点 基本理念 ビジョン 基本構想`,
    otherwise: { marks: "flag" },
  },
  {
    key: "heading",
    words: `
      大項目 大分類 基本的施策 重点目標 基本方針 基本方向 基本的方向 基本的な方向 施策の方向 施策の方向性 施策の基本方向 基本的な施策
      基本施策 政策の方向 節 方針 重点方針 推進方針 改革方針 方策 施策の大綱 取組の方向 取組の方向性 取組方針
      推進の方向 重点項目 施策群 基本計画`,
    otherwise: { marks: "flag" },
  },
  {
    key: "policy",
    words: `
      施策 施策項目 主要施策 個別施策 重点施策 単位施策 中項目 中分類 推進施策 具体的施策 具体的な施策 施策の展開
      展開施策 中施策 小施策 主な施策 関連施策 施策体系 実施施策 中区分 項目 施策・取組 柱施策 主要な施策`,
    otherwise: { marks: "flag" },
  },
  {
    key: "action",
    words: `
      取組 取組項目 改革項目 推進項目 基本事業 主な取組 主要な取組 主要取組 具体的な取組 具体的取組 具体取組 重点取組 個別取組 実施項目 小項目
      小分類 小区分 アクション アクションプラン アクションプログラム 推進事項 実施事項 取組事項 取組テーマ 改革取組
      基本的取組 基本的な取組 関連取組 実践項目 行動計画 個別項目 具体的方策 具体的項目`,
    otherwise: { marks: "flag" },
  },
  {
    key: "measure",
    words: `
      事業 事務事業 個別事業 具体的事業 具体的な事業 関連事業 主な事業 主要事業 重点事業 実施事業 細事業 予算事業
      構成事業 対象事業 プロジェクト 業務 細目 事業項目 施策・事業 取組・事業 事業・取組 個別計画事業 計画事業
      推進事業 具体事業 小事業 中事業 事業メニュー 措置 個別施策・事業 細々目 個別事務事業 主な取組・事業`,
    otherwise: { marks: "flag" },
  },
  {
    key: "status",
    words: `
      状況 進捗状況 進捗の状況 進行状況 達成状況 達成の状況 実施状況 取組状況 状況区分 進捗区分 実施区分 達成区分
      判定区分 進捗 進捗度 進捗度合 進捗度合い 達成度 達成度合 達成度合い 到達度 実施度 目標達成度 目標達成状況 
      評価区分 評価ランク 評価判定 達成評価 達成度評価 進捗評価 実績評価 判定 判定結果 達成判定 総合判定 
      総合評定 評定 ステータス 状態 点検結果 ランク 完了状況 着手状況 整備状況 進み具合
      成果達成度 有効度 達成段階 進捗段階 評価記号 取組の進捗 目標の達成 実行状況 遂行状況 目標に対する達成`,
    otherwise: { text: "result", numbers: "rate" },
  },
  {
    key: "status",
    words: "評価 評価結果 総合評価 効果検証 検証結果",
    otherwise: { text: "opinion", numbers: "rate" },
  },
  { key: "result", words: "取組結果 実施結果", otherwise: { words: "status" } },
  {
    key: "status",
    weak: true,
    words: "結果 区分 可否 成否 実施の有無 実施有無 進捗管理 評価値 評価点 評点 自己採点",
    otherwise: { text: "result", numbers: "rate" },
  },
  { key: "relisted", words: "再掲 再掲区分 再掲の有無 再掲有無 再掲表示" },
  { key: "original", words: "参照元 参照元番号 参照元id 再掲元 再掲元番号 再掲元no 再掲元no. 再掲元事業" },
  {
    key: "flag",
    words: `
      重点 新規 新規・継続 新規/継続 新・継 重点区分 新規区分 重点事業区分 重点フラグ フラグ 主要 優先度 優先順位 公約
      重要度 新規・拡充 新規継続 新規継続の別 新規・継続の別 総合戦略 特定事業 重点化`,
  },
  {
    key: "reason",
    words: `
      理由 要因 原因 評価理由 達成理由 未達成理由 中止理由 未達理由 遅延理由 判断理由 判定理由 理由区分 差異の理由
      遅れの理由 要因分析 分析 評価の根拠 判断根拠 判断の根拠 根拠 増減理由 説明`,
  },
  {
    key: "result",
    words: `
      実績 実績内容 取組実績 活動実績 事業実績 実施実績 主な実績 取組内容 実施内容 活動内容 実施概要 進捗内容 成果
      主な成果 取組成果 事業成果 実績・成果 成果・実績 成果・効果 取組の成果 効果 事業効果 具体的な実績 実績の概要
      取組概要 取組の内容 実施した内容 対応内容 対応状況 年度の取組 実施した取組 行った取組 取組の実績 到達点 実績等
      処理経過 改善効果 進捗の内容 取組経過`,
    otherwise: { numbers: "actual" },
  },
  {
    key: "issue",
    words: `
      課題 問題点 今後の課題 残された課題 現状と課題 課題・問題点 問題・課題 課題・対応 懸案 懸案事項 課題認識
      現状・課題 主な課題 反省点`,
  },
  { key: "issue", words: "重点課題 主要課題", otherwise: { words: "heading", labels: "heading" } },
  { key: "issue", words: "施策課題", otherwise: { words: "policy", labels: "policy" } },
  {
    key: "next",
    otherwise: { words: "direction" },
    words: `
      改善策 改善 課題への対応 課題解決に向けた取組 改善・見直し 改善・見直し内容 取組予定 実施予定 改善点 改善内容 改善案 改善方針 見直し内容 見直し案 今後の取組 翌年度の取組 次年度の取組
      来年度の取組 翌年度以降の取組 次年度以降の取組 今後の予定 今後の対応 今後の対応方針 対応方針 対応策 対策
      次年度計画 次年度の計画 翌年度計画 翌年度の計画 次年度の予定 翌年度の予定 今後の展開 今後の方針 今後の取組方針
      今後の進め方 今後の取組内容 次年度の取組内容 翌年度の取組内容 次年度の目標 翌年度の目標 次年度目標 次年度方針
      今後 今後の計画 今後の見通し 今後の取組予定 改革改善 改革・改善 改革改善案 改善・改革 今後の改善 次年度以降
      翌年度以降 アクション(今後)`,
  },
  {
    key: "direction",
    words: `
      今後の方向性 今後の方向 方向性 方向 次年度の方向性 翌年度の方向性 次年度の方向 事業の方向性 見直しの方向性
      改善の方向性 今後の展開方向 総合的な方向性 コストの方向性 成果の方向性 予算の方向性 今後の事業の方向性
      次年度方向性 見直し区分 今後の方針区分 事業の方向 見直しの方向 改革の方向性 改革改善の方向性 継続・廃止 存廃`,
    otherwise: { text: "next" },
  },
  {
    key: "outline",
    words: `
      概要 目的 事業概要 事業の概要 事業内容 事業の内容 施策概要 施策内容 内容 趣旨 ねらい 狙い 事業目的 具体的内容
      具体的な内容 計画内容 取組計画 計画概要 実施計画 年次計画 工程 工程表 行動目標 到達目標(内容) 意図 事業目標 手段
      目指す姿 あるべき姿 めざす姿 期待される効果 期待する効果 期待効果`,
  },
  {
    key: "department",
    words: `
      担当課 所管課 部名 課名 部課名 課係名 関係課 担当部署 担当部課 担当課室 所管 担当 所属 担当課所 所管部署 所管課室 主管課 主管 実施課
      担当部局 所管部局 課 課室 部署 部局 部課 所管部 所管局 担当局 担当部 担当係 担当班 担当グループ 関係部署
      関係部局 関係各課 主担当課 主担当 関連課 関連部署 担当所属 所管所属 実施部署 組織 課所 部等 課等 推進課 主務課
      実施担当課 課・室 回答課 作成課 評価担当課 局 室`,
  },
  {
    key: "remarks",
    words: "備考 差異 特記 特記事項 摘要 補足 注記 メモ 参考 その他特記 備考・特記 注釈 補足説明",
  },
  {
    key: "indicator",
    words: `
      指標 kpi 目標(指標) 指標名及び単位 成果指標 活動指標 数値目標 重要業績評価指標 評価指標 管理指標 目標指標 アウトプット指標 アウトカム指標
      測定指標 進捗指標 代表指標 目標項目 指標項目 指標内容 指標の内容 達成指標 実施指標 施策指標 事業指標 成果目標
      活動目標 取組指標 指標・目標 効果指標 モニタリング指標 kgi 参考指標`,
    otherwise: { numbers: "target" },
  },
  { key: "unit", words: "単位 指標単位 指標の単位" },
  {
    key: "indicatorKind",
    words: "種別 指標種別 指標の分類 指標区分 指標の種類 指標の区分 指標の種別 指標分類 指標の性質",
  },
  {
    key: "improvement",
    words: `
      改善の方向 指標の方向 目標の方向性 指標の向き 指標の方向性 望ましい方向 目指す方向 目指すべき方向 目標の方向 望ましい方向性 目指す方向性
      増減方向 上昇・下降`,
  },
  {
    key: "source",
    words: `
      出典 根拠・資料 評価根拠・資料 算出方法 根拠資料 算定式 計算式 算出式 データ出典 算定方法 出所 把握方法 測定方法 データソース 算出根拠 算定根拠
      出典元 データの出典 数値の出典 指標の説明 指標の定義 指標の考え方 設定根拠 指標設定の考え方`,
  },
  {
    key: "base",
    words: `
      基準値 策定時 設定時の値 基準年度の値 計画策定時 策定時の値 策定時現状値 計画策定時 策定時の現状 策定当初 計画策定時の値 基準 当初値 計画当初
      初期値 基準時 計画策定時の現状 開始時 計画前 基準年の値 計画策定時の現状値 策定時の現状値 策定時値 当初現状値`,
  },
  { key: "target", words: "目標", otherwise: { text: "outline", words: "field" } },
  {
    key: "target",
    words: `
      目標値 計画値 最終目標 最終目標値 目標数値 計画 予定 見込値 到達目標 中間目標 年度目標 目標水準 中間目標値
      年間目標 予定値 目標(値) 見込 見込み 計画数値 目安 目標数 計画数`,
    otherwise: { text: "outline", labels: "outline" },
  },
  {
    key: "actual",
    words: `
      実績値 中間値 現状値 現況値 実測値 実績数値 最新値 直近値 現状 現在値 達成値 現在の値 最新実績 最新の値 実数 結果値
      直近の値 直近実績 実績数 推移 現況`,
    otherwise: { text: "result" },
  },
  {
    key: "rate",
    words: `
      達成率 進捗率 対目標比 達成割合 目標達成率 到達率 実施率 充足率 達成率等 進捗割合 執行割合
      達成度(%) 進捗度(%)`,
  },
  {
    key: "budget",
    words: `
      予算 当初予算 予算額 当初予算額 事業費 予算現額 最終予算 最終予算額 補正後予算 補正後予算額 計画額 総事業費
      概算事業費 計画事業費 予算現額計 直接事業費 予算計 事業費計 予算(現額) 事業予算 予定額 予算要求額 トータルコスト
      総コスト コスト 予算総額 予算規模 概算費用 費用 経費`,
  },
  {
    key: "settled",
    words: `
      決算 決算額 決算見込 決算見込み 決算見込額 決算見込み額 支出済額 執行額 実績額 決算事業費 事業費決算 事業費実績
      支出額 決算(見込) 決算(見込額) 執行済額 決算計 実績事業費 事業費(決算) 事業費(実績)`,
  },
  {
    key: "period",
    words: `
      実施期間 事業期間 期間 計画期間 取組期間 開始年度 終了年度 目標年度 目標年 期限 実施時期 実施年度 完了年度
      完了予定年度 予定年度 予定時期 スケジュール 完了予定 達成年度 達成時期 達成期限 期日 開始 終了 始期 終期
      開始時期 終了時期 年次 完了時期 目標時期 基準年 着手年度 始期・終期 目標期限`,
  },
  {
    key: "opinion",
    words: `
      意見 コメント 所見 講評 評価コメント 評価意見 意見等 指摘 指摘事項 総評 助言 委員意見 委員会意見
      評価の内容 評価所見 意見・提言 提言 評価の説明 評価意見等 質問 主な意見 付帯意見 コメント等`,
  },
  {
    key: null,
    words: `
      評価基準 評価項目 電話番号 予算書上の事業名 執行率 予算執行率 決算執行率 部課コード 政策no 分野番号 基準年度 評価の視点 指標設定の理由 必要性 事業の背景 背景 外部評価の実施年度 評価方法 評価年度 評価日 評価者 評価対象 評価単位 評価時期 評価の時期 評価の方法 評価責任者
      判定基準 判断基準 状況確認者 実施主体 事業主体 実施方法 実施手法 対象 対象者 受益者 財源内訳 財源 国庫支出金
      国支出金 県支出金 都支出金 地方債 一般財源 その他 その他財源 特定財源 人件費 会計 会計区分 会計名 款 項 目
      節区分 予算科目 根拠法令 法令 関連計画 関係法令 記入者 記入日 作成者 作成日 更新日 入力者 入力日 確認者 確認日
      報告日 回答日 回答者 連絡先 内線 電話 メール 氏名 職名 職員 担当者 担当者名 責任者 課長名 部長名 url リンク 添付
      添付資料 資料 地区 場所 所在地 位置 住所 対象地域 経緯 沿革 開始の経緯 人工 従事職員数 職員数 人員 sdgs ゴール
      関連ゴール ページ 頁 掲載頁 掲載ページ 年度 実施形態 事業類型 類型 性質 区分コード 会議 回数 委託先 指定管理者
      単価 面積 備品 時間 人口 事業区分 実施区域 目的コード 市民満足度 満足度 重要度調査 必要性の評価 妥当性 有効性
      効率性 公平性 緊急性 貢献度 前期計画 進捗の目安 評価の目安 設定理由 目標設定理由 目標値の設定根拠
      目標設定の考え方 変更点 変更理由 変更内容 チェック 確認 確認欄 承認 決裁`,
  },
];

/** Levels from the top of a plan to the measure. */
export const LEVEL_KEYS = ["field", "heading", "policy", "action", "measure"] as const satisfies readonly ColumnKey[];
/** One of them. */
export type LevelKey = (typeof LEVEL_KEYS)[number];

/** True for a column that is a level of the plan. */
export function isLevelKey(key: ColumnKey | null): key is LevelKey {
  return LEVEL_KEYS.some((level) => level === key);
}

/* Who evaluates, or which round it is, from the first to the last; with the forms it is written in. */
const STAGE_WORDS: readonly (readonly [stage: string, ...words: string[]])[] = [
  ["自己", "自己"],
  ["中間", "中間"],
  ["上半期", "上半期", "上期", "前期"],
  ["下半期", "下半期", "下期", "後期"],
  ["担当課", "担当課", "所管課", "主管課", "担当部署", "所管部署", "所管部", "担当者", "課長", "担当"],
  ["一次", "第一次", "一次", "1次", "第1次"],
  ["内部", "内部", "庁内", "行政", "部長", "部局"],
  ["二次", "第二次", "二次", "2次", "第2次"],
  ["三次", "第三次", "三次", "3次", "第3次"],
  ["本部", "推進本部", "本部", "本部会議", "事務局", "企画課", "企画部門"],
  ["市民", "市民", "住民", "区民", "町民", "村民"],
  ["外部", "外部", "第三者", "有識者", "外部委員", "審議会", "協議会", "懇談会"],
  ["委員会", "委員会", "評価委員会", "外部評価委員会", "推進委員会", "評価委員"],
  ["最終", "最終", "年度末", "確定", "期末", "総括"],
];

/** Stages from the first to the last evaluation: of two statuses that differ in it, the later one is the settled one. */
export const STAGES: readonly string[] = STAGE_WORDS.map(([stage]) => stage);

const STAGE_PATTERNS = STAGE_WORDS.flatMap(([stage, ...words]) => words.map((word) => ({ stage, word }))).sort(
  (a, b) => b.word.length - a.word.length,
);

/** The stage that a header's key names before an evaluation (一次評価, 外部評価の結果), "" where none. */
export function stageOf(key: string): string {
  for (const { stage, word } of STAGE_PATTERNS) {
    const at = key.indexOf(word);
    if (
      at >= 0 &&
      /^(?:に?よる|の|での|会)*(?:評価|判定|点検|検証|審査|評定|総括|評点|採点|達成|進捗|意見|コメント|所見|結果|状況|$)/.test(
        key.slice(at + word.length),
      )
    ) {
      return stage;
    }
  }
  return "";
}

/** True for a header that says only which round it is (前期, 最終): what it is a round of, its band says. */
export function isStageAlone(key: string): boolean {
  return STAGE_PATTERNS.some(({ word }) => word === key) && BY_ROUND.has(stageOf(key));
}

const BY_ROUND = new Set(["中間", "上半期", "下半期", "一次", "二次", "三次", "最終"]);
