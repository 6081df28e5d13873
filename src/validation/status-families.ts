import { matchKey } from "../ledger/match-key";
import { statusConcepts } from "../ledger/status-words";

/** A class of a vocabulary that municipalities publish. */
export interface KnownClass {
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
 * いの町, 長崎市, 宮城県, 浜松市, 羽村市, 三重県, あきる野市). What counts as achieved is only proposed; the plan's owner decides.
 */
export const STATUS_FAMILIES: readonly (readonly KnownClass[])[] = [
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
    failed("進んでいない", "E", "F"),
    NOT_EVALUATED,
  ],
  [
    achieved("完了した", "F"),
    achieved("特に優れている", "S"),
    achieved("計画どおり", "A"),
    open("おおむね計画どおり", "B"),
    failed("遅れている", "C"),
    failed("着手していない", "X"),
    failed("取りやめた", "Y"),
    aside("評価の対象にしない", "Z"),
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

/** Place of a word or code in a family, -1 where it is unknown there. */
export function placeInFamily(family: readonly KnownClass[], word: string): number {
  const key = matchKey(word);
  return family.findIndex(({ names }) => names.some((name) => matchKey(name) === key));
}

/*
 * What the words of a class say of it, the first pattern that fits: a delay outweighs a plan that it is measured by, and 概ね
 * weakens nothing that counts.
 */
const BY_WORDS: readonly (readonly [RegExp, KnownClass])[] = [
  [
    /評価(?:なし|でき|困難|不能|対象外|しない)|未評価|判定(?:でき|不能|困難)|測定(?:でき|不能)|該当(?:なし|せず)|対象外|未集計|集計中/,
    aside(""),
  ],
  [/(?:中止|廃止|取りやめ|取り?止め)/, failed("")],
  [
    /未達|未着手|未実施|未完了|未了|[てで]いない|でき(?:ず|なかった|ていない)|せず$|しなかった|まなかった|遅れ(?:ている|る)?$|遅延|下回|悪化|不十分|停滞|未満$/,
    failed(""),
  ],
  [/一部|部分|実施中|取り?組み?中|検討|着手|進行中|推進中|整備中|継続|見直|縮小|統合|途中/, open("")],
  [
    /達成|完了|実施済|終了|どおり|通り|順調|上回|計画以上|予定以上|目標以上|進ん(?:だ|でいる)|良好|概ね|おおむね|^実施$|^済み?$/,
    achieved(""),
  ],
];

/** Least share of a target that still counts as achieved where classes are bands of percentages. */
const ACHIEVED_FROM = 80;

/** The class that a wording in no family is by what it says (予定より進んでいる, 80%以上100%未満); undefined where it says nothing. */
export function classByWords(word: string): KnownClass | undefined {
  const key = matchKey(word);
  const share = lowestShare(word);
  if (share !== undefined) return share >= ACHIEVED_FROM ? achieved("") : failed("");
  const known = BY_WORDS.find(([pattern]) => pattern.test(key))?.[1];
  return known ?? (statusConcepts(key).includes("achieved") ? achieved("") : undefined);
}

/** Where a band of percentages begins (80%以上100%未満 → 80, 60%未満 → 0); undefined for any other wording. */
export function lowestShare(word: string): number | undefined {
  const key = matchKey(word);
  const [, from] = /^(?:達成率)?(\d+)%?(?:以上|超|~|-)/.exec(key) ?? [];
  if (from !== undefined && key.includes("%")) return Number(from);
  return /^(?:達成率)?\d+%(?:未満|以下)$/.test(key) ? 0 : undefined;
}
