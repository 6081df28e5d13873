import { createHash } from "node:crypto";
import { copyFile, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testBrowser } from "./chromium";
import { openPage, openWorkbook, read, save, textsOf, type OpenPage } from "./open-page";
import { DIST, idle, press } from "./open-pane";
import type { Look } from "./pages";

/*
 * The page as one file, opened by double click: in a folder of its own, without a server.
 */

const FILE = "measure-ledger.html";
const USER_SHEETS = ["台帳", "設定", "分野", "計画"];

let browser: Browser;
let sample: Buffer;
let html: string;
let folder: string;
beforeAll(async () => {
  browser = await testBrowser();
  sample = await readFile(new URL("../../assets/sample-ledger.xlsx", import.meta.url));
  html = await readFile(join(DIST, FILE), "utf8");
  folder = await mkdtemp(join(tmpdir(), "共有 フォルダー-"));
  await copyFile(join(DIST, FILE), join(folder, FILE));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const openFile = (look: Look = {}): Promise<OpenPage> =>
  openPage(browser, look, pathToFileURL(join(folder, FILE)).href);

/** What was asked for that is neither the file nor in it. */
const asked = ({ requests }: OpenPage) =>
  requests.filter((request) => request !== FILE && !/^(?:data|blob):/.test(request));

describe("the page as one file, from a disk", () => {
  it("goes from a ledger to the saved report, and asks for nothing else", async () => {
    const opened = await openFile();
    const { page } = opened;
    await openWorkbook(page, "台帳.xlsx", sample);
    await press(page, "check");
    expect(await page.locator("#check-result").innerText()).toBe("提出できます");
    await press(page, "make");
    expect(await page.locator(".tally").innerText()).toMatch(/98件[^]*72[^]*14[^]*12/);
    const { name, workbook } = await save(page);
    expect(name).toBe("台帳_報告書.xlsx");
    const names = workbook.worksheets.map((sheet) => sheet.name);
    expect(names.slice(0, 4)).toEqual(USER_SHEETS);
    expect(names).toEqual(expect.arrayContaining(["集計", "4 評価", "作成記録"]));
    const original = await read(sample);
    for (const sheet of USER_SHEETS) expect(textsOf(workbook, sheet), sheet).toEqual(textsOf(original, sheet));
    const figures = textsOf(workbook, "集計").map((row) => row.join(" "));
    expect(figures.filter((row) => row.includes("98") && /72.*14.*12/.test(row))).not.toEqual([]);
    expect(asked(opened)).toEqual([]);
    expect(opened.exceptions).toEqual([]);
    await opened.close();
  });

  it("has the sample and the English sentences in it too", async () => {
    const opened = await openFile({ language: "en-US" });
    const { page } = opened;
    await page.locator("#empty").click();
    await page.locator("#sample").waitFor();
    await idle(page);
    await press(page, "sample");
    await press(page, "check");
    expect(await page.locator("#check-result").innerText()).toMatch(/submit/i);
    expect(await page.locator("#preview-sheet option").allInnerTexts()).toEqual(expect.arrayContaining(USER_SHEETS));
    expect(asked(opened)).toEqual([]);
    expect(opened.exceptions).toEqual([]);
    await opened.close();
  });
});

describe("its policy", () => {
  /** Elements with their content, in the order of the page; a style that a script writes into another page is none of them. */
  const contents = (name: "script" | "style") =>
    [
      ...(name === "script" ? html : html.replace(/<script[^>]*>[^]*?<\/script>/g, "")).matchAll(
        new RegExp(`<${name}([^>]*)>([^]*?)</${name}>`, "g"),
      ),
    ].map(([, attributes, content]) => ({
      attributes: attributes!,
      content: content!,
    }));
  const hash = (content: string) => `'sha256-${createHash("sha256").update(content).digest("base64")}'`;

  it("allows exactly the scripts and styles in the file, and nothing else", () => {
    const scripts = contents("script").filter(({ attributes }) => !attributes.includes("type="));
    const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(html)?.[1] ?? "";
    expect(policy.split("; ").sort()).toEqual([
      "base-uri 'none'",
      "connect-src 'none'",
      "default-src 'none'",
      "form-action 'none'",
      "img-src data:",
      `script-src ${scripts.map(({ content }) => hash(content)).join(" ")}`,
      `style-src ${contents("style")
        .map(({ content }) => hash(content))
        .join(" ")}`,
    ]);
    expect(scripts.map(({ attributes }) => attributes)).toEqual(["", ""]);
    const markup = html.replace(/<(script|style)[^>]*>[^]*?<\/\1>/g, "");
    expect(markup).not.toMatch(/\ssrc=|\sstyle=|\son\w+=|https?:\/\//);
    expect([...markup.matchAll(/\shref="([^"]{0,10})/g)].map(([, address]) => address)).toEqual(["data:image"]);
  });

  it.each([
    ["eval", `setTimeout(() => { try { new Function("return 1")(); done("ran"); } catch { done("refused"); } })`],
    ["text as code", `setTimeout("window.ran = true"); setTimeout(() => done(window.ran ? "ran" : "refused"), 200)`],
    [
      "WebAssembly",
      `setTimeout(() => WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).then(() => done("ran"), () => done("refused")))`,
    ],
    ["a request", `fetch("https://example.com/").then(() => done("ran"), () => done("refused"))`],
    ["a request to its own folder", `fetch("other.json").then(() => done("ran"), () => done("refused"))`],
    [
      "a picture from elsewhere",
      `const image = new Image(); image.onload = () => done("ran"); image.onerror = () => done("refused"); image.src = "https://example.com/a.png"`,
    ],
    [
      "a script of another file",
      `const script = document.createElement("script"); script.onload = () => done("ran"); script.onerror = () => done("refused"); script.src = "other.js"; document.body.append(script)`,
    ],
  ])("refuses %s", async (_what, code) => {
    const { page, close } = await openFile();
    expect(await violationsOf(page, code)).toEqual({ answer: "refused", reported: true });
    await close();
  });
});

/** Runs code in the page, as a function that calls `done`; whether it was refused, and whether by the policy. */
function violationsOf(page: Page, code: string): Promise<{ answer: string; reported: boolean }> {
  return page.evaluate(
    `new Promise((resolve) => {
      let reported = false;
      addEventListener("securitypolicyviolation", () => { reported = true; });
      const done = (answer) => setTimeout(() => resolve({ answer, reported }), 100);
      ${code};
    })`,
  );
}
