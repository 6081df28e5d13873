import { areaAddress, type Area } from "../cells/cell";
import { toHostError } from "./errors";
import type { ExcelHost } from "./host";

/**
 * Protects sheets without a password: nothing but these cells of each can be changed. Columns and rows may still be widened,
 * and what is written filtered and formatted. One round trip. @throws HostError
 */
export async function protectSheets(
  host: ExcelHost,
  sheets: readonly { readonly name: string; readonly unlocked: readonly Area[] }[],
): Promise<void> {
  try {
    await host.run(async (context) => {
      for (const { name, unlocked } of sheets) {
        const sheet = context.workbook.worksheets.getItem(name);
        for (const area of unlocked) sheet.getRange(areaAddress(area)).format.protection.locked = false;
        sheet.protection.protect({ allowFormatColumns: true, allowFormatRows: true });
      }
      await context.sync();
    });
  } catch (error) {
    throw toHostError(error);
  }
}
