/*
 * What somebody would write with a general library instead: read the ledger, count statuses by field, add one plain table.
 * Usage: tsx test/bench/exceljs-summary.ts LEDGER.xlsx OUT.xlsx
 */
import ExcelJS from "exceljs";

const [input, output] = process.argv.slice(2);
if (input === undefined || output === undefined) throw new Error("usage: exceljs-summary.ts LEDGER.xlsx OUT.xlsx");

const workbook = new ExcelJS.Workbook();
await workbook.xlsx.readFile(input);
const ledger = workbook.worksheets[0]!;
const header = (ledger.getRow(1).values as unknown[]).map(String);
const field = header.indexOf("分野");
const status = header.indexOf("状況");
const counts = new Map<string, Map<string, number>>();
const statuses = new Set<string>();
ledger.eachRow((row, number) => {
  if (number === 1) return;
  const name = row.getCell(field).text;
  const value = row.getCell(status).text;
  statuses.add(value);
  const line = counts.get(name) ?? new Map<string, number>();
  line.set(value, (line.get(value) ?? 0) + 1);
  counts.set(name, line);
});
const summary = workbook.addWorksheet("集計");
summary.addRow(["分野", ...statuses, "計"]);
for (const [name, line] of counts) {
  const numbers = [...statuses].map((value) => line.get(value) ?? 0);
  summary.addRow([name, ...numbers, numbers.reduce((sum, number) => sum + number, 0)]);
}
await workbook.xlsx.writeFile(output);
