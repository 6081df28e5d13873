import { toHostError } from "./errors";
import type { ExcelHost } from "./host";

/**
 * Calls back whenever cells of a sheet change, whoever changes them. What the callback does must be cheap and must not
 * write: in a shared workbook it also runs for what others type.
 *
 * @returns a function that stops the calls
 * @throws HostError
 */
export async function watchLedger(
  host: ExcelHost,
  sheetName: string,
  onChange: () => void,
): Promise<() => Promise<void>> {
  try {
    const handler = await host.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(sheetName);
      sheet.load("id");
      const added = sheet.onChanged.add(() => {
        onChange();
        return Promise.resolve();
      });
      await context.sync();
      return added;
    });
    return async () => {
      try {
        handler.remove();
        await handler.context.sync();
      } catch (error) {
        throw toHostError(error, { sheet: sheetName });
      }
    };
  } catch (error) {
    throw toHostError(error, { sheet: sheetName });
  }
}
