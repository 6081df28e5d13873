import type { Area } from "../../cells/cell";
import { layFormat, uniformFormat, type Edge } from "../model/formats";
import type { Host } from "../editing/host";
import type { BorderModel } from "../model/model";
import { asColor, asOneOf, defineClass, property, sheetProperty } from "./member";
import type { RangeTarget } from "./targets";

/** Excel.BorderIndex in Excel's order. */
export const BORDER_INDEXES = [
  "EdgeTop",
  "EdgeBottom",
  "EdgeLeft",
  "EdgeRight",
  "InsideVertical",
  "InsideHorizontal",
  "DiagonalDown",
  "DiagonalUp",
] as const;

/** One border of a range. */
export interface BorderTarget extends RangeTarget {
  readonly index: (typeof BORDER_INDEXES)[number];
}

const STYLES = ["None", "Continuous", "Dash", "DashDot", "DashDotDot", "Dot", "Double", "SlantDashDot"] as const;
const WEIGHTS = ["Hairline", "Thin", "Medium", "Thick"] as const;
const NO_BORDER: BorderModel = { style: "None", weight: "Thin", color: "#000000" };

/** Excel.RangeBorder */
export const rangeBorder = defineClass<BorderTarget>({
  name: "RangeBorder",
  identity: { as: "_Id", read: ({ index }) => index },
  members: {
    color: member("color", asColor),
    sideIndex: property("1.1", ({ index }) => index),
    style: member("style", (value) => asOneOf(value, STYLES)),
    weight: member("weight", (value) => asOneOf(value, WEIGHTS)),
  },
});

function member(key: keyof BorderModel, check: (value: unknown) => string) {
  return sheetProperty<BorderTarget>(
    "1.1",
    (target, host) => {
      const values = edges(target).map(({ area, edge }) =>
        uniformFormat(host.workbook, target.sheet, [area], (format) => format.borders?.[edge]?.[key], NO_BORDER[key]),
      );
      return values.every((value) => value === values[0]) ? (values[0] ?? NO_BORDER[key]) : null;
    },
    (target, value, host) => {
      const checked = check(value);
      for (const { area, edge } of edges(target)) {
        const border = { ...borderOf(host, target, area, edge), [key]: checked };
        // A colour or weight makes a line where there was none.
        if (key !== "style" && border.style === "None") border.style = "Continuous";
        layFormat(target.sheet, area, { borders: { [edge]: border } });
      }
    },
  );
}

/** The border of an area's cells, taken from its first cell. */
function borderOf(host: Host, target: BorderTarget, area: Area, edge: Edge): BorderModel {
  const first = { ...area, rows: 1, columns: 1 };
  const read = (key: keyof BorderModel): string =>
    uniformFormat(host.workbook, target.sheet, [first], (format) => format.borders?.[edge]?.[key], NO_BORDER[key]) ??
    NO_BORDER[key];
  return { style: read("style"), weight: read("weight"), color: read("color") };
}

/** The cells a border runs along and the edge of theirs it is. Diagonals are on no edge. */
function edges({ areas, index }: BorderTarget): { area: Area; edge: Edge }[] {
  return areas.flatMap((area): { area: Area; edge: Edge }[] => {
    const last = { row: area.row + area.rows - 1, column: area.column + area.columns - 1 };
    switch (index) {
      case "EdgeTop":
        return [{ area: { ...area, rows: 1 }, edge: index }];
      case "EdgeBottom":
        return [{ area: { ...area, row: last.row, rows: 1 }, edge: index }];
      case "EdgeLeft":
        return [{ area: { ...area, columns: 1 }, edge: index }];
      case "EdgeRight":
        return [{ area: { ...area, column: last.column, columns: 1 }, edge: index }];
      case "InsideHorizontal":
        return area.rows < 2
          ? []
          : [
              { area: { ...area, rows: area.rows - 1 }, edge: "EdgeBottom" },
              { area: { ...area, row: area.row + 1, rows: area.rows - 1 }, edge: "EdgeTop" },
            ];
      case "InsideVertical":
        return area.columns < 2
          ? []
          : [
              { area: { ...area, columns: area.columns - 1 }, edge: "EdgeRight" },
              { area: { ...area, column: area.column + 1, columns: area.columns - 1 }, edge: "EdgeLeft" },
            ];
      default:
        return [];
    }
  });
}
