import { resolveRadicals } from "../ledger/radicals";
import type { RuleId } from "./rule";

/*
 * The mendings of text that may be applied without asking: none of them changes what a reader sees, except that spaces and
 * line breaks used for layout go. Each character class belongs to one rule, so that a text is reported once for each mistake.
 */

/** Characters without width: soft hyphen, zero-width spaces and joiners, marks of direction, word joiner, BOM. IVS stay. */
export const ZERO_WIDTH = /[\u00AD\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g;
/** Spaces that look like an ordinary one: no-break, en, em, thin… */
export const ODD_SPACE = /[\u00A0\u2000-\u200A\u202F\u205F]/g;
/** Characters that XML and most imports refuse: C0 and C1 controls other than line breaks, non-characters, lone surrogates. */
export const CONTROL = /[\u0000-\u0009\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF\uD800-\uDFFF]/gu;
/** Ideographs' radicals as characters of their own: CJK Radicals Supplement and Kangxi Radicals. */
export const RADICAL = /[\u2E80-\u2EF3\u2F00-\u2FD5]/g;
/** Kana followed by a combining voicing mark. */
export const DETACHED_MARK = /[\u3041-\u30FE][\u3099\u309A]/g;
/** A word whose letters are set apart by single spaces: capitals anywhere in a text. */
const SPACED_CAPITALS = /(^|[^A-Za-zＡ-Ｚａ-ｚ])([A-ZＡ-Ｚ](?:[ \u3000][A-ZＡ-Ｚ])+)(?![A-Za-zＡ-Ｚａ-ｚ])/g;
/** A whole text of kanji or kana set apart by single spaces. */
const SPACED_WORD = /^[\u3041-\u30FF\u3400-\u9FFF](?:[ \u3000][\u3041-\u30FF\u3400-\u9FFF])+$/;

/** A rule together with what mends its mistake. */
interface Mending {
  readonly rule: RuleId;
  mend(text: string): string;
}

/** The mendings in the order in which they compose. */
export const MENDINGS = [
  { rule: "character-control", mend: removeControls },
  { rule: "text-line-break", mend: joinLines },
  { rule: "space-invisible", mend: removeInvisible },
  { rule: "space-edge", mend: trimEdges },
  { rule: "space-doubled", mend: closeDoubledSpaces },
  { rule: "character-decomposed", mend: composeKana },
  { rule: "character-radical", mend: replaceRadicals },
] as const satisfies readonly Mending[];

/** The text with every mending applied. Idempotent. */
export function tidy(text: string): string {
  let now = text;
  for (const { mend } of MENDINGS) now = mend(now);
  return now;
}

/** A tab becomes a space; every other control character goes. */
export function removeControls(text: string): string {
  return text.replace(/\t/g, " ").replace(CONTROL, "");
}

/** Lines joined: without anything between Japanese, with a space between two Latin words. */
export function joinLines(text: string): string {
  return text
    .replace(/^[\r\n]+|[\r\n]+$/g, "")
    .replace(/([A-Za-z0-9])[\r\n]+(?=[A-Za-z0-9])/g, "$1 ")
    .replace(/[\r\n]+/g, "");
}

/** Zero-width characters go; other spaces become ordinary ones, and go at the edges. */
export function removeInvisible(text: string): string {
  return text
    .replace(ZERO_WIDTH, "")
    .replace(/^[\u00A0\u2000-\u200A\u202F\u205F]+|[\u00A0\u2000-\u200A\u202F\u205F]+$/g, "")
    .replace(ODD_SPACE, " ");
}

/** The text without spaces at its edges. */
export function trimEdges(text: string): string {
  return text.replace(/^[ \u3000]+|[ \u3000]+$/g, "");
}

/** Runs of spaces become one: full-width where the run has a full-width one. */
export function closeDoubledSpaces(text: string): string {
  return text.replace(/[ \u3000]{2,}/g, (run) => (run.includes("\u3000") ? "\u3000" : " "));
}

/** Voicing marks joined to their kana; nothing else is composed, so that compatibility ideographs of names stay. */
export function composeKana(text: string): string {
  return text.replace(DETACHED_MARK, (pair) => pair.normalize("NFC"));
}

/** Radicals replaced by the ideographs they stand for. */
export function replaceRadicals(text: string): string {
  return resolveRadicals(text).replace(RADICAL, (radical) => radical.normalize("NFKC"));
}

/** Letter-spaced words closed up; offered, never applied unasked, because a space may be meant. */
export function closeLetterSpaces(text: string): string {
  if (SPACED_WORD.test(text)) return text.replace(/[ \u3000]/g, "");
  return text.replace(SPACED_CAPITALS, (_all, before: string, word: string) => before + word.replace(/[ \u3000]/g, ""));
}

/** The code points of characters, for people to look up: "U+200B、U+FEFF". */
export function codePoints(characters: Iterable<string>): string {
  const codes = new Set<string>();
  for (const character of characters) {
    const code = character.codePointAt(0) ?? 0;
    codes.add(`U+${code.toString(16).toUpperCase().padStart(4, "0")}`);
  }
  return [...codes].join("、");
}
