import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { VERSION } from "../../src/actions/version";
import { SENTENCES, VARIES } from "./sentences";

/*
 * What the handbook quotes of the pane is what the pane says, word for word.
 */

const guide = new URL("../../assets/guide/", import.meta.url);
const pages = readdirSync(guide).filter((name) => name.endsWith(".html"));
const read = (name: string) => readFileSync(new URL(name, guide), "utf8");

/** Buttons of the ribbon, which the manifest names. */
const RIBBON = [
  ...readFileSync(new URL("../../manifest.xml", import.meta.url), "utf8").matchAll(/DefaultValue="([^"]+)"/g),
]
  .map(([, text]) => text!)
  .filter((text) => !text.includes("://"));
/** Words of tables that are printed bold as they are, not quoted. */
const OWN = new Set(["太字"]);

/** What a page quotes: the text of its words, with what varies in it left open. */
function quotes(page: string): string[] {
  return [...page.matchAll(/<b\s+class="word"\s*>([^]*?)<\/b\s*>/g)].map(([, text]) =>
    text!
      .replace(/<var>[^]*?<\/var>/g, VARIES)
      .replace(/\s*\n\s*/g, "")
      .replaceAll("&amp;", "&"),
  );
}

/** Whether the pane says it, whole or as a sentence of a longer text. */
function isSaid(quote: string): boolean {
  return [...SENTENCES, ...RIBBON].some(
    (text) => text === quote || (quote.endsWith("。") && quote.length > 20 && text.includes(quote)),
  );
}

describe.each(pages)("%s", (name) => {
  it("quotes the pane word for word", () => {
    expect(quotes(read(name)).filter((quote) => !OWN.has(quote) && !isSaid(quote))).toEqual([]);
  });
});

describe("the handbook", () => {
  it("quotes enough for this to mean something", () => {
    expect(quotes(read("clerk.html")).length).toBeGreaterThan(40);
    expect(isSaid("検査します")).toBe(false);
    expect(SENTENCES.has(`直すところが${VARIES}件あります`)).toBe(true);
  });

  it("says of which version it is", () => {
    expect(read("index.html")).toContain(`${VERSION}版`);
    const named = pages.flatMap((name) => read(name).match(/measure-ledger[-/]\d+(?:\.\d+)+|版は\d+(?:\.\d+)+/g) ?? []);
    expect(named.length).toBeGreaterThan(3);
    for (const text of named) expect(/[\d.]+$/.exec(text)![0]).toBe(VERSION);
  });

  it("asks for nothing but its own style and pictures, and runs no script", () => {
    for (const name of pages) {
      expect(read(name), name).toMatch(/content="default-src 'none'; style-src 'self'; img-src 'self'; /);
      expect(read(name), name).not.toMatch(/<script|\sstyle=|\son\w+=|(?:src|<link[^>]*href)="https?:/);
    }
  });
});
