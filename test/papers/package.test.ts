import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { packageContents, PLACEHOLDER } from "../config/package/contents.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const read = (path: string) => readFileSync(join(root, path), "utf8");
const SOURCES = { manifest: read("manifest.xml"), licence: read("LICENSE"), lock: read("package-lock.json") };

/** The files below a folder by their path in it. */
function filesBelow(folder: string): Map<string, Uint8Array> {
  const paths = readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const start = join(root, folder).length + 1;
  return new Map(paths.map((path) => [path.slice(start).replaceAll("\\", "/"), readFileSync(path)]));
}

const kit = filesBelow("assets/kit");
const RULE = "=".repeat(80);

/** The least build that a package can be made of. */
function smallBuild(): Map<string, string> {
  const { packages } = JSON.parse(SOURCES.lock) as { packages: Record<string, { version: string }> };
  const notice = `${RULE}\nlit ${packages["node_modules/lit"]!.version} (BSD-3-Clause)\n${RULE}\n\nwords\n`;
  return new Map([
    ["taskpane.html", "<p>"],
    ["standalone.html", "<p>"],
    ["measure-ledger.html", "<p>"],
    ["manifest.xml", "<OfficeApp>of one address</OfficeApp>"],
    ["THIRD-PARTY-NOTICES.txt", notice],
    ["guide/index.html", "<p>"],
    ["guide/it.html", "<p>"],
    ["office-js/office.js", ""],
    ["office-js/LICENSE.md", "words"],
    ["assets/icons/logo-32.png", ""],
  ]);
}

interface Sbom {
  readonly bomFormat: string;
  readonly specVersion: string;
  readonly metadata: { readonly component: { readonly name: string; readonly version: string } };
  readonly components: readonly {
    readonly group?: string;
    readonly name: string;
    readonly version: string;
    readonly purl: string;
    readonly licenses: readonly unknown[];
  }[];
}

const sbomOf = (files: ReadonlyMap<string, Buffer>) => JSON.parse(files.get("sbom.cdx.json")!.toString("utf8")) as Sbom;

describe("a package of a small build", () => {
  const files = packageContents(smallBuild(), kit, SOURCES);

  it("has these files and no other", () => {
    expect([...files.keys()]).toEqual([
      "README.txt",
      "LICENSE.txt",
      "Set-Address.ps1",
      "manifest-template.xml",
      "sbom.cdx.json",
      "servers/apache.conf",
      "servers/nginx.conf",
      "servers/web.config",
      "web/THIRD-PARTY-NOTICES.txt",
      "web/assets/icons/logo-32.png",
      "web/guide/index.html",
      "web/guide/it.html",
      "web/measure-ledger.html",
      "web/office-js/LICENSE.md",
      "web/office-js/office.js",
      "web/standalone.html",
      "web/taskpane.html",
      "SHA256SUMS.txt",
    ]);
  });

  it("lists the SHA-256 of every file but the list", () => {
    const listed = files.get("SHA256SUMS.txt")!.toString("utf8").trimEnd().split("\n");
    const others = [...files].slice(0, -1);
    expect(listed).toEqual(
      others.map(([path, content]) => `${createHash("sha256").update(content).digest("hex")}  ${path}`),
    );
  });

  it("has a manifest that points nowhere until the script has put an address into it", () => {
    const template = files.get("manifest-template.xml")!.toString("utf8");
    expect(
      template.match(/https:\/\/[^/"]+\//g)!.every((origin) => origin === PLACEHOLDER || !origin.includes("localhost")),
    ).toBe(true);
    expect(template.split(PLACEHOLDER).length).toBe(SOURCES.manifest.split("https://localhost:3000/").length);
    expect(kit.get("Set-Address.ps1")!.toString()).toContain(`'${PLACEHOLDER}'`);
  });

  it("has texts that Windows' own PowerShell and Notepad take for UTF-8", () => {
    for (const path of ["Set-Address.ps1", "README.txt", "LICENSE.txt"]) {
      const content = files.get(path)!;
      expect([...content.subarray(0, 3)], path).toEqual([0xef, 0xbb, 0xbf]);
      expect(content.toString("utf8"), path).not.toMatch(/[^\r]\n/);
    }
  });

  it("says what it is made of, as CycloneDX, the same every time", () => {
    const sbom = sbomOf(files);
    const { version } = JSON.parse(read("package.json")) as { version: string };
    expect(sbom).toMatchObject({ bomFormat: "CycloneDX", specVersion: "1.6" });
    expect(sbom.metadata.component).toMatchObject({ name: "measure-ledger", version });
    expect(sbom.components.map(({ purl }) => purl)).toEqual([
      expect.stringMatching(/^pkg:npm\/%40microsoft\/office-js@1\./),
      expect.stringMatching(/^pkg:npm\/lit@3\./),
    ]);
    expect(packageContents(smallBuild(), kit, SOURCES).get("sbom.cdx.json")).toEqual(files.get("sbom.cdx.json"));
  });

  it.each(["office-js/office.js", "guide/it.html", "measure-ledger.html"])("is not made without %s", (path) => {
    const build = smallBuild();
    build.delete(path);
    expect(() => packageContents(build, kit, SOURCES)).toThrow(`dist/ lacks ${path}`);
  });

  it("is not made of packages that the lock file does not have", () => {
    const build = smallBuild();
    build.set("THIRD-PARTY-NOTICES.txt", `${RULE}\nlit 0.0.1 (MIT)\n${RULE}\n`);
    expect(() => packageContents(build, kit, SOURCES)).toThrow("another lit than 0.0.1");
  });
});

describe("the package of what is built", () => {
  const dist = filesBelow("dist");
  const files = packageContents(dist, kit, SOURCES);

  it("has the whole build but its manifest, the handbook as it is here", () => {
    const built = [...dist.keys()].filter((path) => path !== "manifest.xml").map((path) => `web/${path}`);
    expect([...files.keys()].filter((path) => path.startsWith("web/"))).toEqual(built.sort());
    const guide = [...filesBelow("assets/guide")].filter(([path]) => /\.(html|css|png)$/.test(path));
    expect(guide.length).toBeGreaterThan(10);
    for (const [path, content] of guide) expect(files.get(`web/guide/${path}`), path).toEqual(content);
  });

  it("has the size that the guide says", () => {
    const [, zipped, unpacked] = /約([\d.]+)MB、展開して約([\d.]+)MB/.exec(read("assets/guide/it.html"))!;
    const entries = Object.fromEntries([...files].map(([path, content]) => [path, new Uint8Array(content)]));
    const plain = [...files.values()].reduce((sum, { length }) => sum + length, 0);
    expect(Math.abs(zipSync(entries).length / 1e6 - Number(zipped))).toBeLessThan(0.2);
    expect(Math.abs(plain / 1e6 - Number(unpacked))).toBeLessThan(0.5);
  });

  it("has the parts that the security sheet lists", () => {
    const sheet = read("assets/guide/security.html");
    const [, table] = /<h2 id="components">([^]*)/.exec(sheet)!;
    const rows = [...table!.matchAll(/<tr>\s*<td>([^<]+)<\/td>\s*<td>([^<]+)<\/td>/g)].map(
      ([, name, version]) => `${name} ${version}`,
    );
    const parts = sbomOf(files).components.map(
      ({ group, name, version }) => `${group === undefined ? "" : `${group}/`}${name} ${version}`,
    );
    expect(rows.sort()).toEqual(parts.sort());
  });
});
