import { describe, expect, test } from "vitest";
import { columnLetters } from "../../src/cells/cell";
import { parseArea } from "../../src/embedded/model/address";
import type { WorkbookModel } from "../../src/embedded/model/model";
import { newWorkbookModel } from "../../src/embedded/model/workbook";
import { createClient } from "../../src/embedded/wire/client";
import { matchKey } from "../../src/ledger/match-key";
import { readNumber } from "../../src/ledger/number-text";
import { readLedger } from "../../src/ledger/read-ledger";
import { createTroubledServer } from "../embedded/troubled-server";
import { FORMS } from "../fixtures/ledgers";
import type { LedgerForm } from "../fixtures/ledgers/form";
import { actionsOver, CONTROL, succeeded } from "./sample";

/*
 * Nothing that a ledger says is lost in silence: every cell that holds something is printed in the report, or the report says
 * that it does not use it (its column, the place above the table, the row that is no measure), or the check has a finding there.
 */

function workbookOf({ sheet, rows, merges = [], others = {} }: LedgerForm): WorkbookModel {
  const sheets = Object.entries({ [sheet]: rows, ...others });
  const model = newWorkbookModel(sheets.map(([name, values]) => ({ name, values: values.map((row) => [...row]) })));
  model.sheets[0]!.merged = merges.map((address) => parseArea(address)!);
  return model;
}

/** What the report's sheets show, run together so that a text broken over lines is found too. */
function printed(model: WorkbookModel, names: readonly string[]): string {
  const texts = model.sheets
    .filter(({ name }) => names.includes(name))
    .flatMap(({ rows }) => rows.flatMap((cells) => (cells ?? []).map((value) => keyOf(value))));
  return texts.join("\n");
}

function keyOf(value: unknown): string {
  return matchKey(String(value)).replace(/\s+/g, "");
}

describe.each(FORMS.filter(({ form }) => form.expected.asks === undefined))("$family", ({ form }) => {
  test("every cell is used, named as unused, or found", async () => {
    const { sheet, rows } = form;
    const model = workbookOf(form);
    const actions = actionsOver(createClient(createTroubledServer(model)));
    const { findings } = succeeded(await actions.check({ sheet }));
    const outcome = succeeded(await actions.makeReport({ sheet }, {}, CONTROL));
    const text = printed(model, outcome.sheets);
    const joined = text.replaceAll("\n", "");
    const remarks = outcome.remarks.join("\n");
    const { ledger } = readLedger({ name: sheet, row: 0, column: 0, values: rows }, { statuses: [], fieldOrder: [] });
    const found = findings.flatMap(({ cell }) => parseArea(cell) ?? []);
    const isFound = (row: number, column: number) =>
      found.some(
        (area) =>
          area.row <= row && row < area.row + area.rows && area.column <= column && column < area.column + area.columns,
      );
    const isNamedColumn = (column: number) => remarks.includes(`${columnLetters(column)}列「`);
    const isNamedRow = (row: number) => new RegExp(`（[\\d、]*(?<!\\d)${row + 1}(?!\\d)[\\d、…]*行目）`).test(remarks);
    const continued = new Set(ledger!.skipped?.filter(({ kind }) => kind === "band").map(({ row }) => row));
    const lost: string[] = [];
    rows.forEach((cells, row) => {
      // The header's words are the words of the report's tables or of the remark that names the column.
      if (row >= ledger!.headerTop && row <= ledger!.headerRow) return;
      cells.forEach((value, column) => {
        const key = keyOf(value);
        if (key === "") return;
        const isAbove = row < ledger!.headerTop;
        const accounted =
          isFound(row, column) ||
          (isAbove
            ? joined.includes(key) ||
              keyOf(ledger!.title).includes(key) ||
              key.includes(keyOf(ledger!.asOf || "\u0000")) ||
              /^\(?単位/.test(key) ||
              keyOf(remarks).includes(key)
            : (column === ledger!.columns.relisted && joined.includes("再掲")) ||
              isNamedRow(row) ||
              isNamedColumn(column) ||
              isPrinted(key) ||
              continued.has(row));
        if (!accounted) lost.push(`${columnLetters(column)}${row + 1} ${String(value)}`);
      });
    });
    expect(lost).toEqual([]);

    /** A number may be printed with another number of decimals, a long text over several lines. */
    function isPrinted(key: string): boolean {
      if (joined.includes(key)) return true;
      const read = readNumber(key);
      const number = read.kind === "none" ? NaN : read.value;
      return text.split("\n").some((each) => each !== "" && Number(each) === number);
    }
  });
});
