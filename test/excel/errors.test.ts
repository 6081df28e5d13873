import { describe, expect, it } from "vitest";
import { describeHostProblem, HostError, hostProblem, toHostError, type HostProblemKind } from "../../src/excel/errors";
import { en } from "../../src/messages/en";
import { ja } from "../../src/messages/ja";

const coded = (code: string): Error => Object.assign(new Error("ローカライズされた文"), { code });

describe("toHostError", () => {
  it.each<[string, HostProblemKind]>([
    ["InvalidOperationInCellEditMode", "cell-edit-mode"],
    ["InvalidOperation", "refused"],
    ["UnsupportedSheet", "chart-sheet"],
    ["AccessDenied", "access-denied"],
    ["BadPassword", "access-denied"],
    ["ItemAlreadyExists", "name-taken"],
    ["ItemNotFound", "not-found"],
    ["InvalidReference", "not-found"],
    ["RequestPayloadSizeLimitExceeded", "too-large"],
    ["ResponsePayloadSizeLimitExceeded", "too-large"],
    ["OperationCellsExceedLimit", "too-large"],
    ["FormulaLengthExceedsLimit", "text-too-long"],
    ["ApiNotFound", "old-excel"],
    ["InvalidSelection", "other-workbook"],
    ["FilteredRangeConflict", "filtered"],
    ["GeneralException", "failed"],
    ["Timeout", "busy"],
    ["PropertyNotLoaded", "unexpected"],
    ["toString", "unexpected"],
  ])("knows %s by its code", (code, kind) => {
    const { problem, cause } = toHostError(coded(code), { sheet: "台帳" });
    expect(problem).toEqual({ kind, code, sheet: "台帳" });
    expect((cause as Error).message).toBe("ローカライズされた文");
  });

  it("takes anything without a code for a bug of ours", () => {
    for (const thrown of [new TypeError("x"), "text", null, undefined, { code: 5 }]) {
      expect(toHostError(thrown).problem.kind).toBe("unexpected");
    }
  });

  it("keeps a HostError and adds what is known of the place", () => {
    const error = new HostError(hostProblem("filtered"));
    expect(toHostError(error)).toBe(error);
    expect(toHostError(error, { sheet: "台帳" }).problem).toMatchObject({ kind: "filtered", sheet: "台帳" });
  });
});

describe("describeHostProblem", () => {
  // As a record, so that a new kind cannot be forgotten here.
  const kinds = Object.keys({
    "cell-edit-mode": 1,
    refused: 1,
    "chart-sheet": 1,
    "sheet-protected": 1,
    "workbook-protected": 1,
    "read-only": 1,
    "access-denied": 1,
    "name-taken": 1,
    "not-found": 1,
    "too-large": 1,
    "text-too-long": 1,
    "old-excel": 1,
    "other-workbook": 1,
    filtered: 1,
    busy: 1,
    "ledger-gone": 1,
    overtaken: 1,
    cancelled: 1,
    failed: 1,
    unexpected: 1,
  } satisfies Record<HostProblemKind, 1>) as HostProblemKind[];

  it("has a sentence of its own for every kind, in both languages", () => {
    for (const messages of [ja, en]) {
      const sentences = kinds.map((kind) => describeHostProblem(hostProblem(kind), messages));
      expect(new Set(sentences).size).toBe(kinds.length);
    }
  });

  it("names the sheet and the cell where they are known", () => {
    const problem = hostProblem("text-too-long", { sheet: "4 評価", cell: "A12" });
    expect(describeHostProblem(problem, ja)).toContain("4 評価");
    expect(describeHostProblem(problem, en)).toContain("A12");
    expect(describeHostProblem(hostProblem("access-denied", { sheet: "台帳" }), ja)).toContain("台帳");
  });

  it("says so when something is left to clear away", () => {
    const plain = describeHostProblem(hostProblem("failed"), ja);
    const unfinished = describeHostProblem(hostProblem("failed", { unfinished: true }), ja);
    expect(unfinished.startsWith(plain)).toBe(true);
    expect(unfinished.length).toBeGreaterThan(plain.length);
  });
});
