/**
 * What Office says of its colours; on the web it may say nothing. In Excel for Windows the client library turns every entry
 * into a colour text, `isDarkTheme` too, so that only a real boolean can be believed.
 */
export interface OfficeColors {
  readonly bodyBackgroundColor?: string;
  readonly isDarkTheme?: unknown;
}

/** The pane's theme: Office's own where it says so, otherwise the system's. */
export function themeFor(office: OfficeColors | undefined, systemIsDark: boolean): "light" | "dark" {
  const told = office?.isDarkTheme;
  const dark = typeof told === "boolean" ? told : (isDark(office?.bodyBackgroundColor) ?? systemIsDark);
  return dark ? "dark" : "light";
}

/** Whether white text reads better than black on a colour "#RRGGBB"; undefined for anything else. */
function isDark(color: string | undefined): boolean | undefined {
  const parts = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color ?? "");
  if (!parts) return undefined;
  const [red, green, blue] = parts.slice(1).map((part) => linear(parseInt(part, 16) / 255)) as [number, number, number];
  // WCAG 2.2: relative luminance; black and white contrast equally with 0.179.
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 0.179;
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}
