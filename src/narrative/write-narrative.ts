import { matchKey } from "../ledger/match-key";
import { WORDING_PREFIX } from "../ledger/read-plan";
import type { PlanProfile, Settings, Status } from "../ledger/settings";
import type { Counts, FieldTally, Tally } from "../tally/tally";
import type { Narrative, Paragraph, ParagraphKind } from "./narrative";
import { countWithUnit, percentText } from "./numbers";
import { missing, written } from "./paragraph";
import {
  isCancelled,
  joinedWithAnd,
  nameInText,
  quotedList,
  quotedStatus,
  saysAchieved,
  saysNotAchieved,
  wordReasons,
} from "./phrases";
import { reconcile } from "./reconcile";
import type { YearChange } from "./year-change";
import { yearParagraphs } from "./year-paragraphs";

/** Reasons named at most from the ledger's 理由 column; the commonest come first. */
const MAX_LEDGER_REASONS = 5;
/** Fields named at most where several share the best or the weakest rate. */
const MAX_NAMED_FIELDS = 5;

/** Writes the evaluation: what the tally says, in sentences, last year beside it where `change` says so, then the officer's own prose or the places where it is missing. */
export function writeNarrative(tally: Tally, settings: Settings, plan: PlanProfile, change?: YearChange): Narrative {
  const context: Context = { tally, settings, plan, total: tally.total };
  return {
    title: plan.name === "" ? "計画の評価" : `${plan.name}の評価`,
    ...withWordings(context, [
      totalParagraph(context),
      ...(settings.relisted === "both" ? relistedParagraphs(context) : []),
      ...achievedParagraphs(context),
      ...otherParagraphs(context),
      ...outsideParagraphs(context),
      ...(settings.relisted === "both" ? [] : relistedParagraphs(context)),
      ...fieldParagraphs(context),
      ...yearParagraphs(tally, settings, change),
      ...proseParagraphs(context),
    ]),
  };
}

/** Puts the wordings of 計画 in the place of the sentences that they word. */
function withWordings(
  { tally, settings, plan }: Context,
  automatic: readonly Paragraph[],
): Pick<Narrative, "paragraphs" | "unplaced"> {
  const wordingOf = new Map(plan.wordings.map((wording) => [matchKey(WORDING_PREFIX + wording.item), wording]));
  const placed = new Set<string>();
  const paragraphs = automatic.flatMap((paragraph): Paragraph[] => {
    const key = matchKey(paragraph.item);
    const wording = paragraph.origin === "automatic" ? wordingOf.get(key) : undefined;
    if (wording === undefined) return [paragraph];
    // A sentence and the 【要記入】 below it are one item.
    if (placed.has(key)) return [];
    placed.add(key);
    const { kind, item, text: now } = paragraph;
    const isOutdated = wording.automatic !== "" && matchKey(wording.automatic) !== matchKey(now);
    return wording.text.map((text) => ({
      ...reconciled(written(kind, text, item, "plan"), item, tally, settings, plan),
      automatic: now,
      ...(isOutdated ? { outdated: true } : {}),
    }));
  });
  const unplaced = [...wordingOf].flatMap(([key, { item }]) => (placed.has(key) ? [] : [WORDING_PREFIX + item]));
  return { paragraphs, unplaced };
}

function reconciled(
  paragraph: Paragraph,
  source: string,
  tally: Tally,
  settings: Settings,
  plan: PlanProfile,
): Paragraph {
  const contradictions = reconcile([{ source, text: paragraph.text }], tally, settings, plan);
  return contradictions.length === 0 ? paragraph : { ...paragraph, contradicted: true, contradictions };
}

interface Context {
  readonly tally: Tally;
  readonly settings: Settings;
  readonly plan: PlanProfile;
  readonly total: Counts;
}

/** What 計画 calls the paragraphs that the product writes; those about a status are called like it. */
const ITEMS = { total: "総数", achieved: "達成", relisted: "再掲", outside: "区分外", fields: "分野別" } as const;

const itemOf = (name: string): string => WORDING_PREFIX + name;

function totalParagraph({ tally, settings, plan, total }: Context): Paragraph {
  const name = plan.name === "" ? "本計画" : plan.name;
  const period =
    plan.startYear !== "" && plan.endYear !== ""
      ? `${plan.startYear}から${plan.endYear}までを計画期間とする${name}では、`
      : `${name}では、`;
  const fields = tally.fields.filter((field) => field.name !== "" && field.counts.total > 0).length;
  const across = fields > 1 ? `${fieldCount(fields, tally, settings)}にわたる` : "";
  const verb = tally.wording.isInterim ? "に取り組んでいます" : "に取り組みました";
  return written("total", `${period}${across}${countWithUnit(total.total, settings)}${verb}。`, itemOf(ITEMS.total));
}

function relistedParagraphs({ tally, settings }: Context): Paragraph[] {
  const { count, without } = tally.relisted;
  if (count === 0) return [];
  const relisted = `再掲の${countWithUnit(count, settings)}`;
  const figures = (counts: Counts): string => {
    const classes = counts.byStatus
      .map((number, index) => `${nameInText(tally.statuses[index]!)}が${countWithUnit(number, settings)}`)
      .concat(counts.outside > 0 ? [`区分外が${countWithUnit(counts.outside, settings)}`] : []);
    const rate = counts.rate === null ? "" : `、${tally.wording.rate}は${percentText(counts.rate, settings)}`;
    return `${countWithUnit(counts.total, settings)}となり、内訳は${classes.join("、")}${rate}です。`;
  };
  const text =
    settings.relisted === "exclude"
      ? `なお、${relisted}は、ほかの分野の実績と重なるため、件数に含めていません。これを含めると${figures(tally.relisted.with)}`
      : `なお、この件数には${relisted}を含みます。再掲を除くと${figures(without)}`;
  return [written("relisted", text, itemOf(ITEMS.relisted))];
}

function achievedParagraphs({ tally, settings, total }: Context): Paragraph[] {
  const classes = tally.statuses.flatMap((status, index) =>
    status.achieved && status.inDenominator ? [{ status, count: total.byStatus[index]! }] : [],
  );
  const [first] = classes;
  if (first === undefined || total.denominator === 0) return [];
  const present = classes.filter(({ count }) => count > 0);
  const rate = rateClause(tally, settings);
  if (present.length === 0) {
    const none = classes.some(({ status }) => saysAchieved(status))
      ? "このうち、目標を達成したものはありませんでした。"
      : `このうち、${joinedWithAnd(classes.map(({ status }) => quotedStatus(status)))}に当たるものはありませんでした。`;
    return [written("achieved", none, itemOf(ITEMS.achieved))];
  }
  if (classes.length === 1 && saysAchieved(first.status)) {
    const text =
      first.count === total.total
        ? `${countWithUnit(first.count, settings)}の全てで目標を達成し、${rate.joined}`
        : `このうち${countWithUnit(first.count, settings)}で目標を達成${rate.afterVerb}`;
    return [written("achieved", text, itemOf(ITEMS.achieved))];
  }
  // 順調 or A is no 達成, and a sentence must not make it one.
  const asAchieved = tally.wording.rate.includes("達成") ? "達成に当たる" : "";
  const counts = present.map(({ status, count }) => `${quotedStatus(status)}が${countWithUnit(count, settings)}`);
  const text =
    classes.length === 1
      ? `このうち、${quotedStatus(first.status)}は${countWithUnit(first.count, settings)}で、${rate.joined}`
      : present.length === 1
        ? `このうち、${asAchieved}${quotedStatus(present[0]!.status)}は${countWithUnit(total.achieved, settings)}で、${rate.joined}`
        : asAchieved === ""
          ? `このうち、${counts.join("、")}で、これらを合わせると${countWithUnit(total.achieved, settings)}となり、${rate.joined}`
          : `このうち、${counts.join("、")}で、これらを合わせた${countWithUnit(total.achieved, settings)}が達成に当たり、${rate.joined}`;
  return [written("achieved", text, itemOf(ITEMS.achieved))];
}

/** The achieved share: to follow 「…で、」 and to follow the stem 「達成」; names what the denominator leaves out. */
function rateClause(tally: Tally, settings: Settings): { readonly joined: string; readonly afterVerb: string } {
  const { total, wording } = tally;
  const name = wording.rate;
  const rate = percentText(total.rate ?? 0, settings);
  const left = tally.statuses
    .flatMap((status, index) =>
      !status.inDenominator && total.byStatus[index]! > 0
        ? [`${quotedStatus(status)}の${countWithUnit(total.byStatus[index]!, settings)}`]
        : [],
    )
    .concat(total.outside > 0 ? [`区分外の${countWithUnit(total.outside, settings)}`] : []);
  if (left.length === 0)
    return { joined: `${name}は${rate}となりました。`, afterVerb: `し、${name}は${rate}となりました。` };
  const basis = `${joinedWithAnd(left)}を除いた${countWithUnit(total.denominator, settings)}を分母とする${name}は、${rate}となりました。`;
  return { joined: basis, afterVerb: `しました。${basis}` };
}

interface OtherClass {
  readonly status: Status;
  readonly index: number;
  readonly count: number;
}

/** One paragraph per remaining class that has measures, in vocabulary order, with its reasons. */
function otherParagraphs(context: Context): Paragraph[] {
  const { tally, settings, total } = context;
  const others = tally.statuses.flatMap((status, index): OtherClass[] =>
    (status.achieved && status.inDenominator) || total.byStatus[index] === 0
      ? []
      : [{ status, index, count: total.byStatus[index]! }],
  );
  const reasons = assignReasons(others, context);
  return others.flatMap((other, position) => {
    const { status, index, count } = other;
    const kind = kindOf(other);
    const opening = position > 0 ? OPENINGS[(position - 1) % OPENINGS.length]! : total.achieved > 0 ? "一方、" : "";
    const share = total.shares[index] ?? null;
    const amount = `${countWithUnit(count, settings)}${share === null ? "" : `（${percentText(share, settings)}）`}`;
    const given = reasons.get(index);
    const wording = given === undefined ? null : wordReasons(given.entries);
    const predicate = predicateOf(status, amount);
    const about = given?.joint === true ? "これらの" : "";
    let text = `${opening}${predicate}。`;
    if (wording?.form === "enumeration" && predicateIsVerb(status) && about === "")
      text = `${opening}${wording.text}などの理由により、${predicate}。`;
    else if (wording?.form === "enumeration") text += `${about}主な理由は、${wording.text}などです。`;
    else if (wording?.form === "sentences") text += `${about}主な理由は、次のとおりです。${wording.text}`;
    const paragraphs = [written(kind, text, itemOf(status.name))];
    if (wording === null && status.reasonRequired && !(given === undefined && isCoveredJointly(other, others, reasons)))
      paragraphs.push(missing(kind, missingReason(other, settings), itemOf(status.name)));
    return paragraphs;
  });
}

/** How the paragraphs of the second and later classes begin, so that none begins like the one before. */
const OPENINGS = ["また、", "さらに、", "そのほか、"] as const;

function kindOf({ status }: OtherClass): ParagraphKind {
  if (isCancelled(status)) return "cancelled";
  return status.reasonRequired || saysNotAchieved(status) ? "not-achieved" : "other-status";
}

/** Names after which the sentence ends in a verb of its own instead of 「「…」は…でした」. */
const CANCEL_NOUN = /^(?:中止|廃止|休止|凍結)$/;
const MISSED_NOUN = /^(?:目標)?(?:未達成?|未完了)$/;

function predicateIsVerb(status: Status): boolean {
  return CANCEL_NOUN.test(status.name) || MISSED_NOUN.test(status.name);
}

function predicateOf(status: Status, amount: string): string {
  if (CANCEL_NOUN.test(status.name)) return `${amount}を${status.name}としました`;
  if (MISSED_NOUN.test(status.name)) return `${amount}が${status.name}となりました`;
  return `${quotedStatus(status)}は${amount}でした`;
}

function missingReason({ status, count }: OtherClass, settings: Settings): string {
  const item = isCancelled(status) ? "中止の理由" : "未達成の理由";
  const what = predicateIsVerb(status) ? status.name : `「${status.name}」`;
  return `${countWithUnit(count, settings)}が${what}となった理由を、「計画」シートの「${item}」又は台帳の「理由」の列に記入してください。`;
}

interface Reasons {
  readonly entries: readonly string[];
  /** True where the entries explain several classes together. */
  readonly joint: boolean;
}

/** Whose reasons are whose: the plan's own go before those of the ledger's 理由 column. */
function assignReasons(others: readonly OtherClass[], context: Context): Map<number, Reasons> {
  const assigned = new Map<number, Reasons>();
  const assign = (group: readonly OtherClass[], planReasons: readonly string[]): void => {
    const entries = planReasons.filter((entry) => wordReasons([entry]) !== null);
    const named = group.filter(({ status }) => saysNotAchieved(status));
    const single = group.length === 1 ? group[0] : named.length === 1 ? named[0] : undefined;
    const holder = single ?? group[group.length - 1];
    for (const other of group) {
      if (entries.length > 0 && other === holder) {
        assigned.set(other.index, { entries, joint: single === undefined });
        continue;
      }
      const own = other.status.reasonRequired ? ledgerReasons(other.index, context) : [];
      if (own.length > 0) assigned.set(other.index, { entries: own, joint: false });
    }
  };
  assign(
    others.filter((other) => kindOf(other) === "not-achieved"),
    context.plan.notAchievedReasons,
  );
  assign(
    others.filter((other) => kindOf(other) === "cancelled"),
    context.plan.cancelledReasons,
  );
  return assigned;
}

function isCoveredJointly(
  other: OtherClass,
  others: readonly OtherClass[],
  reasons: ReadonlyMap<number, Reasons>,
): boolean {
  return others.some((one) => kindOf(one) === kindOf(other) && reasons.get(one.index)?.joint === true);
}

/** Distinct reasons that the ledger gives for a status, the commonest first. */
function ledgerReasons(statusIndex: number, { tally, settings }: Context): string[] {
  const found = new Map<string, { text: string; count: number }>();
  for (const field of tally.fields) {
    for (const measure of field.measures) {
      if (measure.statusIndex !== statusIndex || measure.reason === "") continue;
      if (measure.relisted && settings.relisted === "exclude") continue;
      const key = matchKey(measure.reason);
      const entry = found.get(key);
      if (entry === undefined) found.set(key, { text: measure.reason, count: 1 });
      else entry.count++;
    }
  }
  return [...found.values()]
    .filter(({ text }) => wordReasons([text]) !== null)
    .sort((a, b) => b.count - a.count)
    .slice(0, MAX_LEDGER_REASONS)
    .map(({ text }) => text);
}

function outsideParagraphs({ tally, settings, total }: Context): Paragraph[] {
  if (total.outside === 0) return [];
  const found = new Map<string, number>();
  for (const measure of tally.outside) {
    if (measure.relisted && settings.relisted === "exclude") continue;
    const status = measure.status.trim();
    found.set(status, (found.get(status) ?? 0) + 1);
  }
  const kinds = [...found]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MAX_NAMED_FIELDS)
    .map(([status, count]) => `${status === "" ? "空欄" : `「${status}」`}${countWithUnit(count, settings)}`);
  const names = kinds.length === 0 ? "" : `（${kinds.join("、")}${found.size > kinds.length ? "など" : ""}）`;
  return [
    written(
      "outside",
      `このほか、状況が${quotedList(tally.statuses.map((status) => status.name))}のいずれの区分にも当たらないものが${countWithUnit(total.outside, settings)}${names}あり、区分外として件数を別に示しています。`,
      itemOf(ITEMS.outside),
    ),
  ];
}

/** Measures that a field has at least to be compared: of fewer, one more or less turns the order over. */
const LEAST_COMPARED = 5;

/**
 * The best and the weakest field; nothing where there is nothing to compare, or where one measure more or less would turn
 * them over.
 */
function fieldParagraphs({ tally, settings }: Context): Paragraph[] {
  const named = tally.fields.filter((field) => field.name !== "" && field.counts.rate !== null);
  const rated = named.filter(({ counts }) => counts.denominator >= LEAST_COMPARED);
  const rates = rated.map((field) => field.counts.rate!);
  const best = rated.filter(({ counts }) => counts.rate === Math.max(...rates));
  const weakest = rated.filter(({ counts }) => counts.rate === Math.min(...rates));
  if (rated.length < 2 || !isClearlyBetter(best[0]!, weakest[0]!)) return [];
  const { fieldWord, wording } = tally;
  const among =
    rated.length === named.length ? "" : `${countWithUnit(LEAST_COMPARED, settings)}以上ある${fieldWord}のうち、`;
  const none = weakest[0]!.counts.achieved === 0;
  const most = `${wording.rate}が最も高かったのは、${rateSentence(best, tally, settings)}`;
  const least = none
    ? `${namedFields(weakest, tally, settings)}では、${noneAchieved(tally)}`
    : `最も低かったのは、${rateSentence(weakest, tally, settings)}でした`;
  const text = `${fieldLead(tally)}${among}${most}でした。一方、${least}。`;
  return [written("fields", text, itemOf(ITEMS.fields))];
}

/** 「分野別に見ると、」: what the paragraph on the fields begins with. */
export function fieldLead({ fieldWord }: Pick<Tally, "fieldWord">): string {
  return `${fieldWord}別に見ると、`;
}

function isClearlyBetter({ counts: best }: FieldTally, { counts: weakest }: FieldTally): boolean {
  return (best.achieved - 1) * weakest.denominator > (weakest.achieved + 1) * best.denominator;
}

function rateSentence(fields: readonly FieldTally[], tally: Tally, settings: Settings): string {
  const [only] = fields;
  const { rate, denominator, achieved } = only!.counts;
  const percent = percentText(rate!, settings);
  if (fields.length > 1) return `${namedFields(fields, tally, settings)}で、いずれも${percent}`;
  return `「${only!.name}」の${percent}（${countWithUnit(denominator, settings)}中${countWithUnit(achieved, settings)}）`;
}

/** What a field says of which nothing was achieved, in the vocabulary's words. */
function noneAchieved({ statuses }: Tally): string {
  const achieved = statuses.filter((status) => status.achieved && status.inDenominator);
  if (achieved.some(saysAchieved)) return "目標を達成したものはありませんでした";
  return `${joinedWithAnd(achieved.map(quotedStatus))}に当たるものはありませんでした`;
}

/** 「8分野」, and in another word of the plan's 「4つの基本目標」. */
function fieldCount(fields: number, { fieldWord }: Tally, settings: Settings): string {
  const unit = fieldWord === "分野" ? fieldWord : `${fields < 10 ? "つ" : ""}の${fieldWord}`;
  return countWithUnit(fields, { ...settings, unit });
}

function namedFields(fields: readonly FieldTally[], tally: Tally, settings: Settings): string {
  const names = fields.map((field) => field.name);
  if (names.length <= MAX_NAMED_FIELDS) return quotedList(names);
  const all = fieldCount(names.length, tally, settings);
  return `${names
    .slice(0, MAX_NAMED_FIELDS)
    .map((name) => `「${name}」`)
    .join("、")}など${all}`;
}

/** The officer's own prose, one paragraph per line, and 【要記入】 for what is not there. */
function proseParagraphs({ tally, settings, plan }: Context): Paragraph[] {
  const parts: readonly { kind: ParagraphKind; item: string; entries: readonly string[]; what: string }[] = [
    { kind: "achievements", item: "成果", entries: plan.achievements, what: "計画の推進によって得られた成果" },
    { kind: "challenges", item: "課題", entries: plan.challenges, what: "計画の推進を通じて明らかになった課題" },
    { kind: "outlook", item: "今後の取組", entries: plan.outlook, what: "評価を踏まえた今後の取組" },
  ];
  return parts.flatMap(({ kind, item, entries, what }) => {
    const lines = entries.flatMap((entry) => entry.split(/[\r\n]+/)).map((line) => line.trim());
    const paragraphs = lines.filter((line) => line !== "");
    if (paragraphs.length === 0)
      return [missing(kind, `${what}を、「計画」シートの「${item}」に記入してください。`, item)];
    return paragraphs.map((text) => reconciled(written(kind, text, item, "plan"), item, tally, settings, plan));
  });
}
