import type { Ledger } from "../ledger/ledger";
import { matchKey } from "../ledger/match-key";
import { splitLabel } from "../ledger/recognise-status";
import { DEFAULT_STATUSES, type Settings, type Status } from "../ledger/settings";
import { classByWords, lowestShare, placeInFamily, STATUS_FAMILIES, type KnownClass } from "./status-families";
import { tidy } from "./tidy";

/** A status used fewer times than this may be a slip of the pen. */
const FEWEST = 3;
/** More different statuses than this are free text, not a vocabulary. */
const MOST_CLASSES = 12;
/** A class may be written as a code, as a wording and as both. */
const SPELLINGS = 3;

/**
 * A 状況区分 table made from the statuses that were found, or null where there is nothing to propose: the plan has a
 * vocabulary of its own, or the ledger follows the default one apart from single mistakes.
 * Two-part labels (「S 計画以上」, 「進んだ(A)」, 「終 終了」) are split into 区分 and 意味, the whole label becoming a 同義語; the code
 * alone and the wording alone are the same class. Classes come in the order of their codes where codes say one, else in that of
 * their family, others among them by what they say.
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
    else if (found.size > MOST_CLASSES * SPELLINGS) return null;
    else found.set(key, { text: tidy(measure.status), count: 1, known: measure.statusIndex >= 0 });
  }
  const labels = [...found.values()].map((entry) => ({ ...labelOf(entry.text), ...entry }));
  const family = bestFamily(labels);
  if (!speaksAnother(labels, family)) return null;
  const groups = groupLabels(labels, family);
  if (groups.length > MOST_CLASSES) return null;
  const places = groups.map(([label]) => placeOf(family, label));
  const isFamily = places.filter((place) => place >= 0).length * 2 > groups.length;
  const classes = groups.map((group, index) => {
    const place = places[index]!;
    const known = family[place] ?? classElsewhere(group[0]);
    return { group, known, index, order: place >= 0 ? place : byMerit(known, family) };
  });
  const codes = codeOrder(classes, isFamily);
  classes.sort((a, b) => (codes ? codes[a.index]! - codes[b.index]! : a.order - b.order) || a.index - b.index);
  return classes.map(({ group, known }) => statusOf(group, known));
}

/** Place of a class of no family or of another one: achieved ones first, open and unknown ones before what failed. */
function byMerit(known: KnownClass | undefined, family: readonly KnownClass[]): number {
  if (known?.achieved === true) return -1;
  if (known?.outsideDenominator === true) return 1001;
  if (known?.reasonRequired === true) return 1000;
  const failed = family.findIndex(({ reasonRequired }) => reasonRequired);
  return failed < 0 ? 999 : failed - 0.5;
}

/** The class that a label is in a family other than the one that fits best, or by what its wording says. */
function classElsewhere(label: Label): KnownClass | undefined {
  for (const family of STATUS_FAMILIES) {
    const place = label.meaning === "" && label.name.length < 2 ? -1 : placeOf(family, label);
    if (place >= 0) return family[place];
  }
  return classByWords(label.meaning === "" ? label.name : label.meaning);
}

/**
 * Places by code where every class has one of the same kind (A to E, S before A; 1 to 5; ① to ⑤; Ⅰ to Ⅴ), null where one has
 * none or a family knows the codes better than the alphabet; bands of percentages from the highest down. Where the last code is
 * the best, the order is turned round.
 */
function codeOrder(
  classes: readonly { group: LabelGroup; known: KnownClass | undefined }[],
  isFamily: boolean,
): readonly number[] | null {
  const bands = classes.map(({ group: [{ name, meaning }] }) => lowestShare(meaning === "" ? name : meaning));
  if (bands.every((share) => share !== undefined)) return bands.map((share) => -share);
  const codes = classes.map(({ group: [{ name }] }) => matchKey(name));
  const hasWordings = classes.every(({ group: [{ meaning }] }) => meaning !== "");
  if (isFamily && !hasWordings) return null;
  const kind = CODE_KINDS.find(({ pattern }) => codes.every((code) => pattern.test(code)));
  if (!kind) return null;
  const ranks = codes.map((code) => kind.rank(code));
  const first = classes[ranks.indexOf(Math.min(...ranks))]?.known;
  const last = classes[ranks.indexOf(Math.max(...ranks))]?.known;
  const isBestLast = last?.achieved === true && first?.achieved !== true;
  return isBestLast ? ranks.map((rank) => -rank) : ranks;
}

const ROMANS = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];
const CODE_KINDS: readonly { readonly pattern: RegExp; readonly rank: (code: string) => number }[] = [
  { pattern: /^\d{1,2}$/, rank: Number },
  { pattern: /^(?:i{1,3}|iv|vi{0,3}|ix|x)$/, rank: (code) => ROMANS.indexOf(code) },
  { pattern: /^[a-z]$/, rank: (code) => (code === "s" ? 0 : code.charCodeAt(0)) },
];

/**
 * True where the statuses are another vocabulary than the default one, not the default one with mistakes in it: most rows
 * are strangers to it, or a class that the family has beside the default ones (一部達成) is in use.
 */
function speaksAnother(found: readonly FoundLabel[], family: readonly KnownClass[]): boolean {
  const places = new Set(found.filter(({ known }) => known).map((label) => placeOf(family, label)));
  let all = 0;
  let strangers = 0;
  let beside = 0;
  for (const label of found) {
    all += label.count;
    if (label.known) continue;
    strangers += label.count;
    const place = placeOf(family, label);
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

function labelOf(text: string): Label {
  const parts = splitLabel(text);
  if (parts) return { whole: text, name: parts.code, meaning: parts.wording };
  const bracketed = /^[【［〔「[(（]([^【】]+)[】］〕」\])）]$/u.exec(text);
  return { whole: text, name: bracketed?.[1] ?? text, meaning: "" };
}

/** The family that knows most of the labels. */
function bestFamily(labels: readonly Label[]): readonly KnownClass[] {
  let best: readonly KnownClass[] = [];
  let most = 0;
  for (const family of STATUS_FAMILIES) {
    const known = labels.filter((label) => placeOf(family, label) >= 0).length;
    if (known > most) [best, most] = [family, known];
  }
  return best;
}

/** Place of a label's class in a family: by its wording, or by its code where it has no wording; -1 where it is unknown. */
function placeOf(family: readonly KnownClass[], { name, meaning }: Label): number {
  return placeInFamily(family, meaning === "" ? name : meaning);
}

/** The labels of one class, the one that says most of it first. */
type LabelGroup = readonly [Label, ...Label[]];

/**
 * Labels by class: a code alone and a wording alone belong to the label that has both, and further spellings of a family's
 * class to its first one. Labels with codes of their own are classes of their own.
 */
function groupLabels(labels: readonly Label[], family: readonly KnownClass[]): LabelGroup[] {
  const groups: [Label, ...Label[]][] = [];
  const byCode = new Map<string, [Label, ...Label[]]>();
  const byWording = new Map<string, [Label, ...Label[]]>();
  const byPlace = new Map<number, [Label, ...Label[]]>();
  const isWhole = ({ meaning }: Label) => meaning !== "";
  for (const label of [...labels.filter(isWhole), ...labels.filter((one) => !isWhole(one))]) {
    const place = placeOf(family, label);
    const group = isWhole(label)
      ? byCode.get(matchKey(label.name))
      : (byCode.get(matchKey(label.name)) ?? byWording.get(matchKey(label.name)) ?? byPlace.get(place));
    if (group) {
      group.push(label);
      continue;
    }
    const own: [Label, ...Label[]] = [label];
    groups.push(own);
    if (isWhole(label)) byCode.set(matchKey(label.name), own);
    if (isWhole(label)) byWording.set(matchKey(label.meaning), own);
    else if (place >= 0) byPlace.set(place, own);
  }
  // Without codes the classes stand in the order of their appearance.
  return groups.sort(([a], [b]) => labels.indexOf(a) - labels.indexOf(b));
}

function statusOf([first, ...others]: LabelGroup, known: KnownClass | undefined): Status {
  const spellings = [first, ...others].map(({ whole }) => whole).filter((whole) => whole !== first.name);
  return {
    name: first.name,
    meaning: first.meaning === "" ? (known?.meaning ?? "") : first.meaning,
    achieved: known?.achieved ?? false,
    inDenominator: !(known?.outsideDenominator ?? false),
    reasonRequired: known?.reasonRequired ?? false,
    synonyms: spellings,
  };
}
