import { describe, expect, it } from "vitest";
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
