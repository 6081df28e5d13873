import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { DIST } from "./open-pane";

/*
 * Nobody's code is passed on without its licence: what is bundled is found out with another bundler than the one that built.
 */

const root = fileURLToPath(new URL("../../", import.meta.url));
const notices = readFileSync(join(DIST, "THIRD-PARTY-NOTICES.txt"), "utf8");

/** Folders of the packages that have code in what the pane and the page load, beginning with node_modules. */
async function bundledPackages(): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: ["taskpane/taskpane.ts", "standalone/standalone.ts"].map((file) => join(root, "src", file)),
    absWorkingDir: root,
    bundle: true,
    format: "esm",
    splitting: true,
    write: false,
    outdir: "out",
    metafile: true,
    logLevel: "error",
  });
  const files = Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs)
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .map(([file]) => file),
  );
  return [...new Set(files.filter((file) => file.startsWith("node_modules/")).map(folderOf))];
}

function folderOf(file: string): string {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    if (existsSync(join(root, folder, "package.json")) && "name" in descriptionOf(folder)) return folder;
  }
}

function descriptionOf(folder: string): Partial<Record<"name" | "version" | "license", string>> {
  return JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8")) as object;
}

describe("the notices of what is bundled", () => {
  it("have the licence of every package with code in the build, by name and version", async () => {
    const folders = await bundledPackages();
    expect(folders).toEqual(expect.arrayContaining(["node_modules/lit-html", "node_modules/fflate"]));
    expect(folders).toContain("node_modules/docx");
    // The library for Word documents has nanoid written into its own file.
    for (const folder of [...folders, "node_modules/docx/node_modules/nanoid", "node_modules/webpack"]) {
      const { name, version, license } = descriptionOf(folder);
      const file = readdirSync(join(root, folder)).find((each) => /^licen[cs]e/i.test(each))!;
      const licence = readFileSync(join(root, folder, file), "utf8")
        .replaceAll("\r\n", "\n")
        .trim();
      expect(licence, folder).toMatch(/copyright/i);
      expect(notices, folder).toContain(`${name} ${version} (${license})\n${"=".repeat(80)}\n\n${licence}\n`);
    }
  });

  it("begin with the product's own", () => {
    const own = readFileSync(join(root, "LICENSE"), "utf8").trim();
    expect(notices.indexOf(own)).toBeGreaterThan(0);
    expect(notices.indexOf(own)).toBeLessThan(200);
  });

  it("are in the page that is one file", () => {
    const page = readFileSync(join(DIST, "measure-ledger.html"), "utf8");
    expect(/<script type="text\/plain" id="third-party-notices">([^]*?)<\/script>/.exec(page)?.[1]).toBe(notices);
  });
});
