import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const library = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

interface Axe {
  run(options: { readonly resultTypes: readonly string[] }): Promise<{ readonly violations: readonly Violation[] }>;
}

/** What axe-core finds wrong with a page as it is now: rules, and where each is broken. A page gets the library once. */
export async function axeFindings(page: Page): Promise<unknown> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(library);
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: Axe };
    const { violations } = await axe.run({ resultTypes: ["violations"] });
    return violations.map(({ id, nodes }) => [id, nodes.map(({ html, failureSummary }) => [html, failureSummary])]);
  });
}
