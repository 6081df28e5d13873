import { describe, expect, test } from "vitest";
import { formReport, formsWith, gridOf, lettersOf, valueOf } from "./form-report";

describe.each(formsWith("direction"))("今後の方向性 of $family", ({ form }) => {
  test("counts status by direction for every column, and lists each measure once in each", () => {
    const { sheets, ledger, tally } = formReport(form, ["directions"]);
    const columns = lettersOf(form, "direction");
    const rows = gridOf(sheets[0]!).map((row) => row.map(valueOf));
    const headers = rows.flatMap((row, at) => (row.includes("計") && row.includes(tally.wording.rate) ? [at] : []));
    // A sheet of A, B and C says nothing of 達成.
    const [title = ""] = rows[0]!.map(String);
    expect(title).toMatch(new RegExp(`別の${tally.wording.state}（`));
    expect(headers).toHaveLength(columns.length);
    headers.forEach((header, section) => {
      const counts = new Map<string, number>();
      for (const { row } of ledger.measures) {
        const measure = ledger.measures.find((one) => one.row === row)!;
        const key = `${String(form.rows[row]![columns[section]!]).trim()}/${measure.statusIndex}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
      const total = rows.findIndex((row, at) => at > header && row[1] === "計");
      for (const row of rows.slice(header + 1, total)) {
        tally.statuses.forEach((_, at) => {
          expect(row[2 + at]).toBe(counts.get(`${String(row[1])}/${at}`) ?? 0);
        });
      }
      const listed = rows
        .slice(total + 1, headers[section + 1] ?? rows.length)
        .filter((row) => /^【/.test(String(row[row.length - 1])));
      expect(listed).toHaveLength(ledger.measures.length);
    });
  });
});
