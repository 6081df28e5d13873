import type { FieldsNotice } from "../ledger/read-fields";
import type { PlanNotice } from "../ledger/read-plan";
import type { SettingsNotice } from "../ledger/read-settings";
import type { LedgerProblem } from "../ledger/ledger";

/** Why a ledger cannot be read, and what on 設定, 分野 and 計画 was not taken as it stands. */
export const ledger = {
  problem: (problem: LedgerProblem): string => {
    switch (problem.kind) {
      case "not-a-ledger":
        return problem.row === 0
          ? `シート「${problem.sheet}」には何も入力されていません。台帳のあるシートを選んでください。`
          : `シート「${problem.sheet}」を台帳として読み取れません。見出し${quoted(problem.missing)}が見つかりません。${problem.row}行目にある見出しは${quoted(problem.seen)}です。`;
      case "empty-ledger":
        return `シート「${problem.sheet}」の台帳には、見出し（${problem.headerAddress}）の下に事業がありません。`;
      case "error-value":
        return `シート「${problem.sheet}」の${problem.cell}がエラー値（${problem.value}）になっています。数式を直すか、値を入力してください。`;
      case "ambiguous":
        return `台帳と見られるシートが複数あります（${quoted(problem.sheets)}）。どれを使うか指定してください。`;
      case "no-such-sheet":
        return `シート「${problem.sheet}」がありません。ブックにあるシートは${quoted(problem.sheets)}です。`;
      case "no-ledger":
        return problem.sheets.length === 0
          ? "台帳のシートがありません。"
          : `台帳と見られるシートがありません。分野、状況、施策または個別事業の見出しを確かめてください（調べたシート: ${quoted(problem.sheets)}）。`;
    }
  },
  settingsNotice: ({ kind, sheet, cell, value, item }: SettingsNotice): string => {
    switch (kind) {
      case "bad-value":
        return `シート「${sheet}」${cell}の「${value}」は、${item}の値として使えません。標準の値で処理します。`;
      case "unknown-item":
        return `シート「${sheet}」${cell}の「${value}」は、${item}の項目ではありません。`;
      case "repeated":
        return `シート「${sheet}」${cell}の「${value}」は重複しています。先にあるほうを使います。`;
      case "shared-synonym":
        return `シート「${sheet}」${cell}の同義語「${value}」は、ほかの区分にも使われています。同義語として扱いません。`;
      case "no-table":
        return `シート「${sheet}」に「${value}」の表が見つかりません。標準の値で処理します。`;
      case "no-denominator":
        return `シート「${sheet}」の「${item}」（${cell}）に○が一つもありません。すべての区分を分母に含めます。`;
      case "no-achieved":
        return `シート「${sheet}」の「${item}」（${cell}）に○が一つもありません。達成率は0%になります。`;
    }
  },
  fieldsNotice: ({ kind, sheet, cell, value }: FieldsNotice): string =>
    kind === "repeated"
      ? `シート「${sheet}」${cell}の分野「${value}」は重複しています。先にある行にまとめます。`
      : `シート「${sheet}」に「${value}」の見出しが見つかりません。分野は台帳に現れる順に並べます。`,
  planNotice: ({ kind, sheet, cell, value }: PlanNotice): string => {
    switch (kind) {
      case "unknown-item":
        return `シート「${sheet}」${cell}の項目「${value}」は使われません。項目名を確かめてください。`;
      case "repeated":
        return `シート「${sheet}」${cell}の項目「${value}」は重複しています。先にあるほうを使います。`;
      case "no-table":
        return `シート「${sheet}」に「${value}」と「内容」の見出しが見つかりません。計画の情報なしで処理します。`;
    }
  },
};

function quoted(texts: readonly string[]): string {
  return texts.map((text) => `「${text}」`).join("");
}
