import { editDistance } from "./edit-distance";
import { isErrorValue } from "../cells/error-value";
import { matchKey } from "./match-key";
import type { Status } from "./settings";
import { statusConcepts, statusInKanji, UNDECIDED_WORDS } from "./status-words";

/** Why a status cannot even be guessed. */
export type RejectReason =
  /** Several statuses of the vocabulary are written like this. */
  | "ambiguous"
  /** A word that means neither achieved nor not (継続, 休止). */
  | "undecided"
  /** More than one status in one cell. */
  | "two-values"
  /** With a question mark. */
  | "doubtful"
  | "half-kana"
  | "error-value"
  /** The text of a formula. */
  | "formula"
  | "unknown";

/**
 * What a status text is. `exact` and `auto` (the same label spelt otherwise, or a 同義語 of the 設定 sheet) count in the
 * tally; everything else is 区分外, because only the plan's owner can decide it. `indexes`: vocabulary entries, likeliest first;
 * `by`: whether the text is a slip for one of them, or another word that may mean the like.
 */
export type StatusRecognition =
  | { readonly kind: "blank" }
  | { readonly kind: "exact"; readonly index: number }
  | { readonly kind: "auto"; readonly index: number }
  | { readonly kind: "suggest"; readonly indexes: readonly number[]; readonly by: "likeness" | "meaning" }
  | { readonly kind: "reject"; readonly reason: RejectReason };

/** Recognises status texts; answers are remembered per raw text. */
export type StatusRecogniser = (text: string) => StatusRecognition;

/** Index into the vocabulary for the tally: -1 for everything but `exact` and `auto`. */
export function statusIndexOf(recognition: StatusRecognition): number {
  return recognition.kind === "exact" || recognition.kind === "auto" ? recognition.index : -1;
}

/** A recogniser for one vocabulary. An exact label always wins, so labels may differ in width or form only (① and 1). */
export function statusRecogniser(statuses: readonly Status[]): StatusRecogniser {
  const vocabulary = keyVocabulary(statuses);
  const remembered = new Map<string, StatusRecognition>();
  return (text) => {
    let recognition = remembered.get(text);
    if (recognition === undefined) {
      recognition = recognise(text, vocabulary);
      remembered.set(text, recognition);
    }
    return recognition;
  };
}

interface Vocabulary {
  readonly exact: ReadonlyMap<string, number>;
  /** Key → entries, from the most to the least binding: label, 同義語, part of a two-part label. */
  readonly labels: ReadonlyMap<string, readonly number[]>;
  readonly synonyms: ReadonlyMap<string, readonly number[]>;
  readonly parts: ReadonlyMap<string, readonly number[]>;
  /** Every text an entry is known by, folded for likeness. */
  readonly spellings: readonly { readonly index: number; readonly key: string; readonly fold: string }[];
  readonly concepts: readonly { readonly index: number; readonly concepts: ReadonlySet<string> }[];
}

function keyVocabulary(statuses: readonly Status[]): Vocabulary {
  const exact = new Map<string, number>();
  const labels = new Map<string, number[]>();
  const synonyms = new Map<string, number[]>();
  const parts = new Map<string, number[]>();
  const spellings: { index: number; key: string; fold: string }[] = [];
  const concepts: { index: number; concepts: Set<string> }[] = [];
  statuses.forEach((status, index) => {
    if (!exact.has(status.name)) exact.set(status.name, index);
    const own = Object.values(splitLabel(status.name) ?? {});
    addTo(labels, matchKey(status.name), index);
    for (const part of own) addTo(parts, matchKey(part), index);
    for (const synonym of status.synonyms) addTo(synonyms, matchKey(synonym), index);
    const meant = new Set<string>();
    for (const spelling of [status.name, ...own, ...status.synonyms]) {
      const key = matchKey(spelling);
      if (key === "") continue;
      spellings.push({ index, key, fold: foldLikeness(key) });
      for (const concept of statusConcepts(foldLikeness(key))) meant.add(concept);
    }
    concepts.push({ index, concepts: meant });
  });
  return { exact, labels, synonyms, parts, spellings, concepts };
}

/* A code is a letter, digit or sign, never a word: 「一部 達成」 is one label. */
const CODE = "[^\\s()（）\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}]{1,2}";
const CODE_FIRST = new RegExp(`^(${CODE})[\\s:：.．、]+(\\S.*)$`, "u");
const NUMERAL_FIRST = /^([\u2460-\u2473\u2160-\u217F])(\S.*)$/;
const CODE_LAST = new RegExp(`^(.+?)\\s*[（(](${CODE})[)）]$`, "u");

/* A kanji is a code where it is taken from the wording: 「終 終了」, not 「未 達成」. */
const KANJI_FIRST = /^(\p{sc=Han})[\s:：.．、]+(\S*\1\S*)$/u;
const CODE_BEFORE_BRACKETS = new RegExp(
  `^(${CODE})\\s*[（(](.*[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}].*)[)）]$`,
  "u",
);

/** Code and wording of a two-part label: 「S 計画以上」, 「進んだ(A)」, 「①計画以上」, 「終 終了」; null for a label in one part. */
export function splitLabel(name: string): { readonly code: string; readonly wording: string } | null {
  const label = name.trim();
  const [, code, wording] =
    CODE_FIRST.exec(label) ??
    NUMERAL_FIRST.exec(label) ??
    KANJI_FIRST.exec(label) ??
    CODE_BEFORE_BRACKETS.exec(label) ??
    [];
  if (code !== undefined && wording !== undefined) return { code, wording };
  const [, before, last] = CODE_LAST.exec(label) ?? [];
  return before !== undefined && last !== undefined ? { code: last, wording: before } : null;
}

function addTo(map: Map<string, number[]>, key: string, index: number): void {
  if (key === "") return;
  const known = map.get(key);
  if (!known) map.set(key, [index]);
  else if (!known.includes(index)) known.push(index);
}

function recognise(text: string, vocabulary: Vocabulary): StatusRecognition {
  const exact = vocabulary.exact.get(text);
  if (exact !== undefined) return { kind: "exact", index: exact };
  const key = matchKey(text);
  if (key === "") return { kind: "blank" };
  if (isErrorValue(text)) return { kind: "reject", reason: "error-value" };
  const same = find(key, vocabulary) ?? find(withoutBrackets(key), vocabulary);
  if (same) {
    const [index] = same;
    return same.length === 1 && index !== undefined ? { kind: "auto", index } : { kind: "reject", reason: "ambiguous" };
  }
  return doubt(text, key, vocabulary) ?? suggest(withoutBrackets(key), vocabulary) ?? reject(text);
}

function find(key: string, vocabulary: Vocabulary): readonly number[] | undefined {
  return vocabulary.labels.get(key) ?? vocabulary.synonyms.get(key) ?? vocabulary.parts.get(key);
}

/** A key without the pairs of brackets around all of it. */
function withoutBrackets(key: string): string {
  if (!key.startsWith("(") || !key.endsWith(")")) return key;
  let depth = 0;
  for (let at = 0; at < key.length - 1; at++) {
    if (key[at] === "(") depth++;
    else if (key[at] === ")") depth--;
    if (depth === 0) return key;
  }
  return withoutBrackets(key.slice(1, -1));
}

/** Texts for which a suggestion would be a guess. */
function doubt(text: string, key: string, vocabulary: Vocabulary): StatusRecognition | undefined {
  if (key.startsWith("=")) return { kind: "reject", reason: "formula" };
  if (key.includes("?")) return { kind: "reject", reason: "doubtful" };
  if (valuesIn(text, vocabulary) > 1) return { kind: "reject", reason: "two-values" };
  if (UNDECIDED_WORDS.has(withoutBrackets(key))) return { kind: "reject", reason: "undecided" };
  return undefined;
}

/** How many different statuses a text lists. */
function valuesIn(text: string, vocabulary: Vocabulary): number {
  const found = new Set<number>();
  for (const piece of text.split(/[、,，・･/／|｜;；&＆+＋→⇒\n\r]|または|又は|及び|および|から/)) {
    const key = matchKey(piece);
    for (const index of find(key, vocabulary) ?? find(withoutBrackets(key), vocabulary) ?? []) found.add(index);
  }
  return found.size;
}

function suggest(key: string, vocabulary: Vocabulary): StatusRecognition | undefined {
  const spelt = bySpelling(key, vocabulary) ?? bySpelling(withoutMarks(key), vocabulary);
  if (spelt !== undefined) return { kind: "suggest", indexes: spelt, by: "likeness" };
  const folds = [foldLikeness(key), foldLikeness(withoutGrading(key))];
  const meant = new Set(folds.flatMap(statusConcepts));
  const like = vocabulary.concepts.filter(({ concepts }) => [...meant].some((concept) => concepts.has(concept)));
  if (like.length > 0) return { kind: "suggest", indexes: like.map(({ index }) => index), by: "meaning" };
  const near = nearest(foldLikeness(key), vocabulary);
  return near.length > 0 ? { kind: "suggest", indexes: near, by: "likeness" } : undefined;
}

/** The entries that a text is another spelling of; undefined where it is none. */
function bySpelling(key: string, { spellings }: Vocabulary): readonly number[] | undefined {
  const folds = new Set([key, withoutGrading(key), statusInKanji(key)].map(foldLikeness));
  const indexes = new Set(spellings.filter(({ fold }) => folds.has(fold)).map(({ index }) => index));
  return indexes.size > 0 ? [...indexes] : undefined;
}

/* What gets around a word by the way: quotes, bullets, a full stop, the mark of a note. */
const MARK_BEFORE = /^['"`’“”・*※.,。、]+/;
const MARK_AFTER = /(?:[(]?[※*注][※*\d]*[)]?|\d*[)]|['"`’“”・.,。、!]+)$/;

function withoutMarks(key: string): string {
  return key.replace(MARK_BEFORE, "").replace(MARK_AFTER, "");
}

function reject(text: string): StatusRecognition {
  return { kind: "reject", reason: /[\uFF66-\uFF9F]/.test(text) ? "half-kana" : "unknown" };
}

/** 「A評価」, 「Aランク」 → 「A」. */
function withoutGrading(key: string): string {
  return key.replace(/^(.+?)(?:評価|判定|ランク|級)$/, "$1");
}

/* Spellings of the same word, and characters that are taken for one another. Only for suggestions. */
const LIKENESSES: readonly (readonly [RegExp, string])[] = [
  [/[〇◯⭕⚪o]/gu, "○"],
  [/[✕✖✗✘☓╳x]/gu, "×"],
  [/[⦾◉⊚]/gu, "◎"],
  [/[▵∆δ]/gu, "△"],
  [/末/g, "未"],
  [/逹/g, "達"],
  [/おおむね|おうむね|概むね|大むね/g, "概ね"],
  [/(?:と|ど)おり|通り|とうり|どうり/g, "どおり"],
  [/取り組み?|取組み/g, "取組"],
  [/(.)済み$/g, "$1済"],
  [/取り?止め|取りやめ|とりやめ/g, "取止"],
  [/遅れて(?:い)?る/g, "遅れている"],
];

function foldLikeness(key: string): string {
  return LIKENESSES.reduce((fold, [pattern, replacement]) => fold.replace(pattern, replacement), key);
}

/* Characters that turn a label's meaning round or weaken it: labels that differ in them are never likenesses. */
const MEANING = /[未不非無否一部概やほ以上下とど]/g;

/** Entries within one edit of a label of 4 characters or more, two of 8 or more. */
function nearest(fold: string, vocabulary: Vocabulary): number[] {
  const sense = (fold.match(MEANING) ?? []).join("");
  let closest = Infinity;
  let indexes: number[] = [];
  for (const spelling of vocabulary.spellings) {
    const length = Math.min(spelling.fold.length, fold.length);
    const limit = length >= 8 ? 2 : length >= 4 ? 1 : 0;
    if (limit === 0 || (spelling.fold.match(MEANING) ?? []).join("") !== sense) continue;
    const distance = editDistance(fold, spelling.fold, limit);
    if (distance > limit || distance > closest) continue;
    if (distance < closest) indexes = [];
    closest = distance;
    if (!indexes.includes(spelling.index)) indexes.push(spelling.index);
  }
  return indexes;
}
