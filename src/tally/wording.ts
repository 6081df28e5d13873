import { matchKey } from "../ledger/match-key";
import type { Settings, Status } from "../ledger/settings";

/** What the share of the achieved measures is called, and what a table of statuses is about. */
export interface Wording {
  /** 達成率, 順調の割合, A・B評価の割合, 実施率…: the plan's own word, else one that follows from what counts as achieved. */
  readonly rate: string;
  /** 達成状況, 進捗状況 or 評価: 「分野別の達成状況」. */
  readonly state: string;
  /** True while the plan still runs: then nothing has been achieved or missed for good. */
  readonly isInterim: boolean;
}

/** A class called by a letter, a sign or a number, which means nothing without the word 評価. */
const CODE = /^[a-z0-9\u2160-\u217f\u2460-\u2473◎○〇◯●△▲×✕]{1,2}$/;
const LETTER = /^[a-z]{1,2}[+-]?$/;

/**
 * The words for a vocabulary. 達成 is only said where the classes that count as achieved say it: a plan whose measures are
 * 順調, A or 計画どおり in its second year has no 達成率.
 */
export function wordingOf(
  { statuses, rateName }: Pick<Settings, "statuses" | "rateName">,
  isInterim: boolean,
): Wording {
  const counted = statuses.filter(({ achieved, inDenominator }) => achieved && inDenominator);
  return { rate: rateName.trim() || rateOf(counted, isInterim), state: stateOf(statuses), isInterim };
}

function rateOf(counted: readonly Status[], isInterim: boolean): string {
  const names = counted.map(({ name }) => name);
  const keys = names.map(matchKey);
  if (keys.some((key) => key.includes("達成")) || names.length === 0) return isInterim ? "達成済みの割合" : "達成率";
  if (keys.every((key) => /完了/.test(key))) return isInterim ? "完了済みの割合" : "完了率";
  if (keys.every((key) => /^実施(?:済み?)?$/.test(key))) return "実施率";
  if (keys.every((key) => CODE.test(key))) {
    return keys.every((key) => LETTER.test(key)) ? `${names.join("・")}評価の割合` : `評価${names.join("・")}の割合`;
  }
  const shortest = [...keys].sort((a, b) => a.length - b.length)[0]!;
  if (keys.every((key) => key.includes(shortest))) {
    const name = names[keys.indexOf(shortest)]!;
    return /[ただるい]$/.test(name) ? `「${name}」の割合` : `${name}の割合`;
  }
  const [first, last] = [names[0]!, names[names.length - 1]!];
  return names.length > 2 ? `${first}～${last}の割合` : `${first}・${last}の割合`;
}

function stateOf(statuses: readonly Status[]): string {
  const keys = statuses.map(({ name }) => matchKey(name));
  if (keys.some((key) => key.includes("達成"))) return "達成状況";
  return keys.every((key) => CODE.test(key) || key.length < 2 || /^評価|対象外|該当/.test(key)) ? "評価" : "進捗状況";
}
