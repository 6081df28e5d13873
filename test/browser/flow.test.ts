import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findSheet, newWorkbookModel, readValue } from "../../src/embedded/model/workbook";
import { testBrowser } from "./chromium";
import { closeServer, focusedId, idle, openPane, press, sampleWorkbook, servePane, type OpenPane } from "./open-pane";
import { brokenWorkbook, contentOf, sheetNames, strangeWorkbook, untidyWorkbook } from "./workbooks";

/*
 * The built pane with Microsoft's unmodified office.js, as Excel for Windows would run it, over the embedded Excel.
 */

let browser: Browser;
beforeAll(async () => {
  browser = await testBrowser();
});
afterAll(closeServer);

const USER_SHEETS = ["台帳", "設定", "分野", "計画"];

async function text(pane: OpenPane, selector: string): Promise<string> {
  return (await pane.page.locator(selector).innerText()).replace(/\s+/g, " ");
}

async function expectCleanRun(pane: OpenPane): Promise<void> {
  const { url } = await servePane();
  expect(pane.requests.filter((request) => !request.startsWith(url))).toEqual([]);
  expect(pane.exceptions).toEqual([]);
}

describe.each(["1.9", "1.14", "1.17"])("Excel with ExcelApi %s", (level) => {
  it("makes the sample's whole report in two presses, and takes it back", async () => {
    const workbook = await sampleWorkbook();
    const before = contentOf(workbook);
    const pane = await openPane(browser, { workbook, level });
    expect(await text(pane, "#ledger-result")).toContain("98");

    await press(pane.page, "check");
    expect(await text(pane, "#check-result")).toBe("提出できます");
    expect(await focusedId(pane.page)).toBe("check-result");

    await press(pane.page, "make");
    expect(await text(pane, "#report-result")).toBe("報告書ができました");
    expect(await focusedId(pane.page)).toBe("report-result");
    expect(await text(pane, ".tally")).toMatch(/98件.*達成 72 73\.5％ 未達成 14 14\.3％ 中止 12 12\.2％/);
    const made = sheetNames(workbook).slice(USER_SHEETS.length);
    expect(made).toContain("集計");
    expect(made.length).toBeGreaterThan(10);
    expect(contentOf({ ...workbook, sheets: workbook.sheets.slice(0, USER_SHEETS.length) })).toEqual(before);

    await pane.page.getByRole("button", { name: "シート「集計」を開く" }).click();
    await idle(pane.page);
    expect(workbook.activeSheet).toBe(findSheet(workbook, "集計")!.id);

    await press(pane.page, "remove-report");
    expect(sheetNames(workbook).filter((name) => name !== "作成記録")).toEqual(USER_SHEETS);
    expect(await text(pane, "#note-report")).toContain("削除しました");
    await expectCleanRun(pane);
    await pane.close();
  });

  it("finds the mistakes of a broken ledger, goes to them and mends them", async () => {
    const workbook = await brokenWorkbook();
    const pane = await openPane(browser, { workbook, level });
    const { page } = pane;
    const status = () => readValue(findSheet(workbook, "台帳")!, 3, 7);

    await press(page, "check");
    expect(await text(pane, "#check-result")).toMatch(/^直すところが\d+件あります$/);
    const blocked = Number(await page.locator(".counts [data-severity=error] dd").innerText());
    expect(blocked).toBeGreaterThanOrEqual(2);

    // Going to a cell.
    await page.locator(".group > summary", { hasText: "区分" }).first().click();
    await page.locator(".findings .button.quiet", { hasText: "H4" }).first().click();
    await idle(page);
    expect(workbook.selection.area).toMatchObject({ row: 3, column: 7 });

    // Choosing: nothing is written before the user agrees.
    await page.locator(".findings .choices .button", { hasText: "未達成" }).first().click();
    expect(await focusedId(page)).toBe("preview-title");
    expect(await text(pane, ".preview .change")).toContain("末");
    expect(status()).toBe("末達成");
    await press(page, "apply");
    expect(status()).toBe("未達成");
    // The reader goes on at what follows; what was mended is said beside it.
    expect(await focusedId(page)).toBe("group-warning-relisted-name");
    expect(await page.locator("#fix-result").isVisible()).toBe(true);
    expect(Number(await page.locator(".counts [data-severity=error] dd").innerText())).toBe(blocked - 1);

    // Taking it back.
    await press(page, "undo-fix");
    expect(status()).toBe("末達成");

    // What needs no choice, all at once: exactly the cells shown.
    await page.locator("#preview-all").click();
    const shown = await page.locator(".preview .edits > li").count();
    expect(shown).toBeGreaterThanOrEqual(2);
    await press(page, "apply");
    expect(readValue(findSheet(workbook, "台帳")!, 4, 7)).toBe("達成");
    expect(status()).toBe("末達成");
    await expectCleanRun(pane);
    await pane.close();
  });
});

describe("the workbook's text", () => {
  it("is only ever text", async () => {
    const workbook = await brokenWorkbook();
    workbook.sheets[0]!.name = "<b>台帳</b>";
    const pane = await openPane(browser, { workbook });
    await press(pane.page, "check");
    expect(await pane.page.locator("#ledger-sheet option").allInnerTexts()).toContain("<b>台帳</b>");
    expect(await pane.page.locator("#pane img, #pane b").count()).toBe(0);
    await expectCleanRun(pane);
    await pane.close();
  });
});

describe("a ledger that changes after the check", () => {
  it("is said to be out of date and not checked anew", async () => {
    const workbook = await sampleWorkbook();
    const pane = await openPane(browser, { workbook });
    await press(pane.page, "check");
    const { roundTrips } = pane.excel.counters;
    await pane.bridge.changeCell(workbook.sheets[0]!.id, "H5");
    await pane.page.getByText("結果は古くなっています").waitFor();
    expect(pane.excel.counters.roundTrips).toBe(roundTrips);
    await press(pane.page, "check");
    expect(await pane.page.getByText("結果は古くなっています").count()).toBe(0);
    await pane.close();
  });
});

describe("the ribbon", () => {
  it("makes the report in one press where nothing blocks, without the pane", async () => {
    const workbook = await sampleWorkbook();
    const pane = await openPane(browser, { workbook, level: "1.14" });
    await pane.bridge.pressRibbon("makeReport");
    await pane.page.locator("#report-result").waitFor();
    await idle(pane.page);
    expect(await pane.bridge.completed()).toBe(1);
    expect(await pane.bridge.shown()).toBe(0);
    expect(workbook.activeSheet).toBe(workbook.sheets[USER_SHEETS.length]!.id);
    await expectCleanRun(pane);
    await pane.close();
  });

  it("opens the pane at the findings where something blocks", async () => {
    const workbook = await brokenWorkbook();
    const pane = await openPane(browser, { workbook, level: "1.14" });
    await pane.bridge.pressRibbon("makeReport");
    await pane.page.locator("#check-result").waitFor();
    await expect.poll(() => pane.bridge.shown()).toBe(1);
    // That no report was made, and why, is said where it was asked for.
    expect(await focusedId(pane.page)).toBe("note-report");
    expect(await text(pane, "#note-report")).toContain("報告書は作成していません。直すところが");
    expect(sheetNames(workbook)).toEqual(USER_SHEETS);
    await pane.close();
  });

  it.each([
    ["checkLedger", "check-result"],
    ["openSettings", "summary-options"],
  ])("%s shows the pane at %s", async (name, focus) => {
    const pane = await openPane(browser, { workbook: await sampleWorkbook(), level: "1.14" });
    await pane.bridge.pressRibbon(name);
    await expect.poll(() => focusedId(pane.page)).toBe(focus);
    expect(await pane.bridge.completed()).toBe(1);
    expect(await pane.bridge.shown()).toBe(1);
    await pane.close();
  });
});

describe("a workbook without a ledger", () => {
  it("gets a new one, or the sample, which makes a report at once", async () => {
    const workbook = newWorkbookModel();
    const pane = await openPane(browser, { workbook });
    expect(await pane.page.locator("#check").count()).toBe(0);
    await press(pane.page, "sample");
    expect(await text(pane, "#ledger-result")).toContain("98");
    await press(pane.page, "make");
    expect(await text(pane, ".tally")).toMatch(/達成 72/);
    await expectCleanRun(pane);
    await pane.close();
  });

  it("can be told which column is what", async () => {
    const workbook = strangeWorkbook();
    const pane = await openPane(browser, { workbook });
    await pane.page.locator("#ledger-sheet").selectOption("一覧");
    await idle(pane.page);
    await pane.page.locator("#summary-columns").click();
    await pane.page.locator(".pair", { hasText: "できばえ" }).locator("select").selectOption({ label: "状況" });
    await idle(pane.page);
    expect(await text(pane, "#ledger-result")).toContain("2");
    await press(pane.page, "make");
    expect(await text(pane, ".tally")).toMatch(/2件.*達成 1/);

    await press(pane.page, "keep-columns");
    const settings = workbook.sheets.find(({ name }) => name === "設定");
    expect(settings?.rows.flat()).toEqual(expect.arrayContaining(["列の対応", "できばえ", "状況"]));
    await pane.close();
    const again = await openPane(browser, { workbook });
    await again.page.locator("#ledger-sheet").selectOption("一覧");
    await idle(again.page);
    expect(await text(again, "#ledger-result")).toContain("2");
    await again.close();
  });
});

describe("options of the report", () => {
  it("count as they say, for this run only", async () => {
    const workbook = await sampleWorkbook();
    const pane = await openPane(browser, { workbook });
    await pane.page.locator("#summary-options").click();
    await pane.page.locator("#option-relisted").selectOption("exclude");
    await pane.page.locator("#option-decimals").selectOption("0");
    await pane.page.locator("#summary-parts").click();
    await pane.page.locator("#fold-parts input").first().uncheck();
    await press(pane.page, "make");
    expect(await text(pane, ".tally")).toMatch(/97件.*達成 71 73％ 未達成 14 14％ 中止 12 12％/);
    expect(sheetNames(workbook)).not.toContain("表紙");
    await pane.close();
  });
});

describe("5,000 findings", () => {
  it("are counted exactly, shown by the page, and stay quick to use", async () => {
    const pane = await openPane(browser, { workbook: untidyWorkbook(5000) });
    const { page } = pane;
    await press(page, "check");
    const group = page.locator(".group", { hasText: "5,000件" });
    const seconds = async (work: () => Promise<void>) => {
      const from = performance.now();
      await work();
      return (performance.now() - from) / 1000;
    };
    const opening = await seconds(async () => {
      await group.locator("summary").click();
      await group.locator(".findings > li").nth(19).waitFor();
    });
    expect(await group.locator(".findings > li").count()).toBe(20);
    const paging = await seconds(async () => {
      await group.locator(".button.more").last().click();
      await group.locator(".findings > li").nth(39).waitFor();
    });
    expect(await group.locator(".button.more").last().innerText()).toBe("次の20件（残り4,960件）");
    const previewing = await seconds(async () => {
      await page.locator("#preview-all").click();
      await page.locator(".preview").first().waitFor();
    });
    expect(await page.locator("#apply").innerText()).toBe("5,000か所を直す");
    console.log(
      `5,000 findings: open ${opening.toFixed(2)} s, next page ${paging.toFixed(2)} s, preview ${previewing.toFixed(2)} s`,
    );
    for (const time of [opening, paging, previewing]) expect(time).toBeLessThan(1);
    await pane.close();
  });
});
