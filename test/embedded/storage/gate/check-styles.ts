import type { PackageModel } from "./package-model";
import { childOf, childrenNamed, wholeNumber, type Element } from "./xml-tree";

/** How many cell formats and differential formats there are to be referred to. */
export interface StyleFacts {
  readonly cellFormats: number;
  readonly differentialFormats: number;
}

/** The first number that a file may give a format of its own (ECMA-376 part 1, 18.8.30). */
const FIRST_OWN_NUMBER_FORMAT = 164;

/** Checks the style sheet; without one there is one cell format and no other. */
export function checkStyles(file: PackageModel, workbookPart: string): StyleFacts {
  const part = file.related(workbookPart, "styles");
  const root = part === undefined ? undefined : file.tree(part)?.root;
  if (part === undefined || root === undefined) return { cellFormats: 1, differentialFormats: 0 };
  const say = (fault: string): void => {
    file.say(part, fault);
  };
  const list = (name: string, item: string): Element[] => childrenNamed(childOf(root, name), item);
  const numberFormats = list("numFmts", "numFmt");
  const ids = numberFormats.map((each) => wholeNumber(each, "numFmtId"));
  if (new Set(ids).size !== ids.length) say("tells a number format twice");
  for (const each of numberFormats) {
    if ((each.attributes.get("formatCode") ?? "").length > 255) say("has a number format of over 255 characters");
  }
  const styles = list("cellStyleXfs", "xf");
  const cells = list("cellXfs", "xf");
  const counts: Readonly<Record<string, number>> = {
    fontId: list("fonts", "font").length,
    fillId: list("fills", "fill").length,
    borderId: list("borders", "border").length,
    xfId: styles.length,
  };
  const judge = (name: string, formats: readonly Element[], keys: readonly string[]): void => {
    formats.forEach((each, index) => {
      for (const key of keys) {
        const value = wholeNumber(each, key, 0);
        // Without a list of style formats there is nothing that xfId 0 could name.
        if (!(value >= 0 && value < counts[key]!) && !(key === "xfId" && value === 0))
          say(`${name} ${index} has ${key} ${value} of ${counts[key]!}`);
      }
      const format = wholeNumber(each, "numFmtId", 0);
      if (format >= FIRST_OWN_NUMBER_FORMAT && !ids.includes(format))
        say(`${name} ${index} has number format ${format}, which is not there`);
    });
  };
  judge("cellXfs", cells, ["fontId", "fillId", "borderId", "xfId"]);
  judge("cellStyleXfs", styles, ["fontId", "fillId", "borderId"]);
  for (const each of list("cellStyles", "cellStyle")) {
    const xf = wholeNumber(each, "xfId");
    if (!(xf < styles.length)) say(`cellStyle ${each.attributes.get("name") ?? ""} has xfId ${xf} of ${styles.length}`);
  }
  if (cells.length > 65_490) say(`has ${cells.length} cell formats`);
  return { cellFormats: Math.max(1, cells.length), differentialFormats: list("dxfs", "dxf").length };
}
