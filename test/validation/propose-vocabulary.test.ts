import { describe, expect, it, test } from "vitest";
import { readLedger } from "../../src/ledger/read-ledger";
import { DEFAULT_SETTINGS, DEFAULT_STATUSES, type Status } from "../../src/ledger/settings";
import { proposeVocabulary } from "../../src/validation/propose-vocabulary";
import { check, sheetOf } from "./check-rows";
import { cleanBook, Random } from "./clean-ledger";
import { VOCABULARIES } from "./vocabularies";

const HEADER = ["分野", "施策", "状況"];

function proposalFor(
  statuses: readonly string[],
  known: readonly Status[] = DEFAULT_STATUSES,
): readonly Status[] | null {
  const rows = statuses.map((status, at) => ["福祉", `取組${at + 1}`, status]);
  const { ledger } = readLedger(sheetOf("台帳", [HEADER, ...rows]), { statuses: known, fieldOrder: [] });
  return proposeVocabulary(ledger!, { ...DEFAULT_SETTINGS, statuses: known });
}

const repeat = (...statuses: string[]) => [...statuses, ...statuses, ...statuses];

describe("proposeVocabulary", () => {
  it("splits two-part labels and keeps the whole label as a synonym", () => {
    const proposal = proposalFor(repeat("B やや遅れている", "S 計画以上", "A 計画どおり"));
    expect(
      proposal?.map(({ name, meaning, achieved, reasonRequired, synonyms }) => [
        name,
        meaning,
        achieved,
        reasonRequired,
        synonyms,
      ]),
    ).toEqual([
      ["S", "計画以上", true, false, ["S 計画以上"]],
      ["A", "計画どおり", true, false, ["A 計画どおり"]],
      ["B", "やや遅れている", false, true, ["B やや遅れている"]],
    ]);
  });

  it("puts symbols in their order and takes look-alikes for one class", () => {
    expect(
      proposalFor(repeat("×", "〇", "◎", "○"))?.map(({ name, achieved, synonyms }) => [name, achieved, synonyms]),
    ).toEqual([
      ["◎", true, []],
      ["〇", true, ["○"]],
      ["×", false, []],
    ]);
  });

  it("leaves what is not evaluated out of the denominator", () => {
    expect(
      proposalFor(repeat("順調", "遅れている", "評価なし"))?.map(({ name, inDenominator }) => [name, inDenominator]),
    ).toEqual([
      ["順調", true],
      ["遅れている", true],
      ["評価なし", false],
    ]);
  });

  it("proposes where a class beside the default ones is in use", () => {
    expect(
      proposalFor([...repeat("達成", "未達成"), "一部達成", "一部達成", "一部達成"])?.map(({ name }) => name),
    ).toEqual(["達成", "一部達成", "未達成"]);
  });

  it.each([
    ["the default vocabulary", repeat("達成", "未達成", "中止")],
    ["slips of the pen", [...repeat("達成", "未達成"), "達成済", "末達成"]],
    ["one row", ["様子見"]],
    ["free text", Array.from({ length: 40 }, (_, at) => `${at}月に実施した`)],
    ["nothing", ["", "", ""]],
  ])("proposes nothing for %s", (_, statuses) => {
    expect(proposalFor(statuses)).toBeNull();
  });

  it("proposes nothing where the plan has its own vocabulary", () => {
    expect(proposalFor(repeat("順調", "遅れている"), VOCABULARIES["いの町"])).toBeNull();
  });

  it.each(Object.keys(VOCABULARIES))("makes %s checkable: no status is found fault with any more", (name) => {
    const book = cleanBook(60, VOCABULARIES[name]!, new Random(4));
    const source = sheetOf("台帳", book.ledger);
    const { ledger } = readLedger(source, { statuses: DEFAULT_STATUSES, fieldOrder: [] });
    const proposal = proposeVocabulary(ledger!, DEFAULT_SETTINGS);
    if (proposal === null) return;
    expect(
      check({ ...book, settings: [] })
        .filter(({ rule }) => /^(status|vocabulary)-/.test(rule))
        .map(({ rule }) => rule),
    ).toEqual(["vocabulary-unset"]);
    const settings = [
      ["区分", "意味", "達成とみなす", "分母に含める", "理由が必要", "同義語"],
      ...proposal.map((one) => [
        one.name,
        one.meaning,
        one.achieved ? "○" : "",
        "○",
        one.reasonRequired ? "○" : "",
        one.synonyms.join("、"),
      ]),
    ];
    const wrong = check({ ...book, settings }).filter(({ rule }) => rule.startsWith("status-"));
    expect(wrong).toEqual([]);
  });

  it("leaves a table on 設定 alone, even one that says what the default one says", () => {
    const own = DEFAULT_STATUSES.map((status) => ({ ...status }));
    expect(proposalFor(repeat("達成", "一部達成"))).not.toBeNull();
    expect(proposalFor(repeat("達成", "一部達成"), own)).toBeNull();
  });
});

describe("what is proposed for vocabularies in use: + counts as achieved, ! asks for a reason, ~ is outside the denominator", () => {
  test.each([
    [
      "two achievements and two failures",
      "遅れている 順調 やや遅れている 概ね順調",
      "順調+ 概ね順調+ やや遅れている! 遅れている!",
    ],
    ["progress", "完了 未着手 取組中", "完了+ 取組中 未着手!"],
    ["three degrees", "一部達成 未達成 達成", "達成+ 一部達成 未達成!"],
    ["letters with wordings", "C:ほとんど進んでいない A:計画どおり S:計画以上 B:やや遅れている", "S+ A+ B! C!"],
    ["bands of shares with letters", "D:50%未満 A:100%以上 C:50%以上 B:80%以上", "A+ B+ C! D!"],
    [
      "bands of shares",
      "60%未満 80%以上100%未満 100%以上 60%以上80%未満",
      "100%以上+ 80%以上100%未満+ 60%以上80%未満! 60%未満!",
    ],
    ["letters and a sign for no evaluation", "C S − B A", "S+ A+ B C! −~"],
    ["signs", "× 評価なし ◎ △ ○", "◎+ ○+ △! ×! 評価なし~"],
    ["signs with wordings", "-:未着手 ◎:達成済 ○:取組中", "◎+ ○ -!"],
    [
      "a class that cannot be judged",
      "D:評価できない C:目標より遅れている A:目標より進んでいる B:目標どおり進んでいる",
      "A+ B+ C! D~",
    ],
    ["sentences", "次年度以降計画を見直す 計画どおり完了", "計画どおり完了+ 次年度以降計画を見直す"],
    ["wordings with letters", "進まなかった(D) 進んだ(A) あまり進まなかった(C) ある程度進んだ(B)", "A+ B+ C! D!"],
    ["letters with gaps", "F S A B C X Y Z", "F+ S+ A+ B C! X! Y! Z~"],
    ["numbers that say the order", "1:完了 3:やや遅れ 2:実施中 4:未着手 5:中止", "1+ 2 3! 4! 5!"],
    ["numbers of which the last is the best", "1:未着手 3:完了 2:実施中", "3+ 2 1!"],
    ["kanji codes", "中:中止 終:終了 継:継続 未:未着手", "終+ 継 未! 中!"],
    ["code, wording and both", "A:達成 A 達成 B:一部達成 B C:未達成 未達成", "A+ B C!"],
    ["kanji code, wording and both", "終:終了 終 終了 継:継続 継 未:未着手", "終+ 継 未!"],
    ["wordings in brackets", "A（順調） B（概ね順調） C（遅れ）", "A+ B+ C!"],
    [
      "words of no family",
      "未着手 予定より遅れている 予定どおり 予定より進んでいる",
      "予定どおり+ 予定より進んでいる+ 未着手! 予定より遅れている!",
    ],
    [
      "a negation at the end",
      "進んでいない 順調に進んでいる あまり順調に進んでいない",
      "順調に進んでいる+ 進んでいない! あまり順調に進んでいない!",
    ],
    ["goals", "目標未達成 目標達成", "目標達成+ 目標未達成!"],
    ["what is open stands before what failed", "未実施 実施 一部実施", "実施+ 一部実施 未実施!"],
  ])("%s", (_, found, proposed) => {
    const proposal = proposalFor(repeat(...found.split(" ")).map((status) => status.replace(":", " ")));
    expect(
      proposal
        ?.map(
          ({ name, achieved, reasonRequired, inDenominator }) =>
            name + (achieved ? "+" : "") + (reasonRequired ? "!" : "") + (inDenominator ? "" : "~"),
        )
        .join(" "),
    ).toBe(proposed);
  });

  it("every spelling that was found is the class's 同義語, and counts once 設定 has the table", () => {
    const proposal = proposalFor(repeat("終 終了", "終", "終了", "継 継続", "継"));
    expect(proposal?.map(({ name, meaning, synonyms }) => [name, meaning, synonyms])).toEqual([
      ["終", "終了", ["終 終了", "終了"]],
      ["継", "継続", ["継 継続"]],
    ]);
  });
});
