import { describe, expect, it } from "vitest";
import {
  appendInside,
  applyEdits,
  child,
  decodeEntities,
  descend,
  escapeAttribute,
  isStrict,
  parseXml,
  setAttribute,
  toStrict,
} from "../../../src/embedded/storage/xml";

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
    const root = parseXml('<a t="&quot;&#x65BD;&#31574;&quot;">&lt;b&gt;<![CDATA[<&amp;>]]>&unknown;<!-- no --></a>');
    expect(root.attributes.get("t")).toBe('"施策"');
    expect(root.text).toBe("<b><&amp;>&unknown;");
    expect(decodeEntities("&#x110000;")).toBe("&#x110000;");
  });

  it.each([
    ["a document type", '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'],
    ["an element left open", "<a><b></a>"],
    ["a cut-off tag", '<a b="'],
    ["no element", "   "],
    ["too deep a nesting", "<a>".repeat(1000) + "</a>".repeat(1000)],
  ])("refuses %s", (_, text) => {
    expect(() => parseXml(text)).toThrow(expect.objectContaining({ code: "damaged" }));
  });

  it("keeps places, so that edits leave the rest as it was", () => {
    const text = `<a x='1' y = "2"><b/><c>d</c></a>`;
    const root = parseXml(text);
    const b = child(root, "b")!;
    const edits = [
      setAttribute(text, root, "y", '3"'),
      setAttribute(text, root, "z", "4"),
      setAttribute(text, root, "x", null),
      appendInside(text, b, "<e/>"),
      appendInside(text, child(root, "c")!, "f"),
    ];
    expect(
      applyEdits(
        text,
        edits.filter((edit) => edit !== null),
      ),
    ).toBe('<a z="4" y="3&quot;"><b><e/></b><c>df</c></a>');
  });

  it("escapes what attribute normalisation would change", () => {
    expect(escapeAttribute('<"&\n\t>')).toBe("&lt;&quot;&amp;&#10;&#9;&gt;");
  });

  it("turns namespaces and relationship types into the strict ones", () => {
    const strict = toStrict(`<worksheet xmlns="${MAIN}" xmlns:r="${R}"/>`);
    expect(isStrict(strict)).toBe(true);
    expect(strict).toContain("http://purl.oclc.org/ooxml/officeDocument/relationships");
    expect(isStrict(`<worksheet xmlns="${MAIN}"/>`)).toBe(false);
  });
});
