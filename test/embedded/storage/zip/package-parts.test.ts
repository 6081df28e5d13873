import { describe, expect, it } from "vitest";
import { relationshipsPart, relativeTarget, resolveTarget } from "../../../../src/embedded/storage/zip/package-parts";

describe("part names", () => {
  it.each([
    ["xl/workbook.xml", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"],
    ["xl/worksheets/sheet1.xml", "../tables/table1.xml", "xl/tables/table1.xml"],
    ["xl/workbook.xml", "../customXml/item1.xml", "customXml/item1.xml"],
    ["", "xl/workbook.xml", "xl/workbook.xml"],
    ["xl/drawings/drawing1.xml", "../charts/chart1.xml", "xl/charts/chart1.xml"],
  ])("from %s: %s is %s, and back", (part, target, name) => {
    expect(resolveTarget(part, target)).toBe(name);
    expect(relativeTarget(part, name)).toBe(target);
  });

  it("resolves names from the root and needless steps", () => {
    expect(resolveTarget("xl/workbook.xml", "/xl/worksheets/sheet1.xml")).toBe("xl/worksheets/sheet1.xml");
    expect(resolveTarget("xl/workbook.xml", "./worksheets/../worksheets/sheet1.xml")).toBe("xl/worksheets/sheet1.xml");
    expect(resolveTarget("xl/workbook.xml", "../../../etc/passwd")).toBe("etc/passwd");
  });

  it("knows where a part's relationships are", () => {
    expect(relationshipsPart("")).toBe("_rels/.rels");
    expect(relationshipsPart("xl/workbook.xml")).toBe("xl/_rels/workbook.xml.rels");
  });
});
