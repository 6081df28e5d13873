import { describe, expect, it } from "vitest";
import {
  ACCEPTANCE_HEADERS,
  acceptanceRows,
  readAcceptances,
  withoutAccepted,
  type Acceptance,
} from "../../src/validation/acceptances";
import { finding } from "../taskpane/fake-actions";

const acceptance = (change: Partial<Acceptance> = {}): Acceptance & { title: string } => ({
  rule: "date-text",
  sheet: "台帳",
  cell: "I11",
  value: "未定",
  reason: "年度末に決まるため",
  at: "令和8年4月1日",
  title: "日付の列に日付以外",
  ...change,
});

const source = (rows: string[][]) => ({
  name: "確認済み",
  row: 4,
  column: 0,
  values: [Object.values(ACCEPTANCE_HEADERS).map(([text]) => text), ...rows],
});
const entries = (...rows: string[][]) => readAcceptances(source(rows))?.entries ?? [];

describe("確認済み", () => {
  it("is read back, without what has no reason or was taken back", () => {
    const [kept, unsaid, back] = acceptanceRows([
      acceptance({ value: "未定\r" }),
      acceptance({ reason: " " }),
      acceptance(),
    ]);
    back![6] = "取り消し";
    expect(entries(kept!, unsaid!, back!)).toMatchObject([{ value: "未定\r", reason: "年度末に決まるため", row: 5 }]);
  });

  it("takes warnings out of what was found, and never an error", () => {
    const warning = finding({ rule: "date-text", severity: "warning", cell: "I11", value: "未定" });
    const error = finding({ rule: "date-text", severity: "error", cell: "I11", value: "未定" });
    const known = entries(...acceptanceRows([acceptance()]));
    expect(withoutAccepted([warning, error], known)).toMatchObject({
      findings: [error],
      accepted: [{ finding: warning }],
    });
  });

  it.each([{ value: "年度末" }, { cell: "I12" }, { rule: "date-notation" }, { sheet: "台帳2" }])(
    "is void where anything has changed: %j",
    (change) => {
      const warning = finding({ rule: "date-text", severity: "warning", cell: "I11", value: "未定", ...change });
      const { accepted } = withoutAccepted([warning], entries(...acceptanceRows([acceptance()])));
      expect(accepted).toEqual([]);
    },
  );
});
