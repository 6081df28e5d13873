import { slotMember, type PartTarget } from "./chart-part";
import { asColor, asFlag, defineClass } from "./member";
import { fontName, fontSize } from "./range-font";

/** Excel.ChartFont */
export const chartFont = defineClass<PartTarget>({
  name: "ChartFont",
  members: {
    bold: slotMember("1.1", ({ font }) => font?.bold, asFlag, false),
    color: slotMember("1.1", ({ font }) => font?.color, asColor, "#000000"),
    name: slotMember("1.1", ({ font }) => font?.name, fontName, "游ゴシック"),
    size: slotMember("1.1", ({ font }) => font?.size, fontSize, 10),
  },
});
