import { expect, test, vi } from "vitest";
import type { ExcelHost } from "../../src/excel/host";
import { watchLedger } from "../../src/excel/watch-ledger";

/** An Excel of which one sheet's change event is all there is; `change` is what happens when somebody types. */
function excelWithEvents(): { readonly host: ExcelHost; readonly change: (sheet: string) => Promise<void> } {
  const handlers: { sheet: string; call: () => Promise<void>; isActive: boolean }[] = [];
  const sync = (): Promise<void> => Promise.resolve();
  const getItem = (sheet: string) => ({
    load: () => undefined,
    onChanged: {
      add: (call: () => Promise<void>) => {
        const handler = { sheet, call, isActive: true };
        handlers.push(handler);
        return { remove: () => (handler.isActive = false), context: { sync } };
      },
    },
  });
  const context = { workbook: { worksheets: { getItem } }, sync } as unknown as Excel.RequestContext;
  return {
    host: { isSetSupported: () => true, run: (batch) => batch(context) },
    change: async (sheet) => {
      for (const handler of handlers) if (handler.isActive && handler.sheet === sheet) await handler.call();
    },
  };
}

test("watching calls back for every change of that sheet, until it is stopped", async () => {
  const { host, change } = excelWithEvents();
  const onChange = vi.fn();
  const stop = await watchLedger(host, "台帳", onChange);
  await change("メモ");
  expect(onChange).not.toHaveBeenCalled();
  await change("台帳");
  await change("台帳");
  expect(onChange).toHaveBeenCalledTimes(2);
  await stop();
  await change("台帳");
  expect(onChange).toHaveBeenCalledTimes(2);
});
