import { toHostError } from "./errors";
import type { ExcelHost } from "./host";

/** Key of the workbook setting that holds what the pane knows again when it is opened the next time. */
export const MEMORY_KEY = "MeasureLedger.pane";

/** Keeps a text in the workbook's settings; no sheet changes. @throws HostError */
export async function remember(host: ExcelHost, text: string): Promise<void> {
  try {
    await host.run(async (context) => {
      context.workbook.settings.add(MEMORY_KEY, text);
      await context.sync();
    });
  } catch (error) {
    throw toHostError(error);
  }
}
