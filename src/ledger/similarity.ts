import { editDistance } from "./edit-distance";

/*
 * Nearness of short texts, counted in characters (UTF-16 units; the texts compared are match keys).
 */

/**
 * Index of the one candidate that is nearest to a text, or -1 where none is near: at most a third of the characters differ
 * (one for texts of up to five), or the text is the candidate's beginning or has it within.
 */
export function nearestOf(text: string, candidates: readonly string[]): number {
  const limit = Math.max(1, Math.floor(text.length / 3));
  let best = -1;
  let bestDistance = Infinity;
  for (const [index, candidate] of candidates.entries()) {
    if (candidate === "") continue;
    let distance = editDistance(text, candidate, limit);
    // A single character that differs from another single character says nothing.
    if (distance > limit || distance >= Math.max(text.length, candidate.length)) distance = Infinity;
    if (text.length >= 2 && (candidate.startsWith(text) || (candidate.length >= 2 && text.includes(candidate)))) {
      distance = Math.min(distance, Math.abs(text.length - candidate.length) / 100 + 0.5);
    }
    if (distance < bestDistance) {
      best = index;
      bestDistance = distance;
    }
  }
  return best;
}

/**
 * Pairs of texts that differ by one inserted, deleted or replaced character, as index pairs. Time grows with the number of
 * characters, not with the square of the number of texts: near texts meet under a text with one character left out.
 */
export function nearPairs(texts: readonly string[], shortest: number): [number, number][] {
  const buckets = new Map<string, number[]>();
  const pairs: [number, number][] = [];
  const seen = new Set<string>();
  for (const [index, text] of texts.entries()) {
    if (text.length < shortest) continue;
    for (const variant of leaveOneOut(text)) {
      const bucket = buckets.get(variant);
      if (!bucket) {
        buckets.set(variant, [index]);
        continue;
      }
      // Texts that differ in one place share few variants; a crowded bucket means a series of names, not misspellings.
      for (const other of bucket.slice(0, 8)) {
        const pair = `${other},${index}`;
        if (other === index || seen.has(pair)) continue;
        seen.add(pair);
        if (editDistance(texts[other] ?? "", text, 1) === 1) pairs.push([other, index]);
      }
      bucket.push(index);
    }
  }
  return pairs;
}

/** A text and every text that it becomes when one character is left out: texts one edit apart share one of these. */
export function leaveOneOut(text: string): ReadonlySet<string> {
  const variants = new Set([text]);
  for (let at = 0; at < text.length; at++) variants.add(text.slice(0, at) + text.slice(at + 1));
  return variants;
}

/** Characters whose exchange makes another name, not a misspelt one: numbers, directions, kinds of people and places. */
const CONTRASTS =
  /[\d一二三四五六七八九十①-⑳Ⅰ-Ⅻa-z東西南北上下左右内外前後新旧男女大中小高低長短老若市県国町村区春夏秋冬日月火水木金土]/;

/** Kanji that name what a plan is about: 農業 beside 産業, 教育 beside 保育. One of them for another is another subject. */
const SUBJECTS = /[農林漁水畜商工産観光学教保育健医療福祉介護環境防災消交通税財政務情報人労雇住緑文化国子青道公安全]/;

/** True where the first difference of two keys makes different names of them: 第1期 and 第2期, 男性 and 女性. */
export function isContrast(one: string, other: string): boolean {
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  if (one.length === other.length) {
    const differing = [one.charAt(start), other.charAt(start)];
    return differing.some((kanji) => CONTRASTS.test(kanji)) || differing.every((kanji) => SUBJECTS.test(kanji));
  }
  return CONTRASTS.test((one.length > other.length ? one : other).charAt(start));
}

/* の between kanji, the long vowel mark and the middle dot are left out and put in as one likes. */
const LOOSE = new Set(["の", "・", "-"].map((character) => character.charCodeAt(0)));

/** A key without the characters that people leave out and put in as they like: 健康管理システム(の)更新, サ(ー)バ(ー). */
export function looseText(key: string): string {
  return Array.from(key)
    .filter((character) => !LOOSE.has(character.charCodeAt(0)))
    .join("");
}

/** A number that names with the same loose text share; few others do, and to build every such text takes far longer. */
export function looseHash(key: string): number {
  let hash = 0;
  for (let at = 0; at < key.length; at++) {
    const code = key.charCodeAt(at);
    if (!LOOSE.has(code)) hash = (Math.imul(hash, 31) + code) | 0;
  }
  return hash;
}
