import { describe, expect, it } from "vitest";
import { readDataPackage } from "../../src/publish/csv/data-package";
import { dataCsv, parseCsv } from "../../src/publish/csv/table";
import { countsTable, measuresTable } from "../../src/publish/csv/tables";
import { makePublication, type Publication } from "../../src/publish/publication";
import { planDocument } from "../../src/report/document/plan-document";
import { sampleRows, type Rows } from "../report/booklet/ledgers";
import { documentInput } from "./documents";
import { readTables } from "./reading";

const encode = (text: string) => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

function published(rows: Rows, day: string, earlier?: Publication): Publication & { text: (name: string) => string } {
  const input = documentInput(rows);
  const { document, tally } = planDocument(input);
  const before = (name: string) => parseCsv(decode(earlier?.files.find((file) => file.name === name)?.bytes));
  const publication = makePublication({
    document,
    ledger: input.ledger,
    settings: input.settings,
    tally,
    workbook: "report.xlsx",
    day,
    earlier: earlier
      ? {
          measures: before("measures.csv"),
          counts: before("counts.csv"),
          errata: before("errata.csv"),
          asEncoded: (text) => text,
        }
      : null,
    replacesErrata: false,
    encoding: "utf-8",
    encode,
  });
  return { ...publication, text: (name) => decode(publication.files.find((file) => file.name === name)?.bytes) };
}

/** The sample with other statuses, by number. */
function changed(statuses: Readonly<Record<string, string>>): ReturnType<typeof sampleRows> {
  const rows = sampleRows();
  const [, , header = [], ...measures] = rows["台帳"]!;
  for (const row of measures) {
    const status = statuses[String(row[header.indexOf("番号")])];
    if (status !== undefined) row[header.indexOf("状況")] = status;
  }
  return rows;
}

describe("a second publication", () => {
  const first = published(sampleRows(), "2011-03-31");

  it("has no 正誤表 where nothing differs", () => {
    const second = published(sampleRows(), "2011-04-01", first);
    expect([second.corrected, second.corrections]).toEqual([0, []]);
    expect(second.files.map(({ name }) => name)).not.toContain("errata.csv");
    expect(second.text("index.html")).not.toContain("正誤表");
  });

  it("says of two statuses what was wrong and what is right, and every figure that followed from them", () => {
    // 1 was 達成, 5 too; both in the same 大項目.
    const second = published(changed({ "1": "未達成", "2": "中止" }), "2011-04-01", first);
    const said = second.corrections.map(({ date, place, item, wrong, right }) => [date, place, item, wrong, right]);
    expect(said.slice(0, 2)).toEqual([
      ["2011-04-01", "1　一課1ホームページの実現", "状況", "達成", "未達成"],
      ["2011-04-01", "2　ホームページ検索エンジンの導入", "状況", "達成", "中止"],
    ]);
    expect(said).toContainEqual(["2011-04-01", "全体", "達成（項目）", "72", "70"]);
    expect(said).toContainEqual(["2011-04-01", "全体", "達成率（％）", "73.5", "71.4"]);
    expect(said).toContainEqual([
      "2011-04-01",
      "ITによる行政サービスの向上　ホームページの充実",
      "中止（項目）",
      "1",
      "2",
    ]);
    const places = new Set(said.slice(2).map(([, place]) => place));
    expect([...places]).toEqual([
      "全体",
      "ITによる行政サービスの向上",
      "ITによる行政サービスの向上　ホームページの充実",
    ]);
    expect(second.corrected).toBe(said.length);
    expect(parseCsv(second.text("errata.csv"))).toEqual([["訂正日", "箇所", "項目", "誤", "正"], ...said]);
    const table = readTables(second.text("index.html")).at(-1);
    expect(table).toEqual([["訂正日", "箇所", "項目", "誤", "正"], ...said]);
    expect(second.document.chapters.at(-1)?.title).toBe("正誤表");
  });

  it("keeps what was corrected before, and names rows that came and went", () => {
    const second = published(changed({ "1": "未達成" }), "2011-04-01", first);
    const rows = changed({ "1": "未達成" });
    rows["台帳"]!.splice(rows["台帳"]!.length - 1, 1);
    const third = published(rows, "2011-05-02", second);
    expect(third.corrections.slice(0, second.corrections.length)).toEqual(second.corrections);
    const gone = third.corrections.slice(second.corrections.length);
    expect(gone.every(({ date }) => date === "2011-05-02")).toBe(true);
    expect(gone).toContainEqual(expect.objectContaining({ place: "98　個人情報保護対策の充実", right: "（削除）" }));
  });
});

describe("open data", () => {
  it("reads back as it was written, whatever is in it, and runs in no spreadsheet", () => {
    const rows = sampleRows();
    const name = rows["台帳"]![2]!.indexOf("個別事業");
    const hostile = ['=1+1"\n,x', "＝cmd", "+81", "二行\r\nの名称", "'引用"];
    hostile.forEach((text, at) => (rows["台帳"]![3 + at]![name] = text));
    const { ledger, settings } = documentInput(rows);
    const table = measuresTable(ledger, settings);
    const csv = dataCsv(table);
    const [header = [], ...read] = parseCsv(`\uFEFF${csv}`);
    expect(header).toEqual(table.columns.map(({ title }) => title));
    expect(read.slice(0, 5).map((row) => row[header.indexOf("名称")])).toEqual([
      `'=1+1"\n,x`,
      "'＝cmd",
      "+81",
      "二行\nの名称",
      "'引用",
    ]);
    expect(read).toHaveLength(98);
  });

  it("is described, columns and encodings included", () => {
    const publication = published(sampleRows(), "2011-03-31");
    const text = publication.text("datapackage.json");
    const { resources } = JSON.parse(text) as {
      resources: { path: string; bytes: number; schema: { fields: { name: string; type: string }[] } }[];
    };
    for (const { path, bytes, schema } of resources) {
      const [header, first] = parseCsv(publication.text(path));
      expect(schema.fields.map((field) => field.name)).toEqual(header);
      expect(publication.files.find(({ name }) => name === path)?.bytes).toHaveLength(bytes);
      schema.fields.forEach(({ type }, at) => {
        if (type !== "string" && first![at] !== "")
          expect(first![at]).toMatch(type === "integer" ? /^\d+$/ : /^[\d.]+$/);
      });
    }
    expect(readDataPackage(text)).toMatchObject({
      asOf: "平成22年度末",
      created: "2011-03-31",
      encodings: { "measures.csv": "utf-8", "counts.csv": "utf-8" },
    });
    for (const other of ["", "{}", "[]", "null", '{"name":"measure-ledger-report"}'])
      expect(readDataPackage(other)).toBeNull();
  });

  it("has shares and rates with the counts they are of", () => {
    const { settings, ledger } = documentInput(sampleRows());
    const { tally } = planDocument({ ...documentInput(sampleRows()), ledger, settings });
    const { columns, rows } = countsTable(tally, settings);
    expect(columns.map(({ title }) => title).slice(3)).toEqual([
      "達成（項目）",
      "未達成（項目）",
      "中止（項目）",
      "計（項目）",
      "達成の構成比（％）",
      "未達成の構成比（％）",
      "中止の構成比（％）",
      "達成率（％）",
    ]);
    expect(rows[0]).toEqual(["全体", "", "", 72, 14, 12, 98, 73.5, 14.3, 12.2, 73.5]);
  });
});
