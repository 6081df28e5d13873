/* The words of the sheets 検査結果, 検査記録 and 提出用 and of a new ledger: Japanese in every language of the pane. */

export const CHECK_WORDS = {
  submittable: "提出できます",
  blocked: (errors: number) => `直すところが${errors}件あります`,
  checked: (date: string, sheet: string) => `${date}検査　台帳「${sheet}」`,
  counts: ["要修正", "要確認", "参考", "計"],
  header: ["重さ", "検査項目", "セル", "担当課", "値", "内容", "直し方", "方法", "根拠", "対応"],
  ofDepartment: (sheet: string, department: string) => `${sheet} ${department}`,
  noDepartment: "担当課なし",
  wholeSheet: "シート全体",
  rest: (count: number) => `このほかに${count}件あります。件数の多いものから直し、もう一度検査してください。`,
  accepted: "確認済みとした要確認",
  acceptedHeader: ["検査項目（セル）", "値", "理由"],
  recordTitle: "検査記録",
  recordNote:
    "この表は、提出した台帳が検査したときのままかどうかを、後から確かめるためのものです。書き換えないでください。",
  rulesHeading: "適用した検査項目",
  rulesHeader: ["検査項目の記号", "検査項目", "件数"],
  countsHeading: "分野と状況の件数",
  field: "分野",
  outside: "区分外",
  total: "計",
  noField: "（分野の記載なし）",
} as const;
