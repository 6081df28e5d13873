import { existsSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sparticuz from "@sparticuz/chromium";
import { chromium, type Browser } from "playwright-core";

let kept: Promise<Browser> | undefined;
let keptBrowser: Browser | undefined;

/** The browser of all test files that run in this process; it ends with the process. */
export async function testBrowser(): Promise<Browser> {
  return (keptBrowser = await (kept ??= launchBrowser()));
}

/** Whether a browser is the one that the test files share. */
export function isKept(browser: Browser): boolean {
  return browser === keptBrowser;
}

/**
 * A Chromium for the tests: the one that npm brought along where that is made for this platform (Linux x64), otherwise an
 * installed Edge or Chrome, which every Windows and most Macs have.
 */
export async function launchBrowser(): Promise<Browser> {
  if (process.platform === "linux" && process.arch === "x64") {
    sparticuz.setGraphicsMode = false;
    // In a single process, meant for very small machines, closing one page would end the whole browser.
    const args = sparticuz.args.filter((arg) => arg !== "--single-process");
    return chromium.launch({ args, executablePath: await unpacked() });
  }
  const channel = ["msedge", "chrome"].find((name) => INSTALLED[name]?.some((path) => existsSync(path)));
  return chromium.launch({ channel: channel ?? "msedge" });
}

/**
 * Where the Chromium of npm is, unpacked for the first of the test files that run side by side; the others wait, because
 * they would take a file that is still being written for the whole.
 */
async function unpacked(): Promise<string> {
  const lock = join(tmpdir(), "measure-ledger-chromium.lock");
  const deadline = Date.now() + 60_000;
  for (;;) {
    try {
      await mkdir(lock);
      break;
    } catch {
      // A lock older than any unpacking belongs to a run that was killed.
      if (Date.now() > deadline) break;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  try {
    return await sparticuz.executablePath();
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
}

const INSTALLED: Readonly<Record<string, readonly string[]>> = {
  msedge: [
    "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
    "C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe",
    "/Applications/Microsoft Edge.app",
  ],
  chrome: ["C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe", "/Applications/Google Chrome.app"],
};
