import { describe, expect, it } from "vitest";
import type { CheckOutcome } from "../../../src/actions/actions";
import type { CellValue } from "../../../src/cells/cell";
import { createClient } from "../../../src/embedded/wire/client";
import { actionsOver, smallWorkbook, succeeded } from "../../actions/sample";
import { createTroubledServer } from "../../embedded/troubled-server";
import { dirtyLedger } from "../../fixtures/dirty-ledger";

async function checked(rows: CellValue[][], others: Record<string, CellValue[][]> = {}): Promise<CheckOutcome> {
  const model = smallWorkbook(others, rows);
  return succeeded(await actionsOver(createClient(createTroubledServer(model))).check({}));
}

/** What is offered for the finding of a rule at a cell. */
function offered({ findings, mendings }: CheckOutcome, rule: string, cell: string) {
  const index = findings.findIndex((finding) => finding.rule === rule && finding.cell === cell);
  expect(index, `${rule} ${cell}`).toBeGreaterThanOrEqual(0);
  return mendings[index]!;
}

describe("what can be done about a finding", () => {
  it("is something for each of the dirty ledger's, but for what nobody can know", async () => {
    const { workbook, planted } = dirtyLedger();
    const outcome = succeeded(await actionsOver(createClient(createTroubledServer(workbook))).check({}));
    const helpless = outcome.mendings.flatMap(({ target, ways }, index) =>
      target === null && ways.length === 0 ? [outcome.findings[index]!.rule] : [],
    );
    expect(helpless).toEqual([]);
    for (const { rule, cell } of planted) offered(outcome, rule, cell);
  });

  it("offers the vocabulary for a status that is missing, and for an unknown one the likeliest first", async () => {
    const outcome = await checked([
      ["行政", "窓口の改善", ""],
      ["行政", "相談の充実", "末達成"],
      ["行政", "配食", "達成"],
    ]);
    expect(offered(outcome, "status-blank", "C2")).toMatchObject({
      values: ["達成", "未達成", "中止"],
      proposed: null,
      target: { sheet: "台帳", row: 1, column: 2, before: "" },
    });
    const unknown = offered(outcome, "status-unknown", "C3");
    expect(unknown.values).toEqual(["未達成", "達成", "中止"]);
    expect(unknown.proposed?.edits).toEqual([{ ...unknown.target, after: "未達成" }]);
  });

  it("proposes no word that only means the like, and takes all cells with it together", async () => {
    const outcome = await checked([
      ["行政", "窓口の改善", "完了"],
      ["行政", "相談の充実", "完了"],
      ["行政", "配食", "達成"],
      ["行政", "入浴", "達成"],
    ]);
    const { proposed, alike } = offered(outcome, "status-unknown", "C2");
    expect(proposed).toBeNull();
    expect(alike.map(({ row }) => row)).toEqual([1, 2]);
  });

  it("offers the fields that 分野 has", async () => {
    const fields = [
      ["分野", "略称"],
      ["行政の改革", ""],
      ["福祉の充実", ""],
    ];
    const outcome = await checked(
      [
        ["行政の改革", "窓口の改善", "達成"],
        ["環境", "相談の充実", "達成"],
        ["", "配食", "達成"],
        ["福祉の充実", "入浴", "達成"],
      ],
      { 分野: fields },
    );
    expect(offered(outcome, "field-unknown", "A3").values).toEqual(["行政の改革", "福祉の充実"]);
    expect(offered(outcome, "cell-required", "A4").values).toEqual(["行政の改革", "福祉の充実"]);
  });
});
