import { describe, expect, test } from "vitest";
import type { Counts } from "../../src/tally/tally";
import { dataCsv, parseCsv } from "../../src/publish/csv/table";
import { countsTable, measuresTable } from "../../src/publish/csv/tables";
import { writeDocx } from "../../src/publish/docx/write-docx";
import { writeHtml } from "../../src/publish/html/write-html";
import { figure } from "../../src/publish/cell-text";
import { planDocument } from "../../src/report/document/plan-document";
import { planReport } from "../../src/report/plan-report";
import { summaryTitle, WORDS } from "../../src/report/words";
import { asOfText } from "../../src/report/as-of";
import { FORMS } from "../fixtures/ledgers";
import { gridOf } from "../report/booklet/reading";
import { sampleRows } from "../report/booklet/ledgers";
import { documentInput, formRows } from "./documents";
import { readDocx, readTables } from "./reading";

/*
 * One tally, four files: what the workbook says of each field and of the whole, the Word document, the page and the open
 * data say too, read back from the files themselves.
 */

const LEDGERS = [
  { name: "the sample", rows: sampleRows(), sheet: "台帳" },
  ...FORMS.filter(({ form }) => form.expected.asks === undefined).map(({ family, form }) => ({
    name: family,
    rows: formRows(form),
    sheet: form.sheet,
  })),
];

describe.each(LEDGERS)("$name", ({ rows, sheet }) => {
  const input = documentInput(rows, sheet);
  const { document, tally, asOf } = planDocument(input);
  const { settings, ledger } = input;
  const decimals = settings.decimals;
  const hasRate = tally.statuses.some(({ achieved, inDenominator }) => achieved && inDenominator);
  const numbers = ({ byStatus, outside, total, rate }: Counts) => [
    ...byStatus.map((count) => figure(count, 0)),
    ...(tally.total.outside > 0 ? [figure(outside, 0)] : []),
    figure(total, 0),
    ...(hasRate ? [rate === null ? WORDS.noRate : figure(rate, decimals)] : []),
  ];
  const expected = [
    ...tally.fields.map(({ name, counts }) => [name === "" ? WORDS.noField : name, ...numbers(counts)]),
    [WORDS.total, ...numbers(tally.total)],
  ];

  test("the workbook's table has these figures", () => {
    const source = { name: sheet, row: 0, column: 0, values: rows[sheet]! };
    const { sheets, tally: again } = planReport({ ...input, source, parts: ["summary"] });
    expect(again.total).toEqual(tally.total);
    const grid = gridOf(sheets[0]!);
    const shown = grid.map((row) =>
      row.map((cell) => {
        const value = typeof cell === "object" && cell !== null ? cell.value : cell;
        return typeof value === "number" ? value : String(value ?? "");
      }),
    );
    for (const [name, ...figures] of expected) {
      const found = shown.filter((row) => row[0] === name);
      const isSame = found.some((row) =>
        figures.every((text, at) => {
          const value = row[at + 1];
          return typeof value === "number" ? Number(text.replaceAll(",", "")) === value : value === text;
        }),
      );
      expect(isSame, name).toBe(true);
    }
  });

  test("the Word document's too", async () => {
    const { tables } = readDocx(await writeDocx(document, "2011-03-31"));
    expect(tables.find((table) => table[0]![1] === tally.statuses[0]!.name)?.slice(1, expected.length + 1)).toEqual(
      expected,
    );
    expect(document.asOf).toBe(asOfText(input.plan, ledger, input.today));
    expect(asOf).toBe(document.asOf);
  });

  test("the page's too", () => {
    const html = writeHtml(document, []);
    const table = readTables(html).find((one) => one[0]![1] === tally.statuses[0]!.name);
    expect(table?.slice(1, expected.length + 1)).toEqual(expected);
    expect(html).toContain(summaryTitle(tally, asOf, settings).replaceAll("&", "&amp;"));
  });

  test("and the open data, which also has every measure once", () => {
    const [header = [], whole = [], ...lines] = parseCsv(dataCsv(countsTable(tally, settings)));
    const plain = (text: string) => (text === WORDS.noRate ? "" : text.replaceAll(",", ""));
    const rateColumn = header.length - 1;
    const withoutShares = (row: readonly string[]) => [
      ...row.slice(3, 3 + tally.statuses.length + (tally.total.outside > 0 ? 2 : 1)),
      ...(hasRate ? [row[rateColumn] === "" ? "" : Number(row[rateColumn]).toFixed(decimals)] : []),
    ];
    expect(withoutShares(whole)).toEqual(expected.at(-1)!.slice(1).map(plain));
    const fields = lines.filter(([of, , group]) => of === tally.fieldWord && group === "");
    expect(fields.map((row) => [row[1], ...withoutShares(row)])).toEqual(
      expected.slice(0, -1).map(([name, ...figures]) => [name, ...figures.map(plain)]),
    );
    const [head = [], ...measures] = parseCsv(dataCsv(measuresTable(ledger, settings)));
    expect(new Set(head).size).toBe(head.length);
    expect(measures).toHaveLength(ledger.measures.length);
    expect(measures.map((row) => row[head.indexOf("名称")])).toEqual(ledger.measures.map(({ name }) => name.trim()));
  });
});
