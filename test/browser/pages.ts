import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { isKept } from "./chromium";

/** What a person's screen and settings are like. */
export interface Look {
  readonly language?: string;
  readonly theme?: "light" | "dark" | "forced";
  readonly width?: number;
  readonly height?: number;
}

/** A page with nothing in it yet, and the exceptions that are thrown in it. */
export interface NewPage {
  readonly page: Page;
  readonly exceptions: string[];
  /** To be called when the test is done with it; the page may then be another test's. */
  readonly close: () => Promise<void>;
}

/** Pages that were given back, by their language: starting one anew means a process of its own. */
const free = new Map<string, Page[]>();

/** An empty page. In the browser that the tests share it may have shown something before, of which nothing is left. */
export async function newPage(browser: Browser, look: Required<Look>): Promise<NewPage> {
  const { language } = look;
  const kept = isKept(browser) ? free.get(language)?.pop() : undefined;
  const page = kept ?? (await (await browser.newContext({ locale: language })).newPage());
  await showAs(page, look);
  page.setDefaultTimeout(20_000);
  const exceptions: string[] = [];
  page.on("pageerror", (error) => exceptions.push(error.stack ?? error.message));
  const close = async () => {
    page.removeAllListeners();
    if (!isKept(browser)) {
      await page.context().close();
      return;
    }
    // A page with sheets that were not saved asks before it is left.
    page.on("dialog", (dialog) => void dialog.accept());
    await page.goto("about:blank");
    page.removeAllListeners();
    free.set(language, [...(free.get(language) ?? []), page]);
  };
  return { page, exceptions, close };
}

/** Gives a page a size and a theme of the system. */
export async function showAs(
  page: Page,
  { theme, width, height }: Required<Pick<Look, "theme" | "width" | "height">>,
): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.emulateMedia({
    forcedColors: theme === "forced" ? "active" : "none",
    colorScheme: theme === "dark" ? "dark" : "light",
  });
  // The page hears of it in its own time, and shows it in the frame after that.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}

const PICTURES = fileURLToPath(new URL("../../out/screenshots/", import.meta.url));

/** A picture of a page for people to look at in out/screenshots/, where MEASURE_PICTURES is set: it takes longer than the test. */
export async function takePicture(
  page: Page,
  name: string,
  options: { readonly fullPage?: boolean } = {},
): Promise<void> {
  if (process.env.MEASURE_PICTURES !== undefined) await page.screenshot({ path: `${PICTURES}${name}.png`, ...options });
}
