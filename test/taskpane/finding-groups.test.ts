import { describe, expect, it } from "vitest";
import { automaticEdits, groupFindings } from "../../src/taskpane/finding-groups";
import { edit, finding } from "./fake-actions";

describe("groupFindings", () => {
  it("puts what blocks first and keeps the order of appearance within a severity", () => {
    const groups = groupFindings([
      finding({ rule: "space-edge", severity: "warning" }),
      finding({ rule: "status-unknown", severity: "error" }),
      finding({ rule: "row-hidden", severity: "info" }),
      finding({ rule: "cell-required", severity: "error" }),
      finding({ rule: "status-unknown", severity: "error" }),
    ]);
    expect(groups.map(({ rule, entries }) => [rule, entries.map(({ index }) => index)])).toEqual([
      ["status-unknown", [1, 4]],
      ["cell-required", [3]],
      ["space-edge", [0]],
      ["row-hidden", [2]],
    ]);
  });

  it("keeps a rule's grave and its slight findings apart", () => {
    const groups = groupFindings([
      finding({ rule: "number-duplicate", severity: "warning" }),
      finding({ rule: "number-duplicate", severity: "error" }),
    ]);
    expect(groups.map(({ severity, entries }) => [severity, entries.length])).toEqual([
      ["error", 1],
      ["warning", 1],
    ]);
  });
});

describe("automaticEdits", () => {
  it("takes what needs no choice, and one edit per cell", () => {
    const first = edit({ row: 3, before: "　達成 ", after: "達成 " });
    const second = edit({ row: 3, before: "　達成 ", after: "　達成" });
    const other = edit({ row: 4 });
    const edits = automaticEdits([
      finding({ fix: "auto", choices: [{ label: "", edits: [first] }] }),
      finding({ fix: "auto", choices: [{ label: "", edits: [second] }] }),
      finding({ fix: "auto", choices: [{ label: "", edits: [other] }] }),
      finding({ fix: "choose", choices: [{ label: "未達成", edits: [edit({ row: 5 })] }] }),
      finding({ fix: "manual", choices: [] }),
    ]);
    expect(edits).toEqual([first, other]);
  });
});
