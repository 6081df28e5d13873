import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newWorkbookModel, writeValues } from "../../src/embedded/model/workbook";
import { axeFindings, type Aspect } from "./axe-findings";
import { testBrowser } from "./chromium";
import {
  closeServer,
  focusedId,
  idle,
  openPane,
  press,
  sampleWorkbook,
  type OpenPane,
  type PaneSetup,
} from "./open-pane";
import { showAs, takePicture } from "./pages";
import { brokenWorkbook, strangeWorkbook } from "./workbooks";

/*
 * Every state of the pane, in each theme, language and width: no finding of axe-core, no sideways scrolling, nothing cut,
 * and, where it is asked for, a picture for people to look at.
 */

let browser: Browser;
beforeAll(async () => {
  browser = await testBrowser();
});
afterAll(closeServer);

interface Look {
  readonly theme: NonNullable<PaneSetup["theme"]>;
  readonly width: number;
  /** What axe-core has not yet seen in another look: colours depend on the theme, the rest on language and width. */
  readonly aspect: Aspect;
}

/** The first look of a language is the one that its pane is opened in and used in. */
const LOOKS: Readonly<Record<string, readonly [Look, ...Look[]]>> = {
  "ja-JP": [
    { theme: "light", width: 320, aspect: "everything" },
    { theme: "dark", width: 320, aspect: "colours" },
    { theme: "forced", width: 350, aspect: "colours" },
    { theme: "light", width: 270, aspect: "structure" },
  ],
  "en-US": [
    { theme: "dark", width: 270, aspect: "everything" },
    { theme: "light", width: 350, aspect: "structure" },
  ],
};

const HEIGHT = 700;

/** Looks at a state of the pane in all looks of its language. */
async function lookAt(pane: OpenPane, language: string, state: string): Promise<void> {
  const { page } = pane;
  const [first, ...others] = LOOKS[language]!;
  expect(await themeOf(page)).toBe(first.theme);
  for (const { theme, width, aspect } of [first, ...others]) {
    const name = `${state}-${language.slice(0, 2)}-${theme}-${width}`;
    await dress(page, theme, width);
    await takePicture(page, name, { fullPage: true });
    expect(await overflowing(page), `${name}: wider than the pane`).toEqual([]);
    expect(await axeFindings(page, aspect), name).toEqual([]);
    expect(pane.exceptions).toEqual([]);
  }
  await dress(page, first.theme, first.width);
}

const themeOf = (page: Page) => page.evaluate(() => document.documentElement.dataset.theme);

/** As if the pane had been opened in another theme and width. Office tells of a new theme only when seconds have passed. */
async function dress(page: Page, theme: Look["theme"], width: number): Promise<void> {
  await showAs(page, { theme, width, height: HEIGHT });
  await page.evaluate(
    (told) => {
      document.documentElement.dataset.theme = told;
    },
    theme === "dark" ? "dark" : "light",
  );
}

/** Elements that stick out of the pane, or whose text is cut. */
function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const out = document.documentElement.scrollWidth > width ? ["the page"] : [];
    for (const element of document.querySelectorAll<HTMLElement>("#pane *:not(.visually-hidden, option)")) {
      // What is folded away keeps the place that it had in a wider pane.
      if (!element.checkVisibility()) continue;
      const box = element.getBoundingClientRect();
      if (box.width > 0 && (box.right > width + 0.5 || box.left < -0.5)) out.push(element.outerHTML.slice(0, 80));
    }
    return out;
  });
}

describe.each(Object.keys(LOOKS))("in %s, in each of its looks", (language) => {
  const { theme, width } = LOOKS[language]![0];
  const look = { language, theme, width, height: HEIGHT };
  const setup = async (workbook: PaneSetup["workbook"]) => openPane(browser, { workbook, level: "1.14", ...look });

  it("from opening to the finished report", async () => {
    const workbook = await sampleWorkbook();
    const pane = await setup(workbook);
    const { page } = pane;
    await lookAt(pane, language, "01-open");
    await press(page, "check");
    await lookAt(pane, language, "02-submittable");

    const release = pane.hold(1);
    await page.locator("#make").click();
    await page.locator("#cancel").waitFor();
    await expect.poll(() => page.locator(".progress progress").getAttribute("max")).toBe("5");
    await lookAt(pane, language, "03-making");
    release();
    await page.locator("#report-result").waitFor();
    await idle(page);
    await lookAt(pane, language, "04-report");

    await pane.bridge.changeCell(workbook.sheets[0]!.id, "H5");
    await page.locator(".step[data-status=outdated]").first().waitFor();
    await lookAt(pane, language, "05-outdated");
    await press(page, "remove-report");
    await lookAt(pane, language, "06-removed");
    await pane.close();
  });

  it("a ledger with mistakes", async () => {
    const workbook = await brokenWorkbook();
    const pane = await setup(workbook);
    const { page } = pane;
    await press(page, "check");
    await lookAt(pane, language, "11-blocked");
    for (const group of await page.locator(".group").all()) {
      await group.locator("summary").click();
      await group.locator(".group-body").waitFor();
    }
    await lookAt(pane, language, "12-groups");
    await page.locator("#preview-all").click();
    await page.locator(".preview").first().waitFor();
    await lookAt(pane, language, "13-preview");
    await press(page, "apply");
    await lookAt(pane, language, "14-fixed");
    // Somebody else changes a cell that the fix wrote: that one is not put back.
    writeValues(workbook.sheets[0]!, 4, 7, [["中止"]]);
    await press(page, "undo-fix");
    await lookAt(pane, language, "15-undone");
    await pane.close();
  });

  it("everything that can be opened, and a copy to submit", async () => {
    const pane = await setup(await sampleWorkbook());
    const { page } = pane;
    await press(page, "check");
    for (const summary of await page.locator(".fold > summary").all()) await summary.click();
    await page.locator("#option-decimals").selectOption("2");
    await lookAt(pane, language, "21-unfolded");
    await press(page, "submission");
    await lookAt(pane, language, "22-submission");
    await press(page, "check-sheet");
    await press(page, "mark");
    expect(await focusedId(page)).toBe("note-use");
    await lookAt(pane, language, "23-marked");
    await pane.close();
  });

  it("a workbook without a ledger", async () => {
    const empty = await setup(newWorkbookModel());
    await lookAt(empty, language, "31-empty");
    await press(empty.page, "new-ledger");
    await lookAt(empty, language, "32-new-ledger");
    await empty.close();

    const strange = await setup(strangeWorkbook());
    await strange.page.locator("#ledger-sheet").selectOption("一覧");
    await idle(strange.page);
    await strange.page.locator("#summary-columns").click();
    await lookAt(strange, language, "33-columns");
    await strange.close();
  });

  it("Excel refuses", async () => {
    const pane = await openPane(browser, { workbook: await sampleWorkbook(), editing: true, ...look });
    await lookAt(pane, language, "41-editing");
    pane.excel.cellEditing = false;
    await press(pane.page, "reread");
    pane.excel.workbook.structureProtected = true;
    await press(pane.page, "make");
    await lookAt(pane, language, "42-protected");
    await pane.close();
  });
});
