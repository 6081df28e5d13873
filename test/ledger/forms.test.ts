import { beforeAll, describe, expect, test } from "vitest";
import { columnLetters } from "../../src/cells/cell";
import type { ColumnReading, Ledger } from "../../src/ledger/ledger";
import { findLedger } from "../../src/ledger/find-ledger";
import { readLedger } from "../../src/ledger/read-ledger";
import { FORMS } from "../fixtures/ledgers";
import type { LedgerForm } from "../fixtures/ledgers/form";

function ledgerOf({ sheet, rows }: LedgerForm): Ledger {
  const result = readLedger({ name: sheet, row: 0, column: 0, values: rows }, { statuses: [], fieldOrder: [] });
  if ("problem" in result) throw new Error(JSON.stringify(result.problem));
  return result.ledger;
}

/** Counts of each text, in order of first appearance. */
function countsOf(texts: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const text of texts) counts[text] = (counts[text] ?? 0) + 1;
  return counts;
}

describe.each(FORMS.filter(({ form }) => form.expected.asks === undefined))("$family", ({ form }) => {
  const { expected } = form;
  let ledger: Ledger;
  beforeAll(() => {
    ledger = ledgerOf(form);
  });

  test("header, year, date", () => {
    expect([ledger.headerTop, ledger.headerRow]).toEqual(expected.header);
    expect(ledger.year?.year ?? null).toBe(expected.year);
    expect(ledger.asOf).toBe(expected.asOf);
  });

  test("levels with the plan's words", () => {
    const levels = ledger.levels.map(({ name, column }) => [name, column < 0 ? "" : columnLetters(column)]);
    expect(levels).toEqual(expected.levels);
    expect(ledger.fields.filter((name) => name !== "")).toEqual(expected.fields.filter((name) => name !== ""));
  });

  test("columns", () => {
    const read = Object.fromEntries(ledger.headers.map((reading) => [columnLetters(reading.column), shown(reading)]));
    expect(read).toEqual(
      Object.fromEntries(
        Object.entries(expected.columns).map(([at, one]) => [
          at,
          one && { key: one.key, ...(one.year === undefined ? {} : { year: one.year }) },
        ]),
      ),
    );
  });

  test("measures, their statuses, and the rows that are none", () => {
    expect(countsOf(ledger.measures.map(({ status }) => status))).toEqual(expected.statuses);
    expect(ledger.measures).toHaveLength(expected.measures);
    const skipped = (ledger.skipped ?? []).filter(({ kind }) => kind !== "continued").map(({ row }) => row);
    expect(skipped).toEqual(
      expected.notMeasures.filter((row) => skipped.includes(row) || form.rows[row]?.some((cell) => cell !== "")),
    );
  });
});

describe("what a ledger does not settle is asked", () => {
  const formOf = (family: string) => FORMS.find((one) => one.family === family)!.form;
  const problemOf = ({ sheet, rows }: LedgerForm) =>
    readLedger({ name: sheet, row: 0, column: 0, values: rows }, { statuses: [], fieldOrder: [] }).problem;

  test("which of two axes is counted", () => {
    expect(problemOf(formOf("two-axes"))).toMatchObject({
      kind: "ambiguous-columns",
      candidates: [{ text: "実施状況" }, { text: "達成度" }],
    });
  });

  test("whose points are counted", () => {
    expect(problemOf(formOf("scores-by-three-bodies"))).toMatchObject({
      kind: "ambiguous-columns",
      candidates: [
        { text: "評価（５点満点） › 主管課" },
        { text: "評価（５点満点） › 庁内部会" },
        { text: "評価（５点満点） › 食育推進会議" },
      ],
    });
  });

  test("which sheet of a ledger with a sheet for each 柱", () => {
    const { sheet, rows, others = {} } = formOf("sheet-per-pillar");
    const sheets = Object.entries({ [sheet]: rows, ...others });
    const workbook = {
      sheets: sheets.map(([name]) => ({ name, visible: true, protected: false })),
      activeSheet: sheet,
      fileName: "",
      readOnly: false,
      structureProtected: false,
      read: new Map(sheets.map(([name, values]) => [name, { name, row: 0, column: 0, values }])),
    };
    expect(findLedger(workbook).problem).toEqual({
      kind: "ambiguous",
      sheets: ["柱１", "柱２", "柱３"],
      sameHeader: true,
    });
  });

  test("nothing of a ledger none of whose levels is known by its header: they are guessed, and said to be", () => {
    const ledger = ledgerOf(formOf("facility-schedule"));
    const { expected } = formOf("facility-schedule");
    expect(ledger.levels.map(({ name }) => name)).toEqual(expected.levels.map(([name]) => name));
    expect(ledger.headers.filter(({ by }) => by === "content").map(({ text }) => text)).toEqual(
      expect.arrayContaining(["施設分類", "地区", "施設名"]),
    );
    expect(ledger.fields).toEqual(expected.fields);
    expect(countsOf(ledger.measures.map(({ status }) => status))).toEqual(expected.statuses);
  });
});

function shown({ key, year }: ColumnReading) {
  return key === null ? null : { key, ...(year === null ? {} : { year }) };
}
