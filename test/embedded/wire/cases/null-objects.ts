import { LEDGER, sheet, type Case } from "./case";

/*
 * What a null object is asked is not done. Microsoft's samples begin with `getItemOrNullObject("Sample").delete()`
 * (https://learn.microsoft.com/office/dev/add-ins/develop/application-specific-api-model#ornullobject-methods-and-properties).
 */

/** Null objects as documented. */
export const NULL_OBJECT_CASES: readonly Case[] = [
  {
    name: "deleting what may not be there",
    sheets: LEDGER,
    run: async (context) => {
      const { workbook } = context;
      workbook.worksheets.getItemOrNullObject("見本").delete();
      workbook.names.getItemOrNullObject("率").delete();
      sheet(context).tables.getItemOrNullObject("表1").delete();
      sheet(context).charts.getItemOrNullObject("図1").delete();
      sheet(context, "設定").getUsedRangeOrNullObject().clear();
      workbook.settings.getItemOrNullObject("鍵").delete();
      workbook.worksheets.add("見本").getRange("A1").values = [["x"]];
      const { worksheets } = workbook;
      worksheets.load("items/name");
      await context.sync();
      return worksheets.items.map(({ name }) => name);
    },
    gives: ["台帳", "設定", "見本"],
  },
  {
    name: "setting on a null object and below it",
    sheets: LEDGER,
    run: async (context) => {
      const missing = context.workbook.worksheets.getItemOrNullObject("見本");
      missing.name = "名前";
      missing.getRange("A1").values = [["x"]];
      missing.getRange("A1:B2").format.fill.color = "red";
      missing.charts.add("Line", sheet(context).getRange("A1:B2")).title.text = "図";
      missing.tables.getItem("表1").columns.getItemAt(0).name = "列";
      await context.sync();
      // The client knows by now that it is null, and says so in the batch.
      missing.tabColor = "#FF0000";
      missing.getRange("A1").clear();
      missing.pageLayout.orientation = "Landscape";
      const below = missing.charts.getItemOrNullObject("図").series;
      below.load("items/name");
      await context.sync();
      return [missing.isNullObject, below.isNullObject];
    },
    gives: [true, true],
  },
  {
    name: "a result of a null object has no value",
    sheets: LEDGER,
    run: async (context) => {
      const missing = context.workbook.worksheets.getItemOrNullObject("見本");
      const before = [missing.charts.getCount(), missing.getRange("A1").getCellProperties({ address: true })];
      await context.sync();
      const after = missing.tables.getCount();
      await context.sync();
      return [...before, after].map((result) => (result.value as unknown) === undefined);
    },
    gives: [true, true, true],
  },
  {
    name: "isNullObject among the names to load",
    sheets: LEDGER,
    run: async (context) => {
      const [missing, there] = ["見本", "台帳"].map((name) => context.workbook.worksheets.getItemOrNullObject(name));
      missing!.load("isNullObject, name");
      there!.load("isNullObject");
      await context.sync();
      there!.load("name");
      await context.sync();
      return [missing!.isNullObject, there!.isNullObject, there!.name];
    },
    gives: [true, false, "台帳"],
  },
  {
    name: "a getItem below a null object is null, one of a real object fails",
    sheets: LEDGER,
    run: async (context) => {
      const table = context.workbook.worksheets.getItemOrNullObject("見本").tables.getItem("表1");
      table.load("name");
      await context.sync();
      sheet(context).tables.getItem("表1").delete();
      await context.sync();
    },
    fails: { code: "ItemNotFound" },
  },
];

/** One number format for a larger range, and colours by their names. */
export const SHAPE_CASES: readonly Case[] = [
  {
    name: "one number format for every cell, alone or as the only cell of an array",
    sheets: LEDGER,
    run: async (context) => {
      const range = sheet(context).getRange("A2:B3");
      range.numberFormat = [["0.0"]];
      range.load("numberFormat");
      const other = sheet(context).getRange("C2:D3");
      other.numberFormat = "@" as unknown as string[][];
      other.load("numberFormat");
      await context.sync();
      return [range.numberFormat, other.numberFormat];
    },
    gives: [
      [["0.0", "0.0"], ["0.0", "0.0"]],
      [["@", "@"], ["@", "@"]],
    ], // prettier-ignore
  },
  {
    name: "values of one cell are no values of a larger range",
    sheets: LEDGER,
    run: async (context) => {
      sheet(context).getRange("A2:B3").values = [["x"]];
      await context.sync();
    },
    fails: { code: "InvalidArgument", location: "Range.values" },
  },
  {
    name: "number formats of other dimensions",
    sheets: LEDGER,
    run: async (context) => {
      sheet(context).getRange("A2:B3").numberFormat = [["0", "0"]];
      await context.sync();
    },
    fails: { code: "InvalidArgument", location: "Range.numberFormat" },
  },
  {
    name: "HTML's names of colours",
    run: async (context) => {
      const first = context.workbook.worksheets.getFirst();
      const names = ["RebeccaPurple", "lightgoldenrodyellow", "darkslategrey", "coral"];
      const fills = names.map((name, index) => {
        const { fill } = first.getCell(0, index).format;
        fill.color = name;
        fill.load("color");
        return fill;
      });
      await context.sync();
      return fills.map(({ color }) => color);
    },
    gives: ["#663399", "#FAFAD2", "#2F4F4F", "#FF7F50"],
  },
];
