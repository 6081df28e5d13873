import { allBelow, child, childrenOf, descend, number } from "../xml/xml";
import type { XmlElement } from "../xml/xml";

/** Resolves the ways a file can name a colour to "#RRGGBB". */
export class Colors {
  constructor(
    private readonly theme: readonly string[],
    private readonly palette: readonly string[] = DEFAULT_PALETTE,
  ) {}

  /** Colour of an element with rgb, theme and tint, or indexed attributes; null where it is automatic. */
  of(element: XmlElement | undefined): string | null {
    if (!element) return null;
    const rgb = element.attributes.get("rgb");
    const theme = number(element, "theme");
    const indexed = number(element, "indexed");
    let base: string | null = null;
    if (rgb !== undefined && /^([0-9a-f]{2})?[0-9a-f]{6}$/i.test(rgb)) base = `#${rgb.slice(-6).toUpperCase()}`;
    else if (theme !== null) base = this.theme[theme] ?? null;
    else if (indexed !== null) base = this.palette[indexed] ?? null;
    const tint = number(element, "tint") ?? 0;
    return base === null || tint === 0 ? base : tinted(base, tint);
  }

  /** Colour inside a drawing: `a:srgbClr`, `a:schemeClr` (with luminance changes) or `a:sysClr`. */
  ofDrawing(element: XmlElement | undefined): string | null {
    const fill = child(element, "a:solidFill");
    const color = fill?.children[0];
    if (!color) return null;
    const value = color.attributes.get("val") ?? "";
    let base: string | null = null;
    if (color.name === "a:srgbClr") base = `#${value.toUpperCase()}`;
    else if (color.name === "a:sysClr") base = `#${(color.attributes.get("lastClr") ?? "000000").toUpperCase()}`;
    else if (color.name === "a:schemeClr") base = this.theme[THEME_ORDER.indexOf(ALIASES[value] ?? value)] ?? null;
    if (base === null) return null;
    const modulation = number(child(color, "a:lumMod"), "val");
    const offset = number(child(color, "a:lumOff"), "val");
    if (modulation === null && offset === null) return base;
    return withLuminance(base, (light) => (light * (modulation ?? 100_000) + (offset ?? 0)) / 100_000);
  }
}

/** "#RRGGBB" as the format writes it. */
export function argb(color: string): string {
  const digits = /^#?([0-9a-f]{6})$/i.exec(color)?.[1] ?? "000000";
  return `FF${digits.toUpperCase()}`;
}

/** Theme colours in the order in which cells number them: light 1, dark 1, light 2, dark 2, accents, links. */
export function readTheme(theme: XmlElement | null): string[] {
  const scheme = theme === null ? undefined : allBelow(theme, "a:clrScheme")[0];
  return THEME_ORDER.map((name, index) => {
    const color = descend(scheme, `a:${name}`)?.children[0];
    const value = color?.attributes.get("lastClr") ?? color?.attributes.get("val");
    return value !== undefined && /^[0-9a-f]{6}$/i.test(value) ? `#${value.toUpperCase()}` : OFFICE_THEME[index]!;
  });
}

/** The file's own palette, where it has one. */
export function readPalette(styleSheet: XmlElement): readonly string[] {
  const own = childrenOf(descend(styleSheet, "colors", "indexedColors"), "rgbColor");
  if (own.length === 0) return DEFAULT_PALETTE;
  return DEFAULT_PALETTE.map((color, index) => {
    const rgb = own[index]?.attributes.get("rgb");
    return rgb === undefined ? color : `#${rgb.slice(-6).toUpperCase()}`;
  });
}

const THEME_ORDER = [
  "lt1",
  "dk1",
  "lt2",
  "dk2",
  "accent1",
  "accent2",
  "accent3",
  "accent4",
  "accent5",
  "accent6",
  "hlink",
  "folHlink",
];
/** Names that drawings have for the first four besides. */
const ALIASES: Readonly<Record<string, string>> = { bg1: "lt1", tx1: "dk1", bg2: "lt2", tx2: "dk2" };

const OFFICE_THEME = "FFFFFF 000000 E7E6E6 44546A 4472C4 ED7D31 A5A5A5 FFC000 5B9BD5 70AD47 0563C1 954F72"
  .split(" ")
  .map((color) => `#${color}`);

/** Indexed colours 0–63 (ECMA-376-1 §18.8.27), then system foreground and background. */
const DEFAULT_PALETTE = (
  "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF " +
  "800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF " +
  "000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 " +
  "3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333 " +
  "000000 FFFFFF"
)
  .split(" ")
  .map((color) => `#${color}`);

/** Lightens (tint > 0) or darkens a colour as ECMA-376-1 §18.8.19 says. */
function tinted(color: string, tint: number): string {
  return withLuminance(color, (light) => (tint < 0 ? light * (1 + tint) : light * (1 - tint) + tint));
}

/** Changes the luminance of a colour, through hue (in sextants), saturation and luminance and back. */
function withLuminance(color: string, change: (light: number) => number): string {
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16) / 255) as [
    number,
    number,
    number,
  ];
  const highest = Math.max(red, green, blue);
  const lowest = Math.min(red, green, blue);
  const light = (highest + lowest) / 2;
  const range = highest - lowest;
  const saturation = range === 0 ? 0 : range / (1 - Math.abs(2 * light - 1));
  let hue = 0;
  if (range !== 0) {
    if (highest === red) hue = ((green - blue) / range + 6) % 6;
    else if (highest === green) hue = (blue - red) / range + 2;
    else hue = (red - green) / range + 4;
  }
  const target = Math.min(1, Math.max(0, change(light)));
  const reach = saturation * Math.min(target, 1 - target);
  const parts = [0, 8, 4].map((offset) => {
    const at = (offset + 2 * hue) % 12;
    return Math.round((target - reach * Math.max(-1, Math.min(at - 3, 9 - at, 1))) * 255);
  });
  return `#${parts.map((part) => part.toString(16).padStart(2, "0").toUpperCase()).join("")}`;
}
