import { describe, expect, it, vi } from "vitest";
import { openWorkbook } from "../../../src/embedded/storage/open-workbook";
import type { OpenedWorkbook } from "../../../src/embedded/storage/open-workbook";
import type * as Saving from "../../../src/embedded/storage/save-workbook";
import { saveWorkbook } from "../../../src/embedded/storage/save-workbook";
import { StorageError } from "../../../src/embedded/storage/storage-error";
import { newSheetModel } from "../../../src/embedded/model/workbook";
import { cpuTime } from "../../fixtures/cpu-time";
import { minimalParts, pack, relationships } from "./package";
import type { Parts } from "./package";

/*
 * Small files that ask for much: each is either read in the time and memory of an honest file of its size, or refused
 * before it has taken more.
 */

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

function withStrings(sheet: string, strings: string): Parts {
  return minimalParts(sheet, {
    "xl/_rels/workbook.xml.rels": relationships([
      ["rId1", "worksheet", "worksheets/sheet1.xml"],
      ["rId2", "sharedStrings", "sharedStrings.xml"],
      ["rId3", "styles", "styles.xml"],
    ]),
    "xl/sharedStrings.xml": `<sst ${MAIN}>${strings}</sst>`,
    "xl/styles.xml": `<styleSheet ${MAIN}><cellXfs><xf/><xf/></cellXfs></styleSheet>`,
  });
}

const rows = (count: number, row: (number: number) => string): string =>
  `<sheetData>${Array.from({ length: count }, (_, index) => row(index + 1)).join("")}</sheetData>`;

interface Outcome {
  readonly code: string;
  readonly seconds: number;
  /** Of heap, more than before. */
  readonly megabytes: number;
  readonly opened: OpenedWorkbook | null;
}

/** What becomes of a file. */
async function outcome(parts: Parts): Promise<Outcome> {
  const file = pack(parts);
  const heap = process.memoryUsage().heapUsed;
  const start = cpuTime();
  let code = "opened";
  let opened: OpenedWorkbook | null = null;
  try {
    opened = await openWorkbook(file, "x.xlsx");
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    code = error.code;
  }
  const seconds = (cpuTime() - start) / 1000;
  return { code, seconds, megabytes: (process.memoryUsage().heapUsed - heap) / 1e6, opened };
}

describe("files that ask for much", () => {
  it.each<readonly [name: string, code: string, make: () => Parts]>([
    [
      "rows that share one huge string",
      "too-large",
      () =>
        withStrings(
          rows(3000, (row) => `<row r="${row}"><c r="A${row}" t="s"><v>0</v></c></row>`),
          `<si><t>${"長".repeat(32_767)}</t></si>`,
        ),
    ],
    [
      "rows that share one long formula",
      "too-large",
      () =>
        minimalParts(
          `<sheetData><row><c><f t="shared" ref="A1:A9000" si="0">${"B1+".repeat(2700)}1</f></c></row>` +
            `${'<row><c><f t="shared" si="0"/></c></row>'.repeat(9000)}</sheetData>`,
        ),
    ],
    [
      "rows with nothing but their last cell",
      "too-large",
      () => minimalParts(rows(1200, (row) => `<row r="${row}"><c r="XFD${row}"><v>1</v></c></row>`)),
    ],
    ["a million rows of one value", "too-large", () => minimalParts(`<sheetData>${"<row><c><v>1</v></c></row>".repeat(1_000_000)}</sheetData>`)],
    [
      "a million rows of one value in ten sheets",
      "too-large",
      () => {
        const sheets = Array.from({ length: 10 }, (_, index) => `sheet${index + 1}`);
        const parts = minimalParts("");
        const part = parts["xl/worksheets/sheet1.xml"]!.replace("></", `><sheetData>${"<row><c><v>1</v></c></row>".repeat(100_000)}</sheetData></`);
        return {
          ...parts,
          "xl/workbook.xml": parts["xl/workbook.xml"]!.replace(/<sheet .*?>/, sheets.map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="${name}"/>`).join("")),
          "xl/_rels/workbook.xml.rels": relationships(sheets.map((name) => [name, "worksheet", `worksheets/${name}.xml`])),
          ...Object.fromEntries(sheets.map((name) => [`xl/worksheets/${name}.xml`, part])),
        };
      },
    ],
    ["millions of texts", "too-large", () => withStrings("<sheetData/>", "<si/>".repeat(5_000_000))],
    ["columns said over and over", "too-large", () => minimalParts(`<cols>${'<col min="1" max="16384" width="9"/>'.repeat(5000)}</cols><sheetData/>`)],
    [
      "more cell styles than there can be",
      "too-large",
      () => ({
        ...withStrings("<sheetData/>", ""),
        "xl/styles.xml": `<styleSheet ${MAIN}><cellXfs>${"<xf/>".repeat(70_000)}</cellXfs></styleSheet>`,
      }),
    ],
    ["more elements than a tree can hold", "too-large", () => minimalParts(`<sheetData/><extLst>${"<ext/>".repeat(600_000)}</extLst>`)],
    ["elements in elements", "damaged", () => minimalParts(`<sheetData/>${"<a>".repeat(10_000)}${"</a>".repeat(10_000)}`)],
    ["elements in a cell", "damaged", () => minimalParts(`<sheetData><row><c>${"<is>".repeat(10_000)}${"</is>".repeat(10_000)}</c></row></sheetData>`)],
    ["a tag of a hundred thousand attributes", "damaged", () => minimalParts(`<sheetData><row ${Array.from({ length: 100_000 }, (_, index) => `a${index}=""`).join(" ")}/></sheetData>`)],
    [
      "a reference for every character",
      "opened",
      () => minimalParts(rows(2000, () => `<row><c t="inlineStr"><is><t>${"&#26045;&#x20bb7;".repeat(500)}</t></is></c></row>`)),
    ],
    ["a million rows of nothing", "opened", () => minimalParts(`<sheetData>${"<row/>".repeat(1_048_576)}</sheetData>`)],
    [
      "a formatted but blank last row",
      "opened",
      () => withStrings('<sheetData><row r="1048576" ht="30"><c r="A1048576" s="1"/></row></sheetData>', ""),
    ],
    [
      "many links through many relationships",
      "opened",
      () =>
        minimalParts(
          `<sheetData/><hyperlinks>${Array.from({ length: 20_000 }, (_, index) => `<hyperlink ref="A${index + 1}" r:id="r${index}"/>`).join("")}</hyperlinks>`,
          {
            "xl/worksheets/_rels/sheet1.xml.rels": relationships(
              Array.from({ length: 20_000 }, (_, index) => [`r${index}`, "hyperlink", `http://${index}/`]),
            ),
          },
        ),
    ],
  ])("%s: %s", async (_, code, make) => {
    const found = await outcome(make());
    expect(found.code).toBe(code);
    expect(found.seconds).toBeLessThan(10);
    expect(found.megabytes).toBeLessThan(300);
  }); // prettier-ignore

  it.each<readonly [name: string, make: () => Parts]>([
    [
      "every row the same but for its number, in cells that do not say where they stand",
      () => {
        const texts = ["行政サービス", "窓口業務の改善に向けた取組", "達成", "総務課", "〃"];
        const shared = Array.from({ length: 40 }, (_, index) => `<c t="s"><v>${index % texts.length}</v></c>`).join("");
        return withStrings(
          rows(30_000, (row) => `<row><c><v>${row}</v></c>${shared}</row>`),
          texts.map((text) => `<si><t>${text}</t></si>`).join(""),
        );
      },
    ],
    ["numbers below each other", () => minimalParts(rows(400_000, (row) => `<row><c><v>${row}</v></c></row>`))],
    ["rows that are all the same", () => minimalParts(rows(150_000, () => "<row><c><v>1</v></c></row>"))],
    ["blank formatted rows that are all the same", () => withStrings(rows(100_000, () => `<row>${'<c s="1"/>'.repeat(10)}</row>`), "")],
    [
      "a text for every row",
      () => withStrings("<sheetData/>", Array.from({ length: 400_000 }, (_, index) => `<si><t>施策${index}</t></si>`).join("")),
    ],
  ])("opens what honest files shrink to: %s", async (_, make) => {
    expect((await outcome(make())).code).toBe("opened");
  }); // prettier-ignore

  it("a million blank formatted cells", async () => {
    const sheet = rows(
      100_000,
      (row) => `<row r="${row}">${"ABCDEFGHIJ".replace(/./g, (column) => `<c r="${column}${row}" s="1"/>`)}</row>`,
    );
    const found = await outcome(withStrings(sheet, ""));
    expect(found.code).toBe("opened");
    expect(found.seconds).toBeLessThan(10);
    expect(found.megabytes).toBeLessThan(300);
  });

  it("saves a workbook with tens of thousands of names in little more than the time it is read in", async () => {
    const names = Array.from({ length: 30_000 }, (_, index) => `<definedName name="n${index}">台帳!$A$1</definedName>`);
    const parts = minimalParts("<sheetData/>");
    const file = pack({
      ...parts,
      "xl/workbook.xml": parts["xl/workbook.xml"]!.replace(
        "</workbook>",
        `<definedNames>${names.join("")}</definedNames></workbook>`,
      ),
    });
    const opened = await openWorkbook(file, "");
    opened.model.sheets.push(newSheetModel("追加", "{00000000-7FFF-0000-0000-000000000000}"));
    // Without the gate on what tests save, which takes its time over so many.
    const own = await vi.importActual<typeof Saving>("../../../src/embedded/storage/save-workbook");
    const start = cpuTime();
    await own.saveWorkbook(opened, opened.model);
    expect((cpuTime() - start) / 1000).toBeLessThan(5);
    const saved = await saveWorkbook(opened, opened.model);
    expect((await openWorkbook(saved, "")).model.names).toHaveLength(30_000);
  });
});
