import type { Ledger } from "../ledger/ledger";
import { matchKey } from "../ledger/match-key";
import { DEFAULT_STATUSES, type Settings, type Status } from "../ledger/settings";
import { statusConcepts } from "../ledger/status-words";
import { tidy } from "./tidy";

/** A class of a vocabulary that municipalities publish. */
interface KnownClass {
  /** Match keys of the names and codes it goes by. */
  readonly names: readonly string[];
  readonly meaning: string;
  readonly achieved?: boolean;
  readonly outsideDenominator?: boolean;
  readonly reasonRequired?: boolean;
}

const achieved = (meaning: string, ...names: string[]): KnownClass => ({ names, meaning, achieved: true });
const open = (meaning: string, ...names: string[]): KnownClass => ({ names, meaning });
const failed = (meaning: string, ...names: string[]): KnownClass => ({ names, meaning, reasonRequired: true });
const aside = (meaning: string, ...names: string[]): KnownClass => ({ names, meaning, outsideDenominator: true });

const NOT_EVALUATED = aside(
  "評価の対象にしない",
  "評価なし",
  "評価できない",
  "評価困難",
  "評価不能",
  "測定不能",
  "該当なし",
  "対象外",
  "-",
);

/*
 * Families of status words in published reports, best class first (袖ケ浦市, 行政改革大綱, さいたま市, 下野市, 愛知県, 長与町,
 * いの町, 長崎市, 宮城県, 浜松市, 羽村市, 三重県). What counts as achieved is only proposed; the plan's owner decides.
 */
const FAMILIES: readonly (readonly KnownClass[])[] = [
  [
    achieved("計画した内容を実現した", "達成", "達成済", "達成済み"),
    achieved("目標を上回って実現した", "目標を上回って達成"),
    achieved("目標をおおむね実現した", "目標をおおむね達成", "おおむね達成", "概ね達成"),
    achieved("遅れたが、目標をおおむね実現した", "時期の遅れはあるが目標をおおむね達成"),
    open("一部を実現した", "一部達成", "部分達成"),
    failed("期間内に実現しなかった", "未達成", "未達", "目標を未達成"),
    failed("取りやめた", "中止", "廃止"),
    NOT_EVALUATED,
  ],
  [
    achieved("完了した", "完了", "実施済", "実施済み", "計画どおり完了", "達成済", "達成済み"),
    open("取り組んでいる", "実施中", "取組中", "着手済", "着手済み", "進行中"),
    open("次の年度から計画を見直す", "次年度以降計画を見直す"),
    open("検討している", "検討中"),
    failed("着手していない", "未着手", "未実施"),
    failed("取りやめた", "中止", "廃止"),
    NOT_EVALUATED,
  ],
  [
    achieved("計画を上回った", "計画以上", "目標以上", "目標より進んでいる"),
    achieved("計画どおりに進んだ", "計画どおり", "計画通り", "目標どおり", "目標どおり進んでいる"),
    failed("計画よりやや遅れた", "やや遅れている", "やや遅れ", "目標より遅れている"),
    failed("ほとんど進まなかった", "ほとんど進んでいない", "遅れている", "遅れ"),
    NOT_EVALUATED,
  ],
  [
    achieved("順調に進んだ", "順調"),
    achieved("おおむね順調に進んだ", "概ね順調", "おおむね順調"),
    failed("やや遅れた", "やや遅れている"),
    failed("遅れた", "遅れている"),
    NOT_EVALUATED,
  ],
  [
    achieved("進んだ", "進んだ"),
    achieved("ある程度進んだ", "ある程度進んだ"),
    failed("あまり進まなかった", "あまり進まなかった"),
    failed("進まなかった", "進まなかった"),
    NOT_EVALUATED,
  ],
  [
    achieved("100％以上", "100%以上"),
    achieved("80％以上", "80%以上"),
    failed("50％以上", "50%以上"),
    failed("50％未満", "50%未満"),
    NOT_EVALUATED,
  ],
  [
    achieved("特に優れている", "S"),
    achieved("計画どおり", "A"),
    open("おおむね計画どおり", "B"),
    failed("遅れている", "C"),
    failed("大きく遅れている", "D"),
    failed("進んでいない", "E"),
    NOT_EVALUATED,
  ],
  [
    achieved("計画以上", "◎"),
    achieved("計画どおり", "○", "〇", "◯"),
    failed("やや遅れている", "△"),
    failed("遅れている", "×", "✕", "x"),
    NOT_EVALUATED,
  ],
  [
    achieved("計画以上", "①"),
    achieved("計画どおり", "②"),
    failed("やや遅れている", "③"),
    failed("遅れている", "④"),
    failed("進んでいない", "⑤"),
    NOT_EVALUATED,
  ],
  [
    achieved("計画以上", "Ⅴ"),
    achieved("計画どおり", "Ⅳ"),
    open("おおむね計画どおり", "Ⅲ"),
    failed("やや遅れている", "Ⅱ"),
    failed("遅れている", "Ⅰ"),
    NOT_EVALUATED,
  ],
  [
    achieved("計画以上", "5"),
    achieved("計画どおり", "4"),
    open("おおむね計画どおり", "3"),
    failed("やや遅れている", "2"),
    failed("遅れている", "1"),
    NOT_EVALUATED,
  ],
];

/** A status used fewer times than this may be a slip of the pen. */
const FEWEST = 3;
/** More different statuses than this are free text, not a vocabulary. */
const MOST_CLASSES = 12;

/**
 * A 状況区分 table made from the statuses that were found, or null where there is nothing to propose: the plan has a
 * vocabulary of its own, or the ledger follows the default one apart from single mistakes.
 * Two-part labels (「S 計画以上」, 「進んだ(A)」) are split into 区分 and 意味, the whole label becoming a 同義語; known
 * classes come in their family's order, unknown ones after them in the order of their appearance.
 */
export function proposeVocabulary(ledger: Ledger, settings: Settings): readonly Status[] | null {
  // A table on 設定 is the plan's own even where it says what the default one says.
  if (settings.statuses !== DEFAULT_STATUSES) return null;
  if (ledger.measures.every(({ statusIndex }) => statusIndex >= 0)) return null;
  const found = new Map<string, { text: string; count: number; known: boolean }>();
  for (const measure of ledger.measures) {
    const key = matchKey(measure.status);
    if (key === "") continue;
    const entry = found.get(key);
    if (entry) entry.count++;
    else if (found.size > MOST_CLASSES) return null;
    else found.set(key, { text: tidy(measure.status), count: 1, known: measure.statusIndex >= 0 });
  }
  const labels = [...found.values()].map((entry) => ({ ...splitLabel(entry.text), ...entry }));
  const family = bestFamily(labels);
  if (!speaksAnother(labels, family)) return null;
  const places = labels.map((label) => placeIn(family, label));
  const isFamily = places.filter((place) => place >= 0).length * 2 > labels.length;
  const codes = isFamily ? null : codeOrder(labels);
  const classes = labels.map((label, index) => {
    const place = places[index]!;
    const known = family[place] ?? classElsewhere(label);
    // A class of another family stands by its merit: achieved ones before, the others behind.
    const order = codes?.[index] ?? (place >= 0 ? place : known?.achieved === true ? -1 : 1000);
    return { label, known, order, index };
  });
  classes.sort((a, b) => a.order - b.order || a.index - b.index);
  return mergeSamePlaces(classes);
}

/** The class that a label is in a family other than the one that fits best, or by what its wording means (目標達成). */
function classElsewhere(label: Label): KnownClass | undefined {
  for (const family of FAMILIES) {
    const place = label.meaning === "" && label.name.length < 2 ? -1 : placeIn(family, label);
    if (place >= 0) return family[place];
  }
  const word = matchKey(label.meaning === "" ? label.name : label.meaning);
  return statusConcepts(word).includes("achieved") ? { names: [], meaning: "", achieved: true } : undefined;
}

/** Places by code where every label has one (A to E, S before A; 1 to 5; ① to ⑤), null where one has none. */
function codeOrder(labels: readonly Label[]): readonly number[] | null {
  const codes = labels.map(({ name }) => matchKey(name));
  if (codes.every((code) => /^\d{1,2}$/.test(code))) return codes.map(Number);
  return codes.every((code) => /^[a-z]$/.test(code))
    ? codes.map((code) => (code === "s" ? 0 : code.charCodeAt(0)))
    : null;
}

/**
 * True where the statuses are another vocabulary than the default one, not the default one with mistakes in it: most rows
 * are strangers to it, or a class that the family has beside the default ones (一部達成) is in use.
 */
function speaksAnother(found: readonly FoundLabel[], family: readonly KnownClass[]): boolean {
  const places = new Set(found.filter(({ known }) => known).map((label) => placeIn(family, label)));
  let all = 0;
  let strangers = 0;
  let beside = 0;
  for (const label of found) {
    all += label.count;
    if (label.known) continue;
    strangers += label.count;
    const place = placeIn(family, label);
    if (place >= 0 && !places.has(place) && label.count >= FEWEST) beside += label.count;
  }
  return beside > 0 || (strangers >= FEWEST && strangers * 2 > all);
}

/** A status text as code and wording; `whole` is what the ledger holds. */
interface Label {
  readonly whole: string;
  readonly name: string;
  readonly meaning: string;
}

interface FoundLabel extends Label {
  readonly count: number;
  /** Recognised by the default vocabulary. */
  readonly known: boolean;
}

function splitLabel(text: string): Label {
  const leading = /^(\S{1,2})[\s:：.．]+(\S.*)$/u.exec(text) ?? /^([\u2460-\u2473\u2160-\u217F])(\S.*)$/u.exec(text);
  if (leading) return { whole: text, name: leading[1] ?? text, meaning: leading[2] ?? "" };
  const trailing = /^(.+?)\s*[（(]([A-Za-zＡ-Ｚａ-ｚ0-9])[)）]$/u.exec(text);
  if (trailing) return { whole: text, name: trailing[2] ?? text, meaning: trailing[1] ?? "" };
  const bracketed = /^[【［〔「[(（]([^【】]+)[】］〕」\])）]$/u.exec(text);
  return { whole: text, name: bracketed?.[1] ?? text, meaning: "" };
}

/** The family that knows most of the labels. */
function bestFamily(labels: readonly Label[]): readonly KnownClass[] {
  let best: readonly KnownClass[] = [];
  let most = 0;
  for (const family of FAMILIES) {
    const known = labels.filter((label) => placeIn(family, label) >= 0).length;
    if (known > most) [best, most] = [family, known];
  }
  return best;
}

/** Place of a label's class in a family: by its wording, or by its code where it has no wording; -1 where it is unknown. */
function placeIn(family: readonly KnownClass[], label: Label): number {
  const key = matchKey(label.meaning === "" ? label.name : label.meaning);
  return family.findIndex(({ names }) => names.some((name) => matchKey(name) === key));
}

/** One entry per class: further spellings of a class become its 同義語. */
function mergeSamePlaces(entries: readonly { label: Label; known: KnownClass | undefined }[]): Status[] {
  const statuses: Status[] = [];
  const at = new Map<KnownClass, number>();
  for (const { label, known } of entries) {
    const spelling = label.whole === label.name ? [] : [label.whole];
    const index = known && at.get(known);
    const former = index === undefined ? undefined : statuses[index];
    if (former && index !== undefined) {
      statuses[index] = { ...former, synonyms: [...former.synonyms, label.whole] };
      continue;
    }
    if (known) at.set(known, statuses.length);
    statuses.push({
      name: label.name,
      meaning: label.meaning === "" ? (known?.meaning ?? "") : label.meaning,
      achieved: known?.achieved ?? false,
      inDenominator: !(known?.outsideDenominator ?? false),
      reasonRequired: known?.reasonRequired ?? false,
      synonyms: spelling,
    });
  }
  return statuses;
}
