import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeFindings, type Aspect } from "./axe-findings";
import { testBrowser } from "./chromium";
import { choose, openPage, openWorkbook, read, save, textsOf } from "./open-page";
import { closeServer, focusedId, idle, press, servePane } from "./open-pane";
import { showAs, takePicture, type Look } from "./pages";

/*
 * The built page without Excel, in a real browser: from choosing a file to the saved one.
 */

const USER_SHEETS = ["台帳", "設定", "分野", "計画"];
/** A measure's name far down the sample's 台帳, and where it is said to be. */
const UNTIDY_CELL = "G95";

let browser: Browser;
let sample: Buffer;
beforeAll(async () => {
  browser = await testBrowser();
  sample = await readFile(new URL("../../assets/sample-ledger.xlsx", import.meta.url));
});
afterAll(closeServer);

/** The sample with a blank behind a name, for something to find; its figures stay. */
async function untidySample(): Promise<Buffer> {
  const workbook = await read(sample);
  const cell = workbook.getWorksheet("台帳")!.getCell(UNTIDY_CELL);
  cell.value = `${cell.text}　`;
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function marked(page: Page): Promise<string[]> {
  return page.locator("#preview [aria-current]").allInnerTexts();
}

/** Whether the marked cell is in sight, not under the headers or past the edge. */
function isMarkInSight(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const scroller = document.querySelector("#preview .preview-cells")!.getBoundingClientRect();
    const cell = document.querySelector("#preview [aria-current]")!.getBoundingClientRect();
    // Where its text begins.
    const seen = document.elementFromPoint(cell.left + 4, cell.top + 8);
    return cell.top > scroller.top && cell.bottom < scroller.bottom && seen?.closest("[aria-current]") !== null;
  });
}

describe("the page without Excel", () => {
  it("checks a ledger, goes to a finding, makes the report and saves it under a new name", async () => {
    const { page, requests, exceptions, close } = await openPage(browser);
    const file = await untidySample();
    await openWorkbook(page, "台帳.xlsx", file);
    expect(await focusedId(page)).toBe("step-ledger");
    expect(await page.locator("#preview thead th").first().innerText()).toBe("A");

    await press(page, "check");
    expect(await page.locator("#check-result").innerText()).toBe("提出できます");
    await page.locator(".group > summary", { hasText: "前後の空白" }).click();
    await page.locator(".findings .button.quiet", { hasText: UNTIDY_CELL }).click();
    await idle(page);
    const value = (await read(file)).getWorksheet("台帳")!.getCell(UNTIDY_CELL).text;
    expect((await marked(page)).map((text) => text.trim())).toEqual([value.trim()]);
    expect(await isMarkInSight(page)).toBe(true);
    expect(await page.locator("#preview-place").innerText()).toContain(UNTIDY_CELL);

    await press(page, "make");
    expect(await page.locator(".tally").innerText()).toMatch(/98件[^]*72[^]*14[^]*12/);
    await page.locator("#preview-sheet").selectOption("設定");
    await idle(page);
    await page.getByRole("button", { name: "シート「集計」を開く" }).click();
    await idle(page);
    expect(await page.locator("#preview-sheet").inputValue()).toBe("集計");
    expect(await page.locator("#preview table").innerText()).toContain("73.5");

    const { name, workbook } = await save(page);
    expect(name).toBe("台帳_報告書.xlsx");
    await page.getByText("台帳_報告書.xlsx という名前で保存しました。").waitFor();
    const names = workbook.worksheets.map((sheet) => sheet.name);
    expect(names.slice(0, 4)).toEqual(USER_SHEETS);
    expect(names).toEqual(expect.arrayContaining(["集計", "4 評価", "作成記録"]));
    const original = await read(file);
    for (const sheet of USER_SHEETS) {
      expect(textsOf(workbook, sheet), sheet).toEqual(textsOf(original, sheet));
    }
    const figures = textsOf(workbook, "集計").map((row) => row.join(" "));
    expect(figures.filter((row) => row.includes("98") && /72.*14.*12/.test(row))).not.toEqual([]);

    expect(requests.filter((each) => each.startsWith("http"))).toEqual([]);
    expect(requests.filter((each) => /wasm|office/.test(each))).toEqual([]);
    expect(exceptions).toEqual([]);
    await close();
  });

  it("saves again what was changed after the first time", async () => {
    const { page, close } = await openPage(browser);
    await openWorkbook(page, "年度末.xlsx", sample);
    await press(page, "make");
    expect((await save(page)).workbook.getWorksheet("集計")).toBeDefined();
    await press(page, "remove-report");
    const { name, workbook } = await save(page);
    expect(name).toBe("年度末_報告書.xlsx");
    expect(workbook.getWorksheet("集計")).toBeUndefined();
    await close();
  });

  it("starts with a workbook of its own where there is none", async () => {
    const { page, exceptions, close } = await openPage(browser);
    await page.locator("#empty").click();
    await page.locator("#sample").waitFor();
    await idle(page);
    await press(page, "sample");
    await press(page, "make");
    const { name, workbook } = await save(page);
    expect(name).toBe("新しいブック_報告書.xlsx");
    expect(workbook.getWorksheet("集計")).toBeDefined();
    expect(exceptions).toEqual([]);
    await close();
  });

  it("opens a file that is dropped anywhere", async () => {
    const { page, close } = await openPage(browser);
    await page.evaluate((base64) => {
      const transfer = new DataTransfer();
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      transfer.items.add(new File([bytes], "台帳.xlsx"));
      const drop = new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true });
      document.querySelector("h1")!.dispatchEvent(drop);
    }, sample.toString("base64"));
    await page.locator("#ledger-sheet").waitFor();
    expect(await page.locator("#toolbar .file").innerText()).toBe("台帳.xlsx");
    await close();
  });
});

describe("a file that cannot be opened", () => {
  const files = {
    "メモ.xlsx": [Buffer.from("分野,状況\n"), "Excelブック（.xlsx）ではありません"],
    "旧.xls": [Buffer.from("d0cf11e0a1b11ae1", "hex"), "暗号化されているか、古い形式"],
    "途中.xlsx": [null, "壊れているため読み込めません"],
  } as const;

  it.each(Object.entries(files))("%s gets a sentence, and the next one opens", async (name, [bytes, sentence]) => {
    const { page, exceptions, close } = await openPage(browser);
    await choose(page, name, bytes ?? sample.subarray(0, 9000), () => page.locator("#choose").click());
    await page.locator("#page-note [role=alert]").waitFor();
    expect(await page.locator("#page-note").innerText()).toContain(sentence);
    expect(await page.locator("#page-note").innerText()).toContain(name);
    await openWorkbook(page, "台帳.xlsx", sample);
    expect(await page.locator("#page-note [role=alert]").count()).toBe(0);

    // While a workbook is open it stays open.
    await choose(page, name, bytes ?? sample.subarray(0, 9000), () => page.locator("#other").click());
    await page.locator("#toolbar [role=alert]").waitFor();
    expect(await page.locator("#toolbar .file").innerText()).toBe("台帳.xlsx");
    expect(exceptions).toEqual([]);
    await close();
  });
});

describe("sheets that were not saved", () => {
  /** Whether the browser asks before the page is left; the page stays. */
  async function asksBeforeLeaving(page: Page): Promise<boolean> {
    let asked = false;
    page.once("dialog", (dialog) => {
      asked = dialog.type() === "beforeunload";
      void dialog.dismiss();
    });
    await page.evaluate(() => {
      location.reload();
    });
    await page.waitForTimeout(500);
    return asked;
  }

  it("make the browser ask before the page is left, until they are saved", async () => {
    const { page, close } = await openPage(browser);
    await openWorkbook(page, "台帳.xlsx", sample);
    await press(page, "make");
    expect(await asksBeforeLeaving(page)).toBe(true);
    await save(page);
    await page.getByText("という名前で保存しました").waitFor();
    expect(await asksBeforeLeaving(page)).toBe(false);
    await page.locator("#choose").waitFor();
    await close();
  });

  it("are not given up for another workbook without a question", async () => {
    const { page, close } = await openPage(browser);
    await openWorkbook(page, "台帳.xlsx", sample);
    await press(page, "make");
    const answers = [false, true];
    page.on("dialog", (dialog) => {
      void (answers.shift() ? dialog.accept() : dialog.dismiss());
    });
    await choose(page, "別.xlsx", sample, () => page.locator("#other").click());
    await expect.poll(() => answers.length).toBe(1);
    expect(await page.locator("#toolbar .file").innerText()).toBe("台帳.xlsx");
    await choose(page, "別.xlsx", sample, () => page.locator("#other").click());
    await page.locator(".file", { hasText: "別.xlsx" }).waitFor();
    await idle(page);
    expect(await page.locator("#report-result").count()).toBe(0);
    await close();
  });
});

describe("the keyboard alone", () => {
  it("goes from choosing the file to the saved one", async () => {
    const { page, close } = await openPage(browser);
    const tabTo = async (id: string) => {
      for (let presses = 0; presses < 40; presses++) {
        if ((await focusedId(page)) === id) return;
        await page.keyboard.press("Tab");
      }
      throw new Error(`Tab never reached #${id}`);
    };
    await tabTo("choose");
    await choose(page, "台帳.xlsx", sample, () => page.keyboard.press("Enter"));
    await page.locator("#ledger-sheet").waitFor();
    await idle(page);
    await tabTo("check");
    await page.keyboard.press("Enter");
    await expect.poll(() => focusedId(page)).toBe("check-result");
    await idle(page);
    // Into the sheet, which scrolls with the keys.
    await tabTo("preview-sheet");
    await page.keyboard.press("Tab");
    const scrolled = () => page.evaluate(() => document.activeElement!.scrollTop);
    expect(await scrolled()).toBe(0);
    await page.keyboard.press("PageDown");
    await expect.poll(scrolled).toBeGreaterThan(0);
    await tabTo("make");
    await page.keyboard.press("Enter");
    await expect.poll(() => focusedId(page)).toBe("report-result");
    await idle(page);
    await tabTo("save");
    const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
    expect(download.suggestedFilename()).toBe("台帳_報告書.xlsx");
    expect(await focusedId(page)).toBe("save");
    await close();
  });
});

/** Each with what axe-core has not yet seen in another: colours depend on the theme, the rest on language and width. */
type AspectLook = Required<Omit<Look, "language">> & { readonly aspect: Aspect };

/** The first look of a language is the one that its page is opened in and used in. */
const LOOKS: Readonly<Record<string, readonly [AspectLook, ...AspectLook[]]>> = {
  "ja-JP": [
    { theme: "light", width: 1280, height: 720, aspect: "everything" },
    { theme: "dark", width: 1280, height: 720, aspect: "colours" },
    { theme: "forced", width: 1280, height: 720, aspect: "colours" },
    { theme: "light", width: 480, height: 900, aspect: "structure" },
  ],
  "en-US": [
    { theme: "dark", width: 320, height: 480, aspect: "everything" },
    { theme: "light", width: 1024, height: 640, aspect: "structure" },
  ],
};

describe.each(Object.keys(LOOKS))("in %s, in each of its looks", (language) => {
  it("has no finding of axe-core and nothing that sticks out, in every state", async () => {
    const looks = LOOKS[language]!;
    const { page, exceptions, close } = await openPage(browser, { language, ...looks[0] });
    const lookAt = async (state: string) => {
      for (const { aspect, ...look } of looks) {
        const name = `standalone-${state}-${language.slice(0, 2)}-${look.theme}-${look.width}`;
        await showAs(page, look);
        await takePicture(page, name);
        const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(sideways, `${name}: wider than the window`).toBeLessThanOrEqual(0);
        expect(await axeFindings(page, aspect), name).toEqual([]);
      }
      await showAs(page, looks[0]);
    };
    await lookAt("1-start");
    await choose(page, "memo.xlsx", Buffer.from("memo"), () => page.locator("#choose").click());
    await page.locator("#page-note [role=alert]").waitFor();
    await lookAt("2-refused");
    await openWorkbook(page, "ledger.xlsx", await untidySample());
    await press(page, "check");
    await page.locator(".group > summary").last().click();
    await page.locator(".findings .button.quiet", { hasText: UNTIDY_CELL }).click();
    await idle(page);
    expect(await isMarkInSight(page)).toBe(true);
    await lookAt("3-finding");
    await press(page, "make");
    await page.locator(".sheets .button", { hasText: "集計" }).first().click();
    await idle(page);
    await lookAt("4-report");
    await page.locator("#preview-sheet").selectOption("3 実施状況");
    await idle(page);
    await save(page);
    await page.locator("#page-note[data-kind=done]").waitFor();
    await lookAt("5-saved");
    expect(exceptions).toEqual([]);
    await close();
  });
});

describe("the built page", () => {
  it("allows no more than the pane does", async () => {
    const { url } = await servePane();
    const text = await (await fetch(`${url}standalone.html`)).text();
    const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(text)?.[1] ?? "";
    const pane = await (await fetch(`${url}taskpane.html`)).text();
    const ofPane = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(pane)?.[1] ?? "";
    expect(policy).toBe(ofPane);
    // Of the guard's words each stands in the policy by its hash; the pane's test holds that.
    const [guard = ""] = /<script>[^]*?<\/script>/.exec(text) ?? [];
    expect(pane).toContain(guard);
    expect(text.replace(guard, "")).not.toMatch(
      /<script(?![^>]*\ssrc=)[^>]*>|<style|\sstyle=|\son\w+=|https?:\/\/|office/,
    );
  });
});
