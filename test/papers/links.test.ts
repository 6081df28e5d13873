import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

/*
 * What the papers point to exists: files, anchors, npm scripts.
 */

const root = fileURLToPath(new URL("../../", import.meta.url));
const read = (path: string) => readFileSync(join(root, path), "utf8");
const listed = (folder: string, ending: string) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name}`);

const MARKDOWN = ["README.md", ...listed(".github", ".md"), ...listed("assets/guide", ".md")];
const PAGES = listed("assets/guide", ".html");
/** Where the pages stand once they are built: guide/ beside the pane and the page without Excel. */
const BUILT = new Map(
  ["standalone.html", "taskpane.html", "measure-ledger.html", "THIRD-PARTY-NOTICES.txt"].map((name) => [
    `assets/${name}`,
    true,
  ]),
);

/** Targets of links and pictures within the repository, without what leads elsewhere. */
function targets(path: string): string[] {
  const found = path.endsWith(".md")
    ? [...read(path).matchAll(/\]\(([^)\s]+)\)/g)]
    : [...read(path).matchAll(/\s(?:href|src)="([^"]+)"/g)];
  return found.map(([, target]) => target!).filter((target) => !/^[a-z]+:/.test(target));
}

/** The places of a page that a link can lead to. */
function anchors(path: string): Set<string> {
  return new Set([...read(path).matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id!));
}

describe("README.md", () => {
  it("has at most 120 lines, and leads to its Japanese sibling in the first", () => {
    const lines = read("README.md").trimEnd().split("\n");
    expect(lines.length).toBeLessThanOrEqual(120);
    expect(lines[0]).toContain("(assets/guide/README.ja.md)");
  });
});

describe.each([...MARKDOWN, ...PAGES])("%s", (path) => {
  it("links to what is there", () => {
    const broken = targets(path).filter((target) => {
      const [file = "", anchor] = target.split("#");
      const place = file === "" ? path : join(dirname(path), file).replaceAll("\\", "/");
      if (BUILT.has(place)) return false;
      if (!existsSync(join(root, place))) return true;
      return anchor !== undefined && place.endsWith(".html") && !anchors(place).has(anchor);
    });
    expect(broken).toEqual([]);
    expect(targets(path).length).toBeGreaterThan(path.startsWith(".github") ? -1 : 0);
  });

  it("names files and npm scripts that exist", () => {
    const text = read(path);
    const named = [...text.matchAll(/[`>]((?:src|test|assets|\.github)\/[\w./-]+?)[`<]/g)].map(([, file]) => file!);
    expect(named.filter((file) => !existsSync(join(root, file)))).toEqual([]);
    const { scripts } = JSON.parse(read("package.json")) as { scripts: Readonly<Record<string, string>> };
    const called = [...text.matchAll(/npm run (?:-s )?([\w-]+)/g)].map(([, script]) => script!);
    expect(called.filter((script) => !(script in scripts))).toEqual([]);
  });
});
