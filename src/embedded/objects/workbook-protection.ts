import { ExcelError } from "../editing/excel-error";
import type { WorkbookModel } from "../model/model";
import { defineClass, method, property } from "./member";

/** Excel.WorkbookProtection: of the workbook's structure. */
export const workbookProtection = defineClass<WorkbookModel>({
  name: "WorkbookProtection",
  members: {
    protected: property("1.7", (book) => book.structureProtected),
    protect: method("1.7", (book) => {
      if (book.structureProtected) throw new ExcelError("AccessDenied");
      book.structureProtected = true;
    }),
    unprotect: method("1.7", (book) => {
      book.structureProtected = false;
    }),
  },
});
