import { describe, expect, it } from "vitest";
import { automaticEdits, groupFindings } from "../../src/validation/finding-groups";
import { edit, finding } from "../taskpane/fake-actions";

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
  it("takes what needs no choice and nothing else", () => {
    const choices = (after: string) => [{ label: "", edits: [edit({ row: 3, before: "　達 成", after })] }];
    const other = edit({ row: 4 });
    const edits = automaticEdits([
      finding({ rule: "space-edge", fix: "auto", choices: choices("達 成") }),
      finding({ rule: "space-edge", fix: "auto", choices: [{ label: "", edits: [other] }] }),
      finding({ fix: "choose", choices: [{ label: "未達成", edits: [edit({ row: 5 })] }] }),
      finding({ fix: "manual", choices: [] }),
    ]);
    expect(edits).toEqual([edit({ row: 3, before: "　達 成", after: "達 成" }), other]);
  });

  it("belong to the group of their rule", () => {
    const [group] = groupFindings([finding({ fix: "auto", choices: [{ label: "", edits: [edit()] }] }), finding()]);
    expect(group!.entries).toHaveLength(2);
    expect(group!.edits).toEqual([edit()]);
  });
});
