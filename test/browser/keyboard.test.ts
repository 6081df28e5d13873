import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findSheet, readValue } from "../../src/embedded/model/workbook";
import { testBrowser } from "./chromium";
import { closeServer, focusedId, idle, openPane, sampleWorkbook } from "./open-pane";
import { brokenWorkbook, sheetNames } from "./workbooks";

/*
 * With the keyboard alone, from opening to the finished report.
 */

let browser: Browser;
beforeAll(async () => {
  browser = await testBrowser();
});
afterAll(closeServer);

/** Presses Tab until the element with the id has the focus. */
async function tabTo(page: Page, id: string): Promise<number> {
  for (let presses = 0; presses <= 40; presses++) {
    if ((await focusedId(page)) === id) return presses;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never reached #${id}`);
}

async function enter(page: Page): Promise<void> {
  await page.keyboard.press("Enter");
  await idle(page);
}

describe("the keyboard alone", () => {
  it("goes from opening to the finished report and to its first sheet", async () => {
    const workbook = await sampleWorkbook();
    const { page, close } = await openPane(browser, { workbook });
    await tabTo(page, "check");
    await enter(page);
    expect(await focusedId(page)).toBe("check-result");
    await tabTo(page, "make");
    await enter(page);
    expect(await focusedId(page)).toBe("report-result");
    await page.keyboard.press("Tab");
    await enter(page);
    expect(workbook.activeSheet).toBe(workbook.sheets[4]!.id);
    await tabTo(page, "remove-report");
    await enter(page);
    expect(await focusedId(page)).toBe("note-report");
    expect(sheetNames(workbook)).not.toContain("集計");
    await close();
  });

  it("mends what can be mended, sees it first, and can leave it", async () => {
    const workbook = await brokenWorkbook();
    const status = () => readValue(findSheet(workbook, "台帳")!, 4, 7);
    const { page, close } = await openPane(browser, { workbook });
    await tabTo(page, "check");
    await enter(page);
    await tabTo(page, "preview-all");
    await enter(page);
    expect(await focusedId(page)).toBe("preview-title");
    await tabTo(page, "apply");
    await page.keyboard.press("Tab");
    await enter(page);
    expect(await focusedId(page)).toBe("preview-all");
    expect(status()).toBe(" 達成");
    await enter(page);
    await tabTo(page, "apply");
    await enter(page);
    expect(await focusedId(page)).toBe("walk-title");
    expect(status()).toBe("達成");
    await close();
  });

  it("shows where it is: every stop has a visible outline", async () => {
    const { page, close } = await openPane(browser, { workbook: await sampleWorkbook() });
    const stops: string[] = [];
    for (let presses = 0; presses < 12; presses++) {
      await page.keyboard.press("Tab");
      const stop = await page.evaluate(() => {
        const element = document.activeElement!;
        return element === document.body ? "" : `${element.id} ${getComputedStyle(element).outlineStyle}`;
      });
      if (stop !== "") stops.push(stop);
    }
    expect(stops.length).toBeGreaterThan(6);
    expect(stops.filter((stop) => !stop.endsWith(" solid"))).toEqual([]);
    await close();
  });
});

describe("what a screen reader is told", () => {
  it("is the step that runs, in a status of its own, and nothing once it is done", async () => {
    const pane = await openPane(browser, { workbook: await sampleWorkbook() });
    const said = pane.page.locator("#pane [role=status]");
    expect(await said.innerText()).toBe("");
    const release = pane.hold();
    await pane.page.locator("#check").click();
    await expect.poll(() => said.innerText()).toBe("検査しています");
    release();
    await idle(pane.page);
    expect(await said.innerText()).toBe("");
    await pane.close();
  });
});
