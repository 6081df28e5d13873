import { describe, expect, it } from "vitest";
import { parseArea } from "../../src/embedded/model/address";
import type { CellValue } from "../../src/cells/cell";
import { readLedger } from "../../src/ledger/read-ledger";
import { DEFAULT_SETTINGS, DEFAULT_STATUSES } from "../../src/ledger/settings";
import { proposeVocabulary } from "../../src/validation/propose-vocabulary";
import { CLERK_MISTAKES, type ClerkMistake } from "../fixtures/clerk-mistakes";
import { FORMS } from "../fixtures/ledgers";
import { officeLedger } from "../fixtures/office-ledger";
import { sampleRows } from "../fixtures/sample-rows";
import { check, sheetOf, type Book } from "./check-rows";
import { settingsRows } from "./clean-ledger";

type Rows = CellValue[][];
interface OpenBook extends Book {
  readonly ledger: Rows;
  readonly settings?: Rows;
  readonly fields?: Rows;
  readonly plan?: Rows;
}

/** A ledger as nobody has spoilt it yet, with the vocabulary that its owner takes over from the check. */
function bookOf(name: string): OpenBook {
  if (name === "sample")
    return {
      ledger: sampleRows("台帳"),
      settings: sampleRows("設定"),
      fields: sampleRows("分野"),
      plan: sampleRows("計画"),
    };
  if (name === "office") {
    const { 台帳, 設定, 分野, 計画 } = officeLedger();
    return { ledger: 台帳, settings: 設定, fields: 分野, plan: 計画 };
  }
  const { form } = FORMS.find(({ family }) => family === name)!;
  const ledger = form.rows.map((cells) => [...cells]);
  const { ledger: read } = readLedger(sheetOf("台帳", ledger), { statuses: DEFAULT_STATUSES, fieldOrder: [] });
  const proposal = read === undefined ? null : proposeVocabulary(read, DEFAULT_SETTINGS);
  return {
    ledger,
    ...(proposal === null ? {} : { settings: settingsRows(proposal, "四捨五入") }),
    structure: { mergedAreas: (form.merges ?? []).map((address) => parseArea(address)!) },
  };
}

const SHEETS = { 設定: "settings", 分野: "fields", 計画: "plan" } as const;

/** The book with the mistake in it. */
function withMistake(mistake: ClerkMistake): Book {
  const book = bookOf(mistake.ledger);
  const put = (place: string, value: CellValue) => {
    const [sheet, address] = place.includes("!") ? place.split("!") : ["", place];
    const rows = sheet === "" ? book.ledger : book[SHEETS[sheet as keyof typeof SHEETS]]!;
    const { row, column } = parseArea(address!)!;
    while (rows.length <= row) rows.push([]);
    while (rows[row]!.length <= column) rows[row]!.push("");
    rows[row]![column] = value;
  };
  for (const [place, value] of Object.entries(mistake.cells ?? {})) put(place, value);
  if (mistake.rows) {
    const [at, ...rows] = mistake.rows;
    book.ledger.splice(at - 1, 0, ...rows.map((cells) => [...cells]));
  }
  const width = Math.max(...book.ledger.map((cells) => cells.length));
  for (const cells of book.ledger) while (cells.length < width) cells.push("");
  const position = (address: string) => {
    const { row, column } = parseArea(address)!;
    return `${row},${column}`;
  };
  const { merge, hiddenRow, hiddenColumn, fill, table } = mistake;
  return {
    ...book,
    formulas: Object.fromEntries(
      Object.entries(mistake.formulas ?? {}).map(([cell, formula]) => [position(cell), formula]),
    ),
    structure: {
      ...book.structure,
      ...(merge === undefined ? {} : { mergedAreas: [parseArea(merge)!] }),
      ...(hiddenRow === undefined ? {} : { hiddenRows: [hiddenRow - 1] }),
      ...(hiddenColumn === undefined ? {} : { hiddenColumns: [parseArea(`${hiddenColumn}1`)!.column] }),
      ...(fill === undefined ? {} : { rowFills: book.ledger.map((_, row) => (row === fill[0] - 1 ? fill[1] : "")) }),
      ...(table === undefined ? {} : { tables: [{ name: "表1", area: parseArea(table)!, showTotals: true }] }),
    },
  };
}

/** The rules that find something at a place. */
function rulesAt(book: Book, cell: string): string[] {
  return check(book).flatMap(({ rule, sheet, cell: found }) =>
    (sheet === "台帳" ? found : `${sheet}!${found}`) === cell ? [rule] : [],
  );
}

describe("mistakes as clerks make them", () => {
  it("are many, in many ledgers", () => {
    expect(CLERK_MISTAKES.length).toBeGreaterThanOrEqual(162);
    expect(new Set(CLERK_MISTAKES.map(({ ledger }) => ledger)).size).toBeGreaterThanOrEqual(12);
  });

  it.each(
    CLERK_MISTAKES.map((mistake) => ({ ...mistake, typed: JSON.stringify(mistake.cells ?? mistake.rows ?? "") })),
  )("$ledger $cell $typed: $rules", (mistake) => {
    const { rules, cell, ledger } = mistake;
    const found = rulesAt(withMistake(mistake), cell);
    expect(found.filter((rule) => rules.includes(rule))).not.toEqual([]);
    // Nothing is found there before the mistake is made.
    const before = rulesAt(bookOf(ledger), cell).filter((rule) => rules.includes(rule));
    expect(before).toEqual(ledger === "sample" && cell === "G75" ? ["relisted-name"] : []);
  });
});

describe("ledgers without a mistake", () => {
  it("the office's has no finding", () => {
    expect(check(bookOf("office"))).toEqual([]);
  });
});
