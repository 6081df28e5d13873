import { describe, expect, it } from "vitest";
import { DEFAULT_STATUSES, type Status } from "../../src/ledger/settings";
import type { Role } from "../../src/report/plan";
import { luminance, OUTSIDE_COLORS, readableOn, roleFormat, rowHeight, statusColors } from "../../src/report/theme";
import { status } from "../narrative/sample";

const open = (name: string): Status => status(name);
const achieved = (name: string): Status => status(name, { achieved: true });
const apart = (name: string): Status => status(name, { inDenominator: false, reasonRequired: false });

const vocabularies: Record<string, readonly Status[]> = {
  default: DEFAULT_STATUSES,
  letters: [achieved("S"), achieved("A"), open("B"), open("C"), open("D"), apart("－")],
  symbols: [achieved("◎"), achieved("○"), open("△"), open("×"), apart("評価なし")],
  progress: [open("未着手"), open("取組中"), achieved("完了")],
  nine: [...["A", "B", "C"].map(achieved), ...["D", "E", "F"].map(open), ...["X", "Y", "Z"].map(apart)],
  single: [achieved("達成")],
};

/** CIE lightness 0–100 of a colour, which is what a monochrome print keeps of it. */
function lightness(color: string): number {
  const y = luminance(color);
  return y > 0.008856 ? 116 * y ** (1 / 3) - 16 : 903.3 * y;
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light! + 0.05) / (dark! + 0.05);
}

/** What a reader without red (or green) receptors sees; Viénot, Brettel and Mollon 1999, on linear RGB. */
function dichromat(color: string, weights: readonly [number, number]): number[] {
  const [red, green, blue] = [1, 3, 5].map((at) => (parseInt(color.slice(at, at + 2), 16) / 255) ** 2.2);
  const mixed = weights[0] * red! + weights[1] * green!;
  return [mixed, blue!];
}

describe.each(Object.entries(vocabularies))("colours of the vocabulary %s", (_, statuses) => {
  const colors = [...statusColors(statuses), OUTSIDE_COLORS];

  it("are one per status", () => {
    expect(statusColors(statuses)).toHaveLength(statuses.length);
    for (const { color } of colors) expect(color).toMatch(/^#[0-9A-F]{6}$/);
  });

  it("stay apart on a monochrome printer", () => {
    const steps = colors.map(({ color }) => lightness(color)).sort((a, b) => a - b);
    for (let i = 1; i < steps.length; i++) expect(steps[i]! - steps[i - 1]!).toBeGreaterThan(6.5);
  });

  it("have labels that can be read (4.5:1) and are seen on paper", () => {
    for (const { color, labelColor } of colors) expect(contrast(color, labelColor)).toBeGreaterThanOrEqual(4.5);
    for (const { color } of colors) expect(lightness(color)).toBeLessThan(88);
  });

  it.each([
    ["protanopia", [0.112, 0.888]],
    ["deuteranopia", [0.293, 0.707]],
  ] as const)("stay apart in %s", (_name, weights) => {
    const seen = colors.map(({ color }) => dichromat(color, weights));
    for (let a = 0; a < seen.length; a++) {
      for (let b = a + 1; b < seen.length; b++) {
        const distance = Math.hypot(...seen[a]!.map((value, index) => Math.sqrt(value) - Math.sqrt(seen[b]![index]!)));
        expect(distance).toBeGreaterThan(0.05);
      }
    }
  });

  it("are darkest where measures are achieved", () => {
    const of = (chosen: boolean): number[] =>
      statuses.flatMap((one, index) => (one.achieved === chosen ? [lightness(colors[index]!.color)] : []));
    expect(Math.max(...of(true))).toBeLessThan(Math.min(...of(false), 100));
  });
});

describe("the default vocabulary", () => {
  it("has blue, orange and grey", () => {
    expect(statusColors(DEFAULT_STATUSES)).toEqual([
      { color: "#1F4E79", labelColor: "#FFFFFF" },
      { color: "#E08E2B", labelColor: "#000000" },
      { color: "#C8CCD1", labelColor: "#000000" },
    ]);
  });

  it("is readable whatever the colour", () => {
    for (let grey = 0; grey < 256; grey++) {
      const color = `#${grey.toString(16).padStart(2, "0").repeat(3)}`;
      expect(contrast(color, readableOn(color))).toBeGreaterThanOrEqual(4.5);
    }
  });
});

describe("roles", () => {
  it("show percentages with the decimals that were asked for", () => {
    expect([0, 1, 2].map((decimals) => roleFormat("tableRate", decimals).numberFormat)).toEqual(["0", "0.0", "0.00"]);
    expect(roleFormat("tableCount", 2).numberFormat).toBe("#,##0");
  });

  it("use only fonts that Japanese Windows has, without italics or underlines", () => {
    const roles: Role[] = ["body", "title", "paragraph", "tableHeader", "tableText", "note", "link", "treeMeasure"];
    for (const role of roles) {
      const { fontName, underline } = roleFormat(role);
      if (fontName !== undefined) expect(["游明朝", "游ゴシック"]).toContain(fontName);
      expect(underline ?? "None").toBe("None");
    }
  });

  it("have rows high enough for their lines", () => {
    expect(rowHeight("tableText")).toBe(18);
    expect(rowHeight("paragraph", 3)).toBe(54);
    expect(rowHeight("tableText", 3)).toBeGreaterThan(3 * 9 * 1.3);
  });
});
