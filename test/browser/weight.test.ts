import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { DIST } from "./open-pane";
import { weigh, weighPage } from "./weight";

describe("the built page without Excel", () => {
  it("is one file of 1,550 kB or less, a quarter of it the library for Word documents, and 350 kB or less to load from a server that compresses", async () => {
    const { served, single } = await weighPage();
    expect(single.plain).toBeLessThanOrEqual(1_550_000);
    expect(served.compressed).toBeLessThanOrEqual(350_000);
  });
});

describe("the built pane", () => {
  it("opens with 40 kB of own code, style and sentences or less, compressed", async () => {
    const { opening } = await weigh();
    expect(opening).toBeLessThanOrEqual(40_000);
  });

  it("weighs what COSTS.md says, to a kilobyte or a twentieth", async () => {
    const { opening, later } = await weigh();
    const costs = readFileSync(new URL("../../.github/COSTS.md", import.meta.url), "utf8");
    const [, first, all] = /first screen takes (\d+) kB[^]*?\((\d+) kB in all/.exec(costs) ?? [];
    expect(Math.abs(Number(first) * 1000 - opening)).toBeLessThanOrEqual(1000);
    expect(Math.abs(Number(all) * 1000 - later)).toBeLessThanOrEqual(later / 20);
  });

  it("allows nothing but its own origin, and nothing inline but the guard", () => {
    const page = readFileSync(join(DIST, "taskpane.html"), "utf8");
    const inline = [...page.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([^]*?)<\/script>/g)].map(([, code]) => code!);
    const [guard = ""] = inline;
    const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(page)?.[1] ?? "";
    expect(policy.split("; ").sort()).toEqual([
      "base-uri 'none'",
      "connect-src 'self'",
      "default-src 'none'",
      "form-action 'none'",
      "img-src 'self'",
      `script-src 'self' 'sha256-${createHash("sha256").update(guard).digest("base64")}'`,
      "style-src 'self'",
    ]);
    expect(inline).toEqual([guard]);
    expect(page.replace(guard, "")).not.toMatch(/<style|\sstyle=|\son\w+=|https?:\/\//);
  });

  it("loads Microsoft's library from its own folder, unbundled, before its own script", () => {
    const page = readFileSync(join(DIST, "taskpane.html"), "utf8");
    expect(page.indexOf("office-js/office.js")).toBeGreaterThan(0);
    expect(page.indexOf("office-js/office.js")).toBeLessThan(page.indexOf("taskpane.js"));
    expect(readdirSync(join(DIST, "office-js"))).toContain("excel-win32-16.01.js");
  });

  it("tells too old a browser so with a script that such a browser can read", () => {
    const script = readFileSync(join(DIST, "unsupported.js"), "utf8");
    expect(script).not.toMatch(/=>|\b(let|const|class|async)\b|`/);
    for (const [agent, element, expected] of [
      ["Trident/7.0", {}, true],
      ["Edge/18", { noModule: false }, true],
      ["Edg/120", { noModule: false }, false],
    ] as const) {
      const pane = { style: { display: "" } };
      const message = { hidden: true, removeAttribute: () => (message.hidden = false) };
      const document = {
        createElement: () => element,
        getElementById: (id: string) => (id === "pane" ? pane : message),
      };
      runInNewContext(script, { document, navigator: { userAgent: agent } });
      expect([pane.style.display === "none", !message.hidden], agent).toEqual([expected, expected]);
    }
  });
});
