import { COLORS } from "../report/theme";
import { addressLists } from "./address-lists";
import { toHostError } from "./errors";
import type { ExcelHost } from "./host";
import { MARKS_KEY } from "./marks-key";
import { untracked } from "./support";

/*
 * Marks on the user's sheet are conditional formats: they lie over the cells without changing them, and they can be told
 * from every other rule by their formula, so that taking them away leaves no trace. A workbook setting only remembers
 * that there are marks to look for.
 */

/** A place to mark. */
interface MarkedCell {
  readonly sheet: string;
  /** A1 address of a cell or area. */
  readonly cell: string;
}

/** Always true, and ours: N of a text is 0. */
const MARK_FORMULA = '=N("施策評価アドインの検査の印")=0';

/**
 * Marks cells with a pale fill, in place of the marks of an earlier check.
 *
 * @throws HostError
 */
export async function markCells(host: ExcelHost, cells: readonly MarkedCell[]): Promise<void> {
  await clearMarks(host);
  const bySheet = new Map<string, string[]>();
  for (const { sheet, cell } of cells) {
    if (cell !== "") bySheet.set(sheet, [...(bySheet.get(sheet) ?? []), cell]);
  }
  if (bySheet.size === 0) return;
  try {
    await host.run(async (context) => {
      const { worksheets, settings } = context.workbook;
      settings.add(MARKS_KEY, true);
      for (const [name, addresses] of bySheet) {
        const sheet = worksheets.getItem(name);
        for (const list of addressLists(addresses)) {
          const { conditionalFormats } = untracked(sheet.getRanges(list));
          const { custom } = conditionalFormats.add("Custom");
          custom.rule.formula = MARK_FORMULA;
          custom.format.fill.color = COLORS.missing;
        }
      }
      await context.sync();
    });
  } catch (error) {
    throw toHostError(error);
  }
}

/**
 * Takes every mark away; nothing else on the sheets changes.
 *
 * @returns whether there were marks
 * @throws HostError
 */
export async function clearMarks(host: ExcelHost): Promise<boolean> {
  try {
    return await host.run(async (context) => {
      const { worksheets, settings } = context.workbook;
      const setting = settings.getItemOrNullObject(MARKS_KEY);
      setting.load("key");
      worksheets.load("items/id");
      await context.sync();
      if (setting.isNullObject) return false;

      // These ranges have to outlive their batch: the rules are reached through them.
      const collections = worksheets.items.map((sheet) => {
        const { conditionalFormats } = sheet.getRange();
        conditionalFormats.load("items/id,items/type");
        return conditionalFormats;
      });
      await context.sync();

      const formats = collections.flatMap(({ items }) => items.filter(({ type }) => type === "Custom"));
      for (const format of formats) format.custom.rule.load("formula");
      await context.sync();

      for (const format of formats) if (format.custom.rule.formula === MARK_FORMULA) format.delete();
      setting.delete();
      await context.sync();
      return true;
    });
  } catch (error) {
    throw toHostError(error);
  }
}
