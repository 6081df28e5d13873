import type { WorkbookModel } from "../model/model";
import { asFlag, defineClass, property } from "./member";

/** Excel.Runtime */
export const runtime = defineClass<WorkbookModel>({
  name: "Runtime",
  members: {
    enableEvents: property(
      "1.8",
      (_book, host) => host.enableEvents,
      (_book, value, host) => {
        host.enableEvents = asFlag(value);
      },
    ),
  },
});
