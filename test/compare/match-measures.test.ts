import { describe, expect, test } from "vitest";
import type { CellValue } from "../../src/cells/cell";
import { matchMeasures } from "../../src/compare/match-measures";
import type { Decision, Matching } from "../../src/compare/matching";
import type { Ledger } from "../../src/ledger/ledger";
import { SAMPLE_HEADER, SAMPLE_ROWS } from "../fixtures/sample-ledger";
import { ledgerOf, yearPair } from "../fixtures/year-pairs";

const HEADER = ["番号", "分野", "施策", "個別事業", "状況"];

function small(name: string, rows: readonly (readonly CellValue[])[]): Ledger {
  return ledgerOf(name, rows, HEADER);
}

/** A matching in the names of its measures. */
function told(matching: Matching, last: Ledger, now: Ledger) {
  const names = ({ last: one, now: other }: { last: number; now: number }) =>
    `${last.measures[one]!.name}→${now.measures[other]!.name}`;
  return {
    matches: matching.matches.map((match) => `${names(match)} ${match.by}`),
    proposals: matching.proposals.map((proposal) => `${names(proposal)} ${proposal.kind}`),
    gone: matching.gone.map((index) => last.measures[index]!.name),
    added: matching.added.map((index) => now.measures[index]!.name),
  };
}

function compared(lastRows: readonly (readonly CellValue[])[], nowRows: readonly (readonly CellValue[])[]) {
  const [last, now] = [small("令和5年度", lastRows), small("令和6年度", nowRows)];
  return told(matchMeasures(last, now), last, now);
}

const ONE = [1, "福祉", "地域福祉", "見守り活動の推進", "達成"];
const TWO = [2, "福祉", "地域福祉", "相談窓口の充実", "達成"];
const THREE = [3, "教育", "学校教育", "校舎の改修", "未達成"];

describe("measures of two years", () => {
  test("a row inserted on top of a numbered list changes nothing but the numbers", () => {
    const renumbered = SAMPLE_ROWS.map((row) => [Number(row[0]) + 1, ...row.slice(1)]);
    const inserted = [
      1,
      SAMPLE_ROWS[0]![1]!,
      1,
      "ホームページの充実",
      1,
      "ホームページの一層充実",
      "まったく別の取組",
      "達成",
      "",
    ];
    const [last, now] = [
      ledgerOf("令和5年度", SAMPLE_ROWS, SAMPLE_HEADER),
      ledgerOf("令和6年度", [inserted, ...renumbered], SAMPLE_HEADER),
    ];
    const { matches, proposals, gone, added, keepsNumbers } = matchMeasures(last, now);
    expect(keepsNumbers).toBe(false);
    expect(matches.map((match) => match.now - match.last)).toEqual(SAMPLE_ROWS.map(() => 1));
    expect({ proposals, gone, added }).toEqual({ proposals: [], gone: [], added: [0] });
  });

  test("names decide, and numbers where both years keep them", () => {
    expect(compared([ONE, TWO, THREE], [ONE, THREE, [4, "教育", "学校教育", "給食の充実", "達成"]])).toEqual({
      matches: ["見守り活動の推進→見守り活動の推進 number-name", "校舎の改修→校舎の改修 number-name"],
      proposals: [],
      gone: ["相談窓口の充実"],
      added: ["給食の充実"],
    });
    const mended = [2, "福祉", "地域福祉", "相談窓口等の充実", "達成"];
    expect(compared([ONE, TWO, THREE], [ONE, mended, THREE]).matches).toContain(
      "相談窓口の充実→相談窓口等の充実 number",
    );
  });

  test("another name under the same number is asked, another number in the name never taken for the same", () => {
    const phase = (number: number): CellValue[] => [
      2,
      "福祉",
      "地域福祉",
      `第${number}期見守り活動計画の策定と推進`,
      "達成",
    ];
    expect(compared([ONE, phase(1), THREE], [ONE, phase(2), THREE]).proposals).toEqual([
      "第1期見守り活動計画の策定と推進→第2期見守り活動計画の策定と推進 renamed",
    ]);
    const other = [2, "福祉", "地域福祉", "買物支援バスの運行", "達成"];
    expect(compared([ONE, TWO, THREE], [ONE, other, THREE])).toMatchObject({
      proposals: ["相談窓口の充実→買物支援バスの運行 renamed"],
      gone: [],
      added: [],
    });
  });

  test("の, ー and ・ do not make another measure", () => {
    const system = (name: string): CellValue[] => ["", "福祉", "地域福祉", name, "達成"];
    expect(compared([system("健康管理システム更新")], [system("健康管理システムの更新")]).matches).toEqual([
      "健康管理システム更新→健康管理システムの更新 spelling",
    ]);
  });

  test("equal names are matched where their place in the plan tells them apart, and else never by themselves", () => {
    const training = (policy: string, number: number): CellValue[] => [
      number,
      "福祉",
      policy,
      "職員研修の実施",
      "達成",
    ];
    const places = [training("地域福祉", 1), training("子育て", 2)];
    expect(compared(places, [...places].reverse()).matches).toEqual([
      "職員研修の実施→職員研修の実施 number-name",
      "職員研修の実施→職員研修の実施 number-name",
    ]);
    const twins = [training("地域福祉", 1), training("地域福祉", 2)];
    const moved = [[1, "福祉", "地域福祉", "新しい取組", "達成"], training("地域福祉", 2), training("地域福祉", 3)];
    expect(
      compared(
        [...twins, [3, "教育", "学校教育", "新しい校舎", "達成"]],
        [...moved, [4, "教育", "学校教育", "新しい校舎", "達成"]],
      ),
    ).toEqual({
      matches: ["新しい校舎→新しい校舎 name"],
      proposals: ["職員研修の実施→職員研修の実施 duplicate", "職員研修の実施→職員研修の実施 duplicate"],
      gone: [],
      added: ["新しい取組"],
    });
  });

  test("the same name in another field is asked, unless the field itself has a new name", () => {
    const elsewhere = ["", "教育", "学校教育", "相談窓口の充実", "達成"];
    expect(
      compared(
        [
          ["", ...ONE.slice(1)],
          ["", ...TWO.slice(1)],
        ],
        [["", ...ONE.slice(1)], elsewhere],
      ).proposals,
    ).toEqual(["相談窓口の充実→相談窓口の充実 moved"]);
    const renamed = [ONE, TWO].map(([number, , ...rest]) => [number!, "健康と福祉", ...rest]);
    expect(compared([ONE, TWO, THREE], [...renamed, THREE]).proposals).toEqual([]);
  });

  test("what became two, and what became one, is proposed as such", () => {
    const parts = ["（相談）", "（訪問）"].map((part) => ["", "福祉", "地域福祉", `見守り活動の推進${part}`, "達成"]);
    expect(compared([["", ...ONE.slice(1)]], parts).proposals).toEqual([
      "見守り活動の推進→見守り活動の推進（相談） split",
      "見守り活動の推進→見守り活動の推進（訪問） split",
    ]);
    const both = ["", "福祉", "地域福祉", "見守り活動の推進及び相談窓口の充実", "達成"];
    expect(
      compared(
        [
          ["", ...ONE.slice(1)],
          ["", ...TWO.slice(1)],
        ],
        [both],
      ).proposals,
    ).toEqual([
      "見守り活動の推進→見守り活動の推進及び相談窓口の充実 merged",
      "相談窓口の充実→見守り活動の推進及び相談窓口の充実 merged",
    ]);
  });

  test("a person's decision is kept, whatever was inserted or sorted since", () => {
    const other = [9, "福祉", "地域福祉", "買物支援バスの運行", "達成"];
    const [last, now] = [small("令和5年度", [ONE, TWO]), small("令和6年度", [THREE, other, ONE])];
    const reference = ([number, field, , name]: readonly CellValue[]) => ({
      number: String(number),
      field: String(field),
      name: String(name),
      row: 0,
    });
    const decide = (same: boolean): Decision[] => [{ last: reference(TWO), now: reference(other), same }];
    expect(told(matchMeasures(last, now, decide(true)), last, now).matches).toContain(
      "相談窓口の充実→買物支援バスの運行 decision",
    );
    expect(told(matchMeasures(last, now, decide(false)), last, now)).toMatchObject({
      proposals: [],
      gone: ["相談窓口の充実"],
      added: ["校舎の改修", "買物支援バスの運行"],
    });
    const stale: Decision[] = [{ last: reference(THREE), now: reference(ONE), same: true }];
    expect(matchMeasures(last, now, stale).stale).toEqual(stale);
  });

  test("of generated years nothing is matched wrongly and nothing lost, and little has to be looked for by hand", () => {
    const seeds = Array.from({ length: 40 }, (_, at) => at + 1);
    const { wrong, automatic, truth, unseen } = judged(seeds);
    expect({ wrong, enough: automatic > 2000 }).toEqual({ wrong: [], enough: true });
    expect(unseen / truth).toBeLessThan(0.01);
  });

  test("the same years give the same answer, and every measure is somewhere", () => {
    const { last, now } = yearPair(7);
    const matching = matchMeasures(last, now);
    expect(matchMeasures(last, now)).toEqual(matching);
    const pairs = [...matching.matches, ...matching.proposals];
    expect(new Set([...pairs.map((pair) => pair.last), ...matching.gone]).size).toBe(last.measures.length);
    expect(new Set([...pairs.map((pair) => pair.now), ...matching.added]).size).toBe(now.measures.length);
  });
});

/** Automatic matches that are wrong, and how much of the truth was neither matched nor asked. */
function judged(seeds: readonly number[]) {
  const wrong: string[] = [];
  let [automatic, truths, unseen] = [0, 0, 0];
  for (const seed of seeds) {
    const { last, now, truth } = yearPair(seed);
    const { matches, proposals } = matchMeasures(last, now);
    const seen = new Set([...matches, ...proposals].map((pair) => `${pair.last},${pair.now}`));
    for (const match of matches)
      if (!truth.has(`${match.last},${match.now}`)) wrong.push(`${seed}: ${JSON.stringify(match)}`);
    automatic += matches.length;
    truths += truth.size;
    unseen += [...truth].filter((pair) => !seen.has(pair)).length;
  }
  return { wrong, automatic, truth: truths, unseen };
}
