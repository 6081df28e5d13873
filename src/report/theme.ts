import type { Status } from "../ledger/settings";
import { isCancelled } from "../narrative/phrases";
import type { ChartSeriesPlan, Role } from "./plan";
import { lineHeight } from "./text-layout";

/*
 * How the report looks: the only place that knows fonts, sizes and colours. Everything holds on a monochrome printer.
 */

/** Fonts that Japanese Windows and Office have. */
const FONTS = { text: "游明朝", display: "游ゴシック" } as const;

/** Colours "#RRGGBB": black ink, grey rules, one dark accent, one pale grey, two tints that ask for attention and one red that alarms. */
export const COLORS = {
  ink: "#000000",
  /** The ink of links: Excel makes them blue unless they are given a colour other than a cell's own. */
  linkInk: "#111111",
  quiet: "#404040",
  rule: "#808080",
  accent: "#1F3A5F",
  header: "#F2F2F2",
  missing: "#FFF2B3",
  contradicted: "#FBE0C8",
  alarm: "#9C1C1C",
  paper: "#FFFFFF",
} as const;

/** One edge of an area; names are Excel's (BorderIndex, BorderLineStyle, BorderWeight). */
interface BorderFormat {
  readonly edge: "EdgeTop" | "EdgeBottom" | "InsideHorizontal";
  readonly style: "Continuous";
  readonly weight: "Hairline" | "Thin" | "Medium";
  readonly color: string;
}

/** How the cells of a role look; what is absent stays as an earlier role left it. Names are Excel's. */
export interface RoleFormat {
  readonly fontName?: string;
  /** Points. */
  readonly fontSize?: number;
  readonly bold?: boolean;
  readonly fontColor?: string;
  readonly underline?: "None";
  readonly fill?: string;
  readonly horizontal?: "Left" | "Center" | "Right";
  readonly vertical?: "Top" | "Center" | "Bottom";
  readonly wrapText?: boolean;
  readonly indentLevel?: number;
  readonly numberFormat?: string;
  readonly borders?: readonly BorderFormat[];
}

const hair: BorderFormat = { edge: "InsideHorizontal", style: "Continuous", weight: "Hairline", color: COLORS.rule };
const line = (edge: BorderFormat["edge"], color: string = COLORS.accent): BorderFormat => ({
  edge,
  style: "Continuous",
  weight: "Thin",
  color,
});

const table: RoleFormat = { fontName: FONTS.display, fontSize: 9, vertical: "Center", borders: [hair] };
const value: RoleFormat = { ...table, horizontal: "Right", wrapText: true };
const card: RoleFormat = {
  fontName: FONTS.display,
  fontSize: 9,
  horizontal: "Left",
  vertical: "Center",
  wrapText: false,
};
const prose: RoleFormat = { fontName: FONTS.text, fontSize: 10.5, horizontal: "Left", vertical: "Top", wrapText: true };
const display = (fontSize: number): RoleFormat => ({
  fontName: FONTS.display,
  fontSize,
  bold: true,
  fontColor: COLORS.accent,
  vertical: "Center",
});

const formats: Readonly<Record<Role, RoleFormat>> = {
  body: { fontName: FONTS.display, fontSize: 9, fontColor: COLORS.ink, vertical: "Center" },
  coverTitle: { ...display(24), horizontal: "Center", wrapText: true },
  coverText: { fontName: FONTS.text, fontSize: 14, fontColor: COLORS.ink, horizontal: "Center", vertical: "Center" },
  title: display(16),
  subtitle: { fontName: FONTS.display, fontSize: 10, fontColor: COLORS.quiet, vertical: "Center" },
  heading: display(12),
  subheading: { fontName: FONTS.display, fontSize: 10.5, bold: true, vertical: "Center" },
  paragraph: prose,
  line: { ...prose, fontColor: COLORS.ink, vertical: "Center", wrapText: false },
  lineEnd: { horizontal: "Right" },
  bullet: { ...prose, indentLevel: 1 },
  missing: { fill: COLORS.missing },
  contradicted: { fill: COLORS.contradicted },
  stale: {
    fontName: FONTS.display,
    fontSize: 8.5,
    bold: true,
    fontColor: COLORS.alarm,
    horizontal: "Left",
    vertical: "Center",
    wrapText: false,
  },
  tableHeader: {
    fontName: FONTS.display,
    fontSize: 9,
    bold: true,
    fill: COLORS.header,
    horizontal: "Center",
    vertical: "Center",
    wrapText: true,
    borders: [line("EdgeTop"), line("EdgeBottom", COLORS.rule)],
  },
  tableText: { ...table, horizontal: "Left", wrapText: true },
  tableCount: { ...table, horizontal: "Right", numberFormat: "#,##0" },
  tableRate: { ...table, horizontal: "Right", numberFormat: "0.0" },
  tableChange: { ...table, horizontal: "Right", numberFormat: changeFormat("#,##0") },
  tableRateChange: { ...table, horizontal: "Right", numberFormat: changeFormat("0.0") },
  tableValue: { ...value, numberFormat: "#,##0" },
  tableValue1: { ...value, numberFormat: "#,##0.0" },
  tableValue2: { ...value, numberFormat: "#,##0.00" },
  tableValueAny: { ...value, numberFormat: "General" },
  tableStatus: { ...table, horizontal: "Center" },
  tableDate: { ...table, horizontal: "Center" },
  tableTotal: { bold: true, borders: [line("EdgeTop")] },
  tableLast: { borders: [line("EdgeBottom")] },
  note: {
    fontName: FONTS.display,
    fontSize: 8.5,
    fontColor: COLORS.quiet,
    horizontal: "Left",
    vertical: "Top",
    wrapText: false,
  },
  link: { fontColor: COLORS.accent, underline: "None" },
  // A filled heading for each of some thousand measures would take Excel minutes.
  cardHeading: { ...card, bold: true, borders: [line("EdgeTop", COLORS.rule)] },
  cardLabel: { ...card, fontColor: COLORS.quiet },
  cardText: card,
  treeField: display(12),
  treeHeading: { ...table, bold: true, horizontal: "Left", wrapText: false },
  treePolicy: { ...table, horizontal: "Left", wrapText: false },
  treeMeasure: { ...table, horizontal: "Left", wrapText: false },
  treeStatus: { ...table, horizontal: "Right", wrapText: false },
  contentsEntry: {
    fontName: FONTS.text,
    fontSize: 11,
    fontColor: COLORS.linkInk,
    underline: "None",
    horizontal: "Left",
    vertical: "Center",
  },
  contentsPage: { fontName: FONTS.text, fontSize: 11, horizontal: "Right", vertical: "Center" },
  input: { fontName: FONTS.display, fontSize: 11, horizontal: "Left", vertical: "Center", wrapText: true },
};

/** How a role looks; `rateDecimals` is the number of decimals (0–2) of the percentages on the sheet. */
export function roleFormat(role: Role, rateDecimals = 1): RoleFormat {
  const format = formats[role];
  if (role === "tableRate") return { ...format, numberFormat: rateFormat(rateDecimals) };
  return role === "tableRateChange" ? { ...format, numberFormat: changeFormat(rateFormat(rateDecimals)) } : format;
}

/** A difference as tables of published plans show it: 3, ▲3, 0. */
function changeFormat(number: string): string {
  return `${number};"▲"${number};${number}`;
}

/** Number format of a percentage: 0 → "0", 1 → "0.0". */
export function rateFormat(decimals: number): string {
  return decimals === 0 ? "0" : `0.${"0".repeat(decimals)}`;
}

/** Font size of a role in points; roles that only add to others have that of the body. */
export function fontSize(role: Role): number {
  return formats[role].fontSize ?? formats.body.fontSize ?? 9;
}

/** Excel rounds a row to whole pixels; multiples of 3 points are whole ones at every screen scaling from 100 to 200 %. */
const HEIGHT_STEP = 3;

/** Height in points of a row of this role that holds `lines` lines of text: airy for prose, closer in tables. */
export function rowHeight(role: Role, lines = 1): number {
  const size = fontSize(role);
  if (role === "paragraph" || role === "bullet") return lineHeight(size) * lines;
  return Math.ceil((size * (1.45 * lines + 0.4)) / HEIGHT_STEP) * HEIGHT_STEP;
}

/** What charts look like beyond their series. */
export const CHART = {
  fontName: FONTS.display,
  fontSize: 9,
  titleSize: 10.5,
  fontColor: COLORS.ink,
  titleColor: COLORS.accent,
  /** White gap between the segments. */
  gapColor: COLORS.paper,
  /** Points. */
  lineWeight: 2.25,
  /** Space between two bars in percent of a bar. */
  gapWidth: 45,
  holePercent: 58,
} as const;

/** Colour of a segment and the colour that is readable on it. */
type SegmentColors = Omit<ChartSeriesPlan, "name">;

const BLUE = "#1F4E79";
const ORANGE = "#E08E2B";
const GREY = "#C8CCD1";

/** Segment of the measures whose status is outside the vocabulary. */
export const OUTSIDE_COLORS: SegmentColors = { color: "#262626", labelColor: COLORS.paper };

/** Bars of an indicator: the actual value in dark blue, the target in grey. */
export const INDICATOR_COLORS: readonly [SegmentColors, SegmentColors] = [
  { color: BLUE, labelColor: COLORS.paper },
  { color: GREY, labelColor: COLORS.ink },
];

/**
 * One colour per status, in vocabulary order: achieved classes in blues from dark to light, open ones in oranges,
 * cancelled ones and those outside the denominator in greys. Every two differ in lightness, so that a monochrome print and
 * a colour-blind reader keep them apart; labels reach a contrast of 4.5:1 (WCAG 2.2, 1.4.3).
 */
export function statusColors(statuses: readonly Status[]): readonly SegmentColors[] {
  const families = [BLUE, ORANGE, GREY] as const;
  const family = statuses.map((status) => (status.achieved ? 0 : !status.inDenominator || isCancelled(status) ? 2 : 1));
  const plain = families.every((_, index) => family.filter((one) => one === index).length <= 1);
  const darkFirst = statuses.map((_, index) => index).sort((a, b) => family[a]! - family[b]! || a - b);
  const colors = new Array<SegmentColors>(statuses.length);
  darkFirst.forEach((index, rank) => {
    const base = families[family[index]!];
    // CIE lightness 26 to 86 in equal steps; lighter than that would vanish on white paper.
    const color = plain ? base : shade(base, lightnessToLuminance(26 + (60 * rank) / Math.max(1, statuses.length - 1)));
    colors[index] = { color, labelColor: readableOn(color) };
  });
  return colors;
}

/** Black or white, whichever has the higher contrast on the colour; that is never below 4.58:1. */
export function readableOn(color: string): string {
  const y = luminance(color);
  return 1.05 / (y + 0.05) >= (y + 0.05) / 0.05 ? COLORS.paper : COLORS.ink;
}

/** Relative luminance 0–1 of "#RRGGBB" as WCAG defines it. */
export function luminance(color: string): number {
  const [red, green, blue] = linear(color);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function shade(base: string, target: number): string {
  const from = luminance(base);
  const mix = (channel: number): number =>
    target < from ? (channel * target) / from : channel + ((1 - channel) * (target - from)) / (1 - from);
  return `#${linear(base)
    .map((channel) => {
      const value = mix(channel);
      const encoded = value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;
      return Math.round(encoded * 255)
        .toString(16)
        .padStart(2, "0")
        .toUpperCase();
    })
    .join("")}`;
}

function linear(color: string): [number, number, number] {
  const channel = (at: number): number => {
    const value = parseInt(color.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

function lightnessToLuminance(lightness: number): number {
  const f = (lightness + 16) / 116;
  return f ** 3 > 0.008856 ? f ** 3 : lightness / 903.3;
}
