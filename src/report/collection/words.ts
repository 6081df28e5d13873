import type { ConflictKind } from "../../collect/conflict";
import type { SectionState } from "../../collect/section-state";
import { COLLECTED_SHEET, CONFLICTS_SHEET } from "../../ledger/sheet-names";

/** Wording of the sheets that a collection is written on: Japanese in every language of the product. */
export const COLLECTION_WORDS = {
  ledgerTitle: (plan: string) => (plan === "" ? COLLECTED_SHEET : `${plan} ${COLLECTED_SHEET}`),
  asOf: (day: string) => `${day}取りまとめ`,
  /** What the collected ledger holds, and what it lacks. */
  whole: (sections: number, measures: number) => `${sections}課 ${measures}件`,
  ofRoster: (sent: number, all: number, measures: number) => `${all}課のうち${sent}課 ${measures}件`,
  complete: "不足なし",
  lacks: {
    missing: (names: readonly string[]) => `未提出${names.length}課（${names.join("、")}）`,
    unread: (count: number, names: readonly string[]) =>
      `読めないファイル${count}個${names.length > 0 ? `（${names.join("、")}）` : ""}`,
    blocked: (count: number) => `検査で要修正${count}課`,
    open: (count: number) =>
      `食い違いの未決${count}件（「${CONFLICTS_SHEET}」シートの採用に○を付けて、もう一度取りまとめる）`,
    kept: (count: number, isOpen: boolean) => `今回送られず前回から${isOpen ? "仮に" : ""}残した行${count}件`,
  },
  lacking: (parts: readonly string[]) => `件数に含まれていないもの・確定していないもの：${parts.join("、")}`,

  sectionsTitle: "回収状況",
  states: {
    submitted: "提出済",
    replaced: "差替え",
    blocked: "検査で要修正",
    unread: "読めない",
    missing: "未提出",
  } satisfies Record<SectionState["state"], string>,
  count: (state: string, count: number) => `${state}${count}`,
  sectionsHeader: ["課", "回収", "件数", "要修正", "要確認", "ファイル", "連絡先", "すること"],
  all: "計",
  allOf: (sections: number) => `計 ${sections}課`,
  todo: {
    missing: "提出を依頼する",
    blocked: (cell: string, message: string) => `直してもらう：${cell} ${message}`,
    replaced: "新しい方を使った。違うときは食い違いで選ぶ",
    unknown: "名簿にない。課名を確かめる",
  },
  remind: (names: readonly string[]) => `催促する課：${names.join("、")}`,
  nobodyToRemind: "催促する課はありません。",

  filesTitle: "ファイル別の行数",
  filesHow:
    "読んだ行は、台帳に入れた行か入れなかった行のどちらかです。計や注など、事業でない行は、わけの欄に挙げます。",
  filesHeader: ["ファイル", "シート・セル", "課", "読んだ行", "入れた行", "入れない行", "わけ・すること", "照合値"],
  skipped: "対象外",
  kept: (count: number) => `ほかに前回から残した行${count}件`,
  left: {
    "same-file": "同じ内容のファイルがある",
    versions: "ほかの版を使った",
    rows: "ほかの課の同じ事業を使った",
  },
  aside: (rows: readonly number[]) => `事業でない行（計・注など）：${rows.join("、")}行目`,

  conflictsTitle: "食い違い",
  conflictsHow:
    "使う方の「採用」に○を付けて保存し、同じ場所へもう一度取りまとめると、そのとおりになります。決めたことは次の回にも引き継がれます。",
  noConflicts: "食い違いはありません。",
  ownNumbers: "番号は課ごとに付けられているため、番号が同じでも別の事業として扱いました。",
  proposed: (names: readonly string[]) =>
    `状況の区分（${names.join("、")}）は、台帳の語から推定して設定シートに書きました。達成とみなすもの、分母に含めるものを確かめてください。`,
  conflictsHeader: [
    "No.",
    "種類",
    "事業・課・語",
    "選べるもの",
    "ファイル",
    "場所",
    "内容",
    "今の扱い",
    "採用",
    "決定番号",
  ],
  kinds: {
    "same-file": "同じファイル",
    versions: "二つの版",
    "same-row": "同じ事業",
    "other-content": "内容が違う",
    "same-number": "番号が同じ",
    "status-word": "状況の語",
    vanished: "前回あった行",
  } satisfies Record<ConflictKind, string>,
  used: "使っている",
  usedOpen: "仮に使用",
  both: "両方",
  unsettled: "未決",
  decided: "決定済",
  rows: (count: string) => `${count}件`,

  columnsTitle: "列の対応",
  columnsHow: (usual: string) =>
    `各ファイルの列を、見出しと内容からこのように読みました。違うときは、そのファイルの設定シートの「列の対応」に書くか、見出しを直してもらいます。${usual}`,
  columnsHeader: ["台帳の列", "意味", "ファイルの見出し", "列", "読み方", "ファイル"],
  allFiles: (count: number) => `すべて（${count}）`,
  otherFiles: (count: number) => `下に名前のあるもの以外（${count}）`,
  unused: "意味なし",
  by: {
    choice: "指定",
    settings: "列の対応",
    header: "見出しのとおり",
    word: "見出しの語",
    content: "内容から推定",
    none: "見出しだけ",
  },
} as const;
