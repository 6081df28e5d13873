import { matchMeasures } from "../../src/compare/match-measures";
import type { CellValue } from "../../src/cells/cell";
import { chance, ledgerOf, yearPair } from "../fixtures/year-pairs";
import { makeLedger } from "./make-ledger";

/*
 * What setting two years beside each other costs and how often it is right: 5,000 measures of each year, and 1,000 generated
 * pairs of years of which the truth is known.
 */

const MEASURES = 5_000;
const PAIRS = 1_000;
const SYLLABLES = Array.from(
  "市民地域福祉教育防災環境産業観光道路公園健康子育高齢交通文化情報行政財政水道農業商工住宅消防",
);

/** Prints the figures and answers them. */
export function benchComparison(): object {
  const names = madeNames();
  const rows = (altered: (name: string, at: number) => string): CellValue[][] =>
    names.map((name, at) => [
      at + 1,
      `分野${at % 8}`,
      "方針",
      "",
      altered(name, at),
      at % 4 === 0 ? "未達成" : "達成",
      "",
      "",
    ]);
  const last = rows((name) => name);
  const inserted = [[0, "分野0", "方針", "", "新しい取組", "達成", "", ""], ...last].map((row, at) => [
    at + 1,
    ...row.slice(1),
  ]);
  const series = makeLedger(MEASURES);
  const seconds = {
    "a row inserted on top": secondsFor(last, inserted),
    "every name changed": secondsFor(
      last,
      rows((name) => `${name.slice(0, -2)}事業`),
    ),
    "a series of like names, renumbered": secondsFor(
      series.slice(1),
      series.slice(1).map((row, at) => [at + 2, ...row.slice(1, 6), `${String(row[6])}分`, ...row.slice(7)]),
      series[0] as string[],
    ),
  };
  console.log(
    `\ncomparing ${MEASURES.toLocaleString("en")} × ${MEASURES.toLocaleString("en")} measures, processor time`,
  );
  for (const [name, time] of Object.entries(seconds)) console.log(`  ${name}: ${time.toFixed(2)} s`);
  const accuracy = judge();
  const { automatic, right, truth, asked, unseen } = accuracy;
  console.log(
    `  ${PAIRS.toLocaleString("en")} generated pairs of years: ${automatic} matched by themselves, ${((right / automatic) * 100).toFixed(2)} % of them right;` +
      ` of ${truth} true ones ${asked} asked, ${unseen} to be found by hand`,
  );
  return { measures: MEASURES, seconds, accuracy };
}

function secondsFor(before: CellValue[][], after: CellValue[][], header?: readonly string[]): number {
  const [last, now] = [ledgerOf("前年度", before, header), ledgerOf("今年度", after, header)];
  const start = process.cpuUsage();
  matchMeasures(last, now);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

function madeNames(): readonly string[] {
  const random = chance(5);
  const names = new Set<string>();
  while (names.size < MEASURES) {
    const parts = Array.from({ length: 10 }, () => SYLLABLES[Math.floor(random() * SYLLABLES.length)]!);
    names.add(`${parts.slice(0, 5).join("")}の${parts.slice(5).join("")}推進`);
  }
  return [...names];
}

function judge(): { automatic: number; right: number; truth: number; asked: number; unseen: number } {
  const sum = { automatic: 0, right: 0, truth: 0, asked: 0, unseen: 0 };
  for (let seed = 1; seed <= PAIRS; seed++) {
    const { last, now, truth } = yearPair(seed);
    const { matches, proposals } = matchMeasures(last, now);
    const isTrue = (pair: { last: number; now: number }): boolean => truth.has(`${pair.last},${pair.now}`);
    const right = matches.filter(isTrue).length;
    const asked = proposals.filter(isTrue).length;
    sum.automatic += matches.length;
    sum.right += right;
    sum.truth += truth.size;
    sum.asked += asked;
    sum.unseen += truth.size - right - asked;
  }
  return sum;
}
