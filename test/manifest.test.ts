import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { associateCommands } from "../src/commands/commands";
import { LEAST_EXCEL } from "../src/excel/support";
import { messagesFor } from "../src/messages";

/*
 * What Excel asks of a manifest, after the schemas that Microsoft publishes (OfficeAppManifestV1_1,
 * TaskPaneAppVersionOverridesV1_0, OfficeAppBasicTypesV1_0): Excel says nothing of a wrong one, it only shows no button.
 */

const root = new URL("../", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root));
const app = parse(read("manifest.xml").toString("utf8"));
const overrides = child(app, "VersionOverrides")!;
const resources = child(overrides, "Resources")!;
const { version } = JSON.parse(read("package.json").toString("utf8")) as { version: string };

/** Sequences of the schemas; an element may leave some out but never change their order. */
const ORDERS: Readonly<Record<string, readonly string[]>> = {
  OfficeApp: [
    "Id",
    "AlternateId",
    "Version",
    "ProviderName",
    "DefaultLocale",
    "DisplayName",
    "Description",
    "IconUrl",
    "HighResolutionIconUrl",
    "SupportUrl",
    "AppDomains",
    "Hosts",
    "Requirements",
    "DefaultSettings",
    "Permissions",
    "VersionOverrides",
  ],
  VersionOverrides: ["Description", "Requirements", "Hosts", "Resources", "WebApplicationInfo"],
  Host: ["Runtimes", "AllFormFactors", "DesktopFormFactor"],
  DesktopFormFactor: ["GetStarted", "FunctionFile", "ExtensionPoint"],
  GetStarted: ["Title", "Description", "LearnMoreUrl"],
  Group: ["Label", "Icon", "Control"],
  Control: ["Label", "Supertip", "Icon", "Action"],
  Supertip: ["Title", "Description"],
  Resources: ["Images", "Urls", "ShortStrings", "LongStrings"],
};
const IMAGE_SIZES = ["16", "32", "80"];

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
  readonly children: Element[];
  text: string;
}

/** Reads the manifest's plain XML: no comments, no entities, no CDATA; names without their prefix. */
function parse(xml: string): Element {
  const top: Element = { name: "", attributes: {}, children: [], text: "" };
  const open = [top];
  for (const [, close, name, attributes, empty, text] of xml.matchAll(
    /<(\/?)(?:\w+:)?(\w+)((?:\s[\w:]+="[^"<&]*")*)\s*(\/?)>|([^<>]+)/g,
  )) {
    const parent = open.at(-1)!;
    if (name === undefined) parent.text += text!.trim();
    else if (close === "/") expect(open.pop()!.name).toBe(name);
    else {
      const pairs = [...attributes!.matchAll(/(?:\w+:)?(\w+)="([^"]*)"/g)].map(([, key, value]) => [key!, value!]);
      const element: Element = {
        name,
        attributes: Object.fromEntries(pairs) as Record<string, string>,
        children: [],
        text: "",
      };
      parent.children.push(element);
      if (empty !== "/") open.push(element);
    }
  }
  expect(open).toHaveLength(1);
  return top.children[0]!;
}

function child(element: Element, name: string): Element | undefined {
  return element.children.find((each) => each.name === name);
}

function elements(from: Element): Element[] {
  return [from, ...from.children.flatMap(elements)];
}

function allOf(from: Element, name: string): Element[] {
  return elements(from).filter((each) => each.name === name);
}

function textOf(element: Element | undefined): string {
  return element?.text ?? "";
}

/** Address of an icon as a file of the repository, and the size it must have. */
function iconFile(url: string): string {
  return url.replace("https://localhost:3000/", "");
}

function pngSize(path: string): { width: number; height: number } {
  const bytes = read(path);
  expect(bytes.subarray(1, 4).toString("latin1")).toBe("PNG");
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

describe("manifest.xml", () => {
  it("has its elements in the schemas' order", () => {
    for (const element of elements(app)) {
      const order = ORDERS[element.name];
      if (!order) continue;
      const places = element.children.map(({ name }) => order.indexOf(name));
      expect(places, `${element.name}: ${element.children.map(({ name }) => name).join(" ")}`).toEqual(
        [...places].sort((a, b) => a - b),
      );
      expect(places).not.toContain(-1);
    }
  });

  it("is named by a GUID and by the version of package.json", () => {
    expect(textOf(child(app, "Id"))).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(textOf(child(app, "Version"))).toBe(`${version}.0`);
  });

  it("asks for no more than the product needs", () => {
    expect(textOf(child(app, "Permissions"))).toBe("ReadWriteDocument");
    const sets = allOf(child(app, "Requirements")!, "Set").map(({ attributes }) => [
      attributes.Name,
      attributes.MinVersion,
    ]);
    expect(sets).toEqual([
      ["ExcelApi", LEAST_EXCEL.api],
      ["SharedRuntime", "1.1"],
    ]);
  });

  it("is for the Excel that the sentences name", () => {
    const readme = read("README.md").toString("utf8");
    expect(readme).toContain(`${LEAST_EXCEL.name}, `);
    expect(readme).toContain(`(ExcelApi ${LEAST_EXCEL.api} and later)`);
    const page = read("src/taskpane/taskpane.html").toString("utf8");
    const sentences = ["ja", "en"].map((language) => messagesFor(language).host.oldExcel);
    for (const text of [page, ...sentences]) {
      expect(text.match(/Excel \d{4}/g)?.filter((name) => name !== LEAST_EXCEL.name)).toEqual([]);
    }
  });

  it("defines every resource once and uses every one", () => {
    const defined = resources.children.flatMap((group) => group.children.map(({ attributes }) => attributes.id!));
    const used = new Set(elements(overrides).flatMap(({ attributes }) => attributes.resid ?? []));
    expect(new Set(defined).size).toBe(defined.length);
    expect([...used].sort()).toEqual([...defined].sort());
    for (const id of defined) expect(id.length).toBeLessThanOrEqual(32);
  });

  it.each([
    ["ShortStrings", 125],
    ["LongStrings", 250],
  ])("keeps %s within %i characters, in Japanese and English", (group, limit) => {
    for (const text of child(resources, group)!.children) {
      const english = text.children.find(({ attributes }) => attributes.Locale === "en-US");
      expect(english, text.attributes.id).toBeDefined();
      expect(text.attributes.DefaultValue!.length).toBeLessThanOrEqual(limit);
      expect(english!.attributes.Value!.length).toBeLessThanOrEqual(limit);
      expect(english!.attributes.Value).not.toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/);
    }
  });

  it("says its name and description in both languages", () => {
    expect(textOf(child(app, "DefaultLocale"))).toBe("ja-JP");
    for (const [name, limit] of [
      ["DisplayName", 125],
      ["Description", 250],
    ] as const) {
      const element = child(app, name)!;
      expect(element.attributes.DefaultValue!.length).toBeLessThanOrEqual(limit);
      expect(element.children.map(({ attributes }) => attributes.Locale)).toEqual(["en-US"]);
    }
  });

  it("is served over https from one origin only", () => {
    const urls = elements(app).flatMap(({ attributes }) =>
      [attributes.DefaultValue, attributes.Value].filter((value) => value?.includes("://")),
    );
    expect(urls.length).toBeGreaterThan(0);
    for (const url of urls) expect(url).toMatch(/^https:\/\/localhost:3000\//);
  });

  it("has the icons it names, in the size it says", () => {
    for (const image of child(resources, "Images")!.children) {
      const size = Number(image.attributes.id!.split(".")[1]);
      expect(pngSize(iconFile(image.attributes.DefaultValue!)), image.attributes.id).toEqual({
        width: size,
        height: size,
      });
    }
    expect(pngSize(iconFile(child(app, "IconUrl")!.attributes.DefaultValue!)).width).toBe(32);
    expect(pngSize(iconFile(child(app, "HighResolutionIconUrl")!.attributes.DefaultValue!)).width).toBe(64);
    for (const icon of allOf(overrides, "Icon")) {
      expect(icon.children.map(({ attributes }) => attributes.size)).toEqual(IMAGE_SIZES);
    }
  });

  it("leads to pages of the handbook that the build puts there", () => {
    const addressOf = (id: string) =>
      child(resources, "Urls")!.children.find(({ attributes }) => attributes.id === id)!.attributes.DefaultValue!;
    const learnMore = allOf(overrides, "LearnMoreUrl")[0]!.attributes.resid!;
    for (const url of [child(app, "SupportUrl")!.attributes.DefaultValue!, addressOf(learnMore)]) {
      expect(url).toMatch(/^https:\/\/localhost:3000\/guide\/\w+\.html$/);
      expect(read(url.replace("https://localhost:3000/guide/", "assets/guide/")).toString("utf8")).toContain("<main>");
    }
  });

  it("runs ribbon and pane in one runtime", () => {
    const resid = (name: string) => allOf(overrides, name)[0]!.attributes.resid;
    expect(allOf(overrides, "Runtime")[0]!.attributes).toMatchObject({ lifetime: "long" });
    expect(resid("Runtime")).toBe("Taskpane.Url");
    expect(resid("FunctionFile")).toBe("Taskpane.Url");
  });

  it("calls functions that exist, from controls with ids of their own", () => {
    const functions = allOf(overrides, "FunctionName").map(textOf);
    const associated: string[] = [];
    const never = () => Promise.resolve(true);
    associateCommands(
      { associate: (name) => associated.push(name), showAsTaskpane: () => Promise.resolve() },
      { check: never, makeReport: never, openSettings: never },
    );
    expect(functions.sort()).toEqual(associated.sort());
    const ids = elements(overrides)
      .filter(({ name }) => name === "Control" || name === "Group")
      .map(({ attributes }) => attributes.id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
