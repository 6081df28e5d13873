import type { Browser, Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { en } from "../../src/messages/en";
import { ja } from "../../src/messages/ja";
import { testBrowser } from "./chromium";
import { DIST, idle, press } from "./open-pane";
import { newPage } from "./pages";
import { serve, type Answer } from "./serve";

/*
 * A web server that does not hand over the built files as it should: the page names the setting to mend, not the network.
 */

let browser: Browser;
beforeAll(async () => {
  browser = await testBrowser();
});

const NO_SNIFF = { "x-content-type-options": "nosniff" };
const ONLY: Readonly<Record<string, Answer>> = {
  missing: { status: 404, body: "" },
  type: { headers: { ...NO_SNIFF, "content-type": "text/plain" } },
  cut: { body: "(() => { const half = " },
  instead: { headers: { "content-type": "text/html" }, body: "<!doctype html><p>ログインしてください</p>" },
};

/** Opens a page of a server that answers so for the files that match. */
async function openFrom(
  files: RegExp,
  answer: Answer,
  { start = "standalone.html", language = "ja-JP" } = {},
): Promise<{ page: Page; close: () => Promise<void> }> {
  const server = await serve(DIST, (file) => (files.test(file) ? answer : {}));
  const { page, close } = await newPage(browser, { language, theme: "light", width: 1024, height: 640 });
  // What only time can tell need not take a test that long.
  const session = await page.context().newCDPSession(page);
  await session.send("Animation.enable");
  await session.send("Animation.setPlaybackRate", { playbackRate: 20 });
  await page.goto(`${server.url}${start}`);
  return {
    page,
    close: async () => {
      await session.detach();
      await close();
      server.close();
    },
  };
}

/** What is said before the pane is there, once something is. */
async function alerts(page: Page): Promise<string[]> {
  const notes = page.locator("body > .note[role=alert]");
  await notes.first().waitFor();
  return notes.allInnerTexts();
}

describe.each(["standalone.html", "taskpane.html"])("%s", (start) => {
  const script = start.replace(".html", ".js");
  const style = start.replace(".html", ".css");

  it("names a script that is missing, and its type as what may be missing too", async () => {
    const { page, close } = await openFrom(new RegExp(`^${script}$`), ONLY["missing"]!, { start });
    expect(await alerts(page)).toEqual([ja.loading.missing(script, "404")]);
    expect(await page.locator("#pane").innerText()).toBe("");
    await close();
  });

  it("names the type where a script comes under another one", async () => {
    const { page, close } = await openFrom(new RegExp(`^${script}$`), ONLY["type"]!, { start });
    expect(await alerts(page)).toEqual([ja.loading.type(script, "text/plain", "text/javascript")]);
    await close();
  });

  it("names the type where a page comes instead of a script", async () => {
    const { page, close } = await openFrom(new RegExp(`^${script}$`), ONLY["instead"]!, { start });
    expect(await alerts(page)).toEqual([ja.loading.type(script, "text/html", "text/javascript")]);
    await close();
  });

  it("says where a script is cut off", async () => {
    const { page, close } = await openFrom(new RegExp(`^${script}$`), ONLY["cut"]!, { start });
    expect(await alerts(page)).toEqual([ja.loading.unusable(script)]);
    await close();
  });

  it("names all scripts in one sentence where all come under another type", async () => {
    const { page, close } = await openFrom(/\.js$/, ONLY["type"]!, { start });
    const pattern = new RegExp(
      ja.loading
        .type("FILES", "text/plain", "text/javascript")
        .replace(/[()（）.]/g, "\\$&")
        .replace("FILES", "(.+)"),
    );
    const files = async () =>
      (await alerts(page))
        .map((text) => pattern.exec(text)?.[1])
        .join("|")
        .split(", ");
    const office = start === "taskpane.html" ? ["office-js/office.js"] : [];
    await expect.poll(async () => (await files()).sort()).toEqual([...office, script, "unsupported.js"].sort());
    await close();
  });

  it("names the style's type, in English too", async () => {
    const setup = { start, language: "en-US" };
    const { page, close } = await openFrom(new RegExp(`^${style}$`), ONLY["type"]!, setup);
    expect(await alerts(page)).toEqual([en.loading.type(style, "text/plain", "text/css")]);
    await close();
  });

  it("names the header where the server's policy forbids the scripts, though it lets the page speak", async () => {
    const header = "default-src 'none'; script-src 'unsafe-inline'; style-src 'self'; connect-src 'self'";
    const answer = { headers: { "content-security-policy": header } };
    const { page, close } = await openFrom(new RegExp(`^${start}$`), answer, { start });
    await expect.poll(async () => (await alerts(page))[0]).toContain(script);
    const [sentence] = await alerts(page);
    for (const part of ["Content-Security-Policy", "unsupported.js"]) expect(sentence).toContain(part);
    await close();
  });

  it.each([
    ["nothing at all", "default-src 'none'"],
    ["styles alone", "default-src 'none'; style-src 'self'"],
    ["no script, by a sandbox", "sandbox"],
  ])("names all settings in both languages where the server's policy allows %s", async (_what, header) => {
    const answer = { headers: { "content-security-policy": header } };
    const { page, close } = await openFrom(new RegExp(`^${start}$`), answer, { start });
    const stuck = page.locator("#pane > .stuck");
    await expect.poll(() => stuck.isVisible(), { timeout: 15_000 }).toBe(true);
    for (const lang of ["ja", "en"]) {
      const text = await stuck.locator(lang === "en" ? "p[lang=en]" : "p:not([lang])").innerText();
      for (const setting of ["Content-Security-Policy", "script-src", "Content-Type", "text/javascript"]) {
        expect(text).toContain(setting);
      }
    }
    await close();
  });

  it("says nothing of the sort where all is well, or the server's policy is as strict as can be", async () => {
    const header = "default-src 'self'; script-src 'self'; frame-ancestors 'self'";
    const answer = { headers: { ...NO_SNIFF, "content-security-policy": header } };
    const { page, close } = await openFrom(new RegExp(`^${start}$`), answer, { start });
    if (start === "standalone.html") await page.locator("#choose").waitFor();
    else await page.getByText(ja.pane.outsideExcel).waitFor();
    expect(await page.locator(".stuck").count()).toBe(0);
    expect(await page.locator("body > .note").count()).toBe(0);
    await close();
  });
});

describe("what is loaded later", () => {
  it("is named where the sentences of the page are missing", async () => {
    const { page, close } = await openFrom(/^messages-ja\.js$/, ONLY["missing"]!);
    expect(await alerts(page)).toEqual([ja.loading.missing("messages-ja.js", "404")]);
    await close();
  });

  it.each([
    ["missing", ja.loading.missing("checking.js", "404")],
    ["type", ja.loading.type("checking.js", "text/plain", "text/javascript")],
    ["cut", ja.loading.unusable("checking.js")],
  ])("is named at its step (%s), and the next press succeeds once it is mended", async (kind, sentence) => {
    let broken = true;
    const server = await serve(DIST, (file) => (broken && file === "checking.js" ? ONLY[kind]! : {}));
    const { page, close } = await newPage(browser, { language: "ja-JP", theme: "light", width: 1024, height: 640 });
    await page.goto(`${server.url}standalone.html`);
    await page.locator("#empty").click();
    await page.locator("#sample").waitFor();
    await idle(page);
    await press(page, "sample");
    await press(page, "check");
    expect((await page.locator("#note-check p").innerText()).trim()).toBe(sentence);
    expect(await page.locator("body > .note").count()).toBe(0);
    broken = false;
    await press(page, "check");
    expect(await page.locator("#check-result").innerText()).toBe("提出できます");
    await close();
    server.close();
  });

  it("is named with all settings where a strict policy of the server forbids the page's own guard", async () => {
    const answer = { headers: { "content-security-policy": "script-src 'self'" } };
    const server = await serve(DIST, (file) =>
      file === "checking.js" ? ONLY["missing"]! : file === "standalone.html" ? answer : {},
    );
    const { page, close } = await newPage(browser, { language: "ja-JP", theme: "light", width: 1024, height: 640 });
    await page.goto(`${server.url}standalone.html`);
    await page.locator("#empty").click();
    await page.locator("#sample").waitFor();
    await idle(page);
    await press(page, "sample");
    await press(page, "check");
    expect((await page.locator("#note-check p").innerText()).trim()).toBe(ja.notLoaded("checking.js"));
    await close();
    server.close();
  });

  it("is named where the sample is missing, as servers do that know no .json", async () => {
    const { page, close } = await openFrom(/\.json$/, ONLY["missing"]!);
    await page.locator("#empty").click();
    await page.locator("#sample").waitFor();
    await idle(page);
    await press(page, "sample");
    const note = (await page.locator("#note-ledger p").innerText()).trim();
    expect(note).toBe(ja.loading.missing("assets/sample-ledger.json", "404"));
    await close();
  });

  it("is the network's fault only where the server does not answer", async () => {
    const server = await serve(DIST);
    const { page, close } = await newPage(browser, { language: "ja-JP", theme: "light", width: 1024, height: 640 });
    await page.goto(`${server.url}standalone.html`);
    await page.locator("#empty").click();
    await page.locator("#sample").waitFor();
    await idle(page);
    server.close();
    await press(page, "sample");
    expect((await page.locator("#note-ledger p").innerText()).trim()).toBe(ja.loading.unreachable());
    await close();
  });
});
