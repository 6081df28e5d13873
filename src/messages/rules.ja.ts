/*
 * What the check says in Japanese. Each rule has a title, why it matters, the message (the action first, with the words
 * of the cell) and a suggestion short enough for a list.
 */
export const rules = {
  severities: { error: "要修正", warning: "要確認", info: "参考" },
  fixes: { auto: "自動", choose: "選択", manual: "手作業" },
  scopes: { sheet: "シート", cell: "セル", row: "行", ledger: "台帳全体" },
  basis: {
    unified: (items: string) => `総務省「統計表における機械判読可能なデータの表記方法の統一ルール」（2020年）${items}`,
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
      message: (rows: string) => `${rows}行目の空の行を削除してください。表がそこで二つに分かれています。`,
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
      why: "合計の行を個別事業として二重に数えるおそれがあります。",
      message: (text: string) => `「${text}」の行を台帳から削除してください。合計は集計シートに自動で作られます。`,
      suggestion: "合計の行を削除する",
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
      message: (rows: string) => `${rows}行目を再表示してください。隠れたまま集計されます。`,
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
      suggestion: "コピーして「値の貼り付け」をする",
    },
    "row-color": {
      title: "色だけの区別",
      why: "色の意味は、白黒の印刷やデータの取り込みで失われます。",
      message: (count: number) =>
        `色で示している内容を、備考などの列に文字で書いてください。${count}行だけ色が違います。`,
      suggestion: "色の意味を列に書き、色を消す",
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
      message: (before: string, after: string) => `「${before}」の濁点・半濁点を1文字の「${after}」に直してください。`,
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
      message: (status: string, statuses: string) => `「${status}」を状況区分（${statuses}）のどれかに直してください。`,
      nearest: (status: string, nearest: string) =>
        `「${status}」を「${nearest}」に直してください。状況区分にない値です。`,
      suggestion: (statuses: string) => `${statuses}から選ぶ`,
      suggestNearest: (nearest: string) => `「${nearest}」に直す`,
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
      suggestion: "理由を入力する",
    },
    "reason-column": {
      title: "理由の列がない",
      why: "理由を書くことになっている状況があります。",
      message: (statuses: string) =>
        `${statuses}の理由は、「理由」の列を加えて書くと報告書に載ります。列がないため、理由なしで作成します。`,
      unused: (statuses: string) => `${statuses}の理由を「理由」の列に入力してください。列はありますが、すべて空です。`,
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
      message: (missing: string, before: string) =>
        `番号${missing}の行がないか確かめてください。${before}の次がこの番号です。`,
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
    "shares-sum": {
      title: "割合の合計が100にならない",
      why: "端数処理のため、表の割合を足しても100にならないことがあります。",
      message: (shares: string, sum: string) =>
        `割合の合計が${sum}％になります（${shares}）。注記するか、端数処理を「合計を100に調整」にしてください。`,
      suggestion: "小数桁数か端数処理を変える",
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
      message: (text: string, period: string) => `「${text}」を確かめてください。計画期間（${period}）の外の日付です。`,
      suggestion: "年を確かめる",
    },
    "number-text": {
      title: "数値の列に文字",
      why: "文字の混ざった値は、合計や平均に入りません。",
      message: (text: string, number: string) => `「${text}」を数値「${number}」に直してください。ほかの行は数値です。`,
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
  },
};
