import { toHostError } from "./errors";
import type { ExcelHost } from "./host";

/** Cells of a sheet that changed. */
export interface SheetChange {
  readonly sheet: string;
  /** A1 address of the cells, as the event says it; "" where it says none. */
  readonly address: string;
  /** Whether this add-in wrote them; null where this Excel does not say. */
  readonly isOwn: boolean | null;
}

/**
 * Calls back whenever cells of the sheets change, whoever changes them. What the callback does must be cheap and must not
 * write: in a shared workbook it also runs for what others type.
 *
 * @returns a function that stops the calls
 * @throws HostError
 */
export async function watchSheets(
  host: ExcelHost,
  sheetNames: readonly string[],
  onChange: (change: SheetChange) => void,
): Promise<() => Promise<void>> {
  const about = sheetNames.length === 1 ? { sheet: sheetNames[0]! } : {};
  try {
    const handlers = await host.run(async (context) => {
      const added = sheetNames.map((name) => {
        const sheet = context.workbook.worksheets.getItem(name);
        sheet.load("id");
        return sheet.onChanged.add((event) => {
          // ExcelApi 1.14 says who changed the cells; an older one leaves the member out.
          const trigger = event.triggerSource as string | undefined;
          const isOwn = trigger === undefined ? null : trigger === "ThisLocalAddin";
          onChange({ sheet: name, address: event.address, isOwn });
          return Promise.resolve();
        });
      });
      await context.sync();
      return added;
    });
    return async () => {
      try {
        const [first] = handlers;
        for (const handler of handlers) handler.remove();
        await first?.context.sync();
      } catch (error) {
        throw toHostError(error, about);
      }
    };
  } catch (error) {
    throw toHostError(error, about);
  }
}
