import { describe, expect, it } from "vitest";
import { EditedXml } from "../../../../src/embedded/storage/xml/edited-xml";
import { escapeAttribute } from "../../../../src/embedded/storage/xml/write-xml";
import {
  child,
  childrenOf,
  descend,
  grafted,
  isStrict,
  parseXml,
  toStrict,
} from "../../../../src/embedded/storage/xml/xml";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main";
const R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

describe("parseXml", () => {
  it.each([
    [
      "no prefix",
      `<workbook xmlns="${MAIN}" xmlns:r="${R}"><sheets><sheet name="台帳" r:id="rId1"/></sheets></workbook>`,
    ],
    [
      "prefixes of its own",
      `<x:workbook xmlns:x="${MAIN}" xmlns:rel="${R}"><x:sheets><x:sheet name="台帳" rel:id="rId1"/></x:sheets></x:workbook>`,
    ],
    [
      "the strict variant",
      `<workbook xmlns="${STRICT}" xmlns:r="http://purl.oclc.org/ooxml/officeDocument/relationships"><sheets><sheet name="台帳" r:id="rId1"></sheet></sheets></workbook>`,
    ],
  ])("resolves %s", (_, text) => {
    const sheet = descend(parseXml(text), "sheets", "sheet")!;
    expect(sheet.attributes.get("name")).toBe("台帳");
    expect(sheet.attributes.get("r:id")).toBe("rId1");
  });

  it("keeps elements of another default namespace apart", () => {
    const root = parseXml(
      `<worksheet xmlns="${MAIN}"><extLst><ext><cols xmlns="urn:other"/></ext></extLst></worksheet>`,
    );
    expect(descend(root, "extLst", "ext", "cols")).toBeUndefined();
  });

  it("decodes entities, references and CDATA, and nothing else", () => {
    const root = parseXml('<a t="&quot;&#x65BD;&#31574;&quot;">&lt;b&gt;<![CDATA[<&amp;>]]><!-- no --></a>');
    expect(root.attributes.get("t")).toBe('"施策"');
    expect(root.text).toBe("<b><&amp;>");
  });

  it.each([
    ["a document type", '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'],
    ["an element left open", "<a><b></a>"],
    ["a cut-off tag", '<a b="'],
    ["no element", "   "],
    ["a prefix that nobody declares", `<workbook xmlns="${MAIN}"><sheet r:id="rId1"/></workbook>`],
    ["a prefix declared beside, not above", `<a><b xmlns:r="${R}"/><c r:id="1"/></a>`],
    ["an attribute twice", '<a b="1" b="2"/>'],
    ["an attribute twice by its namespace", '<a xmlns:p="u" xmlns:q="u" p:b="1" q:b="2"/>'],
    ["a closing tag of another name", "<a><b></c></a>"],
    ["a second root", "<a/><b/>"],
    ["an unknown entity", "<a>&unknown;</a>"],
    ["a reference beyond the last character", '<a b="&#x110000;"/>'],
    ["a bare ampersand in an attribute", '<a b="1 & 2"/>'],
    ["a control character", "<a>\u0001</a>"],
    ["an attribute without quotes", "<a b=1/>"],
    ["too deep a nesting", "<a>".repeat(1000) + "</a>".repeat(1000)],
  ])("refuses %s", (_, text) => {
    expect(() => parseXml(text)).toThrow(expect.objectContaining({ code: "damaged" }));
  });

  it("keeps places, so that edits leave the rest as it was", () => {
    const text = `<a xmlns="${MAIN}" x='1' y = "2"><b/><c>d</c></a>`;
    const edited = new EditedXml(text);
    const { root } = edited;
    edited.set(root, "y", '3"');
    edited.set(root, "z", "4");
    edited.set(root, "x", null);
    edited.append(child(root, "b")!, "<e/>");
    edited.append(child(root, "c")!, "f");
    expect(edited.result()).toBe(`<a z="4" xmlns="${MAIN}" y="3&quot;"><b><e/></b><c>df</c></a>`);
  });

  it("knows places behind characters of any length", () => {
    const text = `<?xml version="1.0"?><a xmlns="${MAIN}" é="施𠮷"><施/>𠮷<b c=" d=&quot;" d='1'>é</b>施</a>`;
    const edited = new EditedXml(text);
    const b = child(edited.root, "b")!;
    expect(edited.xmlOf(b)).toBe(`<b c=" d=&quot;" d='1'>é</b>`);
    edited.set(b, "d", 2);
    edited.fill(b, "施");
    expect(edited.result()).toBe(text.replace("'1'", '"2"').replace("é</b>", "施</b>"));
  });

  it("puts what is inserted where the format demands it, whatever the order it is inserted in", () => {
    const edited = new EditedXml(`<a xmlns="${MAIN}"><two/><other/></a>`, ["one", "two", "three", "four"]);
    for (const name of ["four", "one", "three", "four"]) edited.insert(name, `<${name}/>`);
    edited.replace("two", "<two>2</two>");
    expect(edited.result()).toBe(`<a xmlns="${MAIN}"><one/><two>2</two><other/><three/><four/><four/></a>`);
  });

  it("escapes what attribute normalisation would change", () => {
    expect(escapeAttribute('<"&\n\t>')).toBe("&lt;&quot;&amp;&#10;&#9;&gt;");
  });

  it("turns namespaces and relationship types into the strict ones", () => {
    const strict = toStrict(`<worksheet xmlns="${MAIN}" xmlns:r="${R}"/>`);
    expect(isStrict(parseXml(strict))).toBe(true);
    expect(strict).toContain("http://purl.oclc.org/ooxml/officeDocument/relationships");
    expect(isStrict(parseXml(`<worksheet xmlns="${MAIN}"/>`))).toBe(false);
  });

  it("takes of alternates the choice it knows, else the fallback", () => {
    const root = parseXml(
      `<worksheet xmlns="${MAIN}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">` +
        '<mc:AlternateContent><mc:Choice xmlns:z="urn:new" Requires="z"><cols/></mc:Choice>' +
        "<mc:Fallback><mergeCells/></mc:Fallback></mc:AlternateContent></worksheet>",
    );
    expect(child(root, "cols")).toBeUndefined();
    expect(child(root, "mergeCells")).toBeDefined();
  });
});

describe("grafted", () => {
  const into = (text: string): string => {
    const edited = new EditedXml(text);
    const list = edited.root.children[0]!;
    edited.append(list, grafted('<sheet name="集計" r:id="rId9"/>', list));
    return edited.result();
  };
  const sheetsOf = (text: string): (string | undefined)[] =>
    childrenOf(child(parseXml(text), "sheets"), "sheet").map((each) => each.attributes.get("r:id"));

  it.each([
    [
      "declared on each sheet",
      `<workbook xmlns="${MAIN}"><sheets><sheet xmlns:r="${R}" r:id="rId1"/></sheets></workbook>`,
    ],
    [
      "under another prefix",
      `<workbook xmlns="${MAIN}" xmlns:d="${R}"><sheets><sheet d:id="rId1"/></sheets></workbook>`,
    ],
    [
      "with r meaning something else",
      `<workbook xmlns="${MAIN}" xmlns:r="urn:r" xmlns:d="${R}"><sheets><sheet d:id="rId1"/></sheets></workbook>`,
    ],
    [
      "with a prefix for spreadsheet elements",
      `<x:workbook xmlns:x="${MAIN}" xmlns:r="${R}"><x:sheets><x:sheet r:id="rId1"/></x:sheets></x:workbook>`,
    ],
    [
      "with r meaning spreadsheet elements",
      `<r:workbook xmlns:r="${MAIN}" xmlns:d="${R}"><r:sheets><r:sheet d:id="rId1"/></r:sheets></r:workbook>`,
    ],
    [
      "with another default namespace",
      `<x:workbook xmlns="urn:other" xmlns:x="${MAIN}" xmlns:r="${R}"><x:sheets><x:sheet r:id="rId1"/></x:sheets></x:workbook>`,
    ],
  ])("means the same where relationships are %s", (_, text) => {
    expect(sheetsOf(into(text))).toEqual(["rId1", "rId9"]);
  });

  it("adds nothing where everything is in scope", () => {
    const text = `<workbook xmlns="${MAIN}" xmlns:r="${R}"><sheets/></workbook>`;
    expect(into(text)).toContain('<sheets><sheet name="集計" r:id="rId9"/></sheets>');
  });
});
