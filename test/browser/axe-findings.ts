import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const library = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

interface Axe {
  run(options: object): Promise<{ readonly violations: readonly Violation[] }>;
}

/** What of a page to look at: what its colours decide, what they do not, or both. */
export type Aspect = "colours" | "structure" | "everything";

const RULES_ON_COLOURS = ["color-contrast", "link-in-text-block"];
const OPTIONS: Readonly<Record<Aspect, object>> = {
  everything: {},
  colours: { runOnly: RULES_ON_COLOURS },
  structure: { rules: Object.fromEntries(RULES_ON_COLOURS.map((rule) => [rule, { enabled: false }])) },
};

/** What axe-core finds wrong with a page as it is now: rules, and where each is broken. A page gets the library once. */
export async function axeFindings(page: Page, aspect: Aspect = "everything"): Promise<unknown> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(library);
  // Only rules on sounds and rules that are not on by default ask for what would be loaded.
  const options = { resultTypes: ["violations"], preload: false, ...OPTIONS[aspect] };
  return page.evaluate(async (given) => {
    const { axe } = window as unknown as { axe: Axe };
    const { violations } = await axe.run(given);
    return violations.map(({ id, nodes }) => [id, nodes.map(({ html, failureSummary }) => [html, failureSummary])]);
  }, options);
}
