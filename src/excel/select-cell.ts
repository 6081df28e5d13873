import { toHostError } from "./errors";
import type { ExcelHost } from "./host";
import { untracked } from "./support";

/**
 * Brings a cell or area to the front and selects it.
 *
 * @param address A1 address; "" only brings the sheet to the front
 * @throws HostError ("not-found" where the sheet is gone)
 */
export async function selectCell(host: ExcelHost, sheetName: string, address: string): Promise<void> {
  try {
    await host.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(sheetName);
      sheet.activate();
      if (address !== "") untracked(sheet.getRange(address)).select();
      await context.sync();
    });
  } catch (error) {
    throw toHostError(error, { sheet: sheetName });
  }
}
