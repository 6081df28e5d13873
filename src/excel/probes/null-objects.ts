import { answerOf, codeOf, onSheet, type Probe } from "./probe";

/** What is asked of nothing, and of what nothing has. */
export const NULL_OBJECT_PROBES: readonly Probe[] = [
  {
    id: "null-delete",
    expected: "done",
    run: (ground) =>
      codeOf(ground, (sheet, { workbook }) => {
        workbook.worksheets.getItemOrNullObject(ground.claim()).delete();
        sheet.tables.getItemOrNullObject("Absent_1").delete();
        workbook.settings.getItemOrNullObject(ground.key).delete();
      }),
  },
  {
    id: "null-set",
    expected: "done",
    run: (ground) =>
      codeOf(ground, (_sheet, { workbook }) => {
        const missing = workbook.worksheets.getItemOrNullObject(ground.claim());
        missing.tabColor = "#FF0000";
        missing.getRange("A1").values = [["x"]];
        missing.getRange("A1").format.font.bold = true;
      }),
  },
  {
    id: "null-result",
    expected: [true, "none"],
    run: (ground) =>
      onSheet(ground, (_sheet, { workbook }) => {
        const missing = workbook.worksheets.getItemOrNullObject(ground.claim());
        const count = missing.charts.getCount();
        return () => [missing.isNullObject, (count.value as unknown) === undefined ? "none" : count.value];
      }),
  },
  {
    id: "null-after-sync",
    expected: "done",
    run: ({ host, claim }) =>
      host.run(async (context) => {
        const missing = context.workbook.worksheets.getItemOrNullObject(claim());
        missing.load("isNullObject,name");
        await context.sync();
        missing.getUsedRangeOrNullObject().clear();
        missing.delete();
        await context.sync();
        return "done";
      }),
  },
  {
    id: "unknown-load",
    expected: "ApiNotFound",
    run: (ground) =>
      codeOf(ground, (sheet) => {
        sheet.getRange("A1").load("measureLedgerProbe");
      }),
  },
  {
    id: "used-range-empty",
    expected: ["A1", true, true],
    run: (ground) =>
      onSheet(ground, (sheet) => {
        const used = sheet.getUsedRange();
        used.load("address");
        const none = sheet.getUsedRangeOrNullObject();
        const inside = sheet.getRange("C3:D4").getUsedRangeOrNullObject(true);
        return () => [used.address.split("!")[1] ?? "", none.isNullObject, inside.isNullObject];
      }),
  },
  {
    id: "used-range-empty-formula",
    expected: { address: "A1:B3", values: [["x", ""], ["", ""], ["", ""]] }, // prettier-ignore
    run: (ground) =>
      onSheet(ground, (sheet) => {
        sheet.getRange("A1").values = [["x"]];
        sheet.getRange("B3").formulas = [['=""']];
        const used = sheet.getUsedRange(true);
        used.load("address,values");
        return () => ({ address: used.address.split("!")[1] ?? "", values: answerOf(used.values) });
      }),
  },
  {
    id: "merges-600",
    api: "1.13",
    expected: "failed",
    run: async (ground) => {
      const made = await codeOf(ground, (sheet) => {
        for (let row = 1; row <= 600; row++) sheet.getRange(`A${row}:B${row}`).merge();
      });
      if (made !== "done") return made;
      const asked = await codeOf(ground, (sheet) => {
        sheet.getRange("A1:B600").getMergedAreasOrNullObject().areas.load("items/address");
      });
      return asked === "done" ? "answered" : "failed";
    },
  },
  {
    id: "merge-top-left-outside",
    api: "1.13",
    expected: [false, true],
    run: (ground) =>
      onSheet(ground, (sheet) => {
        sheet.getRange("B2:C3").merge();
        const [whole, part] = ["A1:D4", "C3:D4"].map((address) => sheet.getRange(address).getMergedAreasOrNullObject());
        return () => [whole!.isNullObject, part!.isNullObject];
      }),
  },
];
