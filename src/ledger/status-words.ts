/*
 * What common status words mean. They are never counted as one another (a plan decides for itself whether 検討中 is
 * 未達成); they only order what is suggested. Sources: the vocabularies that municipalities publish.
 */
const CONCEPTS: Readonly<Record<string, readonly string[]>> = {
  achieved: ["達成", "達成済", "達成した", "目標達成", "完了", "完了済", "完了した", "実施済", "終了", "済"],
  partly: ["一部達成", "部分達成", "一部実施", "概ね達成", "一部完了"],
  notAchieved: ["未達成", "未達", "未完了", "未実施", "検討中", "達成できず", "達成していない"],
  cancelled: ["中止", "廃止", "取止", "実施取止", "事業中止", "事業廃止", "中止した"],
  underWay: ["取組中", "実施中", "着手", "着手済", "進行中", "推進中", "整備中"],
  notBegun: ["未着手", "未実施", "着手前", "検討中"],
  asPlanned: ["計画どおり", "予定どおり", "順調", "概ね順調", "目標どおり"],
  delayed: ["遅れている", "やや遅れている", "遅延", "遅れ", "遅れ気味"],
  notEvaluated: ["評価なし", "評価できない", "評価困難", "評価不能", "測定不能", "対象外", "該当なし"],
};

/** Words that stand between the usual classes: no vocabulary entry may be guessed from them. */
export const UNDECIDED_WORDS: ReadonlySet<string> = new Set([
  "休止",
  "継続",
  "保留",
  "延期",
  "見直し",
  "その他",
  "中断",
]);

const CONCEPTS_OF = new Map<string, string[]>();
for (const [concept, words] of Object.entries(CONCEPTS)) {
  for (const word of words) CONCEPTS_OF.set(word, [...(CONCEPTS_OF.get(word) ?? []), concept]);
}

/** The meanings a status word (a folded match key) may have; [] for a word that is not known. */
export function statusConcepts(word: string): readonly string[] {
  return CONCEPTS_OF.get(word) ?? [];
}

/* How the words above are read, for those who typed them in kana. */
const READINGS: Readonly<Record<string, string>> = {
  たっせい: "達成",
  みたっせい: "未達成",
  いちぶたっせい: "一部達成",
  ちゅうし: "中止",
  はいし: "廃止",
  かんりょう: "完了",
  みかんりょう: "未完了",
  じっしちゅう: "実施中",
  じっしずみ: "実施済",
  とりくみちゅう: "取組中",
  けんとうちゅう: "検討中",
  みちゃくしゅ: "未着手",
  みじっし: "未実施",
  じゅんちょう: "順調",
  おおむねじゅんちょう: "概ね順調",
  おくれている: "遅れている",
  ややおくれている: "やや遅れている",
};

/** A status word (a match key) typed in kana, as it is usually written; any other text as it is. */
export function statusInKanji(word: string): string {
  const kana = word.replace(/[ァ-ヶ]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0x60));
  return READINGS[kana] ?? word;
}
