import { expect, test, vi } from "vitest";
import type { ExcelHost } from "../../src/excel/host";
import { watchSheets } from "../../src/excel/watch-sheets";

/** An Excel of which one sheet's change event is all there is; `change` is what happens when somebody types. */
function excelWithEvents(): {
  readonly host: ExcelHost;
  readonly change: (sheet: string, event?: object) => Promise<void>;
} {
  const handlers: { sheet: string; call: (event: object) => Promise<void>; isActive: boolean }[] = [];
  const sync = (): Promise<void> => Promise.resolve();
  const getItem = (sheet: string) => ({
    load: () => undefined,
    onChanged: {
      add: (call: (event: object) => Promise<void>) => {
        const handler = { sheet, call, isActive: true };
        handlers.push(handler);
        return { remove: () => (handler.isActive = false), context: { sync } };
      },
    },
  });
  const context = { workbook: { worksheets: { getItem } }, sync } as unknown as Excel.RequestContext;
  return {
    host: { isSetSupported: () => true, run: (batch) => batch(context) },
    change: async (sheet, event = { address: "H5" }) => {
      for (const handler of handlers) if (handler.isActive && handler.sheet === sheet) await handler.call(event);
    },
  };
}

test("watching calls back for every change of those sheets and says whose it is, until it is stopped", async () => {
  const { host, change } = excelWithEvents();
  const onChange = vi.fn();
  const stop = await watchSheets(host, ["台帳", "設定"], onChange);
  await change("メモ");
  expect(onChange).not.toHaveBeenCalled();
  await change("台帳");
  await change("設定", { address: "A3:B4", triggerSource: "ThisLocalAddin" });
  expect(onChange.mock.calls).toEqual([
    [{ sheet: "台帳", address: "H5", isOwn: null }],
    [{ sheet: "設定", address: "A3:B4", isOwn: true }],
  ]);
  await stop();
  await change("台帳");
  expect(onChange).toHaveBeenCalledTimes(2);
});
