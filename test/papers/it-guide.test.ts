import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { LEAST_EXCEL } from "../../src/excel/support";

/*
 * The guide for the IT section says what the kit has, and of every command, key, policy and setting where it is from.
 */

const root = new URL("../../", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), "utf8");
const page = read("assets/guide/it.html");
const script = read("assets/kit/Set-Address.ps1");
const plain = (html: string) =>
  html.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");

const MARK = /class="(?:tried|untried)"|href="#s\d+"/;

describe("assets/guide/it.html", () => {
  it("marks every block to be typed with its source, as tried or as not tried", () => {
    const blocks = [...page.matchAll(/<pre[\s>]/g)];
    expect(blocks.length).toBeGreaterThan(8);
    // Between a block and the one before it, or the section's title: there the mark stands.
    for (const { index } of blocks) {
      const before = page.slice(0, index);
      const from = Math.max(before.lastIndexOf("</pre"), before.lastIndexOf("<h2"), before.lastIndexOf("<h3"));
      expect(before.slice(from), page.slice(index, index + 200)).toMatch(MARK);
    }
  });

  it("marks every row with a policy, a way or a symptom likewise", () => {
    const sections = [...page.matchAll(/<h2 id="(need|first|other|symptoms)">([^]*?)(?=<h2 )/g)];
    expect(sections.map(([, id]) => id)).toEqual(["need", "first", "other", "symptoms"]);
    for (const [, id, section] of sections) {
      const rows = [...section!.matchAll(/<tr>([^]*?)<\/tr>/g)]
        .map(([, row]) => row!)
        .filter((row) => !row.includes("<th>"));
      expect(rows.length, id).toBeGreaterThan(2);
      for (const row of rows) expect(row).toMatch(MARK);
    }
  });

  it("marks every sentence that names a key or a policy", () => {
    for (const [paragraph] of page.matchAll(
      /<(p|li|tr)(?:\s[^>]*)?>(?:(?!<\/\1>)[^])*?(?:HKCU|HKEY_|Administrative\s)(?:(?!<\/\1>)[^])*<\/\1\s*>/g,
    )) {
      expect(paragraph).toMatch(/class="(?:tried|untried)"|href="#s\d+"|id="s\d+"/);
    }
  });

  it("uses every source that it lists", () => {
    const listed = [...page.matchAll(/<li id="(s\d+)">/g)].map(([, id]) => id!);
    const used = new Set([...page.matchAll(/href="#(s\d+)"/g)].map(([, id]) => id!));
    expect([...used].sort()).toEqual([...listed].sort());
  });

  it("shows the settings of the kit as they are", () => {
    const shown = [...page.matchAll(/<pre\s+data-file="([^"]+)"\s*><code\s*>([^]*?)<\/code\s*><\/pre/g)];
    expect(shown.map(([, file]) => file)).toEqual(["servers/nginx.conf", "servers/apache.conf", "servers/web.config"]);
    for (const [, file, text] of shown) expect(plain(text!).trim(), file).toBe(read(`assets/kit/${file!}`).trim());
  });

  it("names the catalog and the script's parameters as the script has them", () => {
    const id = /\$catalog = '(\{[0-9A-F-]{36}\})'/.exec(script)![1]!;
    expect(page.match(/TrustedCatalogs\\\{[^}]+\}/g)).toEqual([`TrustedCatalogs\\${id}`, `TrustedCatalogs\\${id}`]);
    for (const parameter of ["-Address ", "-Share "]) expect(page).toContain(parameter);
    expect(script).toMatch(/\[string\]\$Address[^]*\[string\]\$Share/);
    expect(existsSync(new URL("assets/kit/Set-Address.ps1", root))).toBe(true);
  });

  it("is for the Excel that the manifest is for", () => {
    expect(page).toContain(LEAST_EXCEL.name);
    expect(page).toContain(`ExcelApi ${LEAST_EXCEL.api}`);
  });
});
