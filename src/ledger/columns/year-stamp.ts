import { ERA_LETTERS, ERA_NAMES, ERAS } from "../wareki";

/** A fiscal year as a header or a title names it. */
export interface YearStamp {
  /** Western fiscal year, null where the text names none. */
  readonly year: number | null;
  /** The text without what named the year. */
  readonly rest: string;
}

/** What a year without an era (7年度), or a relative one (前年度), is counted from: the fiscal year the ledger is about. */
export type YearBase = number | null;

const LETTERS = ERA_LETTERS.toLowerCase();
const ERA_YEAR = new RegExp(
  `(?:(${ERA_NAMES})|(?<![a-z])([${LETTERS}])\\.?)(\\d{1,2}|元)(?!\\d)(?:年度|年(?!\\d)|[年.](\\d{1,2})(?!\\d)(?:月末?|末|[月.]\\d{1,2}日?)?)?`,
  "g",
);
/* 令和3~7年度, r3~r7, 2020-2025年度: a span of years names none. */
const SPAN = new RegExp(
  `(?:${ERA_NAMES}|(?<![a-z])[${LETTERS}]|(?<!\\d)(?=(?:19|20)\\d\\d))(?:\\d{1,4}|元)年?度?[~-](?:${ERA_NAMES}|[${LETTERS}])?\\d{1,4}年?度?`,
  "g",
);
const WESTERN_YEAR = /(?<![\d,.])((?:19|20)\d\d)(?![\d,.])(?:年度?)?/g;
const BARE_YEAR = /(?<!\d)(\d{1,2}|元)年度/g;
const RELATIVE: readonly (readonly [RegExp, number])[] = [
  [/前々年度|一昨年度/g, -2],
  [/前年度|昨年度/g, -1],
  [/当該年度|当年度|今年度|本年度|現年度/g, 0],
];
/* Plans are no older; m2 and t3 are units, no years of 明治 and 大正. */
const EARLIEST = 1945;
/* What is left around a year that was taken out: its end, its brackets, what joined it to the word. */
const REMAINS = /^(?:末?(?:現在|時点)|末|における|までの?|分|の|[/・~-])+|\((?:末?(?:現在|時点)?|[/・~-])*\)/g;

/**
 * Takes the year out of a header's match key: 令和7年度, 令和7, r7, h31/r1, 2025年度, 7年度 where `base` gives the era, 前年度 and
 * 本年度 counted from `base`. Where several years are named, the last one counts; a span
 * (令和5~7年度) names none. 翌年度 and 次年度 name no
 * year: what stands there is planned, not of a year.
 */
export function takeYear(key: string, base: YearBase): YearStamp {
  const named: { year: number | null } = { year: null };
  const take = (text: string, found: number | null): string => {
    if (found === null || found < EARLIEST) return text;
    named.year = found;
    return "";
  };
  let rest = key
    .replace(SPAN, "")
    .replace(ERA_YEAR, (text, name?: string, letter?: string, number = "", month?: string) => {
      const era = ERAS.find((one) => one.name === name || one.letter.toLowerCase() === letter);
      // A day or month of January to March belongs to the fiscal year that began the April before.
      const begun = month !== undefined && Number(month) < 4 ? 1 : 0;
      const count = number === "元" ? 1 : Number(number);
      return take(text, era === undefined ? null : era.firstDay.year + count - 1 - begun);
    })
    .replace(WESTERN_YEAR, (text, number: string) => take(text, Number(number)))
    .replace(BARE_YEAR, (text, number: string) =>
      take(text, named.year ?? (base === null ? null : bareYear(number, base))),
    );
  if (base !== null && named.year === null) {
    for (const [pattern, offset] of RELATIVE) rest = rest.replace(pattern, (text) => take(text, base + offset));
  }
  const { year } = named;
  return year === null && rest === key
    ? { year, rest }
    : { year, rest: rest.replace(REMAINS, "").replace(REMAINS, "") };
}

/** 「7年度」 beside a year of 令和 is 令和7年度: the year of that number nearest to `base`, in the eras that may be meant. */
function bareYear(number: string, base: number): number {
  const count = number === "元" ? 1 : Number(number);
  const years = ERAS.map(({ firstDay }) => firstDay.year + count - 1);
  return years.reduce((best, year) => (Math.abs(year - base) < Math.abs(best - base) ? year : best));
}
