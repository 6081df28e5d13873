import { ledger } from "./ledger.ja";
import { pane } from "./pane.ja";
import { rules } from "./rules.ja";

/*
 * Every sentence the user can see in Japanese, by the part of the product that says it. Polite, short, what to do next.
 * The wording of the printed report itself (headings, narrative) is not here: it is Japanese in every language of the pane
 * and lives beside the code that lays it out (report/words.ts, narrative/phrases.ts).
 */
export const ja = {
  ledger,
  rules,
  report: {},
  host: {
    cellEditMode:
      "Excelでセルを編集中のため、処理を始められません。Enterで確定するかEscで取り消してから、もう一度お試しください。",
    sheetProtected: (sheet: string) =>
      `シート「${sheet}」が保護されています。［校閲］の［シート保護の解除］をしてから、もう一度お試しください。`,
    workbookProtected:
      "ブックの構成が保護されているため、シートを追加できません。［校閲］の［ブックの保護］を解除してから、もう一度お試しください。",
    readOnly:
      "このブックは読み取り専用で開かれています。編集できる状態で開き直すか、別の名前で保存してから、もう一度お試しください。",
    accessDenied:
      "Excelに書き込みを断られました。シートやブックの保護、閲覧だけの権限になっていないかを確かめてから、もう一度お試しください。",
    nameTaken: (sheet: string) =>
      sheet === ""
        ? "同じ名前のシートがあるため、作成できませんでした。もう一度お試しください。"
        : `「${sheet}」という名前のシートがあるため、作成できませんでした。もう一度お試しください。`,
    notFound: "処理の途中でシートかセルが見つからなくなりました。ブックを確かめてから、もう一度お試しください。",
    sheetNotFound: (sheet: string) =>
      `シート「${sheet}」が見つかりません。名前の変更や削除がなかったかを確かめてから、もう一度お試しください。`,
    tooLarge: "一度に扱える量を超えました。ほかのブックを閉じるか、台帳を分けてから、もう一度お試しください。",
    textTooLong: (sheet: string, cell: string) =>
      cell === ""
        ? "Excelのセルに入りきらない長さの文章があります。短くしてから、もう一度お試しください。"
        : `シート「${sheet}」の${cell}に入る文章が、Excelのセルの上限（32,767文字）を超えています。元の文章を短くしてから、もう一度お試しください。`,
    oldExcel:
      "お使いのExcelではこの機能を使えません。Excel 2021以降、Microsoft 365、またはWeb版のExcelをご利用ください。",
    otherWorkbook: "別のブックが前面にあります。このブックを前面に出してから、もう一度お試しください。",
    filtered: (sheet: string) =>
      sheet === ""
        ? "絞り込み中の範囲には書き込めません。フィルターを解除してから、もう一度お試しください。"
        : `シート「${sheet}」は絞り込み中のため、書き込めません。フィルターを解除してから、もう一度お試しください。`,
    busy: "Excelとのやり取りが途切れました。少し待ってから、もう一度お試しください。",
    cancelled: "中止しました。ブックは元のままです。",
    failed:
      "Excelが処理を完了できませんでした。別のブックやダイアログが前面に出ていないかを確かめてから、もう一度お試しください。",
    unexpected: "予期しない問題が起きました。ブックを保存して開き直してから、もう一度お試しください。",
    unfinished: "作りかけのシートが残っている場合は、次に実行したときに最初に取り除きます。",
  },
  actions: {
    reportOperation: "報告書",
    checkOperation: "検査結果",
    submissionOperation: "提出用",
    submissionFile: "提出用",
    outside: (count: number, statuses: readonly string[]) =>
      `状況区分にない状況が${count}件あり、区分外として数えました（${statuses.map((status) => (status === "" ? "空欄" : `「${status}」`)).join("")}）。台帳か設定シートを直してください。`,
    notFormulas: (sheet: string, count: number, cells: readonly { readonly cell: string; readonly value: string }[]) =>
      `シート「${sheet}」の${count}セルは表記が揃っていないため、関係する件数を数式ではなく値で書きました（${cells.map(({ cell, value }) => `${cell}「${value}」`).join("、")}${count > cells.length ? "ほか" : ""}）。`,
    contradicted: (count: number) =>
      `計画シートの文章に、台帳の集計と合わない数が${count}か所あります。評価の印のある段落を確かめてください。`,
    tooManyRows: (sheet: string, rows: number) =>
      `シート「${sheet}」の一覧は${rows}行になり、Excelの行数の上限を超えるため省きました。`,
    tooManyPages: (sheet: string, pages: number) =>
      `「${sheet}」は${pages}ページ以上になり、Excelで改ページを定められる上限を超えるため省きました。個別事業の一覧は分野ごとのシートにあります。`,
    nameTooLong: (sheet: string, cell: string, length: number) =>
      `シート「${sheet}」${cell}の名称は${length}文字あり、印刷では末尾が見えません。台帳の名称を短くしてください。`,
    cleaned: (count: number, cells: readonly string[]) =>
      `Excelで扱えない制御文字を${count}セルで取り除きました（${cells.join("、")}${count > cells.length ? "ほか" : ""}）。`,
  },
  pane,
  /** A file that is no workbook we can read, by `StorageError.code`; and one that cannot be read at all. */
  file: {
    cannotRead: (file: string) => `${file} を開けません。ファイルの場所と名前を確かめてください。`,
    "not-a-workbook": (file: string) =>
      `${file} はExcelブック（.xlsx）ではありません。Excelで開き、［名前を付けて保存］で「Excel ブック」を選んでください。`,
    encrypted: (file: string) =>
      `${file} はパスワードで暗号化されているか、古い形式（.xls）です。パスワードを外し、.xlsx形式で保存し直してください。`,
    damaged: (file: string) => `${file} は壊れているため読み込めません。Excelで開いて修復し、保存し直してください。`,
    "too-large": (file: string) => `${file} は大きすぎるため読み込めません。不要なシートや画像を減らしてください。`,
  },
  /** The page without Excel. */
  standalone: {
    intro: "Excelのブックを選ぶと、台帳を検査し、報告書のシートを加えた写しを保存できます。",
    choose: "ブックを選ぶ",
    drop: "ここにファイルを置いて開くこともできます。",
    promise: "ブックはこのパソコンの中だけで扱い、どこにも送りません。元のファイルは書き換えません。",
    empty: "新しいブックで始める",
    emptyName: "新しいブック",
    opening: "ブックを開いています",
    other: "別のブックを開く",
    discard: "保存していないシートがあります。保存せずに別のブックを開きますか。",
    save: "保存",
    saving: "保存しています",
    saved: (file: string) => `${file} という名前で保存しました。`,
    saveFailed: "保存できませんでした。庁内ネットワークにつながっているかを確かめて、もう一度保存してください。",
    /** Appended to the original's name. */
    suffix: "_報告書",
    preview: "シートの内容",
    sheet: "シート",
    rows: (first: string, last: string, all: string) =>
      `全${all}行のうち、${first}行目から${last}行目までを表示しています。`,
    columns: (first: string, last: string, all: string) =>
      `全${all}列のうち、${first}列から${last}列までを表示しています。`,
    charts: "グラフは、保存したブックをExcelで開くと表示されます。",
  },
  commandLine: {
    usage: [
      "使い方:",
      "  npm run -s check -- 台帳.xlsx [--sheet シート名] [--json]",
      "  npm run -s report -- 台帳.xlsx --out 報告書.xlsx [--sheet シート名] [--json]",
      "  npm run demo",
    ].join("\n"),
    unknownOption: (option: string) => `「${option}」という指定はありません。`,
    ledgerMissing: "台帳のファイルが指定されていません。",
    outMissing: "作成先が指定されていません。--out 報告書.xlsx のように指定してください。",
    outIsLedger: "作成先が台帳と同じファイルです。台帳を書き換えないよう、別の名前を指定してください。",
    cannotWrite: (file: string) =>
      `${file} に書き込めません。フォルダーの有無と、ほかのプログラムで開いていないかを確かめてください。`,
    made: (file: string, sheets: number) => `${file} に報告書を作成しました（${sheets}シート）。`,
    total: "計",
    outside: "区分外",
    unchanged: "元のシートは変更していません。",
    kept: (sheets: string) => `手を加えたあとがあるため、前のシートを残しました: ${sheets}`,
    demo: (file: string) => `見本の台帳（${file}）から報告書を作成しました。`,
    lookAt: (sheet: string) => `まず「${sheet}」シートを開いて、数字を確かめてください。`,
    missingText: (count: number) =>
      `評価の文章に【要記入】が${count}か所あります。計画シートに書き足すと、次の作成で文章に入ります。`,
    submittable: (sheet: string, measures: number, unit: string) =>
      `台帳「${sheet}」（${measures}${unit}）: 提出できます。直すところはありません。`,
    submittableWithWarnings: (sheet: string, measures: number, unit: string, warnings: number) =>
      `台帳「${sheet}」（${measures}${unit}）: 提出できます。確かめるところが${warnings}件あります。`,
    blocked: (sheet: string, measures: number, unit: string, errors: number) =>
      `台帳「${sheet}」（${measures}${unit}）: 直すところが${errors}件あります。直してから、もう一度検査してください。`,
    severity: { error: "要修正", warning: "要確認", info: "参考" },
    roundTrips: (count: number, kilobytes: number) => `Excelとのやり取り: ${count}往復、${kilobytes}キロバイト`,
    unexpected: "予期しない問題が起きました。次の内容を添えて、配布元に知らせてください。",
  },
};

type Widen<T> = T extends (...args: infer A) => string
  ? (...args: A) => string
  : T extends string
    ? string
    : { readonly [K in keyof T]: Widen<T[K]> };

/** The shape every language has: the same keys with the same parameters. */
export type Messages = Widen<typeof ja>;
