import { matchKey } from "../ledger/match-key";
import type { Status } from "../ledger/settings";

/*
 * The wording of the evaluation: です・ます, the style that municipal rules for official documents (公用文規程) prescribe.
 */

const CANCELLED = /中止|廃止|取りやめ|取止|休止|打切|打ち切|凍結|断念/;
const NOT_ACHIEVED = /未達|達成できな|達成せず|未完了/;
const ACHIEVED = /^(?:目標)?達成(?:済み?)?$/;

/** True for a status that says the measure was given up: 中止, 廃止, 休止… */
export function isCancelled(status: Status): boolean {
  return !status.achieved && CANCELLED.test(matchKey(status.name));
}

/** True for a status that says in so many words that the goal was missed: 未達成, 目標を未達成… */
export function saysNotAchieved(status: Status): boolean {
  return !status.achieved && NOT_ACHIEVED.test(matchKey(status.name));
}

/** True for 達成, 目標達成, 達成済み: a name that reads on as the verb 達成する. */
export function saysAchieved(status: Status): boolean {
  return ACHIEVED.test(matchKey(status.name));
}

/** A status as a sentence quotes it: 「S」（計画以上）, without the meaning where that is a whole sentence or none. */
export function quotedStatus(status: Status): string {
  const label = status.meaning !== "" && status.meaning.length <= 20 && !/[。、]/.test(status.meaning);
  return `「${status.name}」${label ? `（${status.meaning}）` : ""}`;
}

/** A status that is a plain word needs no brackets among words: 達成が71項目, but 「S」が10項目. */
export function nameInText(status: Status): string {
  return /^[一-龠]{2,4}$/.test(status.name) ? status.name : `「${status.name}」`;
}

/** Names in corner brackets joined as official documents do: 「A」、「B」及び「C」. */
export function quotedList(names: readonly string[]): string {
  return joinedWithAnd(names.map((name) => `「${name}」`));
}

/** Parts joined by 、 and a last 及び: "A、B及びC". */
export function joinedWithAnd(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join("");
  return `${parts.slice(0, -1).join("、")}及び${parts[parts.length - 1]!}`;
}

const BULLET = /^[\s・･●○◦■□\-*－―]+/;
/* Endings that would read twice before 「などの理由により」. */
const ENDINGS = [
  /[\s。．.、，,]+$/,
  /(?:などの|等の|の)?理由(?:により|による|から|のため)?$/,
  /(?:による|により|によって|に伴い)$/,
  /(?:から|ことから|ので|のため|ため)$/,
  /(?:など|等|ほか)$/,
];
const WHOLE_SENTENCE = /(?:です|ます|ました|ません|でした|ください)$/;

/** A reason fit for an enumeration: without bullet, full stop and the words that 「などの理由により」 repeats. */
export function reasonCore(entry: string): string {
  let core = entry.trim().replace(BULLET, "");
  for (;;) {
    const shorter = ENDINGS.reduce((text, ending) => text.replace(ending, ""), core);
    if (shorter === core || shorter === "") return core;
    core = shorter;
  }
}

/**
 * How reasons go into a sentence: an enumeration to be followed by 「などの理由により」, or, where an entry is a whole sentence
 * of its own, sentences to stand after the count.
 */
type ReasonWording =
  { readonly form: "enumeration"; readonly text: string } | { readonly form: "sentences"; readonly text: string };

/** Words for at least one reason entry; an entry may hold several lines. */
export function wordReasons(entries: readonly string[]): ReasonWording | null {
  const lines = entries.flatMap((entry) => entry.split(/[\r\n]+/)).filter((line) => reasonCore(line) !== "");
  if (lines.length === 0) return null;
  const cores = lines.map(reasonCore);
  if (cores.some((core) => WHOLE_SENTENCE.test(core) || core.includes("。")))
    return {
      form: "sentences",
      text: lines.map((line) => `${line.trim().replace(BULLET, "").replace(/。$/, "")}。`).join(""),
    };
  return { form: "enumeration", text: cores.join("、") };
}
