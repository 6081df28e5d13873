import { describe, expect, it } from "vitest";
import { fingerprint as fingerprintOf } from "../../src/ledger/fingerprint";
import type { CellValue } from "../../src/cells/cell";
import { checkRecordSheet } from "../../src/report/check-record-sheet";
import { checkSheet } from "../../src/report/check-sheet";
import type { SheetPlan } from "../../src/report/plan";
import { readCheckRecord } from "../../src/validation/check-record";
import { RULES } from "../../src/validation/rules";
import { validate } from "../../src/validation/validate";
import { brokenBooks } from "../validation/break-all-the-rules";
import { inputOf, JA, sheetOf } from "../validation/check-rows";
import { cleanBook, Random } from "../validation/clean-ledger";
import { VOCABULARIES } from "../validation/vocabularies";

const TODAY = new Date("2026-03-31T16:00:00Z");

/** A plan's cells as a sheet would hold them. */
function cellsOf(plan: SheetPlan): CellValue[][] {
  const rows: CellValue[][] = [];
  for (const { row, column, cells } of plan.blocks) {
    for (const [at, values] of cells.entries()) {
      for (const [across, value] of values.entries()) {
        const line = (rows[row + at] ??= []);
        line[column + across] = typeof value === "object" ? (value?.value ?? "") : value;
      }
    }
  }
  return Array.from(rows, (row: CellValue[] | undefined) =>
    Array.from(row ?? [], (cell: CellValue | undefined) => cell ?? ""),
  );
}

describe("checkSheet", () => {
  const input = inputOf(brokenBooks()[0]!.book);
  const findings = validate(input, JA);
  const plan = checkSheet(findings, "台帳", input.plan, TODAY, JA.rules);
  const cells = cellsOf(plan);
  const header = cells.findIndex((row) => row[0] === "重さ");

  it("says first whether the ledger can be submitted, in Japan's date, with exact counts", () => {
    const errors = findings.filter(({ severity }) => severity === "error").length;
    expect(cells[1]?.[0]).toBe("令和8年4月1日検査　台帳「台帳」");
    expect(cells[2]?.[0]).toBe(`直すところが${errors}件あります`);
    expect(cells[4]?.slice(0, 4)).toEqual([
      errors,
      findings.filter(({ severity }) => severity === "warning").length,
      findings.filter(({ severity }) => severity === "info").length,
      findings.length,
    ]);
  });

  it("lists every finding, what blocks first, with a link to its cell", () => {
    const rows = cells.slice(header + 1);
    expect(rows).toHaveLength(findings.length);
    const severities = rows.map((row) => row[0]);
    expect(severities).toEqual([...severities].sort((a, b) => ORDER.indexOf(String(a)) - ORDER.indexOf(String(b))));
    expect(plan.links).toHaveLength(findings.filter(({ cell }) => cell !== "").length);
    expect(plan.links.some(({ sheet, cell }) => sheet === "計画" && cell === "B4")).toBe(true);
    for (const link of plan.links) expect(rows[link.row - header - 1]?.[link.column]).toBe(link.text);
  });

  it("repeats its header on every page and keeps it in sight", () => {
    expect(plan.page.titleRows).toEqual({ first: header, last: header });
    expect(plan.freezeRows).toBe(header + 1);
  });

  it("is short and glad where there is nothing to say", () => {
    const empty = cellsOf(checkSheet([], "台帳", input.plan, TODAY, JA.rules));
    expect(empty[2]?.[0]).toBe("提出できます");
  });

  it("lists the first 5,000 of very many and counts all of them", () => {
    const many = Array.from({ length: 6_000 }, () => findings[0]!);
    const rows = cellsOf(checkSheet(many, "台帳", input.plan, TODAY, JA.rules));
    expect(rows[4]?.[3]).toBe(6_000);
    expect(rows[rows.length - 1]?.[0]).toContain("1000件");
  });
});

const ORDER = ["要修正", "要確認", "参考"];

describe("checkRecordSheet", () => {
  const book = cleanBook(40, VOCABULARIES["下野市"]!, new Random(2));
  const input = inputOf(book);
  if (!("ledger" in input.ledger) || !input.tally) throw new Error("The book is a ledger.");
  const { ledger } = input.ledger;
  const fingerprint = fingerprintOf(input.source.values);
  const plan = checkRecordSheet(
    {
      ledger,
      fingerprint,
      findings: validate(input, JA),
      accepted: [],
      tally: input.tally,
      plan: input.plan,
      version: "0.1.0",
    },
    TODAY,
    JA.rules,
  );
  const cells = cellsOf(plan);

  it("is read back", () => {
    expect(readCheckRecord(sheetOf("検査記録", cells))).toEqual({
      date: "令和8年4月1日",
      version: "0.1.0",
      sheet: "台帳",
      fingerprint,
    });
  });

  it("names every rule with its count, and counts by field and status", () => {
    for (const { id } of RULES) expect(cells.some((row) => row[0] === id && row[2] === 0)).toBe(true);
    const total = cells.find((row) => row[0] === "計");
    expect(total?.slice(1)).toEqual([...input.tally!.total.byStatus, input.tally!.total.total]);
  });

  it.each([
    ["no sheet", undefined],
    ["another sheet", sheetOf("検査記録", [["検査日", "令和8年4月1日"]])],
    ["a fingerprint that was written over", sheetOf("検査記録", [["台帳の指紋", "変更"]])],
  ])("is null for %s", (_, source) => {
    expect(readCheckRecord(source)).toBeNull();
  });
});
