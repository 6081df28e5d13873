import type { Area } from "../../cells/cell";
import { invalidArgument, itemNotFound } from "../editing/excel-error";
import type { PageLayoutModel } from "../model/model";
import { MAX_COLUMNS } from "../../cells/cell";
import {
  asFlag,
  asNumber,
  asOneOf,
  asWhole,
  defineClass,
  navigation,
  objectMethod,
  property,
  setupProperty,
  setupMethod,
} from "./member";
import { areaOf, rangeOf, rangeOnSheet, type RangeTarget, type SheetTarget } from "./targets";

const ORIENTATIONS = ["Portrait", "Landscape"] as const;
const PAPERS = ["Letter", "Legal", "A3", "A4", "A5", "B4", "B5"] as const;
const POINTS = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 } as const;
type Margin = "top" | "bottom" | "left" | "right" | "header" | "footer";

/** Excel.PageLayout */
export const pageLayout = defineClass<SheetTarget>({
  name: "PageLayout",
  members: {
    headersFooters: navigation("1.9", "HeaderFooterGroup", (target) => target),
    blackAndWhite: flag("blackAndWhite"),
    bottomMargin: margin("bottomMargin"),
    centerHorizontally: flag("centerHorizontally"),
    centerVertically: flag("centerVertically"),
    firstPageNumber: setupProperty(
      "1.9",
      ({ sheet }) => sheet.page.firstPageNumber ?? "",
      ({ sheet }, value) => {
        sheet.page.firstPageNumber = value === "" ? null : asWhole(value);
      },
    ),
    footerMargin: margin("footerMargin"),
    headerMargin: margin("headerMargin"),
    leftMargin: margin("leftMargin"),
    orientation: setupProperty(
      "1.9",
      ({ sheet }) => sheet.page.orientation,
      ({ sheet }, value) => {
        sheet.page.orientation = asOneOf(value, ORIENTATIONS);
      },
    ),
    paperSize: setupProperty(
      "1.9",
      ({ sheet }) => sheet.page.paperSize,
      ({ sheet }, value) => {
        sheet.page.paperSize = asOneOf(value, PAPERS);
      },
    ),
    printGridlines: flag("printGridlines"),
    rightMargin: margin("rightMargin"),
    topMargin: margin("topMargin"),
    zoom: property("1.9", ({ sheet }) => readZoom(sheet.page), writeZoom),
    getPrintArea: objectMethod("1.9", "RangeAreas", (target) => {
      const area = printArea(target);
      if (!area) throw itemNotFound();
      return area;
    }),
    getPrintAreaOrNullObject: objectMethod("1.9", "RangeAreas", printArea),
    getPrintTitleRows: objectMethod("1.9", "Range", (target) => {
      const rows = titleRows(target);
      if (!rows) throw itemNotFound();
      return rows;
    }),
    getPrintTitleRowsOrNullObject: objectMethod("1.9", "Range", titleRows),
    setPrintArea: setupMethod("1.9", ({ sheet }, args, host) => {
      const { areas } = rangeOnSheet(host, sheet, args, 0, true);
      if (areas.length !== 1) throw invalidArgument("one print area only");
      sheet.page.printArea = areas[0]!;
    }),
    setPrintMargins: setupMethod("1.9", ({ sheet }, args) => {
      const points = POINTS[asOneOf(args.text(0), ["Points", "Inches", "Centimeters"])];
      const options = (args.raw(1) ?? {}) as Partial<Record<Margin, unknown>>;
      for (const side of ["top", "bottom", "left", "right", "header", "footer"] as const) {
        const value = options[side];
        if (value !== undefined && value !== null) sheet.page[`${side}Margin`] = length(value) * points;
      }
    }),
    setPrintTitleRows: setupMethod("1.9", ({ sheet }, args, host) => {
      const { row, rows } = areaOf(rangeOnSheet(host, sheet, args, 0));
      sheet.page.titleRows = { first: row, last: row + rows - 1 };
    }),
  },
});

type Flags = "blackAndWhite" | "centerHorizontally" | "centerVertically" | "printGridlines";

function flag(key: Flags) {
  return setupProperty<SheetTarget>(
    "1.9",
    ({ sheet }) => sheet.page[key],
    ({ sheet }, value) => {
      sheet.page[key] = asFlag(value);
    },
  );
}

function margin(key: `${Margin}Margin`) {
  return setupProperty<SheetTarget>(
    "1.9",
    ({ sheet }) => sheet.page[key],
    ({ sheet }, value) => {
      sheet.page[key] = length(value);
    },
  );
}

function length(value: unknown): number {
  const points = asNumber(value);
  if (points < 0) throw invalidArgument("margin");
  return points;
}

function readZoom({ scale, fitWide, fitTall }: PageLayoutModel): Record<string, number> {
  if (fitWide === null && fitTall === null) return { scale: scale ?? 100 };
  return {
    ...(fitWide === null ? {} : { horizontalFitToPages: fitWide }),
    ...(fitTall === null ? {} : { verticalFitToPages: fitTall }),
  };
}

function writeZoom({ sheet }: SheetTarget, value: unknown): void {
  if (typeof value !== "object" || value === null) throw invalidArgument("zoom");
  const { scale, horizontalFitToPages, verticalFitToPages } = value as Record<string, unknown>;
  const fits = (pages: unknown): number | null => {
    if (pages === undefined || pages === null || pages === 0) return null;
    const number = asWhole(pages);
    if (number < 0) throw invalidArgument("zoom");
    return number;
  };
  const fitWide = fits(horizontalFitToPages);
  const fitTall = fits(verticalFitToPages);
  const percent = scale === undefined || scale === null ? null : asWhole(scale);
  if (percent !== null && (percent < 10 || percent > 400 || fitWide !== null || fitTall !== null)) {
    throw invalidArgument("zoom");
  }
  Object.assign(sheet.page, { scale: percent, fitWide, fitTall });
}

function printArea({ sheet }: SheetTarget): RangeTarget | null {
  const area = sheet.page.printArea;
  return area && rangeOf(sheet, area);
}

function titleRows({ sheet }: SheetTarget): RangeTarget | null {
  const rows = sheet.page.titleRows;
  if (!rows) return null;
  const area: Area = { row: rows.first, column: 0, rows: rows.last - rows.first + 1, columns: MAX_COLUMNS };
  return rangeOf(sheet, area);
}
