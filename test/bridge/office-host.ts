import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createContext, Script } from "node:vm";
import type { ExcelHost } from "../../src/excel/host";
import type { Server } from "../../src/embedded/wire/server";

/** What of Microsoft's client is used here. */
interface OfficeLibrary {
  readonly Excel: { run<T>(session: object, batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> };
  readonly OfficeExtension: {
    readonly SessionBase: { new (): object; readonly _overrideSession: object | null };
    _testSetRichApiMessageReadyImpl(ready: () => Promise<void>): void;
  };
}

const LIBRARY = "@microsoft/office-js/dist/excel-win32-16.01.debug.js";
let library: OfficeLibrary | undefined;

/** Microsoft's unmodified client library, in a context of its own. */
export function officeLibrary(): OfficeLibrary {
  return (library ??= loaded());
}

function loaded(): OfficeLibrary {
  const file = createRequire(import.meta.url).resolve(LIBRARY);
  const sandbox: Record<string, unknown> = {
    console,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    Promise,
    JSON,
    performance,
    // Values cross the border: arrays and errors made outside must be the library's own kind.
    Array,
    Object,
    Error,
    Date,
    navigator: { userAgent: "" },
    document: { URL: "", getElementsByTagName: () => [], cookie: "" },
    location: { href: "", hash: "", search: "" },
  };
  sandbox["window"] = sandbox;
  sandbox["self"] = sandbox;
  new Script(readFileSync(file, "utf8"), { filename: file }).runInContext(createContext(sandbox));
  const { Excel, OfficeExtension } = sandbox as unknown as OfficeLibrary;
  // Outside Office there is no channel for events to get ready.
  OfficeExtension._testSetRichApiMessageReadyImpl(() => Promise.resolve());
  return { Excel, OfficeExtension };
}

/** A host whose `run` is Microsoft's `Excel.run`, talking to a server of the embedded Excel instead of to Excel. */
export function createOfficeHost(server: Server): ExcelHost {
  const { Excel: client, OfficeExtension } = officeLibrary();
  class EmbeddedSession extends OfficeExtension.SessionBase {
    _resolveRequestUrlAndHeaderInfo(): Promise<null> {
      return Promise.resolve(null);
    }

    _createRequestExecutorOrNull(): object {
      return {
        executeAsync: (_customData: string, _flags: number, message: { Body: unknown }): Promise<object> =>
          Promise.resolve({
            ErrorCode: "",
            ErrorMessage: "",
            Headers: {},
            Body: JSON.parse(server.execute(JSON.stringify(message.Body))) as unknown,
          }),
      };
    }
  }
  const session = new EmbeddedSession();
  const level = Number(server.level.split(".")[1]);
  return {
    run: (batch) => client.run(session, batch),
    isSetSupported: (version) => Number(version.split(".")[1]) <= level,
  };
}
