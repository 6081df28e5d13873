import { LEDGER, sheet, type Case } from "./case";

const address = (range: Excel.Range): string => range.address.split("!")[1] ?? "";

/** What programs besides this product ask for. */
export const BREADTH_CASES: readonly Case[] = [
  {
    name: "rows of a table are added at the end and between, changed and deleted",
    sheets: LEDGER,
    run: async (context) => {
      const target = sheet(context);
      target.getRange("A6").values = [["注"]];
      const table = target.tables.add("A1:D4", true);
      table.rows.add(undefined, [["環境", "緑化", "達成", 2]]);
      table.rows.add(0, [["行政", "窓口", "中止", 5], ["行政", "電話", "達成", 6]]); // prettier-ignore
      const { rows } = table;
      rows.load("count,items/index,items/values");
      await context.sync();
      const before = rows.items.map(({ index, values }) => [index, String(values[0]![1])]);
      rows.items[1]!.values = [["行政", "電話相談", "達成", 6]];
      rows.getItemAt(0).delete();
      const range = table.getRange();
      range.load("address,values");
      const note = target.getRange("A8");
      note.load("values");
      const count = rows.getCount();
      await context.sync();
      return [
        before,
        count.value,
        address(range),
        range.values.map(([, name]) => String(name)),
        String(note.values[0]![0]),
      ];
    },
    gives: [
      [[0, "窓口"], [1, "電話"], [2, "見守り"], [3, "配食"], [4, "図書館"], [5, "緑化"]],
      5,
      "A1:D6",
      ["事業", "電話相談", "見守り", "配食", "図書館", "緑化"],
      "注",
    ], // prettier-ignore
  },
  {
    name: "a row beyond a table's last",
    sheets: LEDGER,
    run: async (context) => {
      sheet(context).tables.add("A1:D4", true).rows.getItemAt(3).delete();
      await context.sync();
    },
    fails: { code: "ItemNotFound", location: "TableRowCollection.getItemAt" },
  },
  {
    name: "finds texts as cells show them",
    sheets: LEDGER,
    run: async (context) => {
      const target = sheet(context);
      const range = target.getRange("A1:D4");
      const first = range.find("達成", { completeMatch: true });
      const last = range.find("達成", { searchDirection: "Backwards" });
      const none = range.findOrNullObject("中止", {});
      const all = target.findAll("達成", { completeMatch: false });
      const never = target.findAllOrNullObject("中止", {});
      first.load("address");
      last.load("address");
      all.load("address");
      await context.sync();
      return [address(first), address(last), none.isNullObject, all.address, never.isNullObject];
    },
    gives: ["C2", "C4", true, "台帳!C2,台帳!C3,台帳!C4", true],
  },
  {
    name: "a text that is nowhere",
    sheets: LEDGER,
    run: async (context) => {
      sheet(context).getRange("A1:D4").find("中止", {}).select();
      await context.sync();
    },
    fails: { code: "ItemNotFound", location: "Range.find" },
  },
  {
    name: "edges, extended ranges and regions",
    sheets: LEDGER,
    run: async (context) => {
      const target = sheet(context);
      target.getRange("A7").values = [["注"]];
      const ranges = [
        target.getRange("A1").getRangeEdge("Down"),
        target.getRange("A4").getRangeEdge("Down"),
        target.getRange("A7").getRangeEdge("Down"),
        target.getRange("A1").getRangeEdge("Right"),
        target.getRange("D4").getRangeEdge("Left"),
        target.getRange("F9").getRangeEdge("Up"),
        target.getRange("B2:B3").getExtendedRange("Right"),
        target.getRange("C3").getSurroundingRegion(),
      ];
      for (const range of ranges) range.load("address");
      await context.sync();
      return ranges.map(address);
    },
    gives: ["A4", "A7", "A1048576", "D1", "A4", "F1", "B2:D3", "A1:D4"],
  },
];
