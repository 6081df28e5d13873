import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dirtyLedger } from "../fixtures/dirty-ledger";
import { testBrowser } from "./chromium";
import { closeServer, focusedId, idle, openPane, press } from "./open-pane";
import { axeFindings } from "./axe-findings";
import { showAs } from "./pages";
import { sheetNames } from "./workbooks";

/*
 * A ledger with forty mistakes, mended in the built pane by somebody who counts every press.
 */

let browser: Browser;
beforeAll(async () => {
  browser = await testBrowser();
});
afterAll(closeServer);

/** Somebody at the pane, whose clicks and key presses are counted, and what they moved on the screen. */
class Clerk {
  presses = 0;
  /** How far the page scrolled by itself after each press. */
  readonly jumps: number[] = [];

  constructor(private readonly page: Page) {}

  async click(selector: string): Promise<void> {
    const target = this.page.locator(selector).first();
    // Scrolls to it as far as somebody has to who wants to press it.
    await target.click({ trial: true });
    await this.watched(() => target.click());
  }

  /** Types a text, each of its characters a press, and Enter. */
  async type(text: string): Promise<void> {
    this.presses += Array.from(text).length;
    await this.page.keyboard.insertText(text);
    await this.watched(() => this.page.keyboard.press("Enter"));
  }

  private async watched(press: () => Promise<void>): Promise<void> {
    this.presses++;
    const before = await this.page.evaluate(() => window.scrollY);
    await press();
    await idle(this.page);
    this.jumps.push(Math.abs((await this.page.evaluate(() => window.scrollY)) - before));
  }
}

describe("a dirty ledger", () => {
  it("is fit to submit after at most 25 presses, and the page stays where it is", async () => {
    const { workbook, planted } = dirtyLedger();
    expect(planted).toHaveLength(40);
    expect(new Set(planted.map(({ rule }) => rule)).size).toBeGreaterThanOrEqual(20);
    const pane = await openPane(browser, { workbook });
    const { page } = pane;
    const clerk = new Clerk(page);
    const verdict = () => page.locator("#check-result").innerText();

    await clerk.click("#check");
    expect(await verdict()).toBe("直すところが24件あります");
    await clerk.click("#preview-all");
    await clerk.click("#apply");
    await clerk.click("#preview-proposed");
    await clerk.click("#apply");
    expect(await focusedId(page)).toBe("walk-title");
    expect(sheetNames(workbook)).toContain("台帳の控え");

    for (let turn = 0; turn < 30 && (await verdict()) !== "提出できます"; turn++) {
      if ((await page.locator(".walk .choices .button").count()) > 0) {
        await clerk.click(".walk .choices .button");
      } else {
        await clerk.click("#walk-value");
        const lost = (await page.locator("#walk-value").inputValue()).includes("\uFFFD");
        // The field is ready for the character that was lost.
        await clerk.type(lost ? "園" : "98.5");
      }
      expect(await focusedId(page)).toBe("walk-title");
    }
    expect(await verdict()).toBe("提出できます");
    expect(clerk.presses).toBeLessThanOrEqual(25);
    expect(Math.max(...clerk.jumps)).toBeLessThanOrEqual(100);
    expect(pane.exceptions).toEqual([]);
    await pane.close();
  });
});

describe("the states of mending", () => {
  it("have no finding of axe and nothing cut, down to 160 pixels, and buttons of the same text have names of their own", async () => {
    const pane = await openPane(browser, { workbook: dirtyLedger().workbook });
    const { page } = pane;
    await press(page, "check");
    const look = async (state: string) => {
      for (const width of [320, 160]) {
        await showAs(page, { theme: "light", width, height: 700 });
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth),
          `${state} at ${width}`,
        ).toBeLessThanOrEqual(width);
        expect(await axeFindings(page, "everything"), `${state} at ${width}`).toEqual([]);
      }
      const names = await page
        .locator("#pane button:visible")
        .evaluateAll((buttons) =>
          buttons.map((button) => button.getAttribute("aria-label") ?? button.textContent.trim()),
        );
      const twice = names.filter((name, at) => names.indexOf(name) !== at && !/^[A-Z]+\d|を開く$/.test(name));
      expect(twice, state).toEqual([]);
      await showAs(page, { theme: "light", width: 320, height: 700 });
    };
    await look("card");
    await page.locator("#preview-proposed").click();
    await look("proposals");
    await press(page, "apply");
    await look("done in part");
    // A warning can be accepted with a word why.
    for (let turn = 0; turn < 40 && (await page.locator("#summary-accept").count()) === 0; turn++)
      await press(page, "walk-next");
    await page.locator("#summary-accept").click();
    await look("accepting");
    await page.locator("#accept-reason").fill("年度末に決まるため");
    await press(page, "accept-one");
    await page.locator("#summary-accepted").click();
    await page.locator("#summary-history").click();
    await idle(page);
    await page.locator("#fold-history li").first().waitFor();
    await look("accepted, and what can be taken back");
    expect(pane.exceptions).toEqual([]);
    await pane.close();
  });
});
