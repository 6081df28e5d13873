import { uniformFormat } from "../model/formats";
import { asColor, defineClass, sheetMethod, sheetProperty } from "./member";
import { lay } from "./range-format";
import type { RangeTarget } from "./targets";

/** Excel.RangeFill */
export const rangeFill = defineClass<RangeTarget>({
  name: "RangeFill",
  members: {
    color: sheetProperty(
      "1.1",
      ({ sheet, areas }, host) => {
        // Excel answers white for cells without a fill (OfficeDev/office-js#6218).
        const fill = uniformFormat(host.workbook, sheet, areas, (format) => format.fill, "");
        return fill === "" ? "#FFFFFF" : fill;
      },
      (target, value) => {
        lay(target, { fill: asColor(value) });
      },
    ),
    clear: sheetMethod("1.1", (target) => {
      lay(target, { fill: "" });
    }),
  },
});
