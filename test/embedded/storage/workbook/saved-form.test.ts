import { describe, expect, it } from "vitest";
import { openWorkbook } from "../../../../src/embedded/storage/open-workbook";
import { saveWorkbook } from "../../../../src/embedded/storage/save-workbook";
import { lossesOf } from "../../../../src/embedded/storage/workbook/saved-form";
import { newSheetModel } from "../../../../src/embedded/model/workbook";
import { minimalParts, pack, relationships, unpackText } from "../package";

const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";
const PLAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
const MACROS = "application/vnd.ms-excel.sheet.macroEnabled.main+xml";
const TEMPLATE = "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml";

/** A workbook of a main type, with macros and signatures. */
function signedFile(mainType: string): Uint8Array {
  const parts = minimalParts("<sheetData/>");
  const types = parts["[Content_Types].xml"]!.replace(PLAIN, mainType).replace(
    "<Override",
    '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>' +
      '<Default Extension="sigs" ContentType="application/vnd.openxmlformats-package.digital-signature-origin"/><Override',
  );
  return pack({
    ...parts,
    "[Content_Types].xml": types,
    "_rels/.rels": relationships([
      ["rId1", "officeDocument", "xl/workbook.xml"],
      ["rId2", `${PACKAGE}/digital-signature/origin`, "_xmlsignatures/origin.sigs"],
    ]),
    "_xmlsignatures/origin.sigs": "",
    "_xmlsignatures/_rels/origin.sigs.rels": relationships([
      ["rId1", `${PACKAGE}/digital-signature/signature`, "sig1.xml"],
    ]),
    "_xmlsignatures/sig1.xml": '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"/>',
    "xl/_rels/workbook.xml.rels": relationships([
      ["rId1", "worksheet", "worksheets/sheet1.xml"],
      ["rId2", "http://schemas.microsoft.com/office/2006/relationships/vbaProject", "vbaProject.bin"],
    ]),
    "xl/vbaProject.bin": "macros",
  });
}

async function saved(mainType: string, name: string): Promise<Record<string, string>> {
  const opened = await openWorkbook(signedFile(mainType), name);
  opened.model.sheets.push(newSheetModel("集計", "{00000000-7FFF-0000-0000-000000000000}"));
  return unpackText(await saveWorkbook(opened, opened.model));
}

describe("a saved workbook", () => {
  it.each([
    ["台帳.xlsm", MACROS, MACROS],
    ["台帳.XLSM", PLAIN, MACROS],
    ["台帳.xlsx", MACROS, PLAIN],
    ["台帳.xltx", TEMPLATE, PLAIN],
    ["台帳.xlsx", PLAIN, PLAIN],
  ])("called %s is of the type that its name says, from %s", async (name, before, after) => {
    const parts = await saved(before, name);
    expect(/PartName="\/xl\/workbook.xml" ContentType="([^"]+)"/.exec(parts["[Content_Types].xml"]!)?.[1]).toBe(after);
  });

  it("keeps macros where its name says so, and loses them elsewhere", async () => {
    expect((await saved(MACROS, "台帳.xlsm"))["xl/vbaProject.bin"]).toBe("macros");
    const plain = await saved(MACROS, "台帳.xlsx");
    expect(plain["xl/vbaProject.bin"]).toBeUndefined();
    expect(plain["xl/_rels/workbook.xml.rels"]).not.toContain("vbaProject");
  });

  it("has no signature of what it was before", async () => {
    const parts = await saved(MACROS, "台帳.xlsm");
    expect(Object.keys(parts).filter((name) => name.startsWith("_xmlsignatures"))).toEqual([]);
    expect(parts["_rels/.rels"]).not.toContain("digital-signature");
  });

  it("says what it loses", async () => {
    expect(lossesOf(await openWorkbook(signedFile(MACROS), "台帳.xlsm"))).toEqual(["signatures"]);
    expect(lossesOf(await openWorkbook(signedFile(MACROS), "台帳.xlsx"))).toEqual(["signatures", "macros"]);
    expect(lossesOf(await openWorkbook(pack(minimalParts("<sheetData/>")), "台帳.xlsx"))).toEqual([]);
  });
});
