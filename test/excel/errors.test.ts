import { describe, expect, it } from "vitest";
import { describeHostProblem, HostError, hostProblem, toHostError, type HostProblemKind } from "../../src/excel/errors";
import { en } from "../../src/messages/en";
import { ja } from "../../src/messages/ja";

const coded = (code: string): Error => Object.assign(new Error("ローカライズされた文"), { code });

describe("toHostError", () => {
  it.each<[string, HostProblemKind, boolean]>([
    ["InvalidOperationInCellEditMode", "cell-edit-mode", true],
    ["AccessDenied", "access-denied", true],
    ["ItemAlreadyExists", "name-taken", true],
    ["ItemNotFound", "not-found", true],
    ["RequestPayloadSizeLimitExceeded", "too-large", false],
    ["ResponsePayloadSizeLimitExceeded", "too-large", false],
    ["ApiNotFound", "old-excel", false],
    ["InvalidSelection", "other-workbook", true],
    ["GeneralException", "failed", true],
    ["Timeout", "busy", true],
    ["PropertyNotLoaded", "unexpected", false],
  ])("knows %s by its code", (code, kind, retryable) => {
    const { problem, cause } = toHostError(coded(code), { sheet: "台帳" });
    expect(problem).toMatchObject({ kind, retryable, code, sheet: "台帳" });
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
  const kinds: HostProblemKind[] = [
    "cell-edit-mode",
    "sheet-protected",
    "workbook-protected",
    "read-only",
    "access-denied",
    "name-taken",
    "not-found",
    "too-large",
    "text-too-long",
    "old-excel",
    "other-workbook",
    "filtered",
    "busy",
    "cancelled",
    "failed",
    "unexpected",
  ];

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
