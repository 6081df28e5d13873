import { describe, expect, it } from "vitest";
import type { Measure } from "../../../src/ledger/ledger";
import { measureTree } from "../../../src/report/booklet/measure-tree";

type Row = readonly [headingNumber: string, heading: string, policyNumber: string, policy: string, measure: string];

function measures(rows: readonly Row[]): Measure[] {
  return rows.map(([headingNumber, heading, policyNumber, policy, measure], row) => ({
    row,
    number: String(row + 1),
    field: "分野",
    headingNumber,
    heading,
    policyNumber,
    policy,
    action: "",
    measure,
    status: "達成",
    relisted: false,
    original: "",
    reason: "",
    result: "",
    department: "",
    remarks: "",
    name: measure === "" ? policy : measure,
    statusIndex: 0,
    fieldIndex: 0,
  }));
}

/** 「1 大項目」, 「(1) 施策*」 where it carries a status, 「- 個別事業」. */
function tree(rows: readonly Row[]): string[] {
  return measureTree(measures(rows)).map((entry) => {
    if (entry.kind === "heading") return `${entry.number} ${entry.name}`;
    if (entry.kind === "policy") return `(${entry.number}) ${entry.name}${entry.measure === null ? "" : "*"}`;
    return `- ${entry.measure.name}`;
  });
}

describe("measureTree", () => {
  it.each<[string, Row[], string[]]>([
    [
      "puts measures under their 施策 and 大項目",
      [
        ["1", "大", "1", "施", "甲"],
        ["1", "大", "1", "施", "乙"],
        ["1", "大", "2", "別", "丙"],
      ],
      ["1 大", "(1) 施", "- 甲", "- 乙", "(2) 別", "- 丙"],
    ],
    ["lets a 施策 carry the status itself", [["1", "大", "1", "施", ""]], ["1 大", "(1) 施*"]],
    [
      "does without 大項目",
      [
        ["", "", "1", "施", "甲"],
        ["", "", "2", "別", ""],
      ],
      ["(1) 施", "- 甲", "(2) 別*"],
    ],
    ["does without 施策", [["1", "大", "", "", "甲"]], ["1 大", "- 甲"]],
    [
      "counts where the ledger has no numbers, and begins anew under each 大項目",
      [
        ["", "大", "", "施", "甲"],
        ["", "大", "", "別", "乙"],
        ["", "次", "", "施", "丙"],
      ],
      ["1 大", "(1) 施", "- 甲", "(2) 別", "- 乙", "2 次", "(1) 施", "- 丙"],
    ],
    [
      "prints every row once, also a 施策 whose own status stands beside its measures'",
      [
        ["1", "大", "1", "施", ""],
        ["1", "大", "1", "施", "甲"],
        ["1", "大", "1", "施", ""],
      ],
      ["1 大", "(1) 施*", "- 甲", "- 施"],
    ],
    [
      "prints a heading again that comes back, so that the ledger's order stands",
      [
        ["1", "大", "1", "施", "甲"],
        ["2", "次", "1", "別", "乙"],
        ["1", "大", "1", "施", "丙"],
      ],
      ["1 大", "(1) 施", "- 甲", "2 次", "(1) 別", "- 乙", "1 大", "(1) 施", "- 丙"],
    ],
    [
      "takes spellings of one heading as one",
      [
        ["1", "ＧＩＳの構築", "1", "施", "甲"],
        ["１", "GISの構築", "1", "施", "乙"],
      ],
      ["1 ＧＩＳの構築", "(1) 施", "- 甲", "- 乙"],
    ],
  ])("%s", (_, rows, lines) => {
    expect(tree(rows)).toEqual(lines);
  });
});
