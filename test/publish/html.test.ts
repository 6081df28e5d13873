import { describe, expect, it } from "vitest";
import { writeHtml } from "../../src/publish/html/write-html";
import { listedHeadings } from "../../src/report/document/blocks";
import { sampleRows } from "../report/booklet/ledgers";
import { documentOf } from "./documents";
import { plainText } from "./reading";

describe("the page", () => {
  const { document } = documentOf();
  const html = writeHtml(document, [{ file: "個別 事業.csv", name: "個別事業の一覧" }]);

  it("has no script, no request and one policy that forbids both", () => {
    expect(html).not.toMatch(/<script|\son\w+=|https?:\/\/(?!www\.w3\.org\/2000\/svg)|<link|<iframe|@import|url\(/i);
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline';`);
  });

  it("has one h1, headings that leave out no level, and every id once", () => {
    const levels = [...html.matchAll(/<h([1-6])[ >]/g)].map(([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.slice(1).forEach((level, at) => {
      expect(level - levels[at]!).toBeLessThanOrEqual(1);
    });
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("leads from its contents to every chapter and section", () => {
    const links = [...html.matchAll(/<li><a href="#([^"]+)">([^<]*)<\/a>/g)];
    expect(links.map(([, , text]) => plainText(text!))).toEqual(listedHeadings(document).map(({ text }) => text));
    for (const [, id] of links) expect(html).toContain(` id="${id!}"`);
  });

  it("names every table, its columns and its rows, and says every chart in words", () => {
    expect(html.match(/<table>/g)).toHaveLength(html.match(/<caption>/g)!.length);
    expect(html).not.toMatch(/<th(?!ead)(?![^>]* scope=)/);
    const charts = html.match(/<svg[^>]*>/g)!;
    for (const chart of charts) {
      const ids = /role="img" aria-labelledby="(\S+) (\S+)"/.exec(chart)!.slice(1);
      for (const id of ids) expect(html).toMatch(new RegExp(`<(title|desc) id="${id}">[^<]+<`));
    }
  });

  it("closes what it opens", () => {
    const open: string[] = [];
    for (const [, close, name = "", rest = ""] of html
      .replace(/<!DOCTYPE html>/, "")
      .matchAll(/<(\/?)([a-z0-9]+)([^>]*)>/gi)) {
      if (["meta", "br"].includes(name) || rest.endsWith("/")) continue;
      if (close === "") open.push(name);
      else expect(open.pop()).toBe(name);
    }
    expect(open).toEqual([]);
  });

  it("takes text from the workbook as text", () => {
    const rows = sampleRows();
    const hostile = `</style><script>alert(1)</script>"'&lt;`;
    rows["台帳"]![3]![rows["台帳"]![2]!.indexOf("分野")] = hostile;
    const page = writeHtml(documentOf(rows).document, []);
    expect(page).not.toContain("<script");
    expect(plainText(page)).toContain(hostile);
  });

  it("has places to be written in sight where the plan says nothing", () => {
    const { 台帳: ledger = [] } = sampleRows();
    const page = writeHtml(documentOf({ 台帳: ledger }).document, []);
    expect(page).toMatch(/<p class="text missing">【要記入】/);
  });
});
