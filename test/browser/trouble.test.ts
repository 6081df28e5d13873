import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ja } from "../../src/messages/ja";
import { testBrowser } from "./chromium";
import { closeServer, focusedId, idle, openPane, press, sampleWorkbook, type OpenPane } from "./open-pane";
import { brokenWorkbook, contentOf, sheetNames } from "./workbooks";

/*
 * What may go wrong in Excel while the pane works: the user's sheets stay as they were, the pane says what to do, and the
 * next press succeeds.
 */

let browser: Browser;
beforeAll(async () => {
  browser = await testBrowser();
});
afterAll(closeServer);

const note = async (pane: OpenPane, step: string) => (await pane.page.locator(`#note-${step} p`).innerText()).trim();

describe("a cell that is being edited", () => {
  it.each(["check", "make"])("stops %s with what to do, and the next press succeeds", async (button) => {
    const workbook = await sampleWorkbook();
    const pane = await openPane(browser, { workbook, level: "1.14" });
    const before = contentOf(workbook);
    const step = button === "check" ? "check" : "report";
    pane.excel.cellEditing = true;
    await press(pane.page, button);
    expect(await note(pane, step)).toBe(ja.host.cellEditMode);
    expect(await pane.page.locator(`#note-${step}`).getAttribute("role")).toBe("alert");
    expect(await focusedId(pane.page)).toBe(`note-${step}`);
    expect(contentOf(workbook)).toEqual(before);

    pane.excel.cellEditing = false;
    await press(pane.page, button);
    expect(await focusedId(pane.page)).toBe(`${step}-result`);
    await pane.close();
  });

  it("while the pane opens is said, and reading again succeeds", async () => {
    const workbook = await sampleWorkbook();
    const pane = await openPane(browser, { workbook, level: "1.14", editing: true });
    expect(await note(pane, "ledger")).toBe(ja.host.cellEditMode);
    pane.excel.cellEditing = false;
    await press(pane.page, "reread");
    expect(await pane.page.locator("#ledger-result").innerText()).toContain("98");
    await pane.close();
  });
});

describe("protection", () => {
  it("of the workbook keeps the report from being made, and says how to lift it", async () => {
    const workbook = await sampleWorkbook();
    workbook.structureProtected = true;
    const before = contentOf(workbook);
    const pane = await openPane(browser, { workbook, level: "1.14" });
    await press(pane.page, "make");
    expect(await note(pane, "report")).toBe(ja.host.workbookProtected);
    expect(contentOf(workbook)).toEqual(before);
    await pane.close();
  });

  it("of the ledger's sheet keeps a fix from being written", async () => {
    const workbook = await brokenWorkbook();
    workbook.sheets[0]!.protected = true;
    const before = contentOf(workbook);
    const pane = await openPane(browser, { workbook, level: "1.14" });
    await press(pane.page, "check");
    await pane.page.locator("#preview-all").click();
    await press(pane.page, "apply");
    expect(await note(pane, "check")).toContain("保護");
    expect(contentOf(workbook)).toEqual(before);
    await pane.close();
  });
});

describe("an error of Excel while the report is written", () => {
  it.each([
    [1, "GeneralException"],
    [2, "GeneralException"],
    [3, "GeneralException"],
    [2, "AccessDenied"],
    [2, "RequestAborted"],
  ])("at round trip %i (%s) leaves nothing behind, and the next press succeeds", async (trip, code) => {
    const workbook = await sampleWorkbook();
    const before = contentOf(workbook);
    const pane = await openPane(browser, { workbook, level: "1.14" });
    pane.excel.inject({ roundTrip: pane.excel.counters.roundTrips + trip, code });
    await press(pane.page, "make");
    expect(await note(pane, "report")).not.toBe("");
    expect(await pane.page.locator("#note-report").getAttribute("data-kind")).toBe("failure");
    expect(contentOf(workbook)).toEqual(before);

    await press(pane.page, "make");
    expect(await focusedId(pane.page)).toBe("report-result");
    expect(sheetNames(workbook)).toContain("集計");
    await pane.close();
  });
});

describe("cancelling", () => {
  it.each([
    ["while the ledger is read", 0],
    ["while sheets are built", 1],
  ])("%s leaves nothing behind, and the next press succeeds", async (_when, answered) => {
    const workbook = await sampleWorkbook();
    const before = contentOf(workbook);
    const pane = await openPane(browser, { workbook, level: "1.14" });
    const release = pane.hold(answered);
    await pane.page.locator("#make").click();
    const cancel = pane.page.locator("#cancel");
    await cancel.waitFor();
    if (answered > 0) await pane.page.getByText(ja.pane.progress.steps.build).first().waitFor();
    await cancel.click();
    expect(await pane.page.locator(".progress p").innerText()).toBe(ja.pane.report.cancelling);
    release();
    await idle(pane.page);
    expect(await note(pane, "report")).toBe(ja.host.cancelled);
    expect(contentOf(workbook)).toEqual(before);

    await press(pane.page, "make");
    expect(await focusedId(pane.page)).toBe("report-result");
    await pane.close();
  });
});

describe("a press while something runs", () => {
  it("changes nothing and does not lose the keyboard's place", async () => {
    const workbook = await sampleWorkbook();
    const pane = await openPane(browser, { workbook, level: "1.14" });
    const release = pane.hold();
    await pane.page.locator("#check").focus();
    await pane.page.keyboard.press("Enter");
    await pane.page.keyboard.press("Enter");
    await pane.page.locator("#make").click({ force: true });
    expect(await pane.page.locator("#check").getAttribute("aria-disabled")).toBe("true");
    release();
    await idle(pane.page);
    expect(await focusedId(pane.page)).toBe("check-result");
    expect(sheetNames(workbook)).not.toContain("集計");
    await pane.close();
  });
});
