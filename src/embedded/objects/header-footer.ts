import { invalidArgument } from "../editing/excel-error";
import { asText, defineClass, setupProperty } from "./member";
import type { SheetTarget } from "./targets";

/** Longest header or footer, its three parts and their codes together. */
const MAX_LENGTH = 255;

/** Excel.HeaderFooter */
export const headerFooter = defineClass<SheetTarget>({
  name: "HeaderFooter",
  members: {
    centerFooter: part("footerCenter"),
    centerHeader: part("headerCenter"),
    leftFooter: part("footerLeft"),
    leftHeader: part("headerLeft"),
    rightFooter: part("footerRight"),
    rightHeader: part("headerRight"),
  },
});

type Part = `${"header" | "footer"}${"Left" | "Center" | "Right"}`;

function part(key: Part) {
  const line = key.startsWith("header") ? "header" : "footer";
  const parts: readonly Part[] = [`${line}Left`, `${line}Center`, `${line}Right`];
  return setupProperty<SheetTarget>(
    "1.9",
    ({ sheet }) => sheet.page[key],
    ({ sheet }, value) => {
      const text = asText(value);
      const others = parts.reduce((sum, other) => sum + (other === key ? 0 : sheet.page[other].length), 0);
      if (text.length + others > MAX_LENGTH) throw invalidArgument(line);
      sheet.page[key] = text;
    },
  );
}
