import { describe, expect, it } from "vitest";
import type { CellValue } from "../../src/cells/cell";
import { readSettings } from "../../src/ledger/read-settings";
import { DEFAULT_STATUSES } from "../../src/ledger/settings";
import type { SheetSource } from "../../src/ledger/source";
import { newLedger } from "../../src/report/new-ledger";
import { settingsEdits, type SettingsChange } from "../../src/validation/settings-edits";
import { sheetOf } from "./check-rows";
import { VOCABULARIES } from "./vocabularies";

/** The sheet after the edits, each of which must have been made for what stood there. */
function changed(source: SheetSource, change: SettingsChange): SheetSource {
  const values = source.values.map((row) => [...row]);
  for (const { row, column, before, after } of settingsEdits(source, change)) {
    const [at, place] = [row - source.row, column - source.column];
    while (values.length <= at) values.push([]);
    expect(values[at]![place] ?? "").toBe(before);
    values[at]![place] = after;
  }
  const width = Math.max(0, ...values.map((row) => row.length));
  return { ...source, values: values.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? "")) };
}

const settings = (rows: CellValue[][]) => sheetOf("設定", rows);
const template = () => settings(newLedger()[1]!.blocks[0]!.cells as CellValue[][]);

const MAPPING = [
  { header: "令和6年度 › 最終評価", key: "status", year: 2024 },
  { header: "整理欄", key: null, year: null },
] as const;

describe("settingsEdits", () => {
  it("says everything on an empty sheet", () => {
    const statuses = VOCABULARIES["長与町"]!;
    const sheet = changed(settings([]), { statuses, columns: MAPPING, year: 2024 });
    const read = readSettings(sheet);
    expect(read).toMatchObject({ settings: { statuses, columns: MAPPING, year: 2024 }, notices: [] });
  });

  it("adds what is new to the tables that are there and leaves the others as they are", () => {
    const before = readSettings(template()).settings;
    const sheet = changed(template(), { columns: MAPPING, year: 2025 });
    expect(readSettings(sheet)).toEqual({ settings: { ...before, columns: MAPPING, year: 2025 }, notices: [] });
    expect(sheet.values.slice(0, 3)).toEqual(template().values.slice(0, 3));
  });

  it("changes the meaning of a header that is there already", () => {
    const once = changed(template(), { columns: MAPPING, year: 2024 });
    const twice = changed(once, { columns: [{ header: "整理欄", key: "remarks", year: null }], year: 2025 });
    expect(readSettings(twice).settings).toMatchObject({
      columns: [MAPPING[0], { header: "整理欄", key: "remarks", year: null }],
      year: 2025,
    });
    expect(settingsEdits(twice, { columns: MAPPING.slice(0, 1), year: 2025 })).toEqual([]);
  });

  it("begins a table of its own where the one that is there has no room", () => {
    const rows: CellValue[][] = [
      ["見出し", "意味", "年度"],
      ["整理欄", "備考", ""],
      ["区分", "達成とみなす", ""],
      ["完了", "○", ""],
      ["項目", "値", ""],
      ["再掲", "除く", ""],
    ];
    const sheet = changed(settings(rows), { columns: [{ header: "結果", key: "status", year: null }], year: 2024 });
    expect(sheet.values.slice(0, 6)).toEqual(rows);
    expect(readSettings(sheet)).toMatchObject({
      settings: {
        columns: [
          { header: "整理欄", key: "remarks", year: null },
          { header: "結果", key: "status", year: null },
        ],
        year: 2024,
        relisted: "exclude",
        statuses: [{ name: "完了", achieved: true }],
      },
      notices: [],
    });
  });

  it("fills an empty 状況区分", () => {
    const statuses = VOCABULARIES["下野市"]!;
    const rows = template().values.map((row) => [...row]);
    for (let row = 2; row < 2 + DEFAULT_STATUSES.length; row++) rows[row]!.fill("");
    const sheet = changed(settings(rows), { statuses });
    expect(readSettings(sheet)).toMatchObject({ settings: { statuses }, notices: [] });
    expect(sheet.values).toHaveLength(rows.length);
  });

  it("adds a 同義語 once, after those that are there", () => {
    const first = changed(template(), { synonyms: [{ status: "未達成", text: "未完" }] });
    const next = changed(first, { synonyms: ["未完", "やり残し"].map((text) => ({ status: "未達成", text })) });
    const read = readSettings(next).settings.statuses.find(({ name }) => name === "未達成");
    expect(read?.synonyms).toEqual(["未完", "やり残し"]);
  });
});
