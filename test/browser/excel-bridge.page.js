/* Gives the page it runs in what Excel for Windows gives a pane. See excel-bridge.ts, which says what Excel is like. */
(() => {
  const { level, language, theme } = window.bridgedExcel;
  const APP_COMMAND_INVOKED = 39;
  const RICH_API_MESSAGE = 33;
  const APP_COMMAND_COMPLETED = 94;
  const RICH_API_BATCH = 93;
  const EVENT_CATEGORY = 65536;
  const WORKSHEET_CHANGED = 10;
  const handlers = new Map();

  /** An array as Excel's COM side hands it over. */
  const safeArray = (items) => ({ toArray: () => items, dimensions: () => 1 });
  const plainArray = (items) => (items.toArray ? items.toArray() : items);
  const settings = { Read: () => undefined, Write: () => undefined };
  /** Excel tells colours as numbers. */
  const themeNumbers = Object.fromEntries(
    Object.entries(theme).map(([name, color]) => [name, parseInt(color.slice(1), 16)]),
  );
  const context = {
    GetAppType: () => 1,
    GetSolutionRef: () => "measure-ledger",
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 0,
    GetAppUILocale: () => language,
    GetAppDataLocale: () => language,
    GetDocUrl: () => "C:\\台帳.xlsx",
    GetAppCapabilities: () => 1,
    GetActivationMode: () => 0,
    GetControlIntegrationLevel: () => 1,
    GetSolutionToken: () => "",
    GetSupportedMatrix: () => JSON.stringify({ ExcelApi: level, SharedRuntime: "1.1", AddinCommands: "1.3" }),
    GetHostFullVersion: () => "16.0.14332.20000",
    GetSettings: () => settings,
    GetOfficeThemeInfo: () => JSON.stringify(themeNumbers),
  };

  const bridge = { completed: 0, shown: 0 };
  let command = 0;
  bridge.pressRibbon = (name) => {
    const handler = handlers.get(APP_COMMAND_INVOKED);
    handler(APP_COMMAND_INVOKED, safeArray([`command-${++command}`, name, "{}"]));
  };
  bridge.changeCell = (worksheetId, address) => {
    const handler = handlers.get(RICH_API_MESSAGE);
    const change = { address, changeType: "RangeEdited", source: "Local", worksheetId };
    const entry = safeArray([EVENT_CATEGORY, WORKSHEET_CHANGED, worksheetId, JSON.stringify(change), 1, false]);
    if (handler) handler(RICH_API_MESSAGE, safeArray([entry]));
  };
  window.excelBridge = bridge;

  const answerBatch = (body, callback) => {
    const respond = (text) => callback(safeArray([0, safeArray([200, [], text])]), 0);
    if (/"Name":"Microsoft\.(AppRuntime|InternalService|Telemetry)\./.test(body)) {
      // Batches to Office itself, not to Excel: showing the pane, and the library's own housekeeping and telemetry, which come
      // when they like: counted as Excel's, one would now and then meet the failure that a test ordered for the pane's next batch.
      if (body.includes("SetAppRuntimeState")) bridge.shown++;
      const results = JSON.parse(body).Actions.map(({ Id }) => ({ ActionId: Id, Value: null }));
      respond(JSON.stringify({ Results: results }));
    } else {
      window.executeBatch(body).then(respond);
    }
  };

  Object.defineProperty(window, "external", {
    value: {
      GetHostInfo: () => `Excel|Win32|16.01|${language}|telemetry|||`,
      GetContext: () => context,
      Execute: (id, params, callback) => {
        if (id === RICH_API_BATCH) {
          answerBatch(String(plainArray(plainArray(params)[0])[4]), callback);
        } else {
          if (id === APP_COMMAND_COMPLETED) bridge.completed++;
          callback(safeArray([0]), 0);
        }
      },
      RegisterEvent: (id, _target, handler, callback) => {
        handlers.set(id, handler);
        callback(0);
      },
      UnregisterEvent: (id, _target, callback) => {
        handlers.delete(id);
        callback(0);
      },
    },
  });
})();
