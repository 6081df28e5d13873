import { LEDGER, sheet, type Case } from "./case";

/** What is held of a sheet stays what it is when rows and columns come and go. */
export const IDENTITY_CASES: readonly Case[] = [
  {
    name: "a table, a chart and a rule are the same after rows were inserted above them",
    sheets: LEDGER,
    run: async (context) => {
      const target = sheet(context);
      const table = target.tables.add("A1:D4", true);
      const chart = target.charts.add("ColumnClustered", target.getRange("A1:D4"), "Columns");
      chart.setPosition("A6", "D12");
      const rule = target.getRange("D2:D4").conditionalFormats.add("Custom");
      rule.custom.rule.formula = "=$D2>2";
      await context.sync();
      target.getRange("1:2").insert("Down");
      target.getRange("A:A").insert("Right");
      await context.sync();
      table.name = "台帳表";
      chart.title.text = "動いた図";
      rule.custom.format.fill.color = "#FFFF00";
      rule.stopIfTrue = true;
      const [tables, charts] = [target.tables, target.charts];
      tables.load("items/name");
      charts.load("items/title/text,items/left,items/top");
      const place = target.getRange("B8");
      place.load("left,top");
      const range = table.getRange();
      range.load("address");
      const rules = target.getRange("E4").conditionalFormats;
      rules.load("items/stopIfTrue");
      rule.custom.rule.load("formula");
      await context.sync();
      const [drawn] = charts.items;
      return [
        tables.items.map(({ name }) => name),
        range.address,
        drawn!.title.text,
        [drawn!.left - place.left, drawn!.top - place.top],
        rules.items.map(({ stopIfTrue }) => stopIfTrue),
        rule.custom.rule.formula,
      ];
    },
    gives: [["台帳表"], "台帳!B3:E6", "動いた図", [0, 0], [true], "=$E4>2"],
  },
  {
    name: "a range moves with its cells, within a batch and beyond",
    sheets: LEDGER,
    run: async (context) => {
      const target = sheet(context);
      const [row, other] = [target.getRange("A3:D3"), target.getRange("B4")];
      const added = target.getRange("A3:D3").insert("Down");
      added.values = [["新", "新", "新", 0]];
      row.load("address,values");
      await context.sync();
      target.getRange("1:1").delete("Up");
      other.load("address,values");
      row.load("address");
      await context.sync();
      return [row.address, String(row.values[0]![1]), other.address, String(other.values[0]![0])];
    },
    gives: ["台帳!A3:D3", "配食", "台帳!B4", "図書館"],
  },
  {
    name: "a range whose cells were deleted is no longer there",
    sheets: LEDGER,
    run: async (context) => {
      const range = sheet(context).getRange("A3");
      await context.sync();
      sheet(context).getRange("2:4").delete("Up");
      await context.sync();
      range.load("values");
      await context.sync();
    },
    fails: { code: "ItemNotFound" },
  },
  {
    name: "a chart without cells of its own moves with the rows above it",
    sheets: LEDGER,
    run: async (context) => {
      const target = sheet(context);
      const chart = target.charts.add("ColumnClustered", target.getRange("A1:D4"), "Columns");
      chart.top = 200;
      chart.load("top");
      await context.sync();
      target.getRange("1:4").insert("Down");
      const rows = target.getRange("1:4");
      rows.load("height");
      chart.load("top");
      await context.sync();
      return chart.top - rows.height;
    },
    gives: 200,
  },
  {
    name: "print area, title rows, page breaks and filter move with the rows",
    sheets: LEDGER,
    run: async (context) => {
      const target = sheet(context);
      const { pageLayout } = target;
      pageLayout.setPrintArea("A1:D40");
      pageLayout.setPrintTitleRows("$1:$1");
      for (const row of [4, 11, 21]) target.horizontalPageBreaks.add(`A${row}`);
      target.verticalPageBreaks.add("C1");
      target.autoFilter.apply(target.getRange("A1:D4"));
      await context.sync();
      target.getRange("1:2").insert("Down");
      target.getRange("A:A").insert("Right");
      target.getRange("13:13").delete("Up");
      const area = pageLayout.getPrintArea();
      area.load("address");
      const titles = pageLayout.getPrintTitleRowsOrNullObject();
      titles.load("address");
      const filter = target.autoFilter.getRange();
      filter.load("address");
      const { horizontalPageBreaks: rows, verticalPageBreaks: columns } = target;
      rows.load("items/rowIndex");
      columns.load("items/columnIndex");
      await context.sync();
      return [
        area.address,
        titles.address,
        filter.address,
        rows.items.map(({ rowIndex }) => rowIndex),
        columns.items.map(({ columnIndex }) => columnIndex),
      ];
    },
    gives: ["台帳!B3:E41", "台帳!3:3", "台帳!B3:E6", [5, 21], [3]],
  },
  ...(
    [
      ["a table", (target) => target.tables.add("A1:D4", true)],
      ["a chart", (target) => target.charts.add("Line", target.getRange("A1:D4"))],
      ["a rule", (target) => target.getRange("A1").conditionalFormats.add("Custom")],
    ] as readonly [string, (target: Excel.Worksheet) => { delete(): void; load(names: string): unknown }][]
  ).map(([what, make]): Case => ({
    name: `${what} that was deleted is no longer there`,
    sheets: LEDGER,
    run: async (context) => {
      const made = make(sheet(context));
      await context.sync();
      made.delete();
      await context.sync();
      made.load("id");
      await context.sync();
    },
    fails: { code: "ItemNotFound" },
  })),
];
