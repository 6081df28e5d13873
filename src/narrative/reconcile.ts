import type { PlanProfile, Settings } from "../ledger/settings";
import { ERA_LETTERS, ERA_NAMES } from "../ledger/wareki";
import type { Counts, Tally } from "../tally/tally";
import { isCancelled, saysNotAchieved } from "./phrases";

/*
 * Compares the numbers that an officer wrote with the tally. A number is only judged where the words beside it say beyond
 * doubt what it counts: a wrong alarm costs more trust than a missed slip. Numbers with other units (3か月, 24時間, 平成13年度,
 * 119番), of other years, of targets, of subsets and with "以上" or "程度" are left alone.
 */

/** A piece of the officer's text; `source` is handed through, e.g. a cell's address or an item of 計画. */
interface Prose {
  readonly source: string;
  readonly text: string;
}

/** A number that the tally does not bear out. */
export interface Contradiction {
  readonly source: string;
  /** The number as written, with its unit: "71項目", "約6割". */
  readonly text: string;
  /** What it claims to count: 全体, 達成率 or a status. */
  readonly claim: string;
  /** The number as a number. */
  readonly number: number;
  /** What the tally says: a count, or a percentage as shown. */
  readonly expected: number;
}

/**
 * Finds the counts, percentages and tenths (割) of the texts that contradict the tally. Where a sentence speaks of 再掲, or the
 * report gives both figures (併記), the figures with and without re-listed measures are both right.
 *
 * @param plan tells which years the report is about; without it a number beside a year is never judged
 */
export function reconcile(
  prose: readonly Prose[],
  tally: Tally,
  settings: Settings,
  plan?: Pick<PlanProfile, "endYear" | "published">,
): Contradiction[] {
  const context = makeContext(tally, settings, plan);
  return prose.flatMap(({ source, text }) =>
    sentences(narrow(text)).flatMap(({ start, end }) => {
      const raw = text.slice(start, end);
      return judgeSentence(narrow(raw), context).map((finding) => ({
        source,
        text: raw.slice(finding.start, finding.end),
        claim: finding.claim.label,
        number: finding.number,
        expected: finding.expected,
      }));
    }),
  );
}

/** What a number is said to count, and how that reads in any group's counts; `share` is in percent as shown. */
interface Claim {
  readonly label: string;
  /** True where the words say that the whole plan is meant, so that no part's figure will do. */
  readonly whole: boolean;
  /** One figure per possible reading. */
  of(counts: Counts): readonly number[];
  share(counts: Counts): number | null;
}

interface Context {
  readonly tally: Tally;
  readonly unit: string;
  readonly mention: RegExp;
  readonly words: readonly { readonly pattern: RegExp; readonly claim: Claim | null }[];
  readonly rate: Claim;
  /** Matches words whose next number is the rate. */
  readonly rateBefore: RegExp;
  readonly total: Claim;
  /** True where the report gives both figures, with and without 再掲; otherwise only a sentence on 再掲 may give the other. */
  readonly bothWays: boolean;
  /** Years, as half-width text, that the report itself is about. */
  readonly years: readonly string[];
}

interface Mention {
  readonly kind: "count" | "percent" | "tenths";
  readonly start: number;
  readonly end: number;
  readonly number: number;
  readonly decimals: number;
  readonly about: boolean;
  readonly unit: string;
}

interface Finding {
  readonly start: number;
  readonly end: number;
  readonly claim: Claim;
  readonly number: number;
  readonly expected: number;
}

/** Words that hold a status's name without saying that anything has it. */
const NO_CLAIM =
  /達成(?:率|度|状況|目標|に向け|に資する|のため|するため|すべ|を目指|を目標|を図|に努|に必要|が見込|できるよう|に近)|未?達成(?:の|した|となった)?(?:主な)?理由/g;
const NEGATED =
  /達成(?:でき|に至ら|し|され|することができ|することが出来)*(?:なかった|ていない|ていません|ず|ない|ません)/;
const OTHER_TIME = /前年|昨年|前回|前期|次年|来年|翌年|第\d+[期次]|中間|当初|これまでの|過去/;
const TARGET = /目指|予定|見込|目標と|目標は|目標に対し|計画して|今後|増加|減少|増え|減り|ポイント/;
const SUBSET = /主な|特に|例えば|残り|残る|新た|重点|一部|ほか|他の|再掲|追加|これら|それら|累計/;
const VAGUE_AFTER =
  /^(?:以上|以下|未満|以内|超|を超|程度|ほど|前後|余|あまり|近く|弱|強|台|上回|を上回|を下回|ずつ|増|減)/;
const NOT_A_COUNT_AFTER = /^(?:[者所団費課部場主年体化性別名群]|区分|目(?!標))/;
const YEAR = new RegExp(
  `(?:${ERA_NAMES}|[${ERA_LETTERS}])\\s*(?:元|\\d{1,2})(?=年|[./\\s]|$)|(?:19|20)\\d\\d(?=年|/|$)`,
  "g",
);
const ALL_BEFORE =
  /(?:(?:^|[^一-龠])[計全]|合計|総計|総数|全部で|全体で|本計画(?:では|で)?の?|計画全体(?:では|で)?の?)[はがの:]?$/;
const ALL_AFTER =
  /^(?:の?うち|中(?!止)|に占める|に対する|の(?:個別)?(?:事業|施策|取組)(?:を|に)(?:推進|実施|掲げ|位置|取り組)|に取り組|を掲げ|を位置|で構成|から(?:なる|成る))/;
const ADJACENT =
  /^[」』】"]?(?:した|となった|とした|された)?(?:もの|項目|個別事業|事業|取組|施策)?(?:は|が|:|の|で|と|\s|\()*(?:約|全|計)?$/;
const KANJI_DIGITS = "〇一二三四五六七八九";

function judgeSentence(sentence: string, context: Context): Finding[] {
  const clauses = splitClauses(sentence);
  const mentions = findMentions(sentence, context);
  const counts = mentions.filter((mention) => mention.kind === "count");
  if (OTHER_TIME.test(sentence)) return [];
  const labelled = findLabelled(sentence, clauses, context);
  if (mentions.length === 0 || isOfUnknownSubset(sentence, clauses, counts, context)) return labelled;
  const claims = new Map<Mention, Claim>();
  for (const mention of mentions) {
    const claim = claimOf(mention, sentence, clauses, mentions, claims, context);
    if (claim !== null) claims.set(mention, claim);
  }
  const findings = [...labelled];
  for (const [mention, claim] of claims) {
    if (labelled.some(({ start, end }) => mention.start < end && mention.end > start)) continue;
    const expected = judge(mention, claim, partnerOf(mention, mentions, sentence), sentence, context);
    if (expected !== null)
      findings.push({ start: mention.start, end: mention.end, claim, number: mention.number, expected });
  }
  return findings;
}

/** 「達成件数：25」, 「達成件数は25件」: the label says what is counted, whatever the unit. 「達成率は0.65」: a rate as a fraction. */
function findLabelled(sentence: string, clauses: readonly Clause[], context: Context): Finding[] {
  const findings: Finding[] = [];
  const add = (match: RegExpMatchArray, number: number, claim: Claim, expected: number) => {
    const end = match.index! + match[0].length;
    const clause = clauses.find((one) => match.index! >= one.start && end <= one.end);
    const whole = clause === undefined ? sentence : sentence.slice(clause.start, clause.end);
    if (VAGUE_AFTER.test(sentence.slice(end)) || TARGET.test(whole) || isOfOtherYear(whole, context)) return;
    findings.push({ start: end - match[0].trimEnd().replace(/^.*?(?=\d)/s, "").length, end, claim, number, expected });
  };
  for (const match of sentence.matchAll(/達成率(?:は|が|の|:|=|\s)*([01]\.\d+)(?![\d%割ポパ])/g)) {
    const number = Number(match[1]);
    const decimals = match[1]!.split(".")[1]!.length;
    const fits = scopesOf(context.rate, sentence, context).some(
      ({ rate }) => rate !== null && Math.abs(rate / 100 - number) < 10 ** -decimals + 1e-9,
    );
    const { rate } = context.tally.total;
    if (!fits && rate !== null) add(match, number, context.rate, Math.round(rate * 10) / 1000);
  }
  for (const match of sentence.matchAll(
    /([^、。,;\s:(]{1,12}?)(?:件数|項目数|事業数)(?:は|が|:|=|\s)*(\d[\d,]*)(?:件|項目|事業)?(?![\d.%割])/g,
  )) {
    const number = Number(match[2]!.replaceAll(",", ""));
    const [word, ...more] = findWords(match[1]!, context).filter(({ rest }) => rest === "");
    const claim = more.length === 0 ? word?.claim : null;
    if (!claim) continue;
    const fits = scopesOf(claim, sentence, context).some((counts) => claim.of(counts).includes(number));
    const expected = claim.of(context.tally.total)[0];
    if (!fits && expected !== undefined) add(match, number, claim, expected);
  }
  return findings;
}

/**
 * What the tally says where it does not bear the mention out, else null.
 *
 * @param partner the count that a percentage stands beside in brackets: 「72項目（73.5％）」
 */
function judge(
  mention: Mention,
  claim: Claim,
  partner: Mention | undefined,
  sentence: string,
  context: Context,
): number | null {
  const { tally } = context;
  const named = tally.fields.filter((field) => field.name !== "" && sentence.includes(narrow(field.name)));
  const expectedOf = named.length === 1 && !claim.whole ? named[0]!.counts : tally.total;
  const scopes = scopesOf(claim, sentence, context);
  if (mention.kind === "count") {
    if (claim === context.rate) return null;
    return scopes.some((counts) => hasCount(mention, claim, counts)) ? null : (claim.of(expectedOf)[0] ?? null);
  }
  // A percentage alone fits some part of the plan by chance; it must be that of the count beside it or of a part named.
  const meant = scopes.filter((counts) =>
    partner === undefined ? isWholeOrNamed(counts, sentence, context) : hasCount(partner, claim, counts),
  );
  const fits = mention.kind === "tenths" ? fitsTenths : fitsPercent;
  if (meant.some((counts) => percentages(claim, counts).some((share) => fits(mention, share)))) return null;
  return meant.length === 0 ? null : claim.share(expectedOf);
}

function hasCount(mention: Mention, claim: Claim, counts: Counts): boolean {
  return claim
    .of(counts)
    .some((figure) =>
      mention.about ? Math.abs(figure - mention.number) < magnitude(mention.number) : figure === mention.number,
    );
}

/** Whose figures may be meant: the whole plan's and, where the words leave it open, those of each field and 大項目. */
function scopesOf(claim: Claim, sentence: string, context: Context): readonly Counts[] {
  const { fields, relisted } = context.tally;
  const whole = wholeOf(sentence, context);
  if (claim.whole) return whole;
  const parts = fields.flatMap((field) => [field.counts, ...field.groups.map((group) => group.counts)]);
  return [...whole, ...parts, ...(whole.length > 1 ? relisted.withoutByField : [])];
}

function wholeOf(sentence: string, { tally, bothWays }: Context): readonly Counts[] {
  const eitherWay = bothWays || sentence.includes("再掲");
  return eitherWay ? [tally.total, tally.relisted.with, tally.relisted.without] : [tally.total];
}

function isWholeOrNamed(counts: Counts, sentence: string, context: Context): boolean {
  if (wholeOf(sentence, context).includes(counts)) return true;
  return context.tally.fields.some((field, index) => {
    const isNamed = field.name !== "" && sentence.includes(narrow(field.name));
    if (isNamed && (field.counts === counts || context.tally.relisted.withoutByField[index] === counts)) return true;
    return field.groups.some(
      (group) => group.counts === counts && group.name !== "" && sentence.includes(narrow(group.name)),
    );
  });
}

function claimOf(
  mention: Mention,
  sentence: string,
  clauses: readonly Clause[],
  mentions: readonly Mention[],
  claims: ReadonlyMap<Mention, Claim>,
  context: Context,
): Claim | null {
  const at = clauses.findIndex((clause) => mention.start >= clause.start && mention.end <= clause.end);
  const clause = clauses[at];
  if (clause === undefined) return null;
  const previous = mentions.filter((other) => other.end <= mention.start).pop();
  const next = mentions.find((other) => other.start >= mention.end && partnerOf(other, mentions, sentence) !== mention);
  const before = sentence.slice(Math.max(clause.start, previous?.end ?? 0), mention.start);
  const after = sentence.slice(mention.end, Math.min(clause.end, next?.start ?? sentence.length));
  const whole = sentence.slice(clause.start, clause.end);
  if (VAGUE_AFTER.test(after) || TARGET.test(whole) || isOfOtherYear(whole, context)) return null;
  if (SUBSET.test(before) || SUBSET.test(after)) return null;

  if (mention.kind !== "count") {
    const joint = sentence.slice(previous?.end ?? 0, mention.start);
    const partner = partnerOf(mention, mentions, sentence);
    if (partner !== undefined) return claims.get(partner) ?? null;
    if (context.rateBefore.test(before)) return context.rate;
    if (previous !== undefined && /(?:全体|総数|全項目|全事業)の(?:約)?$/.test(joint)) {
      const carried = claims.get(previous);
      if (carried !== undefined && carried !== context.total) return carried;
    }
    return statusClaim(before, after, context);
  }

  const bare = before.replace(/約$/, "");
  if (ALL_BEFORE.test(bare))
    return canBeTotal(mention, context) || isAllOfTheLedger(mention, sentence, context)
      ? { ...context.total, whole: true }
      : null;
  const own = statusClaim(before, after, context);
  if (own !== null) return own;
  if (bare.trim() === "" && mention.start - before.length === clause.start && ALL_AFTER.test(after))
    return canBeTotal(mention, context) ? context.total : null;

  // 「達成したのは、72項目です」 and 「72項目で、目標を達成しました」: the neighbouring clause finishes the thought.
  const neighbour = (index: number): string | null => {
    const other = clauses[index];
    if (other === undefined || mentions.some((one) => one.start >= other.start && one.end <= other.end)) return null;
    return sentence.slice(other.start, other.end);
  };
  // 件 counts too many other things for that.
  if (mention.unit === "件") return null;
  const earlier = neighbour(at - 1);
  if (
    earlier !== null &&
    bare.trim() === "" &&
    /(?:は|が)$/.test(earlier) &&
    !SUBSET.test(earlier) &&
    !TARGET.test(earlier)
  )
    return statusClaim(earlier, "", context);
  const later = neighbour(at + 1);
  if (later !== null && /^(?:で|が|では|において)$/.test(after) && !SUBSET.test(later) && !TARGET.test(later))
    return statusClaim("", later, context);
  return null;
}

/** The count that a percentage follows in brackets. */
function partnerOf(mention: Mention, mentions: readonly Mention[], sentence: string): Mention | undefined {
  const previous = mentions.filter((other) => other.end <= mention.start).pop();
  if (mention.kind === "count" || previous?.kind !== "count") return undefined;
  return /^\s*\((?:約|全体の)*$/.test(sentence.slice(previous.end, mention.start)) ? previous : undefined;
}

/** The one status that the words beside a number name; null where there is none or more than one. */
function statusClaim(before: string, after: string, context: Context): Claim | null {
  const left = findWords(before.replace(/^.*うち/, ""), context);
  const right = findWords(after, context);
  const nearest = left[left.length - 1];
  if (nearest !== undefined && ADJACENT.test(nearest.rest)) return nearest.claim;
  const found = new Set([...left, ...right].map((word) => word.claim));
  return found.size === 1 ? [...found][0]! : null;
}

function findWords(text: string, context: Context): { readonly claim: Claim | null; readonly rest: string }[] {
  let open = text.replace(NO_CLAIM, (words) => "□".repeat(words.length));
  const found: { readonly at: number; readonly claim: Claim | null; readonly rest: string }[] = [];
  for (const { pattern, claim } of context.words) {
    open = open.replace(pattern, (word: string, at: number) => {
      found.push({ at, claim, rest: text.slice(at + word.length) });
      return "□".repeat(word.length);
    });
  }
  return found.sort((a, b) => a.at - b.at);
}

/**
 * True where the sentence counts within a group that the tally does not know: 「システム関連の30項目のうち25項目」. Its numbers
 * cannot be judged.
 */
function isOfUnknownSubset(
  sentence: string,
  clauses: readonly Clause[],
  counts: readonly Mention[],
  context: Context,
): boolean {
  return counts.some((mention) => {
    if (!/^の?うち/.test(sentence.slice(mention.end))) return false;
    const clause = clauses.find((one) => mention.start >= one.start && mention.end <= one.end);
    const before = sentence.slice(clause?.start ?? 0, mention.start).replace(/約$/, "");
    if (before.trim() === "" || ALL_BEFORE.test(before) || statusClaim(before, "", context) !== null) return false;
    return !scopesOf(context.total, sentence, context).some((group) => group.total === mention.number);
  });
}

function isOfOtherYear(clause: string, context: Context): boolean {
  const years = clause.match(YEAR);
  return years !== null && !years.some((year) => context.years.includes(year));
}

function canBeTotal(mention: Mention, context: Context): boolean {
  return mention.unit === context.unit || mention.unit === "項目" || mention.unit === "個別事業";
}

/**
 * 「全41事業を」 counts what the ledger lists, in whatever word, unless the plan has a level of that many: its fields or the
 * groups below them.
 */
function isAllOfTheLedger(mention: Mention, sentence: string, { tally }: Context): boolean {
  if (!/(?:^|[、。\s(])(?:本計画の?)?全$/.test(sentence.slice(0, mention.start)) || mention.unit === "件") return false;
  const groups = tally.fields.reduce((sum, field) => sum + field.groups.length, 0);
  return mention.number !== tally.fields.length && mention.number !== groups;
}

function findMentions(sentence: string, context: Context): Mention[] {
  const mentions: Mention[] = [];
  for (const match of sentence.matchAll(context.mention)) {
    const [text, about, digits, kanji, unit] = match;
    const end = match.index + text.length;
    const before = sentence.slice(0, match.index);
    if (/[\d.]$|第$|No\.?$|[A-Za-z-]$/.test(before) || /[\d一二三四五六七八九][~〜・、,\-–]$/.test(before)) continue;
    const rest = sentence.slice(end);
    const percent = /^(?:%|パーセント)$/.test(unit!);
    if (!percent && unit !== "割" && NOT_A_COUNT_AFTER.test(rest)) continue;
    if (unit === "割" && /^[合引り増\d一二三四五六七八九]/.test(rest)) continue;
    const number = digits !== undefined ? Number(digits.replaceAll(",", "")) : kanjiNumber(kanji!, unit === "割");
    if (!Number.isFinite(number)) continue;
    mentions.push({
      kind: percent ? "percent" : unit === "割" ? "tenths" : "count",
      start: match.index,
      end,
      number,
      decimals: digits?.split(".")[1]?.length ?? 0,
      about: about !== "",
      unit: unit!,
    });
  }
  return mentions;
}

function makeContext(
  tally: Tally,
  settings: Settings,
  plan: Pick<PlanProfile, "endYear" | "published"> | undefined,
): Context {
  // 施策 and 大項目 are other levels of the plan and have other counts, unless the plan counts in them.
  const units = [...new Set([narrow(settings.unit), "項目", "個別事業", "事業", "取組"])]
    .filter((unit) => unit !== "")
    .sort((a, b) => b.length - a.length)
    .map(escapePattern);
  return {
    tally,
    unit: settings.unit,
    mention: new RegExp(
      `(約?)(?:(\\d[\\d,]*(?:\\.\\d+)?)|([${KANJI_DIGITS}十百千]+))\\s*(?:の(?=個別事業))?(${units.join("|")}|%|パーセント|割)`,
      "g",
    ),
    words: claimWords(tally),
    rateBefore: new RegExp(`(?:達成率|${escapePattern(narrow(tally.wording.rate))})[^0-9]*$`),
    rate: {
      label: tally.wording.rate,
      whole: false,
      of: (counts) => [counts.achieved],
      share: (counts) => counts.rate,
    },
    total: { label: "全体", whole: false, of: (counts) => [counts.total], share: () => null },
    bothWays: settings.relisted === "both",
    years: [...(`${narrow(plan?.endYear ?? "")} ${narrow(plan?.published ?? "")}`.match(YEAR) ?? [])],
  };
}

/** Words that name a status, longest first so that 未達成 is never read as 達成; null claims nothing but hides what is in it. */
function claimWords(tally: Tally): Context["words"] {
  const words: { text: string; pattern: RegExp; claim: Claim | null }[] = [];
  const names = new Map<string, number[]>();
  tally.statuses.forEach((status, index) => {
    for (const name of [status.name, ...status.synonyms].map(narrow)) {
      if (name !== "") names.set(name, [...(names.get(name) ?? []), index]);
    }
  });
  for (const [name, indexes] of names) {
    const status = tally.statuses[indexes[0]!]!;
    const claim: Claim = {
      label: status.name,
      whole: false,
      of: (counts) => [
        ...indexes.map((index) => counts.byStatus[index]!),
        ...(status.achieved && name === "達成" ? [counts.achieved] : []),
      ],
      share: (counts) => counts.shares[indexes[0]!] ?? null,
    };
    words.push({ text: name, pattern: wordPattern(name), claim });
  }
  const missed = tally.statuses.flatMap((status, index) => (saysNotAchieved(status) ? [index] : []));
  const open = tally.statuses.flatMap((status, index) =>
    !status.achieved && status.inDenominator && !isCancelled(status) ? [index] : [],
  );
  const notAchieved: Claim | null =
    missed.length === 1 && open.length === 1
      ? words.find((word) => word.text === narrow(tally.statuses[missed[0]!]!.name))!.claim
      : null;
  if (!names.has("未達成")) words.push({ text: "未達成", pattern: /未達成/g, claim: null });
  if (!names.has("達成"))
    words.push({
      text: "達成",
      pattern: /達成/g,
      claim: { label: "達成", whole: false, of: (counts) => [counts.achieved], share: (counts) => counts.rate },
    });
  words.sort((a, b) => b.text.length - a.text.length);
  return [{ pattern: new RegExp(NEGATED.source, "g"), claim: notAchieved }, ...words];
}

/** Letters and signs (A, ◎, －) only count as a status in brackets or before 評価; words count anywhere. */
function wordPattern(name: string): RegExp {
  const literal = escapePattern(name);
  return /[一-龠ぁ-んァ-ヶ]{2}/.test(name)
    ? new RegExp(literal, "g")
    : new RegExp(`[「『【"]${literal}(?=[」』】"])|\\b${literal}(?=評価|判定|ランク)`, "g");
}

interface Clause {
  readonly start: number;
  readonly end: number;
}

function sentences(text: string): Clause[] {
  return split(text, /[。\n\r]/g);
}

function splitClauses(sentence: string): Clause[] {
  return split(sentence, /[、;]|,(?!\d)/g);
}

function split(text: string, separator: RegExp): Clause[] {
  const parts: Clause[] = [];
  let start = 0;
  for (const match of text.matchAll(separator)) {
    parts.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  parts.push({ start, end: text.length });
  return parts;
}

/** Full-width digits, letters and signs as half-width ones; every character keeps its place. */
function narrow(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, " ");
}

function kanjiNumber(text: string, singleDigit: boolean): number {
  if (!/[十百千]/.test(text)) {
    // 一 alone is more often a word (一事業所, 一部) than a count.
    return text.length === 1 && !singleDigit
      ? NaN
      : Number(Array.from(text, (digit) => KANJI_DIGITS.indexOf(digit)).join(""));
  }
  let total = 0;
  let digit = 0;
  for (const character of text) {
    const value = KANJI_DIGITS.indexOf(character);
    if (value >= 0) digit = value;
    else {
      total += (digit === 0 ? 1 : digit) * (character === "十" ? 10 : character === "百" ? 100 : 1000);
      digit = 0;
    }
  }
  return total + digit;
}

/** How far 約 may be off: the place value of a round number's last digit that is not 0 (70 → 10, 1200 → 100), at least 3. */
function magnitude(number: number): number {
  let power = 1;
  while (number !== 0 && number % (power * 10) === 0) power *= 10;
  return Math.max(power, 3);
}

/** Every percentage that may rightly be given for the claim: of the denominator, of the total, and as shown. */
function percentages(claim: Claim, counts: Counts): number[] {
  const exact = [counts.denominator, counts.total]
    .filter((whole) => whole > 0)
    .flatMap((whole) => claim.of(counts).map((count) => (count * 100) / whole));
  const shown = claim.share(counts);
  return shown === null ? exact : [...exact, shown];
}

function fitsPercent(mention: Mention, share: number): boolean {
  const step = 10 ** -mention.decimals;
  if (mention.about) return Math.abs(share - mention.number) <= Math.max(step, mention.number % 5 === 0 ? 2.5 : 1);
  // Rounded or cut, and adjusted to 100 by at most one step.
  return Math.abs(share - mention.number) < step + 1e-9;
}

function fitsTenths(mention: Mention, share: number): boolean {
  return mention.number === Math.floor(share / 10) || mention.number === Math.round(share / 10);
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
