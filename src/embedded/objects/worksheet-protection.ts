import { ExcelError } from "../editing/excel-error";
import { defineClass, property, setupMethod } from "./member";
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
    protect: setupMethod("1.2", ({ sheet }) => {
      if (sheet.protected) throw new ExcelError("AccessDenied");
      sheet.protected = true;
    }),
    unprotect: setupMethod("1.2", ({ sheet }) => {
      sheet.protected = false;
    }),
  },
});
