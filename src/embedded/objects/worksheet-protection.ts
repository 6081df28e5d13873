import { HostError } from "../editing/host-error";
import { defineClass, method, property } from "./member";
import type { SheetTarget } from "./targets";

/** What a protected sheet allows when nothing else is said. */
const DEFAULT_OPTIONS = {
  allowAutoFilter: false,
  allowDeleteColumns: false,
  allowDeleteRows: false,
  allowEditObjects: false,
  allowEditScenarios: false,
  allowFormatCells: false,
  allowFormatColumns: false,
  allowFormatRows: false,
  allowInsertColumns: false,
  allowInsertHyperlinks: false,
  allowInsertRows: false,
  allowPivotTables: false,
  allowSort: false,
  selectionMode: "Normal",
};

/** Excel.WorksheetProtection. Passwords are not kept: what is protected here can be unprotected by anyone. */
export const worksheetProtection = defineClass<SheetTarget>({
  name: "WorksheetProtection",
  members: {
    options: property("1.2", () => DEFAULT_OPTIONS),
    protected: property("1.2", ({ sheet }) => sheet.protected),
    protect: method("1.2", ({ sheet }, _args, host) => {
      if (sheet.protected) throw new HostError("AccessDenied");
      host.touchSheet(sheet);
      sheet.protected = true;
    }),
    unprotect: method("1.2", ({ sheet }, _args, host) => {
      host.touchSheet(sheet);
      sheet.protected = false;
    }),
  },
});
