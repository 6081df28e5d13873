import type { FieldsNotice } from "../ledger/read-fields";
import type { PlanNotice } from "../ledger/read-plan";
import type { SettingsNotice } from "../ledger/read-settings";
import type { LedgerProblem } from "../ledger/ledger";

/*
 * Every sentence the user can see in Japanese, by the part of the product that says it. Polite, short, what to do next.
 * The wording of the printed report itself (headings, narrative) is not here: it is Japanese in every language of the pane
 * and lives beside the code that lays it out (report/words.ts, narrative/phrases.ts).
 */

/** What is said of the files of the page that its server does not hand over as it should. */
export const loading = {
  missing: (file: string, status: string) =>
    `Webサーバーから ${file} を受け取れません（HTTP ${status}）。情報システム担当に、ファイルの有無と、拡張子のMIMEの種類の登録の確認を依頼してください。`,
  type: (file: string, found: string, wanted: string) =>
    `Webサーバーが ${file} を誤った Content-Type（${found}）で送っています。情報システム担当に、${wanted} にするよう依頼してください。`,
  policy: (file: string) =>
    `Webサーバーの設定が ${file} の読み込みを禁じています。情報システム担当に、応答ヘッダー Content-Security-Policy と、別のサーバーへの転送の確認を依頼してください。`,
  unusable: (file: string) =>
    `Webサーバーから届いた ${file} を使えません。開き直しても続くときは、情報システム担当に、ファイルの途切れと、応答ヘッダー Content-Encoding の確認を依頼してください。`,
  unreachable: () => "Webサーバーにつながりません。庁内ネットワークを確かめて、もう一度お試しください。",
};

/** What the pane says from its opening on. */
export const opening = {
  /** A file of the page, where nothing more is known of why. */
  notLoaded: (file: string) =>
    `${file} を読み込めません。Webサーバーの設定（Content-Type、Content-Security-Policy）を確かめてください。`,
  /** Why a ledger cannot be read. */
  ledger: {
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
        case "ambiguous-columns":
          return `シート「${problem.sheet}」には、状況と見られる列が複数あります（${quoted(problem.candidates.map(({ cell, text }) => `${cell} ${text}`))}）。どの列を集計するか指定してください。`;
        case "ambiguous":
          return problem.sameHeader === true
            ? `同じ見出しの台帳が複数のシートにあります（${quoted(problem.sheets)}）。どれを使うか指定してください。集計するのは指定したシートだけです。部署や柱ごとに分かれた台帳なら、先に一つのシートにまとめてください。`
            : `台帳と見られるシートが複数あります（${quoted(problem.sheets)}）。どれを使うか指定してください。`;
        case "no-such-sheet":
          return `シート「${problem.sheet}」がありません。ブックにあるシートは${quoted(problem.sheets)}です。`;
        case "no-ledger":
          return problem.sheets.length === 0
            ? "台帳のシートがありません。"
            : `台帳と見られるシートがありません。分野、状況、施策または個別事業の見出しを確かめてください（調べたシート: ${quoted(problem.sheets)}）。`;
      }
    },
  },
  host: {
    cellEditMode:
      "Excelでセルを編集中のため、処理を始められません。Enterで確定するかEscで取り消してから、もう一度お試しください。",
    refused:
      "Excelがこの操作を受け付けませんでした。セルの入力、ダイアログ、共有中のほかの人の操作が終わってから、もう一度お試しください。",
    chartSheet:
      "グラフだけのシートが前面にあるため、台帳を読めません。台帳のシートを前面に出すか、「台帳のシート」で選んでから、もう一度お試しください。",
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
    ledgerGone: (sheet: string) =>
      `作成している間にシート「${sheet}」の名前が変わったか、削除されました。作りかけのシートは取り除き、ブックは作成前のままです。台帳のシートを確かめてから、もう一度作成してください。`,
    overtaken:
      "作成している間に、ほかの人か別の画面が同じブックを書き換えました。作りかけのシートは取り除きました。ほかの作業が終わってから、もう一度作成してください。",
    cancelled: "取りやめました。ブックは元のままです。",
    failed:
      "Excelが処理を完了できませんでした。別のブックやダイアログが前面に出ていないかを確かめてから、もう一度お試しください。",
    unexpected: "予期しない問題が起きました。ブックを保存して開き直してから、もう一度お試しください。",
    unfinished: "作りかけのシートが残っている場合は、次に実行したときに最初に取り除きます。",
  },
  /*
   * What the pane says in Japanese: polite, short, what to do next.
   */
  pane: {
    title: "施策評価",
    outsideExcel: "この画面は、Excelの [ホーム] タブにある「施策評価」のボタンから開いてください。",
    listSeparator: "、",
    close: "やめる",
    quoted: (text: string) => `「${text}」`,
    openSheet: (sheet: string) => `シート「${sheet}」を開く`,
    openCell: (sheet: string, cell: string) => `${cell}（シート「${sheet}」）を開く`,
    openWholeSheet: (sheet: string) => `シート「${sheet}」の全体を開く`,
    steps: {
      ledger: "台帳",
      check: "検査",
      report: "作成",
      done: "済み",
      next: "次はここ",
      waiting: "未実施",
      attention: "対応が必要",
      outdated: "再実行が必要",
    },
    guide: {
      book: "手引き",
      step: (step: string) => `${step}の手引き`,
      version: (product: string, version: string) => `${product} ${version}版`,
    },
    ledger: {
      looking: "ブックを見ています",
      sheet: "台帳のシート",
      unit: "件",
      measures: "個別事業",
      inFields: (fields: string) => `${fields}分野`,
      relisted: (count: string) => `（うち再掲${count}件）`,
      inFieldsAfter: "、",
      reread: "読み直す",
      columns: (count: string) => `列の読み取り（${count}列）`,
      columnsChoose: "見出しを選んで読み取る",
      columnsHelp: "各列を何として読んだかです。違うときは選び直してください。",
      columnsKeep: "この読み方を設定シートに残す",
      columnsKeepHelp: "次の検査や作成でも、来年度の台帳に設定シートを写しても、同じ読み方になります。",
      columnsKept: (sheet: string) => `シート「${sheet}」の列の対応に書きました。`,
      columnsNotKept: (sheet: string) =>
        `シート「${sheet}」に書けないセルがありました。列の対応の表を確かめてから、もう一度お試しください。`,
      columnsReset: "自動の判断に戻す",
      automaticColumn: "見出しで判断",
      noColumn: "使わない",
      columnCounted: "集計する列",
      columnBy: {
        choice: "指定",
        settings: "設定シートの列の対応",
        word: "見出しの終わりの語から",
        content: "列の内容から推定",
        none: "分からない見出し",
      },
      yearLabel: "対象年度",
      noYear: "分かりません",
      yearBy: {
        choice: "ここで選んだ年度",
        settings: "設定シートの年度",
        title: "表の題にある年度",
        columns: "記入のある最も新しい年度",
      },
      unused: (columns: string) => `使わない列：${columns}。使うものがあれば、下の「列の読み取り」で選んでください。`,
      andMore: (count: string) => `、ほか${count}列`,
      first: {
        title: "はじめに",
        lines: {
          ledger: "台帳は、個別事業を1行に1件ずつ並べた表です。分野、施策、状況の列があれば読み取れます。",
          beside: "設定（状況の区分と数え方）、分野（名前と順番）、計画（自治体名や文章）のシートは、あれば使います。",
          order: "検査で誤りを直し、集計表と報告書を新しいシートに作ります。まずは見本で試せます。",
        },
        picture: "台帳の例。見出しは分野、施策、状況で、その下に個別事業が1行に1件ずつ並びます。",
        header: "分野/施策/状況",
        rows: "福祉の充実/相談窓口の拡充/達成|福祉の充実/配食の支援/未達成|防災の強化/訓練の実施/達成",
      },
      otherStart: "新しい台帳・見本",
      chooseSheet: "シートを選んでください",
      newLedger: "新しい台帳を作る",
      newLedgerSure: (sheet: string) =>
        `このブックには台帳（シート「${sheet}」）があります。空の台帳と設定・分野・計画のシートを加えますか。`,
      newLedgerYes: "加える",
      newLedgerHelp: "見出しと入力の選択肢が入った空の台帳と、設定・分野・計画のシートを加えます。",
      sample: "見本を入れる",
      sampleHelp: "98件の台帳と、設定・分野・計画のシートです。このブックに入力があれば、新しいブックで開きます。",
      sampleOpened: "見本を新しいブックで開きました。そのブックで「施策評価」のボタンを押すと、ひととおり試せます。",
      added: (sheets: string) => `シート${sheets}を加えました。`,
      without: (sheets: string) => `${sheets}のシートがないため、既定の内容で作成します。`,
      recordMatches: (date: string) => `${date}の検査記録から変わっていません。`,
      recordDiffers: (date: string) => `${date}の検査記録のあとに変更されています。提出前に検査してください。`,
      columnNames: {
        number: "番号",
        field: "分野",
        headingNumber: "大項目番号",
        heading: "大項目",
        policyNumber: "施策番号",
        policy: "施策",
        action: "取組",
        measure: "個別事業",
        status: "状況",
        relisted: "再掲",
        original: "参照元",
        reason: "理由",
        result: "実績",
        department: "担当課",
        remarks: "備考",
        review: "ほかの評価",
        opinion: "意見",
        flag: "重点などの印",
        issue: "課題",
        next: "改善策・今後の取組",
        outline: "概要",
        direction: "今後の方向性",
        period: "実施期間",
        indicator: "指標",
        unit: "単位",
        indicatorKind: "指標の種別",
        improvement: "改善の方向",
        source: "出典",
        base: "基準値",
        target: "目標値",
        actual: "実績値",
        rate: "達成率",
        budget: "予算",
        settled: "決算",
      },
    },
    history: {
      title: "これまでの変更を元に戻す",
      empty: "元に戻せる変更はありません。",
      older: "これより前のものは、シート「変更履歴」と「作成記録」にあります。",
      entry: (operation: string, places: string) => `${operation}：${places}`,
      undo: "元に戻す",
      undoOf: (at: string, operation: string, places: string) => `${at}の「${operation}」（${places}）を元に戻す`,
      undone: (restored: string, removed: string) =>
        removed === "0"
          ? `${restored}か所を元に戻しました。`
          : restored === "0"
            ? `シートを${removed}枚削除しました。`
            : `${restored}か所を元に戻し、シートを${removed}枚削除しました。`,
      left: (places: string) => `次は、そのあと変更されているため、そのままにしました：${places}`,
    },
    /** What to do in the pane about a ledger that could not be read; the sentence before says what is the matter. */
    problemNext: {
      "not-a-ledger": "別のシートを選ぶか、見出しを直してから読み直してください。",
      "empty-ledger": "個別事業を入力してから、読み直してください。",
      "error-value": "直してから、読み直してください。",
      "ambiguous-columns": "下の「列の読み取り」で、状況の列を選んでください。",
      ambiguous: "上で台帳のシートを選んでください。",
      "no-such-sheet": "上で台帳のシートを選んでください。",
      "no-ledger": "新しい台帳か見本から始められます。",
    },
    check: {
      intro: "台帳の誤りを探します。台帳は変更しません。",
      lastCheck: (date: string, errors: string, warnings: string) =>
        `前回の検査（${date}）：要修正${errors}件、要確認${warnings}件。`,
      lastCheckHolds: "そのあと台帳は変わっていません。",
      lastCheckOld: "そのあと台帳が変わっています。",
      run: "検査する",
      again: "もう一度検査する",
      diagnose: "Excelの自己診断",
      submittable: "提出できます",
      blocked: (errors: string) => `直すところが${errors}件あります`,
      nothingFound: (measures: string) => `${measures}件を検査し、直すところはありませんでした。`,
      onlyHints: (measures: string) => `${measures}件を検査しました。直さなければならないところはありません。`,
      checkedMeasures: (measures: string) => `${measures}件を検査しました。`,
      countsLabel: "件数",
      stale: "結果は古くなっています",
      staleHelp: "検査のあとに台帳が変更されました。もう一度検査してください。",
      groupsLabel: "検査結果",
      entries: (count: string) => `${count}件`,
      moreGroups: (count: string) => `ほか${count}種類を表示`,
      moreEntries: (count: string, rest: string) => `次の${count}件（残り${rest}件）`,
      basis: (basis: string) => `根拠：${basis}`,
      wholeSheet: "シート全体",
      current: "今の値：",
      autoAll: (count: string) => `まとめて直せるものを見る（${count}か所）`,
      proposedAll: (count: string) => `直し方の案を見る（${count}か所）`,
      walkAt: (at: string, total: string) => `${at} / ${total}`,
      walkHelp: "一つずつ直します。",
      walkTicked: (count: string) => `✓ 済み ${count}件`,
      walkDone: "ひととおり済みました",
      walkStopDone: (cell: string) => (cell === "" ? "済みました" : `${cell}は済みました`),
      walkBack: "‹ 前へ",
      walkNext: "次へ ›",
      forCell: (cell: string, text: string) => (cell === "" ? text : `${cell}：${text}`),
      takeAlike: (value: string, count: string, cells: string) => `同じ${value}の${count}か所すべて（${cells}）`,
      andOthers: (count: string) => `ほか${count}か所`,
      newValues: (count: string) => `${count}か所の新しい値`,
      byHand: (suggestion: string) => `Excelで直してから、もう一度検査してください：${suggestion}`,
      autoGroup: (count: string) => `直し方を見る（${count}か所）`,
      autoOne: "直し方を見る",
      choose: "直し方を選ぶ",
      previewTitle: (count: string) => `次の${count}か所を直します`,
      previewList: "直すところ",
      takeFix: (cell: string) => `${cell}を直す`,
      copyFirst: (sheet: string) => `先にシート「${sheet}」の控えを作ります。控えの名前は、直したあとに示します。`,
      changes: {
        unmerge: "結合を解除し、すべてのセルに先頭の値を入れる",
        "delete-rows": "行を削除する",
        "delete-columns": "列を削除する",
        "move-out": "ほかのシートへ移す",
        "show-rows": "行を再表示する",
        "show-columns": "列を再表示する",
        "keep-value": "数式を今の値に置き換える",
        "hide-totals": "テーブルの集計行を消す",
        "show-filtered": "絞り込みを解除する",
      },
      previewHelp: "表示したとおりに書き込みます。ほかのセルは変えません。",
      apply: (count: string) => `${count}か所を直す`,
      newValue: (cell: string) => `${cell}の新しい値`,
      setValue: "直す",
      valuesTitle: "値の一覧",
      valuesIntro: "同じ値をまとめて直せます。",
      valuesColumn: "列",
      valuesOf: (header: string) => `「${header}」の値`,
      valueCells: (count: string) => `${count}件`,
      valueTaken: (name: string) => `「${name}」として数えています`,
      valueNotTaken: "どの区分にも数えていません",
      valueBlank: "（空欄）",
      valueChange: "変える",
      valueChangeOf: (text: string) => `「${text}」を変える`,
      valueTo: "変えたあとの値",
      valueShow: "直し方を見る",
      valueSynonym: (text: string, status: string) => `「${text}」を「${status}」の同義語にする`,
      synonymDone: (text: string, status: string, sheet: string) =>
        `シート「${sheet}」で「${text}」を「${status}」の同義語にし、もう一度検査しました。`,
      before: "前",
      after: "後",
      erased: "（空白）",
      fixed: (count: string) => `${count}か所を直し、もう一度検査しました。`,
      changed: (count: string) => `シートの形を${count}か所直しました。`,
      copied: (sheets: string) => `直す前の控えは、シート${sheets}です。`,
      movedOut: (sheets: string) => `移したものは、シート${sheets}にあります。`,
      fixSkipped: (count: string) => `${count}か所は、セルの内容が変わっていたため直していません。`,
      undo: "直す前に戻す",
      undone: (count: string) => `${count}か所を元に戻しました。`,
      undoLeft: (count: string) => `次の${count}か所は、そのあと変更されているため戻していません。`,
      accept: "このままでよい…",
      acceptReason: "このままでよい理由",
      acceptOne: "この1件を確認済みにする",
      acceptAll: (header: string, count: string) => `${header}列の同じ項目${count}件を確認済みにする`,
      acceptNoReason: "このままでよい理由を一言入力してください。",
      acceptDone: (sheet: string, count: string) =>
        `シート「${sheet}」に${count}件を書きました。セルの値が変わると、もう一度検査の結果に出ます。`,
      acceptedTitle: (count: string) => `確認済み（${count}件）`,
      acceptedHelp: "値が変わらない限り、検査の件数に入りません。",
      acceptedEntry: (title: string, reason: string) => `${title}：${reason}`,
      takeBack: "確認済みをやめる",
      takeBackOf: (cell: string) => `${cell}の確認済みをやめる`,
      use: "結果の使いみち",
      checkSheet: "検査結果をシートに書き出す",
      departmentSheets: "担当課ごとのシートに書き出す",
      checkSheetDone: (sheets: string) => `シート${sheets}に書き出しました。`,
      mark: "台帳のセルに印を付ける",
      unmark: "台帳の印を消す",
      marked: "台帳の該当するセルに印を付けました。次の検査で消えます。",
      unmarked: "台帳の印を消しました。",
      submission: "提出用データを作る",
      submissionHelp: "値だけの提出用シート、検査記録、CSVを作ります。",
      submissionEncoding: "CSVの文字コード",
      utf8: "UTF-8（BOM付き）",
      cp932: "Shift_JIS（CP932）",
      submissionDone: (sheets: string) => `シート${sheets}を作りました。`,
      submissionBlocked: (errors: string) => `直すところが${errors}件あるため、提出用データは作っていません。`,
      csvSave: "CSVを保存",
      csvHelp: "保存できないときは、下の内容をコピーしてメモ帳に貼り付け、同じ文字コードで保存してください。",
      csvText: "CSVの内容",
      csvCopy: "内容をコピー",
      csvCopied: "コピーしました。",
      csvSelected: "選択しました。Ctrl+Cでコピーしてください。",
      unmappable: (count: string) => `Shift_JISにない文字が${count}種類あり、「?」になります。`,
      unmappableEntry: (character: string, codePoint: string, cells: string) =>
        `「${character}」（${codePoint}）：${cells}`,
      proposalTitle: "状況の書き方が、設定と合っていません",
      proposalHelp: (count: string) => `台帳には次の${count}種類があります。これをもとに状況区分の表を作れます。`,
      proposalWrite: "状況区分の表を作る",
      proposalDone: (sheet: string) =>
        `シート「${sheet}」に作りました。達成とみなすものなどを確かめてから、もう一度検査してください。`,
    },
    report: {
      intro: "新しいシートに作成します。今あるシートは変更しません。",
      make: "報告書を作成する",
      again: "もう一度作成する",
      notMade: (errors: string) =>
        `報告書は作成していません。直すところが${errors}件あります。上の検査の結果を直すか、このまま作成するときは［報告書を作成する］を押してください。`,
      notMadeUnsure:
        "報告書は作成していません。状況の書き方が設定と合っていないか、検査のあとに台帳が変更されています。上の検査の結果を確かめてください。",
      notMadeUnread: "報告書は作成していません。台帳を読み取れませんでした。上の「台帳」を確かめてください。",
      lookAt: (sheet: string) => `シート「${sheet}」で数字を確かめる`,
      doneProvisionally: "暫定の報告書ができました",
      confirmStatuses:
        "台帳の語から状況区分を推定して集計しました。表を設定シートに書いて確かめると、次の作成から暫定ではなくなります。",
      unresolved: (errors: string) => `直すところが${errors}件残っています。このまま作成することもできます。`,
      unchecked: "検査せずに作成することもできます。",
      earlier: {
        title: "前年度との比較",
        help: "前年度の台帳を選ぶと、前年度比較、後退一覧、新規・廃止、対応表のシートと、文章の前年度との比較を加えます。検査では、後退した理由も確かめます。",
        sheet: "前年度の台帳",
        none: "比べない",
        file: "ほかのブックから選ぶ",
        unreadFile: (file: string) =>
          `${file} を読めませんでした。Excelで開き、パスワードを付けずに「Excel ブック（.xlsx）」として保存してから選んでください。`,
        unread: (problem: string) => `前年度の台帳を読めませんでした。${problem}`,
        result: (last: string, pairs: string, better: string, worse: string, added: string, gone: string) =>
          `${last}と比べて：両年度にあるもの${pairs}件（改善${better}、後退${worse}）、新規${added}件、廃止${gone}件。`,
      },
      parts: "作成するもの",
      chapters: "冊子に入れるもの",
      chapter: {
        cover: "表紙",
        contents: "目次",
        outline: "概要",
        goals: "分野別の目標と実績",
        measures: "施策別の実施状況",
        evaluation: "評価",
        annex: "資料編（集計表、分野ごとの一覧など）",
        colophon: "奥付",
      },
      noParts: "作成するものを一つ以上選んでください。",
      part: {
        booklet: "冊子（表紙・目次・本文）",
        summary: "集計表とグラフ",
        fields: "分野ごとのシート",
        comparison: "前年度比較",
        indicators: "指標一覧と推移",
        departments: "担当課別の集計と一覧",
        directions: "今後の方向性",
        money: "予算・決算",
        reviews: "評価の比較",
        results: "取組実績",
        narrative: "評価の文章",
      },
      partShort: {
        booklet: "冊子",
        summary: "集計",
        fields: "分野別",
        comparison: "前年度比較",
        indicators: "指標",
        departments: "担当課別",
        directions: "方向性",
        money: "予算・決算",
        reviews: "評価の比較",
        results: "取組実績",
        narrative: "評価",
      },
      options: "数え方と書き方",
      optionsHelp: "設定シートの内容を示しています。ここで変えたことは、今回の作成にだけ使います。",
      optionsHelpDefault: "設定シートがないため、既定の内容です。ここで変えたことは、今回の作成にだけ使います。",
      changed: "変更あり",
      reset: "設定シートの内容に戻す",
      relistedLabel: "再掲の数え方",
      relisted: {
        include: "含む（再掲も1件と数える）",
        exclude: "除く（元の1件だけ数える）",
        both: "併記（両方を示す）",
      },
      roundingLabel: "割合の端数",
      rounding: {
        "half-up": "四捨五入",
        truncate: "切り捨て",
        "sum-100": "合計が100になるように調整",
        "largest-class": "四捨五入し、最大の区分で調整",
      },
      decimalsLabel: "割合の小数",
      decimals: { "0": "なし（73％）", "1": "1桁（73.5％）", "2": "2桁（73.47％）" },
      digitsLabel: "文章の数字",
      digits: { half: "半角（72、7）", full: "全角（７２、７）", "single-full": "一桁だけ全角（72、７）" },
      unitLabel: "件数の単位",
      unitHelp: "例：項目、事業、施策",
      countsLabel: "表の集計値",
      counts: { formula: "数式（台帳と連動）", value: "固定値（数字だけ）" },
      cancel: "作成をやめる",
      cancelling: "取りやめています",
      cancelled: "作成をやめました。ブックは元のままです。",
      done: "報告書ができました",
      sheetsLabel: "作成したシート",
      measures: (count: string) => `${count}件`,
      tallyLabel: "状況ごとの件数",
      status: "状況",
      count: "件数",
      share: "割合",
      outside: "区分外",
      kept: (sheets: string) => `手直しされていたため、前回のシート${sheets}は残しました。`,
      remarks: "確認してください",
      stale: "結果は古くなっています",
      staleHelp: "作成のあとに台帳が変更されました。必要なら、もう一度作成してください。",
      missing: (count: string) =>
        `【要記入】が${count}か所あります。計画シートと分野シート（後退の理由は台帳）に書き足すと、次の作成で入ります。`,
      undo: "作成を取り消す",
      saveDocument: "Word文書を保存",
      documentSaved: (file: string) =>
        `${file} を保存しました。Wordで開いたときに目次を更新するか聞かれたら、［はい］を選んでください。`,
      removed: (count: string) => `今回作成した${count}枚のシートを削除しました。`,
      removalKept: (sheets: string) => `手直しされていたシート${sheets}は残しました。`,
      madeBefore: "前回作成したシート",
    },
    progress: {
      survey: "ブックを見ています",
      check: "検査しています",
      report: "報告書を作成しています",
      removeReport: "取り消しています",
      earlier: "前年度のファイルを読んでいます",
      document: "Word文書を作成しています",
      fix: "セルを直しています",
      undoFix: "元に戻しています",
      history: "変更履歴を読んでいます",
      accept: "確認済みに書いています",
      select: "シートを開いています",
      checkSheet: "検査結果を書き出しています",
      mark: "印を付けています",
      clearMarks: "印を消しています",
      submission: "提出用データを作っています",
      newLedger: "新しい台帳を作っています",
      sample: "見本を入れています",
      proposal: "状況区分の表を作っています",
      columns: "設定シートに書いています",
      steps: {
        read: "台帳を読んでいます",
        check: "内容を確かめています",
        plan: "集計しています",
        build: "シートを作成しています",
        swap: "仕上げています",
        undo: "元に戻しています",
        wait: "Excelが応答するのを待っています（このブックを前面に出し、セルの入力を終えてください）",
      },
      of: (name: string, at: string, all: string) => `${name}（${all}段階中${at}）`,
    },
  },
};

/** What a check says and what a report, once it is asked for. */
export const working = {
  /** The self-diagnosis: what this Excel is and does, for whoever looks after it. */
  diagnosis: {
    title: "Excelの自己診断",
    heading:
      "施策評価アドインがExcelについて前提にしていることを、このExcelで確かめた結果です。台帳の内容とシートの名前は含みません。",
    intro:
      "お使いのExcelがこのアドインの前提どおりに動くかを、一時的なシートで確かめます。1分ほどかかります。一時的なシートは終わると消え、いまあるシートは変わりません。先にブックを保存してください（元に戻す操作の履歴は消えます）。",
    run: "確かめる",
    again: "もう一度確かめる",
    cancel: "やめる",
    close: "閉じる",
    progress: (done: string, all: string) => `確かめています（${all}項目中${done}項目）`,
    summary: (all: string, same: string, different: string) =>
      `${all}項目のうち${same}項目は前提どおり、${different}項目は違いました。`,
    textLabel: "結果（問い合わせのときに送ってください）",
    copy: "結果をコピー",
    copied: "結果をコピーしました。",
    copyByHand: "結果を選びました。Ctrl+Cでコピーしてください。",
    write: "結果をシートに書く",
    written: (sheet: string) => `シート「${sheet}」に書きました。不要になったら削除してください。`,
    columns: ["項目", "結果", "前提", "このExcel", "ミリ秒"],
    outcomes: { "as expected": "前提どおり", different: "違う", "not supported": "この版にない" },
  },
  /*
   * What the check says in Japanese. Each rule has a title, why it matters, the message (the action first, with the words
   * of the cell) and a suggestion short enough for a list.
   */
  rules: {
    severities: { error: "要修正", warning: "要確認", info: "参考" },
    fixes: { auto: "自動", choose: "選択", manual: "手作業" },
    /** What can be done about a mistake beyond another value in its cell. */
    ways: {
      unmerge: "結合を解除して、すべてのセルに値を入れる",
      deleteRows: (first: number, last: number) =>
        first === last ? `${first}行目を削除する` : `${first}〜${last}行目を削除する`,
      deleteColumn: (letters: string) => `${letters}列を削除する`,
      hideTotals: "テーブルの集計行を消す",
      moveOut: "ほかのシートへ移す",
      show: "再表示する",
      showFiltered: "絞り込みを解除する",
      keepValue: (value: string) => `数式を値「${value}」に置き換える`,
      fillDown: (count: number) => `空欄の${count}か所に上のセルの値を入れる`,
    },
    scopes: { sheet: "シート", cell: "セル", row: "行", ledger: "台帳全体" },
    basis: {
      unified: (items: string) =>
        `総務省「統計表における機械判読可能なデータの表記方法の統一ルール」（2020年）${items}`,
      administrative: "「行政データの機械可読性に関するルール」（2026年3月31日）",
      excel: "Excelの仕様と制限",
      plan: "この計画の設定（設定・分野・計画シート）",
      product: "集計と照合のための確認",
      join: (sources: string, why: string) => `${sources}：${why}`,
    },
    blank: "（空白）",
    list: { separator: "、", quote: (text: string) => `「${text}」`, more: (count: number) => `ほか${count}件` },
    byRule: {
      "column-required": {
        title: "必要な列がない",
        why: "見出しがないと、どの列が何を表すか判断できません。",
        message: (column: string) => `見出し「${column}」の列を加えてください。この表には見つかりませんでした。`,
        suggestion: (seen: string) =>
          seen === "" ? "見出し行を入れる" : `見出しを確かめる（見つかった見出し：${seen}）`,
      },
      "ledger-empty": {
        title: "台帳に行がない",
        why: "個別事業が1件もなければ、集計も提出もできません。",
        message: "見出しの下に個別事業を入力してください。まだ1行もありません。",
        suggestion: "個別事業を1行に1件ずつ入力する",
      },
      "header-duplicate": {
        title: "見出しが重複",
        why: "同じ見出しの列が二つあると、どちらの値を使うか決まりません。",
        message: (text: string, first: string) =>
          `見出し「${text}」を別の名前に変えてください。${first}と同じ見出しです。`,
        suggestion: "一方の見出しを変えるか、列を削除する",
      },
      "header-blank": {
        title: "見出しが空",
        why: "見出しのない列は、何の値か分かりません。",
        message: (column: string) => `${column}列に見出しを付けてください。値がありますが、見出しが空です。`,
        suggestion: "見出しを入力する",
      },
      "cells-merged": {
        title: "結合したセル",
        why: "結合したセルの値は先頭の1行だけに残り、ほかの行は空として数えられます。",
        message: (area: string) => `${area}のセル結合を解除し、それぞれのセルに値を入れてください。`,
        suggestion: "結合を解除して、すべてのセルに値を入れる",
      },
      "row-blank": {
        title: "空の行",
        why: "空の行があると、表がそこで終わったものとして扱われることがあります。",
        message: (rows: string) =>
          `${rows.replace("–", "〜")}行目の空の行を削除してください。表がそこで二つに分かれています。`,
        suggestion: "空の行を削除する",
      },
      "column-blank": {
        title: "空の列",
        why: "空の列があると、表が左右二つに分かれたものとして扱われます。",
        message: (column: string) => `${column}列の空の列を削除してください。表がそこで二つに分かれています。`,
        suggestion: "空の列を削除する",
      },
      "row-total": {
        title: "合計の行",
        why: "合計の行は個別事業に数えず、報告書では集計し直します。",
        message: (text: string) =>
          `「${text}」の行は合計と見て、個別事業に数えていません。個別事業なら、名称を入力してください。`,
        counted: "テーブルの集計行を非表示にしてください。個別事業として数えられています。",
        suggestion: "合計の行はなくてもかまいません",
        suggestCounted: "「テーブル デザイン」タブの「集計行」のチェックを外す",
      },
      "table-second": {
        title: "別の表がある",
        why: "1枚のシートに表が二つあると、どこまでが台帳か決まりません。",
        message: (text: string) =>
          `「${text}」から始まる別の表を、ほかのシートへ移してください。台帳のシートには表を一つだけ置きます。`,
        suggestion: "別の表をほかのシートへ移す",
      },
      "note-outside": {
        title: "表の外の書き込み",
        why: "表の外に書いたものは、集計にも提出用データにも入りません。",
        message: (text: string) =>
          `「${text}」を備考の列か別のシートへ移してください。個別事業の行や列の外に書かれています。`,
        suggestion: "備考の列か別のシートへ移す",
      },
      "row-hidden": {
        title: "非表示の行",
        why: "隠れた行も集計に入るため、見えている件数と合わなくなります。",
        message: (rows: string) => `${rows.replace("–", "〜")}行目を再表示してください。隠れたまま集計されます。`,
        suggestion: "行を再表示し、要らない行は削除する",
      },
      "column-hidden": {
        title: "非表示の列",
        why: "隠れた列は確かめられないまま提出されます。",
        message: (column: string, header: string) =>
          `${column}列「${header}」を再表示してください。隠れたまま提出されます。`,
        suggestion: "列を再表示し、要らない列は削除する",
      },
      "filter-active": {
        title: "フィルターで絞り込み中",
        why: "絞り込みで隠れた行も集計に入るため、見えている件数と合わなくなります。",
        message: (count: number) => `フィルターを解除してください。${count}行が隠れています。`,
        suggestion: "「データ」タブの「クリア」を押す",
      },
      "value-error": {
        title: "エラー値",
        why: "エラー値のあるセルは数えられません。",
        message: (value: string) => `「${value}」を正しい値に直してください。数式がエラーになっています。`,
        suggestion: "数式を直すか、値を入力する",
      },
      "status-formula": {
        title: "状況の列に数式",
        why: "数式の結果は、元のセルを変えると知らないうちに変わります。",
        message: (value: string) => `数式を値「${value}」に置き換えてください。状況は値で入力します。`,
        blank: "状況を値で入力してください。数式の結果が空で、どの区分にも数えられません。",
        suggestion: "コピーして「値の貼り付け」をする",
        suggestBlank: "数式を消して、状況を入力する",
      },
      "row-color": {
        title: "色や取り消し線だけの区別",
        why: "色や取り消し線の意味は、白黒の印刷やデータの取り込みで失われます。取り消し線の行も1件と数えます。",
        message: (count: number) =>
          `色や取り消し線で示している内容を、状況や備考の列に文字で書いてください。${count}行だけ色や取り消し線が違います。`,
        suggestion: "意味を列に書いて色や取り消し線を消すか、要らない行を削除する",
      },
      "cell-required": {
        title: "必要な項目が空",
        why: "分野と名称がなければ、どの個別事業か分かりません。",
        message: (header: string) => `「${header}」を入力してください。空になっています。`,
        suggestion: "値を入力する",
      },
      "space-edge": {
        title: "前後の空白",
        why: "前後に空白があると、別の値として数えられます。",
        message: (text: string) => `「${text}」の前後の空白を削除してください。`,
        suggestion: "前後の空白を削除する",
      },
      "space-doubled": {
        title: "続いた空白",
        why: "空白で体裁を整えると、検索や照合ができなくなります。",
        message: (text: string) => `「${text}」の続いた空白を一つにしてください。`,
        suggestion: "空白を一つにする",
      },
      "space-invisible": {
        title: "見えない空白",
        why: "見えない文字が残っていると、同じに見えても別の値として数えられます。",
        message: (text: string, codes: string) => `「${text}」の見えない文字（${codes}）を削除してください。`,
        suggestion: "見えない文字を削除する",
      },
      "text-line-break": {
        title: "セル内の改行",
        why: "改行で体裁を整えると、検索や照合、CSVの取り込みに支障が出ます。",
        message: (text: string) => `「${text}」のセル内の改行を削除してください。`,
        suggestion: "改行を削除する",
      },
      "character-platform": {
        title: "機種依存文字",
        why: "環境によって別の文字に化けることがあります。",
        message: (characters: string, instead: string) =>
          `「${characters}」を「${instead}」のような書き方に改めてください。機種依存文字です。`,
        suggestion: (instead: string) => `「${instead}」のように書く`,
      },
      "kana-halfwidth": {
        title: "半角カナ",
        why: "半角カナは検索や照合で全角のカナと一致しません。",
        message: (kana: string, instead: string) => `半角の「${kana}」を全角の「${instead}」に直してください。`,
        suggestion: (instead: string) => `「${instead}」に直す`,
      },
      "text-letter-spaced": {
        title: "文字の間の空白",
        why: "文字の間に空白を入れると、語として検索や照合ができません。",
        message: (before: string, after: string) =>
          `「${before}」を「${after}」に直してください。文字の間に空白があります。`,
        suggestion: (after: string) => `「${after}」に直す`,
      },
      "character-radical": {
        title: "部首の文字",
        why: "PDFからの貼り付けで混ざる部首の文字は、同じに見えても別の文字です。",
        message: (before: string, after: string) =>
          `「${before}」を打ち直して「${after}」にしてください。漢字ではなく部首の文字です。`,
        suggestion: (after: string) => `「${after}」に直す`,
      },
      "character-private": {
        title: "外字",
        why: "外字は、登録したパソコンの外では別の文字や空白になります。",
        message: (codes: string) =>
          `外字（${codes}）を標準の文字に置き換えてください。ほかのパソコンでは表示できません。`,
        suggestion: "標準の文字に置き換える",
      },
      "character-decomposed": {
        title: "分かれた濁点",
        why: "濁点が別の文字に分かれていると、同じに見えても一致しません。",
        message: (before: string, after: string) =>
          `「${before}」の濁点・半濁点を1文字の「${after}」に直してください。`,
        suggestion: (after: string) => `「${after}」に直す`,
      },
      "character-control": {
        title: "制御文字",
        why: "制御文字は画面に出ず、ファイルの取り込みを妨げます。",
        message: (codes: string) => `制御文字（${codes}）を削除してください。`,
        suggestion: "制御文字を削除する",
      },
      "text-length": {
        title: "文字が多すぎる",
        why: "1つのセルに入るのは32,767文字、改行253個までです。",
        message: (length: number, lines: number) =>
          `文を分けるか短くしてください。${length}文字・改行${lines}個あり、Excelの上限（32,767文字・改行253個）を超えています。`,
        suggestion: "文を分けるか短くする",
      },
      "text-formula": {
        title: "数式に見える文字",
        why: "「=」「+」「-」「@」で始まる文字は、CSVを開いたときなどに数式として扱われます。",
        message: (text: string) =>
          `「${text}」の先頭の記号を除くか、書き換えてください。数式として扱われるおそれがあります。`,
        suggestion: "先頭の記号を除く",
      },
      "status-blank": {
        title: "状況が空",
        why: "状況のない個別事業は、どの区分にも数えられません。",
        message: (name: string) => `「${name}」の状況を入力してください。空になっています。`,
        suggestion: (statuses: string) => `${statuses}から選ぶ`,
      },
      "status-unknown": {
        title: "状況区分にない値",
        why: "状況区分にない値は「区分外」となり、どの区分にも数えられません。",
        message: (status: string, statuses: string) =>
          `「${status}」を状況区分（${statuses}）のどれかに直してください。`,
        nearest: (status: string, nearest: string) =>
          `「${status}」を「${nearest}」に直してください。状況区分にない値です。`,
        alike: (status: string, alike: string) =>
          `「${status}」は状況区分にありません。「${alike}」のことなら直し、別の区分なら設定シートの状況区分に加えてください。`,
        suggestion: (statuses: string) => `${statuses}から選ぶ`,
        suggestNearest: (nearest: string) => `「${nearest}」に直す`,
        suggestAlike: (alike: string) => `「${alike}」に直すか、状況区分に加える`,
      },
      "status-variant": {
        title: "状況の書き方が違う",
        why: "同じ区分でも書き方が違うと、数式や並べ替えで別の値になります。",
        message: (status: string, name: string) =>
          `「${status}」を「${name}」に直してください。状況区分と書き方が違います。`,
        suggestion: (name: string) => `「${name}」に直す`,
      },
      "status-multiple": {
        title: "状況が二つ",
        why: "1つのセルに値が二つあると、どちらとして数えるか決まりません。",
        message: (status: string) => `「${status}」をどちらか一つにしてください。1つのセルに入れる状況は一つです。`,
        suggestion: (statuses: string) => `${statuses}のどちらかにする`,
      },
      "vocabulary-unset": {
        title: "状況区分が未設定",
        why: "どの値を達成とみなすかは、計画ごとに決めるものです。",
        message: (found: string) =>
          `設定シートに状況区分を作ってください。台帳の状況（${found}）は既定の状況区分と合いません。`,
        suggestion: "台帳の値から作った状況区分の案を確かめて使う",
      },
      "reason-missing": {
        title: "理由が空",
        why: "この計画では、この状況のときに理由を書くことになっています。",
        message: (name: string, status: string) => `「${name}」の理由を入力してください。状況は「${status}」です。`,
        instead: (text: string, name: string, status: string) =>
          `「${name}」の理由を「${text}」の代わりに入力してください。状況は「${status}」です。`,
        suggestion: "理由を入力する",
      },
      "regression-reason": {
        title: "後退の理由がない",
        why: "前年度より状況が悪くなったものは、公表したあとに理由を問われます。",
        message: (name: string, from: string, to: string) =>
          `「${name}」の状況が前年度の「${from}」から「${to}」に変わりました。理由を入力してください。`,
        suggestion: "理由を入力する",
        addColumn: "「理由」の列を加えて入力する",
      },
      "reason-column": {
        title: "理由の列がない",
        why: "理由を書くことになっている状況があります。",
        message: (statuses: string) =>
          `${statuses}の理由は、「理由」の列を加えて書くと報告書に載ります。列がないため、理由なしで作成します。`,
        unused: (statuses: string) =>
          `${statuses}の理由を「理由」の列に入力してください。列はありますが、すべて空です。`,
        suggestion: "理由の列を加えるか、計画シートに理由を書く",
      },
      "result-missing": {
        title: "実績が空",
        why: "実績の列を使っている台帳では、達成した内容も書いておくと報告書に載せられます。",
        message: (name: string, status: string) => `「${name}」の実績を入力してください。状況は「${status}」です。`,
        suggestion: "実績を入力する",
      },
      "field-unknown": {
        title: "分野シートにない分野",
        why: "分野シートにない分野は、計画の順番や略称が決まりません。",
        message: (field: string, fields: string) =>
          `「${field}」を分野シートの分野（${fields}）のどれかに直してください。`,
        nearest: (field: string, nearest: string) =>
          `「${field}」を「${nearest}」に直してください。分野シートにない分野です。`,
        suggestion: "分野を直すか、分野シートに加える",
        suggestNearest: (nearest: string) => `「${nearest}」に直す`,
      },
      "field-similar": {
        title: "分野名の書き方が二通り",
        why: "同じ分野が二つに分かれて集計されるおそれがあります。",
        message: (field: string, other: string) => `「${field}」と「${other}」が同じ分野なら、一方に揃えてください。`,
        suggestion: (other: string) => `同じ分野なら「${other}」に揃える`,
      },
      "level-continued": {
        title: "先頭の行だけに書かれた階層",
        why: "並べ替えや抽出をすると、どの階層のものか分からなくなります。集計では上の行と同じとして読みます。",
        message: (level: string, cells: number) =>
          `「${level}」の空欄${cells}セルは、上の行と同じとして読みました。並べ替える前に、すべての行に入力してください。`,
        suggestion: "空欄に上の行と同じ値を入れる",
        fill: (cells: number) => `空欄に上の行の値を入れる（${cells}か所）`,
      },
      "level-unclear": {
        title: "階層の空欄の意味が決められない",
        why: "空欄の行と、同じ名称を繰り返す行が混ざると、空欄が「上と同じ」か記入漏れか分かりません。",
        message: (level: string) =>
          `「${level}」の空欄を埋めてください。空欄の行と同じ名称を繰り返す行があるため、空欄のまま読みました。`,
        suggestion: "空欄の行に名称を入れる",
      },
      "parent-missing": {
        title: "上の階層が空",
        why: "省略した行は、どの大項目・施策のものか分かりません。",
        message: (header: string, nearby: string) =>
          `「${header}」を省略せずに入力してください。前後の行は「${nearby}」です。`,
        suggestion: (nearby: string) => `「${nearby}」などを入力する`,
      },
      "text-ditto": {
        title: "「同上」などの省略",
        why: "「同上」や「〃」は、並べ替えると意味が変わります。",
        message: (text: string, above: string) => `「${text}」を「${above}」に直してください。省略した書き方です。`,
        suggestion: (above: string) => `「${above}」に直す`,
      },
      "number-conflict": {
        title: "同じ番号で名称が違う",
        why: "同じ番号が二つの名称を指すと、別々に集計されます。",
        message: (number: string, name: string, other: string) =>
          `番号${number}の名称を揃えてください。「${name}」と「${other}」があります。`,
        suggestion: (other: string) => `名称を「${other}」に揃えるか、番号を直す`,
      },
      "number-duplicate": {
        title: "番号が重複",
        why: "同じ番号の行が二つあると、参照元や前年度との照合ができません。",
        message: (number: string, first: string) =>
          `番号「${number}」を別の番号に直してください。${first}と同じ番号です。`,
        suggestion: "番号を付け直す",
      },
      "number-gap": {
        title: "番号が抜けている",
        why: "番号の抜けは、行の削除し忘れや入力漏れのしるしです。",
        message: (missing: string, before: string, number: string) =>
          `番号${missing}の行がないか確かめてください。番号${before}の次が${number}です。`,
        suggestion: "抜けた行を加えるか、番号を付け直す",
      },
      "measure-duplicate": {
        title: "同じ個別事業が二つ",
        why: "再掲の印がないと、二つの別の個別事業として数えられます。",
        message: (name: string, first: string) =>
          `「${name}」が再掲なら、再掲の列に「再掲」と入れてください。${first}に同じ名称があります。`,
        suggestion: "再掲の印を付けるか、一方を削除する",
      },
      "relisted-original": {
        title: "再掲の元がない",
        why: "元の行が分からないと、再掲を除いた件数を確かめられません。",
        message: (name: string) =>
          `「${name}」の元の行を確かめてください。再掲とありますが、台帳に元の行が見つかりません。`,
        byNumber: (name: string, original: string) =>
          `「${name}」の参照元「${original}」を直してください。その番号や名称の行がありません。`,
        suggestion: "参照元に元の行の番号を入れる",
      },
      "relisted-status": {
        title: "再掲の状況が元と違う",
        why: "同じ個別事業の状況が二通りあると、集計の説明がつきません。",
        message: (name: string, status: string, original: string, cell: string) =>
          `「${name}」の状況「${status}」を確かめてください。元の行（${cell}）は「${original}」です。`,
        suggestion: (original: string) => `どちらかに揃える（元の行は「${original}」）`,
      },
      "relisted-name": {
        title: "再掲の名称が元と少し違う",
        why: "名称が違うと、同じ個別事業だと分かりません。",
        message: (name: string, original: string, cell: string) =>
          `「${name}」の名称を確かめてください。元の行（${cell}）は「${original}」です。`,
        suggestion: (original: string) => `どちらかに揃える（元の行は「${original}」）`,
        takeOriginal: (original: string) => `元の行に合わせて「${original}」にする`,
        takeRelisted: (name: string) => `元の行を「${name}」にする`,
      },
      "plan-number": {
        title: "文章の数が集計と違う",
        why: "公表した後の訂正は、件数の書き誤りによるものが多くあります。",
        message: (text: string, should: string) => `「${text}」を「${should}」に直してください。台帳の集計と違います。`,
        suggestion: (should: string) => `「${should}」に直す`,
      },
      "plan-wording": {
        title: "直した文の元の文が変わった",
        why: "自分で直した評価の文は、台帳が変わってもそのまま載ります。元になった自動の文が変わったときは、読み直す必要があります。",
        message: (item: string, now: string) =>
          `「${item}」の文を読み直してください。元になった自動の文が変わっています。今の自動の文：${now}`,
        suggestion: "このままでよいか、直すかを決める",
        keep: "今の文のままにする（自動の文を確かめた）",
        take: "今の自動の文に置き換える",
        unplaced: (item: string) =>
          `「${item}」の文は、評価に当たる段落がないため、報告書に載りません。項目の名前を確かめてください。`,
        removeOrRename: "項目の名前を直すか、行を消す",
      },
      "reasons-sum": {
        title: "理由の内訳が件数と合わない",
        why: "理由ごとの件数を足すと、その状況の件数になるはずです。",
        message: (item: string, sum: number, count: number) =>
          `「${item}」の件数を確かめてください。内訳の合計は${sum}、台帳は${count}です。`,
        suggestion: (count: number) => `内訳の合計を${count}にする`,
      },
      "date-impossible": {
        title: "ありえない日付",
        why: "暦にない日付は、期間の計算や並べ替えができません。",
        message: (text: string) => `「${text}」を実在する日付に直してください。`,
        suggestion: "日付を直す",
      },
      "date-era": {
        title: "元号の範囲外",
        why: "改元の後の日付が前の元号で書かれています。",
        message: (text: string, should: string) =>
          `「${text}」を「${should}」に直すか確かめてください。改元の後の日付です。`,
        year: (text: string, should: string) =>
          `「${text}」は「${should}」に当たります。計画のとおりの書き方なら、そのままでかまいません。`,
        suggestion: (should: string) => `「${should}」と書く`,
      },
      "date-notation": {
        title: "日付の書き方が混在",
        why: "一つの列に書き方が混ざると、並べ替えや期間の計算ができません。",
        message: (text: string, example: string) => `「${text}」を「${example}」と同じ書き方に揃えてください。`,
        suggestion: (example: string) => `「${example}」のように書く`,
      },
      "date-period": {
        title: "計画期間の外の日付",
        why: "計画期間の外の日付は、年の書き誤りであることがあります。",
        message: (text: string, period: string) =>
          `「${text}」を確かめてください。計画期間（${period}）の外の日付です。`,
        suggestion: "年を確かめる",
      },
      "number-text": {
        title: "数値の列に文字",
        why: "文字の混ざった値は、合計や平均に入りません。",
        message: (text: string, number: string) =>
          `「${text}」を数値「${number}」に直してください。ほかの行は数値です。`,
        unreadable: (text: string) => `「${text}」を数値に直してください。ほかの行は数値です。`,
        suggestion: "数値だけを入れ、単位は見出しに書く",
      },
      "number-blank": {
        title: "0と空白と「－」が混在",
        why: "0と「値がない」の区別がつかないと、平均などが変わります。",
        message: (header: string, kinds: string) =>
          `「${header}」の列の書き方を揃えてください。${kinds}が混ざっています。`,
        suggestion: "0と「値がない」を書き分けて揃える",
        zero: "0",
        none: "空白",
      },
      "unit-missing": {
        title: "指標の単位がない",
        why: "単位のない数値は、何をどれだけ数えたか分かりません。",
        message: (name: string) => `指標「${name}」の単位を入力してください。数値がありますが、単位がありません。`,
        suggestion: "単位を入力する",
      },
      "unit-mixed": {
        title: "指標の単位が違う",
        why: "単位の違う値は、比べることも率を計算することもできません。",
        message: (name: string, unit: string, proper: string) =>
          `指標「${name}」の単位を揃えてください。ここは「${unit}」、ほかは「${proper}」です。`,
        suggestion: (proper: string) => `「${proper}」に換算して揃える`,
      },
      "target-missing": {
        title: "指標の目標値がない",
        why: "目標値がなければ、達成したかどうか分かりません。",
        message: (name: string) => `指標「${name}」の目標値を入力してください。実績値だけがあります。`,
        suggestion: "目標値を入れるか、目標を定めないなら「－」と書く",
      },
      "target-direction": {
        title: "目標値と改善の方向が逆",
        why: "目標値が基準値より悪ければ、どちらかが誤りです。",
        message: (name: string, direction: string, base: string, target: string) =>
          `指標「${name}」の目標値${target}を確かめてください。${direction}の指標ですが、基準値は${base}です。`,
        suggestion: "目標値か改善の方向を直す",
      },
      "actual-gap": {
        title: "途中の年度の実績値がない",
        why: "途中の年度が空いていると、推移を示せません。",
        message: (name: string) =>
          `指標「${name}」の実績値を入力してください。前後の年度にはありますが、ここだけ空です。`,
        suggestion: "実績値を入れるか、「未集計」「調査なし」などと書く",
      },
      "rate-wrong": {
        title: "達成率が計算と違う",
        why: "達成率の誤りは、公表後の訂正のもとになります。",
        message: (name: string, given: string, expected: string) =>
          `指標「${name}」の達成率${given}を確かめてください。目標値と実績値からは${expected}になります。`,
        suggestion: (expected: string) => `${expected}に直すか、目標値と実績値を確かめる`,
      },
      "status-rate": {
        title: "状況と達成率が合わない",
        why: "この計画では、達成率で状況を決めることになっています。",
        message: (status: string, should: string, rate: string) =>
          `状況「${status}」を確かめてください。達成率${rate}％は「${should}」に当たります。`,
        suggestion: (should: string) => `「${should}」に直すか、達成率を確かめる`,
      },
      "money-over": {
        title: "決算が予算を上回る",
        why: "決算が予算を超えるのは、繰越や流用のある場合に限られます。",
        message: (header: string, spent: string, planned: string) =>
          `「${header}」の${spent}を確かめてください。予算は${planned}です。`,
        suggestion: "繰越や補正によるものなら、そのままでかまいません",
      },
      "status-columns": {
        title: "状況の列が二つ",
        why: "状況の列が決まらないと、何も数えられません。",
        message: (headers: string) => `状況の列を一つに決めてください。${headers}のどれも状況の列と読めます。`,
        suggestion: "使わない列の見出しを変えるか、設定シートの「列の対応」で指定する",
      },
      "settings-value": {
        title: "設定の値が使えない",
        why: "設定に矛盾があると、思ったとおりに集計されません。",
        suggestion: "設定シートを直す",
      },
      "fields-repeated": {
        title: "分野シートで分野が重複",
        why: "同じ分野が二つあると、どちらの略称や目標を使うか決まりません。",
        message: (field: string) => `「${field}」の行を一つにまとめてください。分野シートに二度あります。`,
        suggestion: "一方の行を削除する",
      },
      "field-unused": {
        title: "個別事業のない分野",
        why: "個別事業のない分野は、報告書に0件として載ります。",
        message: (field: string) =>
          `分野「${field}」の個別事業を確かめてください。台帳に1件もなく、0件として数えます。`,
        suggestion: "台帳の分野を直すか、分野シートから除く",
      },
      "field-short": {
        title: "略称で書いた分野",
        why: "名称と略称が混ざると、並べ替えや数式で別の分野になります。",
        message: (field: string, name: string) => `「${field}」を「${name}」と書いてください。分野シートの略称です。`,
        suggestion: (name: string) => `「${name}」に直す`,
      },
      "department-similar": {
        title: "担当課の書き方が二通り",
        why: "同じ課が二つに分かれて集計されるおそれがあります。",
        message: (department: string, other: string) =>
          `「${department}」と「${other}」が同じ課なら、一方に揃えてください。`,
        suggestion: (other: string) => `同じ課なら「${other}」に揃える`,
      },
      "number-date": {
        title: "日付に変わった番号",
        why: "「1-2」のように入力した番号を、Excelが日付に変えることがあります。",
        message: (number: string) => `番号「${number}」を文字として入れ直してください。日付に変わっています。`,
        suggestion: (number: string) => `「${number}」を文字列で入力する`,
      },
      "measure-similar": {
        title: "名称がほぼ同じ個別事業",
        why: "「の」や「ー」だけが違う名称は、同じ個別事業を二度書いたものかもしれません。",
        message: (name: string, other: string, cell: string) =>
          `「${name}」が${cell}の「${other}」と同じ個別事業なら、一方を除くか再掲の印を付けてください。`,
        suggestion: "別の個別事業なら、そのままでかまいません",
      },
      "date-distant": {
        title: "かけ離れた年",
        why: "数字の入れ違いで、ありえない年になることがあります。",
        message: (text: string, year: string) =>
          `「${text}」の年を確かめてください。${year}年は、ほかの行からかけ離れています。`,
        suggestion: "年を直す",
      },
      "date-text": {
        title: "日付の列に日付以外",
        why: "「未定」や「3月末」は、並べ替えや期間の計算ができません。",
        message: (text: string, header: string) =>
          `「${text}」を日付にするか、備考へ移してください。「${header}」のほかの行は日付です。`,
        suggestion: "日付を入れるか空欄にし、事情は備考に書く",
      },
      "money-negative": {
        title: "負の金額",
        why: "負の金額は、合計を減らします。",
        message: (header: string, value: string) =>
          `「${header}」の${value}を確かめてください。ほかの行は0以上の金額です。`,
        suggestion: "符号を直すか、減額なら備考に書く",
      },
      "money-scale": {
        title: "金額の桁",
        why: "千円の列に円で書くと、合計が千倍になります。",
        message: (header: string, value: string, meant: string) =>
          `「${header}」の${value}の単位を確かめてください。${meant}なら、ほかの金額と釣り合います。`,
        suggestion: "見出しの単位に合わせて直す",
      },
      "rate-scale": {
        title: "割合の書き方が二通り",
        why: "50と0.5が混ざると、平均や比較が狂います。",
        message: (header: string, value: string, meant: string) =>
          `「${header}」の${value}を${meant}に直すか確かめてください。ほかの行と桁が違います。`,
        suggestion: "一つの列では、％か小数のどちらかに揃える",
      },
      "rate-slip": {
        title: "大きすぎる割合",
        why: "小数点を打ち忘れると、割合が10倍になります。",
        message: (header: string, value: string, meant: string) =>
          `「${header}」の${value}を確かめてください。${meant}の打ち誤りではありませんか。ほかの行よりかけ離れて大きい値です。`,
        suggestion: "小数点の位置を確かめる",
      },
      "direction-odd": {
        title: "一つだけ違う方向性",
        why: "決めた区分にない値は、方向性ごとの集計で別に数えられます。",
        message: (text: string, usual: string) => `「${text}」を確かめてください。ほかの行は${usual}です。`,
        suggestion: "ほかの行と同じ区分から選ぶ",
      },
      "review-odd": {
        title: "一つだけ違う評価",
        why: "決めた区分にない評価は、評価ごとの集計で別に数えられます。",
        message: (text: string, usual: string) => `「${text}」を確かめてください。ほかの行は${usual}です。`,
        suggestion: "ほかの行と同じ区分から選ぶ",
      },
      "character-garbled": {
        title: "文字化け",
        why: "化けた文字は元に戻せません。",
        message: (text: string) => `「${text}」を入力し直してください。文字化けしています。`,
        suggestion: "元の資料を見て入力し直す",
      },
      "character-variation": {
        title: "異体字セレクタ",
        why: "目に見えない文字が付いていると、同じに見えても別の文字として扱われます。",
        message: (codes: string) => `見えない文字（${codes}）を削除してください。字形を選ぶための文字です。`,
        suggestion: "見えない文字を削除する",
      },
      "character-emoji": {
        title: "絵文字",
        why: "絵文字は、印刷やほかのシステムで消えたり化けたりします。",
        message: (characters: string) => `「${characters}」を言葉か記号に置き換えてください。絵文字です。`,
        suggestion: "言葉で書く",
      },
      "wave-mixed": {
        title: "波線が二種類",
        why: "「〜」と「～」は別の文字で、検索や照合で一致しません。",
        message: (dash: number, tilde: number) =>
          `波線をどちらかに揃えてください。「〜」が${dash}か所、「～」が${tilde}か所にあります。`,
        suggestion: (common: string) => `「${common}」に揃える`,
      },
    },
  },
  /** What a report says beside itself, what on 設定, 分野 and 計画 was not taken as it stands included. */
  actions: {
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
    reportOperation: "報告書",
    checkOperation: "検査結果",
    fixOperation: "セルを直す",
    settingsOperation: "設定を書く",
    acceptanceTakenBack: "取り消し",
    addedOperation: "シートを加える",
    changeOperations: {
      unmerge: "結合を解除する",
      "delete-rows": "行を削除する",
      "delete-columns": "列を削除する",
      "move-out": "ほかのシートへ移す",
      "show-rows": "行を再表示する",
      "show-columns": "列を再表示する",
      "keep-value": "数式を値にする",
      "hide-totals": "集計行を消す",
      "show-filtered": "絞り込みを解除する",
    },
    copyOperation: "控え",
    copyOf: (sheet: string) => `${sheet}の控え`,
    movedFrom: (sheet: string) => `${sheet}の欄外`,
    submissionOperation: "提出用",
    submissionFile: "提出用",
    documentFile: "報告書",
    notInCp932: (characters: readonly string[]) =>
      `CP932にない文字（${characters.join("、")}）は、CSVでは「?」になっています。UTF-8のCSVにはそのまま入ります。`,
    outside: (count: number, statuses: readonly string[]) =>
      `状況区分にない状況が${count}件あり、区分外として数えました（${statuses.map((status) => (status === "" ? "空欄" : `「${status}」`)).join("、")}）。台帳か設定シートを直してください。`,
    provisional: (statuses: readonly string[], achieved: readonly string[]) =>
      `「設定」シートに状況区分の表がないため、台帳の語（${statuses.join("、")}）から区分を推定し、暫定の集計としました。${achieved.length === 0 ? "どれを達成とみなすか決められないため、率は出していません。" : `達成とみなしたのは${achieved.join("、")}です。`}検査の「状況区分の表を作る」で確かめてから、もう一度作成してください。`,
    nothingCounted: (total: number) =>
      `${total}件のどの状況も状況区分に当たらず、すべて区分外になりました。「設定」シートの状況区分に、台帳の語を入力してください。`,
    countedStatus: (column: string) => `状況の列が複数あるため、${column}を集計しました。`,
    filledDown: (level: string, cells: number) =>
      `${level}の空欄${cells}セルは、上の行と同じとして読みました。台帳は変えていません。`,
    unclearLevel: (level: string) =>
      `${level}は、空欄の行と同じ名称を繰り返す行があるため、空欄を空欄のまま読みました。空欄の行の${level}を入力してください。`,
    unknownClasses: (last: string, classes: readonly string[], sheet: string) =>
      `${last}の区分${classes.map((name) => `「${name}」`).join("、")}が今年度のどの区分に当たるか分からないため、増減と率は示していません。シート「${sheet}」の「区分の対応」に記入して、もう一度作成してください。`,
    openPairs: (count: number, sheet: string) =>
      `同じものかどうか分からない組が${count}組あります。シート「${sheet}」の「採否」に「採」か「否」を記入して、もう一度作成してください。`,
    stalePairs: (count: number, names: readonly string[]) =>
      `採否の${count}組は、どちらかの年度の台帳に見当たらないため使っていません（${names.map((name) => `「${name}」`).join("、")}${count > names.length ? "ほか" : ""}）。`,
    absentPart: (sheet: string) => `「${sheet}」は、台帳に該当する記載がないため作成していません。`,
    unusedAbove: (count: number, cells: readonly { readonly cell: string; readonly text: string }[]) =>
      `表の上の書き込み${count}セルは、報告書に使っていません：${cells.map(({ cell, text }) => `${cell}「${text}」`).join("、")}${count > cells.length ? "ほか" : ""}。`,
    skippedRows: (kind: "total" | "note" | "header", rows: readonly number[]) =>
      `${{ total: "合計などの行", note: "注記の行", header: "見出しを繰り返した行" }[kind]}（${rows.slice(0, 10).join("、")}${rows.length > 10 ? "…" : ""}行目）は、事業として数えていません。`,
    unusedColumns: (columns: readonly string[]) => `次の列は、報告書に使っていません：${columns.join("、")}。`,
    notFormulas: (sheet: string, count: number, cells: readonly { readonly cell: string; readonly value: string }[]) =>
      `シート「${sheet}」の${count}セルは表記が揃っていないため、関係する件数を数式ではなく値で書きました（${cells.map(({ cell, value }) => `${cell}「${value}」`).join("、")}${count > cells.length ? "ほか" : ""}）。`,
    outdatedWordings: (items: readonly string[]) =>
      `計画シートの${items.map((item) => `「${item}」`).join("、")}の文は、元になった自動の文が変わっています。報告書では【要確認】としました。読み直してください。`,
    unplacedWordings: (items: readonly string[]) =>
      `計画シートの${items.map((item) => `「${item}」`).join("、")}の文は、評価に当たる段落がないため、載せていません。`,
    contradicted: (count: number) =>
      `計画シートの文章に、台帳の集計と合わない数が${count}か所あります。評価の印のある段落を確かめてください。`,
    tooManyRows: (sheet: string, rows: number) =>
      `シート「${sheet}」の一覧は${rows}行になり、Excelの行数の上限を超えるため省きました。`,
    tooManyPages: (sheet: string, pages: number) =>
      `「${sheet}」は${pages}ページ以上になり、Excelで改ページを定められる上限を超えるため省きました。個別事業の一覧は分野ごとのシートにあります。`,
    nameTooLong: (sheet: string, cell: string, length: number) =>
      `シート「${sheet}」${cell}の名称は${length}文字あり、印刷では末尾が見えません。台帳の名称を短くしてください。`,
    changedMeanwhile: (sheets: readonly string[]) =>
      `作成している間にシート${sheets.map((sheet) => `「${sheet}」`).join("、")}が書き換えられました。作成したシートには書き換える前の内容が残っているため、もう一度作成してください。`,
    unrecorded: (sheets: readonly string[]) =>
      `作成している間に作成記録が書き換えられたため、シート${sheets.map((sheet) => `「${sheet}」`).join("、")}を記録できませんでした。次に作成したときは置き換えられずに残ります。不要になったら削除してください。`,
    unpaged: (sheets: readonly string[]) =>
      `シート${sheets.map((sheet) => `「${sheet}」`).join("、")}の印刷の設定を、Excelが一部受け付けませんでした。プリンターの設定を確かめ、印刷する前に［ページレイアウト］で用紙と余白を確かめてください。`,
    droppedNote:
      "前回の作業の控えがブックに残っていましたが、読み取れないため使わずに消しました。見覚えのない「作成中_」や「旧_」で始まるシートがあれば、内容を確かめて削除してください。",
    cleaned: (count: number, cells: readonly string[]) =>
      `Excelで扱えない制御文字を${count}セルで取り除きました（${cells.join("、")}${count > cells.length ? "ほか" : ""}）。`,
  },
};

/** What is said outside the pane: by the page without Excel and by the command line. */
export const outside = {
  /** A file that is no workbook we can read, by `StorageError.code`; and one that cannot be read at all. */
  file: {
    cannotRead: (file: string) => `${file} を開けません。ファイルの場所と名前を確かめてください。`,
    notAFile: (file: string) =>
      `${file} はファイルではありません（フォルダー、パイプまたは装置です）。台帳のブックを指定してください。`,
    "not-a-workbook": (file: string) =>
      `${file} はExcelブック（.xlsx）ではありません。Excelで開き、［名前を付けて保存］で「Excel ブック」を選んでください。`,
    encrypted: (file: string) =>
      `${file} はパスワードで暗号化されているか、古い形式（.xls）です。パスワードを外し、.xlsx形式で保存し直してください。`,
    damaged: (file: string) => `${file} は壊れているため読み込めません。Excelで開いて修復し、保存し直してください。`,
    "too-large": (file: string) =>
      `${file} は大きすぎるため読み込めません。不要なシート、画像、離れたところにある値や書式、長すぎる文章を減らしてください。`,
    unsound: (file: string) =>
      `${file} を保存できませんでした。できたファイルの形式に誤りが見つかったため、何も書き込んでいません。元のブックをExcelで開いて別の名前で保存し直し、そのブックでもう一度お試しください。`,
    notCsv: (file: string) =>
      `${file} をCSVとして読めません。文字コードをUTF-8かシフトJIS（CP932）にして保存し直してください。`,
    /** What the saved file does not have although the original does, by `Loss`. */
    losses: {
      signatures:
        "デジタル署名は引き継いでいません（シートが加わり、署名のときの内容ではなくなったためです）。必要なら、保存したファイルに署名し直してください。",
      macros:
        "マクロは引き継いでいません（名前の終わりが .xlsm ではないためです）。マクロが要るときは、元のファイルの名前の終わりを .xlsm にしてから、もう一度作成してください。",
    },
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
    saveFailed:
      "保存するファイルを作れませんでした。元のファイルは変わっていません。もう一度保存し、続くときは元のファイルを開き直して作成からやり直してください。",
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
  /** What is said of several files; the file's name stands before it. */
  several: {
    states: {
      clean: "提出できる",
      warned: "確認あり　",
      blocked: "要修正　　",
      unread: "読めない　",
      skipped: "対象外　　",
    },
    reportStates: { made: "作成した　", provisional: "暫定で作成", unread: "作成せず　", skipped: "対象外　　" },
    checked: (sheet: string, measures: number, errors: number, warnings: number) =>
      `「${sheet}」${measures}件${errors > 0 ? ` 要修正${errors}` : ""}${warnings > 0 ? ` 要確認${warnings}` : ""}`,
    reported: (out: string, measures: number, rate: number | null) =>
      `→ ${out} ${measures}件${rate === null ? "" : `（${rate}％）`}`,
    checkSummary: (files: number, { clean, warned, blocked, unread, skipped }: Readonly<Record<string, number>>) =>
      `${files}個のファイル: 提出できる台帳${(clean ?? 0) + (warned ?? 0)}（うち確認するところのあるもの${warned}）、直すところのある台帳${blocked}、読めないファイル${unread}${skipped === 0 ? "" : `、対象外${skipped}`}`,
    reportSummary: (files: number, { made, provisional, unread, skipped }: Readonly<Record<string, number>>) =>
      `${files}個のファイル: 作成した報告書${(made ?? 0) + (provisional ?? 0)}（うち暫定${provisional}）、作成しなかったもの${unread}${skipped === 0 ? "" : `、対象外${skipped}`}`,
    others: (count: number, names: readonly string[]) =>
      `台帳の形式でないファイル${count}個は見ていません: ${names.join("、")}${count > names.length ? " ほか" : ""}`,
    oneOnly: "--out、--fix、--accept-vocabulary、--keep-columns、--columns は、一つの台帳を検査するときだけ使えます。",
    outDirIsInput: (folder: string) =>
      `作成先の ${folder} が台帳のフォルダーと同じです。報告書を次に台帳として読まないよう、別のフォルダーを指定してください。`,
    noFiles: (names: string) => `${names} に台帳のファイル（.xlsx、.xlsm、.csv）がありません。`,
    noSection: "担当課なし",
    formsMade: (folder: string, count: number) => `${folder} に調査票を${count}冊作成しました。`,
    form: (file: string, section: string, measures: number) => `  ${file}  ${section} ${measures}件`,
    collected: (out: string) => `${out} に取りまとめました。`,
    nothingToCollect: "台帳として読めるファイルがないため、取りまとめていません。",
    badRoster: (file: string) =>
      `${file} から課名を読めません。1列目に課名を並べるか、「課名」という見出しを付けてください。`,
    conflicts: (open: number, chosen: number, automatic: number) =>
      `食い違い: 未決${open}件、決定済${chosen}件、自動で扱ったもの${automatic}件（「食い違い」シートの採用に○を付けて、もう一度取りまとめます）`,
    proposed: "状況の区分を台帳の語から推定しました。設定シートを確かめてください。",
    lockFile: "Excelでだれかが開いている間だけできるファイルです。元のブックを保存して閉じてもらうと、なくなります。",
    oldFormat: (ending: string) =>
      `${ending}形式は読めません。Excelで開き、［名前を付けて保存］で「Excel ブック（.xlsx）」を選んで保存し直してください。`,
    emptyFile: "中身が空（0バイト）です。送り直してもらってください。",
    unexpected: (details: string) => `予期しない問題が起きました（${details}）。ほかのファイルは続けて処理しています。`,
    reasons: {
      "cannot-read": "開けません。ファイルの有無と読み取りの権限を確かめてください。",
      "not-a-file": "ファイルではありません。",
      "not-a-workbook":
        "ExcelブックでもCSVでもありません。Excelで開けるなら、「Excel ブック（.xlsx）」で保存し直してください。",
      encrypted:
        "パスワードで暗号化されているか、中身が古い形式（.xls）です。パスワードを外し、.xlsx形式で保存し直してもらってください。",
      damaged: "壊れているため読めません。Excelで開いて修復し、保存し直してもらってください。",
      "too-large": "大きすぎるため読めません。不要なシート、画像、離れたところにある値を減らしてください。",
      "out-exists": "同じ名前の報告書がすでにあります。置き換えてよければ --force を付けてください。",
    },
  },
  commandLine: {
    several: "内容は、--all を付けるか、ファイルを一つずつ検査すると表示されます。",
    badJobs: (option: string) => `${option} は指定できません。1から16までの数を指定してください。`,
    usage: /* @__PURE__ */ [
      "使い方:",
      "  measure-ledger check 台帳.xlsx [--sheet シート名] [--year 年度] [--map 見出し=意味] [--all] [--json]",
      "  measure-ledger check 台帳.xlsx --columns [--json]",
      "  measure-ledger check 台帳.xlsx --out 写し.xlsx [--fix auto] [--accept-vocabulary] [--keep-columns] [--word 項目,項目…|all] [--force] [--json]",
      "  measure-ledger report 台帳.xlsx --out 報告書.xlsx [--sheet シート名] [--year 年度] [--map 見出し=意味] [--parts 部分,部分…] [--annex] [--accept-vocabulary] [--force] [--json]",
      "  measure-ledger report 台帳.xlsx --out 報告書.docx （Word文書だけを作成する。指定は上と同じ）",
      "  measure-ledger check フォルダーまたは台帳… [--all] [--jobs 数] [--json]",
      "  measure-ledger report フォルダーまたは台帳… --out-dir フォルダー [--parts 部分,部分…] [--accept-vocabulary] [--force] [--jobs 数] [--json]",
      "  measure-ledger forms 計画の台帳.xlsx --out-dir フォルダー [--year 年度] [--sheet シート名] [--force] [--json]",
      "  measure-ledger collect フォルダーまたは台帳… --out 取りまとめ.xlsx [--roster 名簿.csv] [--decisions 前回.xlsx] [--force] [--jobs 数] [--json]",
      "  measure-ledger compare 前年度.xlsx 今年度.xlsx --out 比較.xlsx [--last-sheet 前年度のシート] [--sheet シート名] [--year 年度] [--map 見出し=意味] [--decisions 対応表のあるファイル] [--force] [--json]",
      "  measure-ledger publish 台帳.xlsx --out-dir フォルダー [--encoding utf-8|cp932] [--sheet シート名] [--year 年度] [--map 見出し=意味] [--parts 作成する部分] [--accept-vocabulary] [--force] [--json]",
      "  measure-ledger demo",
      "measure-ledger は、npx measure-ledger または node src/cli/start.cjs で動きます。npm run -s check -- 台帳.xlsx のようにも使えます。",
      "  --sheet    台帳のシート",
      "  --year     台帳の対象年度（令和7年度、R7、2025）",
      "  --map      列の意味（例: --map 最終評価=状況、--map 整理欄=使わない）。何回でも書ける",
      "  --columns  どの列を何として読んだかを、その理由とともに表示する",
      "  --fix auto 選ばずに直せるところを、写しで直す",
      "  --accept-vocabulary  台帳の語から推定した状況区分の表を、写し（報告書）の設定シートに書く",
      "  --keep-columns       --map と --year の内容を、写しの設定シートに書く",
      "  --last     前年度の台帳のファイル（report で前年度比較も作成する）。compare では、古い年度から順に5年度まで並べて書く",
      "  --last-sheet 前年度の台帳のシート。前年度のファイルを書かなければ、今年度と同じファイルのシート",
      "  --decisions  前に作った対応表（採否を記入したもの）のあるファイル",
      "  --word     評価の自動の文（総数、達成、未達成、再掲、分野別など。all はすべて）を、写しの計画シートに行として書く。そこで直した文が、次からの報告書に載る",
      "  --out      写しまたは報告書の作成先（台帳と同じ形式の .xlsx または .xlsm。報告書は .docx も）",
      "  --jobs     先に読んでおくファイルの数（初めは2）。共有フォルダーの台帳が多いときに増やす",
      "  --roster   提出する課の名簿（CSVかブック。課名、別名、連絡先）",
      "  --decisions  食い違いで決めたことを引き継ぐ、前回の取りまとめ。作成先に前回のものがあれば指定しなくてよい",
      "  --out-dir  公表するファイル（Excel、Word、Webページ、CSV）または複数の報告書の作成先。前の公表があれば --force で置き換え、正誤表を付ける",
      "  --encoding 公表するCSVの文字コード",
      "  --parts    作成する部分（booklet,summary,fields,comparison,indicators,departments,directions,money,reviews,results,narrative）。",
      "             指定しなければ、台帳に列のある部分をすべて作成します",
      "  --all      検査結果を省かずに表示する",
      "  --annex    冊子に資料編（集計表、分野ごとの一覧など）を綴じる",
      "  --force    作成先にあるファイルを置き換える",
      "  --json     結果をJSONで出力する",
      "  --help     この説明を表示する",
      "  --version  版を表示する",
      "終了コード: 0 提出できる・作成した、1 直すところや確かめることがある、2 実行できなかった",
    ].join("\n"),
    noCommand: "check、report、compare、publish、demo のどれを行うかが指定されていません。",
    unknownOption: (option: string) => `「${option}」という指定はありません。`,
    valueMissing: (option: string) =>
      `${option} のあとに値がありません。「-」で始まる値は、${option}=値 のように指定してください。`,
    ledgerMissing: "台帳のファイルが指定されていません。",
    lastMissing:
      "前年度の台帳が指定されていません。前年度のファイルか、--last-sheet で前年度のシートを指定してください。",
    tooManyYears: (years: number) => `一度に比べられるのは${years}年度までです。`,
    earlierLedger: (file: string, problem: string) => `前年度の台帳（${file}）: ${problem}`,
    compared: (file: string, last: string, now: string) => `${file} に${last}と${now}の比較を作成しました。`,
    comparedFigures: (pairs: number, better: number | null, worse: number | null, added: number, gone: number) =>
      `両年度にあるもの ${pairs}${better === null ? "" : `（改善 ${better} / 後退 ${worse}）`}、新規 ${added}、廃止 ${gone}`,
    outMissing: "作成先が指定されていません。--out 報告書.xlsx のように指定してください。",
    outDirMissing: "作成先のフォルダーが指定されていません。--out-dir 公表 のように指定してください。",
    badEncoding: (option: string) => `${option} という文字コードはありません。utf-8 か cp932 を指定してください。`,
    outIsLedger: "作成先が台帳と同じファイルです。台帳を書き換えないよう、別の名前を指定してください。",
    outFormat: (file: string, ending: string) =>
      `${file} には作成できません。報告書は台帳と同じ形式になるため、名前の終わりを ${ending} にしてください（Word文書は .docx）。`,
    outExists: (file: string) =>
      `${file} はすでにあります。別の名前を指定するか、置き換えてよければ --force を付けてください。`,
    outTaken: (file: string) =>
      `報告書を作っている間に、ほかの処理が ${file} を作成または変更しました。そのファイルはそのままです。内容を確かめて、もう一度実行してください。`,
    cannotWrite: (file: string) =>
      `${file} に書き込めません。フォルダーの有無、名前の長さ、書き込みの権限、空き容量と、ほかのプログラムで開いていないかを確かめてください。`,
    made: (file: string, sheets: number) => `${file} に報告書を作成しました（${sheets}シート）。`,
    documentMade: (file: string) => `${file} にWord文書を作成しました。`,
    documentMadeProvisionally: (file: string) =>
      `${file} に暫定のWord文書を作成しました。確定していないことがあるため、次を確かめてください。`,
    published: (folder: string, files: number) => `${folder} に公表用のファイルを作成しました（${files}個）。`,
    publishedProvisionally: (folder: string) =>
      `${folder} に暫定のファイルを作成しました。確定していないことがあるため、公表する前に次を確かめてください。`,
    corrected: (count: number) =>
      count === 0
        ? "前に公表した内容との違いはありません。"
        : `前に公表した内容と${count}か所で違います。正誤表（errata.csv、index.html とWord文書の末尾）を確かめてください。`,
    unrelated: (day: string) =>
      `フォルダーにあった公表（${day}作成）は計画名か時点が異なるため、正誤表は作っていません。`,
    total: "計",
    outside: "区分外",
    unchanged: "元のシートは変更していません。",
    kept: (sheets: string) => `手を加えたあとがあるため、前のシートを残しました: ${sheets}`,
    demo: (file: string) => `見本の台帳（${file}）から報告書を作成しました。`,
    madeProvisionally: (file: string) =>
      `${file} に暫定の報告書を作成しました。確定していないことがあるため、次を確かめてください。`,
    nameColumn: "使う列は、--map に続けて見出しと意味を書いて指定します（例: --map 最終評価=状況）。",
    badYear: (option: string) => `${option} は年度として読めません（例: --year 令和7年度）。`,
    badMap: (option: string) =>
      `${option} の意味が分かりません。「見出し=意味」の形で、意味には状況、分野、個別事業、担当課などの見出しか「使わない」を書きます。`,
    badFix: (option: string) => `${option} という直し方はありません。--fix auto と指定してください。`,
    nothingToWrite:
      "検査の --out は、--fix auto、--accept-vocabulary、--keep-columns または --word とともに、写しの作成先として指定します。",
    nothingToKeep: "--keep-columns で設定シートに書く内容がありません。--map か --year を指定してください。",
    copyMade: (file: string) => `${file} に写しを作成しました。元のファイルは変更していません。`,
    settingsWritten: (sheet: string, statuses: readonly string[]) =>
      statuses.length === 0
        ? `シート「${sheet}」に列の対応と対象年度を書きました。`
        : `シート「${sheet}」に状況区分（${statuses.join("、")}）を書きました。達成とみなすものなどを確かめてください。`,
    worded: (items: readonly string[]) => `計画シートに書いた文：${items.join("、")}`,
    fixed: (cells: number, skipped: number) =>
      skipped === 0
        ? `${cells}か所を直しました。`
        : `${cells}か所を直しました。${skipped}か所は数式などのため直していません。`,
    times: (count: number) => `${count}件`,
    furtherFindings: (count: number) => `ほか${count}件（--all ですべて表示）`,
    columns: {
      title: (sheet: string, rows: string) => `台帳「${sheet}」の列（見出しは${rows}行目）`,
      levels: (names: readonly string[]) => `階層: ${names.join(" › ")}`,
      year: (year: string, by: string) => `対象年度: ${year}（${by}）`,
      noYear: "対象年度: 分かりません（--year で指定できます）",
      yearBy: { choice: "指定", settings: "設定シート", title: "表の上の題", columns: "記入のある最も新しい年度の列" },
      counted: "集計する",
      by: {
        choice: "指定",
        settings: "設定シートの列の対応",
        header: "見出しのとおり",
        word: "見出しの終わりの語",
        content: "列の内容から推定",
        none: "意味の分からない見出し",
      },
      correct: "違うときは --map 見出し=意味 で指定し、--keep-columns --out 写し.xlsx で設定シートに残せます。",
    },
    nameSheet: "使うシートは、--sheet に続けて名前を書いて指定します（例: --sheet 台帳）。",
    lookAt: (sheet: string) => `まず「${sheet}」シートを開いて、数字を確かめてください。`,
    missingText: (count: number, sheet: string) =>
      `報告書に【要記入】が${count}か所あります（「${sheet}」ほか）。計画シートと分野シート（後退の理由は台帳）に書き足すと、次の作成で入ります。`,
    submittable: (sheet: string, measures: number, unit: string) =>
      `台帳「${sheet}」（${measures}${unit}）: 提出できます。直すところはありません。`,
    submittableWithWarnings: (sheet: string, measures: number, unit: string, warnings: number) =>
      `台帳「${sheet}」（${measures}${unit}）: 提出できます。確かめるところが${warnings}件あります。`,
    blocked: (sheet: string, measures: number, unit: string, errors: number) =>
      `台帳「${sheet}」（${measures}${unit}）: 直すところが${errors}件あります。直してから、もう一度検査してください。`,
    accepted: (count: number) => `要確認のうち${count}件は、シート「確認済み」で確認済みです。`,
    severity: { error: "要修正", warning: "要確認", info: "参考" },
    roundTrips: (count: number, kilobytes: number) => `Excelとのやり取り: ${count}往復、${kilobytes}キロバイト`,
    unexpected: "予期しない問題が起きました。次の内容を添えて、配布元に知らせてください。",
  },
};

/** Every sentence the user can see in Japanese. Marked so that a bundle which wants a part of them gets no more. */
export const ja = /* @__PURE__ */ (() => ({ loading, ...opening, ...working, ...outside }))();

type Widen<T> = T extends (...args: infer A) => string
  ? (...args: A) => string
  : T extends string
    ? string
    : { readonly [K in keyof T]: Widen<T[K]> };

/** The shape every language has: the same keys with the same parameters. */
export type Messages = Widen<typeof ja>;
/** What is said of the files of the page. */
export type LoadingMessages = Widen<typeof loading>;
/** What the pane says from its opening on. */
export type OpeningMessages = Widen<typeof opening>;
/** What a check says and what a report. */
export type WorkingMessages = Widen<typeof working>;
/** What is said outside the pane. */
export type OutsideMessages = Widen<typeof outside>;

function quoted(texts: readonly string[]): string {
  return texts.map((text) => `「${text}」`).join("");
}
