import { describe, expect, it } from "vitest";
import { cellKey } from "../../../src/embedded/model/grid";
import type { SheetModel } from "../../../src/embedded/model/model";
import { copyFacets } from "../../../src/embedded/storage/sheet/sheet-facets";
import { createClient } from "../../../src/embedded/wire/client";
import { CLIENTS, failure, plain, serve } from "../hosts";
import { LEDGER, sheet, type Case } from "./cases/case";
import { BREADTH_CASES } from "./cases/breadth";
import { IDENTITY_CASES } from "./cases/identity";
import { NULL_OBJECT_CASES, SHAPE_CASES } from "./cases/null-objects";

const CASES: readonly Case[] = [
  ...NULL_OBJECT_CASES,
  ...SHAPE_CASES,
  ...IDENTITY_CASES,
  ...BREADTH_CASES,
  {
    name: "reads values, formulas, text and place of the used range",
    sheets: LEDGER,
    run: async (context) => {
      const used = sheet(context).getUsedRange();
      used.load("values,formulas,text,address,rowIndex,columnIndex,rowCount,columnCount,valueTypes");
      await context.sync();
      return [used.values[1], used.formulas[3], used.text[1], used.address, used.rowIndex, used.columnIndex, used.rowCount, used.columnCount, used.valueTypes[1]];
    },
    gives: [["福祉", "見守り", "達成", 3], ["教育", "図書館", "達成", 4], ["福祉", "見守り", "達成", "3"], "台帳!A1:D4", 0, 0, 4, 4, ["String", "String", "String", "Double"]],
  },
  {
    name: "answers a null object for what is not there",
    sheets: LEDGER,
    run: async (context) => {
      const missing = context.workbook.worksheets.getItemOrNullObject("無い");
      const there = context.workbook.worksheets.getItemOrNullObject("設定");
      const empty = sheet(context, "設定").getUsedRangeOrNullObject();
      const inside = missing.getRange("A1");
      inside.load("values");
      await context.sync();
      return [missing.isNullObject, there.isNullObject, empty.isNullObject, inside.isNullObject];
    },
    gives: [true, false, true, true],
  },
  {
    name: "an empty sheet's used range is its first cell",
    run: async (context) => {
      const used = context.workbook.worksheets.getFirst().getUsedRange();
      used.load("address,values");
      await context.sync();
      return [used.address, used.values];
    },
    gives: ["Sheet1!A1", [[""]]],
  },
  {
    name: "lists sheets with what was asked for",
    sheets: LEDGER,
    run: async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load("items/name,items/visibility,items/position");
      const count = worksheets.getCount();
      await context.sync();
      return [count.value, worksheets.items.map((item) => [item.name, item.visibility, item.position])];
    },
    gives: [2, [["台帳", "Visible", 0], ["設定", "Visible", 1]]],
  },
  {
    name: "loads nested properties in every notation",
    sheets: LEDGER,
    run: async (context) => {
      const one = sheet(context).getRange("A1");
      one.format.font.bold = true;
      one.load({ address: true, format: { font: { bold: true, color: true } } });
      const two = sheet(context).getRange("B1");
      two.load(["address", "format/fill/color"]);
      const { worksheets } = context.workbook;
      worksheets.load({ name: true, $top: 1 });
      await context.sync();
      return [one.address, one.format.font.bold, one.format.font.color, two.format.fill.color, worksheets.items.map((item) => item.name)];
    },
    gives: ["台帳!A1", true, "#000000", "#FFFFFF", ["台帳"]],
  },
  {
    name: "keeps a sheet and a range over several batches, through renaming",
    sheets: LEDGER,
    run: async (context) => {
      const made = context.workbook.worksheets.add("仮");
      const range = made.getRange("B2");
      range.values = [["あ"]];
      await context.sync();
      made.name = "本";
      await context.sync();
      range.load("address,values");
      made.load("name");
      await context.sync();
      return [made.name, range.address, range.values];
    },
    gives: ["本", "本!B2", [["あ"]]],
  },
  {
    name: "items of a collection stay usable",
    sheets: LEDGER,
    run: async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load("items/name");
      await context.sync();
      const second = worksheets.items[1]!;
      second.getRange("A1").values = [["x"]];
      second.name = "設定2";
      await context.sync();
      const cell = second.getRange("A1");
      cell.load("values,address");
      await context.sync();
      return [cell.values, cell.address];
    },
    gives: [[["x"]], "設定2!A1"],
  },
  {
    name: "formulas follow a renamed sheet",
    sheets: LEDGER,
    run: async (context) => {
      sheet(context, "設定").getRange("A1").formulas = [["=SUM('台帳'!D2:D4)"]];
      sheet(context).name = "計画 台帳";
      const cell = sheet(context, "設定").getRange("A1");
      cell.load("formulas,values");
      await context.sync();
      return [cell.formulas, cell.values];
    },
    gives: [[["=SUM('計画 台帳'!D2:D4)"]], [[8]]],
  },
  {
    name: "formulas of a deleted sheet become #REF!",
    sheets: LEDGER,
    run: async (context) => {
      sheet(context, "設定").getRange("A1").formulas = [["=SUM(台帳!D2:D4)"]];
      await context.sync();
      sheet(context).delete();
      const cell = sheet(context, "設定").getRange("A1");
      cell.load("formulas,values");
      await context.sync();
      return [cell.formulas, cell.values];
    },
    gives: [[["=SUM(#REF!)"]], [["#REF!"]]],
  },
  {
    name: "null leaves a cell alone, an empty text empties it, an apostrophe makes text",
    run: async (context) => {
      const range = context.workbook.worksheets.getFirst().getRange("A1:C1");
      range.values = [["a", "b", "c"]];
      range.values = [[null, "", "'=1+1"]];
      range.load("values,formulas");
      await context.sync();
      return [range.values, range.formulas];
    },
    gives: [[["a", "", "=1+1"]], [["a", "", "=1+1"]]],
  },
  {
    name: "text becomes what it looks like, with the format that goes with it",
    run: async (context) => {
      const range = context.workbook.worksheets.getFirst().getRange("A1:H1");
      range.values = [["100", "１２３", "true", "12.5%", "1,234", "2010/3/1", "H22.3.1", "1/2"]];
      range.load("values,numberFormat,text");
      await context.sync();
      return [range.values, range.numberFormat, range.text];
    },
    gives: [
      [[100, 123, true, 0.125, 1234, 40238, 40238, 45293]],
      [["General", "General", "General", "0.00%", "#,##0", "yyyy/m/d", "[$-411]ge.m.d", 'm"月"d"日"']],
      [["100", "123", "TRUE", "12.50%", "1,234", "2010/3/1", "H22.3.1", "1月2日"]],
    ],
  },
  {
    name: "cells of format @ keep text as it is",
    run: async (context) => {
      const range = context.workbook.worksheets.getFirst().getRange("A1:D1");
      range.numberFormat = [["@", "@", "@", "@"]];
      range.values = [["001", "=A1", "1/2", 5]];
      range.load("values,formulas");
      await context.sync();
      return [range.values, range.formulas];
    },
    gives: [[["001", "=A1", "1/2", "5"]], [["001", "=A1", "1/2", "5"]]],
  },
  {
    name: "one value goes into every cell",
    run: async (context) => {
      const range = context.workbook.worksheets.getFirst().getRange("A1:B2");
      (range as { values: unknown }).values = "x";
      range.load("values");
      await context.sync();
      return range.values;
    },
    gives: [["x", "x"], ["x", "x"]],
  },
  {
    name: "a large write arrives whole",
    run: async (context) => {
      const rows = Array.from({ length: 1000 }, (_, r) => [r, `行${r}`, r % 2 === 0]);
      const range = context.workbook.worksheets.getFirst().getRange("B3:D1002");
      range.values = rows;
      const used = context.workbook.worksheets.getFirst().getUsedRange();
      used.load("values,address");
      await context.sync();
      return [used.address, used.values[0], used.values[999], used.values.length];
    },
    gives: ["Sheet1!B3:D1002", [0, "行0", true], [999, "行999", false], 1000],
  },
  {
    name: "ranges derived from a range",
    run: async (context) => {
      const first = context.workbook.worksheets.getFirst();
      const range = first.getRange("B2:D5");
      const derived = [
        range.getCell(1, 1), range.getRow(0), range.getColumn(2), range.getLastRow(), range.getLastCell(), range.getLastColumn(),
        range.getOffsetRange(1, -1), range.getResizedRange(-1, 2), range.getEntireRow(), range.getEntireColumn(),
        range.getRowsBelow(2), range.getRowsAbove(1), range.getColumnsAfter(1), range.getColumnsBefore(1),
        range.getBoundingRect("F9"), range.getIntersection("C1:Z3"), range.getAbsoluteResizedRange(1, 1),
        first.getRangeByIndexes(0, 0, 2, 3), first.getCell(4, 4), first.getRange("C:D"), first.getRange("3:4"), first.getRange(),
      ];
      for (const each of derived) each.load("address");
      await context.sync();
      return derived.map((each) => each.address.replace("Sheet1!", ""));
    },
    gives: [
      "C3", "B2:D2", "D2:D5", "B5:D5", "D5", "D2:D5", "A3:C6", "B2:F4", "2:5", "B:D", "B6:D7", "B1:D1", "E2:E5", "A2:A5",
      "B2:F9", "C2:D3", "B2", "A1:C2", "E5", "C:D", "3:4", "A:XFD",
    ],
  },
  {
    name: "formats are read back, null where cells differ",
    run: async (context) => {
      const first = context.workbook.worksheets.getFirst();
      const range = first.getRange("A1:B2");
      range.format.wrapText = true;
      range.format.horizontalAlignment = "Center";
      range.format.font.name = "游明朝";
      range.format.font.size = 12;
      first.getRange("A1").format.fill.color = "#ff8000";
      first.getRange("B2").format.font.bold = true;
      range.format.columnWidth = 100;
      first.getRange("A2:B2").format.rowHeight = 30;
      range.load("format/wrapText,format/horizontalAlignment,format/font/name,format/font/size,format/font/bold,format/fill/color,format/columnWidth,format/rowHeight");
      const one = first.getRange("A1");
      one.load("format/fill/color,format/rowHeight");
      await context.sync();
      const { format } = range;
      return [format.wrapText, format.horizontalAlignment, format.font.name, format.font.size, format.font.bold, format.fill.color, format.columnWidth, format.rowHeight, one.format.fill.color, one.format.rowHeight];
    },
    gives: [true, "Center", "游明朝", 12, null, null, 100, null, "#FF8000", 18.75],
  },
  {
    name: "borders lie on the right cells",
    run: async (context) => {
      const first = context.workbook.worksheets.getFirst();
      const bottom = first.getRange("A1:C1").format.borders.getItem("EdgeBottom");
      bottom.style = "Continuous";
      bottom.weight = "Medium";
      bottom.color = "#123456";
      const read = first.getRange("B1").format.borders.getItem("EdgeBottom");
      const other = first.getRange("B1").format.borders.getItem("EdgeTop");
      read.load("style,weight,color,sideIndex");
      other.load("style");
      await context.sync();
      return [read.style, read.weight, read.color, read.sideIndex, other.style];
    },
    gives: ["Continuous", "Medium", "#123456", "EdgeBottom", "None"],
  },
  {
    name: "several areas take a format together",
    run: async (context) => {
      const first = context.workbook.worksheets.getFirst();
      const areas = first.getRanges("A1,C3:D4");
      areas.format.font.italic = true;
      areas.load("address,areaCount,cellCount");
      areas.areas.load("items/address");
      const within = first.getRange("D4");
      within.load("format/font/italic");
      await context.sync();
      return [areas.address, areas.areaCount, areas.cellCount, areas.areas.items.map((area) => area.address), within.format.font.italic];
    },
    gives: ["Sheet1!A1,Sheet1!C3:D4", 2, 5, ["Sheet1!A1", "Sheet1!C3:D4"], true],
  },
  {
    name: "properties of rows, columns and cells in one call",
    sheets: LEDGER,
    run: async (context) => {
      const range = sheet(context).getRange("A1:B3");
      range.setRowProperties([{ format: { rowHeight: 40, fill: { color: "#eeeeee" } } }, { rowHidden: true }, {}]);
      range.setColumnProperties([{ columnHidden: false }, { format: { columnWidth: 80 } }]);
      sheet(context).getRange("A1:B1").setCellProperties([[{ format: { font: { bold: true } } }, { format: { borders: { bottom: { style: "Continuous" } } } }]]);
      const rows = range.getRowProperties({ rowHidden: true, format: { fill: { color: true } } });
      const columns = range.getColumnProperties({ format: { columnWidth: true } });
      const cells = sheet(context).getRange("A1:B1").getCellProperties({ address: true, format: { font: { bold: true }, borders: { style: true } } });
      await context.sync();
      const looks = cells.value[0]!.map(({ address, format }) => [address, format!.font!.bold, format!.borders!.bottom!.style]);
      return [rows.value, columns.value, looks];
    },
    gives: [
      [
        { rowHidden: false, format: { fill: { color: "#EEEEEE" } } },
        { rowHidden: true, format: { fill: { color: "#FFFFFF" } } },
        { rowHidden: false, format: { fill: { color: "#FFFFFF" } } },
      ],
      [{ format: { columnWidth: 54 } }, { format: { columnWidth: 80 } }],
      [["台帳!A1", true, "None"], ["台帳!B1", false, "Continuous"]],
    ],
  },
  {
    name: "clears what is asked for",
    run: async (context) => {
      const range = context.workbook.worksheets.getFirst().getRange("A1:A3");
      range.values = [["a"], ["b"], ["c"]];
      range.format.fill.color = "red";
      range.getCell(0, 0).clear("Contents");
      range.getCell(1, 0).clear("Formats");
      range.getCell(2, 0).clear();
      const fills = range.getCellProperties({ format: { fill: { color: true } } });
      range.load("values");
      await context.sync();
      return [range.values, fills.value.map(([cell]) => cell!.format!.fill!.color)];
    },
    gives: [[[""], ["b"], [""]], ["#FF0000", "#FFFFFF", "#FFFFFF"]],
  },
  {
    name: "deleting rows moves what is below, and formulas follow",
    sheets: LEDGER,
    run: async (context) => {
      sheet(context, "設定").getRange("A1:A2").formulas = [["=台帳!D4"], ["=SUM(台帳!$D$2:$D$4)"]];
      await context.sync();
      sheet(context).getRange("2:2").delete("Up");
      const used = sheet(context).getUsedRange();
      used.load("values");
      const formulas = sheet(context, "設定").getRange("A1:A2");
      formulas.load("formulas,values");
      await context.sync();
      return [used.values.map((row) => row[1] as unknown), formulas.formulas, formulas.values];
    },
    gives: [["事業", "配食", "図書館"], [["=台帳!D3"], ["=SUM(台帳!$D$2:$D$3)"]], [[4], [5]]],
  },
  {
    name: "inserting rows and columns",
    sheets: LEDGER,
    run: async (context) => {
      sheet(context).getRange("A2:D3").insert("Down");
      sheet(context).getRange("A:A").insert("Right");
      const used = sheet(context).getUsedRange();
      used.load("values,address");
      await context.sync();
      return [used.address, used.values.map((row) => row[0] as unknown)];
    },
    gives: ["台帳!B1:E6", ["分野", "", "", "福祉", "福祉", "教育"]],
  },
  {
    name: "copies with references that move",
    run: async (context) => {
      const first = context.workbook.worksheets.getFirst();
      first.getRange("A1:B2").formulas = [[1, "=A1*10"], [2, "=$A$1+A2"]];
      first.getRange("C1").copyFrom("B1:B2");
      first.getRange("E1").copyFrom("B1:B2", "Values");
      const copy = first.getRange("C1:C2");
      const values = first.getRange("E1:E2");
      copy.load("formulas");
      values.load("formulas");
      await context.sync();
      return [copy.formulas, values.formulas];
    },
    gives: [[["=B1*10"], ["=$A$1+B2"]], [[10], [3]]],
  },
  {
    name: "merging, and the merged areas",
    sheets: [{ name: "Sheet1", values: [["a", "b"], ["c", "d"]] }],
    run: async (context) => {
      const first = context.workbook.worksheets.getFirst();
      first.getRange("A1:B1").merge();
      const merged = first.getRange("A1:C3").getMergedAreasOrNullObject();
      merged.load("address");
      const none = first.getRange("A5:B6").getMergedAreasOrNullObject();
      const used = first.getUsedRange();
      used.load("values");
      await context.sync();
      return [merged.address, none.isNullObject, used.values];
    },
    gives: ["Sheet1!A1:B1", true, [["a", ""], ["c", "d"]]],
  },
  {
    name: "special cells",
    sheets: LEDGER,
    run: async (context) => {
      sheet(context).getRange("B3:D3").values = [["", null, "=1/0"]];
      const used = sheet(context).getUsedRange();
      const blanks = used.getSpecialCellsOrNullObject("Blanks");
      const errors = used.getSpecialCellsOrNullObject("Formulas", "Errors");
      const numbers = used.getSpecialCells("Constants", "Numbers");
      const none = used.getSpecialCellsOrNullObject("ConditionalFormats");
      for (const each of [blanks, errors, numbers]) each.load("address");
      await context.sync();
      return [blanks.address, errors.address, numbers.address, none.isNullObject];
    },
    gives: ["台帳!B3", "台帳!D3", "台帳!D2,台帳!D4", true],
  },
  {
    name: "hyperlinks to a place in the workbook",
    sheets: LEDGER,
    run: async (context) => {
      const cell = sheet(context).getRange("F1");
      cell.hyperlink = { documentReference: "'設定'!A1", textToDisplay: "設定へ", screenTip: "開く" };
      cell.load("hyperlink,values");
      await context.sync();
      return [cell.values, cell.hyperlink];
    },
    gives: [[["設定へ"]], { documentReference: "'設定'!A1", screenTip: "開く", textToDisplay: "設定へ" }],
  },
  {
    name: "defined names",
    sheets: LEDGER,
    run: async (context) => {
      const { names } = context.workbook;
      names.add("状況_範囲", sheet(context).getRange("C2:C4"), "注");
      names.add("率", "=0.5");
      const named = names.getItem("状況_範囲").getRange();
      named.load("address");
      names.load("items/name,items/type,items/value,items/comment,items/scope");
      sheet(context, "設定").getRange("A1").formulas = [['=COUNTIF(状況_範囲,"達成")*率']];
      const cell = sheet(context, "設定").getRange("A1");
      cell.load("values");
      const none = names.getItemOrNullObject("無い");
      await context.sync();
      names.getItem("率").delete();
      const count = names.getCount();
      await context.sync();
      return [named.address, names.items.map(({ name, type, value, comment, scope }) => [name, type, value as unknown, comment, scope]), cell.values, none.isNullObject, count.value];
    },
    gives: [
      "台帳!C2:C4",
      [["状況_範囲", "Range", "台帳!$C$2:$C$4", "注", "Workbook"], ["率", "Double", 0.5, "", "Workbook"]],
      [[1]],
      true,
      1,
    ],
  },
  {
    name: "tables",
    sheets: LEDGER,
    run: async (context) => {
      const table = sheet(context).tables.add("A1:D4", true);
      table.name = "事業一覧";
      table.style = "TableStyleLight1";
      const body = table.getDataBodyRange();
      const header = table.getHeaderRowRange();
      body.load("address");
      header.load("address");
      table.columns.load("items/name,items/index");
      context.workbook.tables.load("items/name,items/showTotals,items/style");
      await context.sync();
      return [body.address, header.address, table.columns.items.map((column) => column.name), context.workbook.tables.items.map(({ name, showTotals, style }) => [name, showTotals, style])];
    },
    gives: ["台帳!A2:D4", "台帳!A1:D1", ["分野", "事業", "状況", "件数"], [["事業一覧", false, "TableStyleLight1"]]],
  },
  {
    name: "charts",
    sheets: LEDGER,
    run: async (context) => {
      const target = sheet(context);
      target.getRange("F1:H3").values = [["", "達成", "未達成"], ["福祉", 1, 1], ["教育", 1, 0]];
      const chart = target.charts.add("BarStacked", target.getRange("F1:H3"), "Columns");
      chart.name = "状況";
      chart.setPosition("F5", "H9");
      chart.title.text = "分野別";
      chart.legend.position = "Bottom";
      chart.axes.valueAxis.majorGridlines.visible = false;
      chart.axes.categoryAxis.reversePlotOrder = true;
      const series = chart.series.getItemAt(0);
      series.format.fill.setSolidColor("#0072B2");
      series.gapWidth = 50;
      series.hasDataLabels = true;
      series.dataLabels.numberFormat = "0;;;";
      series.dataLabels.format.font.color = "white";
      series.points.getItemAt(1).format.fill.setSolidColor("#ffffff");
      await context.sync();
      const found = target.charts.getItem("状況");
      found.load("name,chartType,left,top,width,height");
      found.title.load("text,visible");
      found.series.load("items/name,items/gapWidth,items/hasDataLabels");
      found.series.getItemAt(0).points.load("count");
      const values = found.series.getItemAt(0).points;
      values.load("items/value");
      await context.sync();
      return [
        [found.name, found.chartType, found.left, found.top, found.width, found.height],
        found.title.text,
        found.series.items.map((item) => [item.name, item.gapWidth, item.hasDataLabels]),
        values.items.map((point) => point.value as unknown),
      ];
    },
    gives: [["状況", "BarStacked", 270, 75, 162, 93.75], "分野別", [["達成", 50, true], ["未達成", 150, false]], [1, 1]],
  },
  {
    name: "how a sheet prints",
    sheets: LEDGER,
    run: async (context) => {
      const target = sheet(context);
      const layout = target.pageLayout;
      layout.orientation = "Landscape";
      layout.setPrintArea("A1:D4");
      layout.setPrintTitleRows("$1:$2");
      layout.setPrintMargins("Centimeters", { top: 2.54, left: 1.27 });
      layout.zoom = { horizontalFitToPages: 1 };
      layout.firstPageNumber = 3;
      layout.headersFooters.defaultForAllPages.centerFooter = "- &P -";
      target.horizontalPageBreaks.add("A3");
      target.freezePanes.freezeRows(1);
      layout.load("orientation,topMargin,leftMargin,zoom,firstPageNumber,paperSize");
      layout.headersFooters.defaultForAllPages.load("centerFooter");
      const area = layout.getPrintArea();
      area.load("address");
      const rows = layout.getPrintTitleRows();
      rows.load("address");
      target.horizontalPageBreaks.load("items/rowIndex");
      const frozen = target.freezePanes.getLocation();
      frozen.load("address");
      await context.sync();
      return [layout.orientation, layout.topMargin, layout.leftMargin, layout.zoom, layout.firstPageNumber, layout.paperSize, layout.headersFooters.defaultForAllPages.centerFooter, area.address, rows.address, target.horizontalPageBreaks.items.map((item) => item.rowIndex), frozen.address];
    },
    gives: ["Landscape", 72, 36, { horizontalFitToPages: 1 }, 3, "A4", "- &P -", "台帳!A1:D4", "台帳!1:2", [2], "台帳!1:1"],
  },
  {
    name: "list validation from a range of another sheet",
    sheets: LEDGER,
    run: async (context) => {
      const cells = sheet(context).getRange("C2:C9");
      cells.dataValidation.rule = { list: { inCellDropDown: true, source: sheet(context, "設定").getRange("A1:A3") } };
      cells.dataValidation.prompt = { showPrompt: true, title: "状況", message: "選んでください" };
      cells.dataValidation.errorAlert = { showAlert: true, style: "Stop", title: "状況", message: "一覧にありません" };
      const read = sheet(context).getRange("C5").dataValidation;
      read.load("type,rule,prompt");
      await context.sync();
      return [read.type, read.rule, read.prompt];
    },
    gives: ["List", { list: { inCellDropDown: true, source: "='設定'!$A$1:$A$3" } }, { showPrompt: true, title: "状況", message: "選んでください" }],
  },
  {
    name: "conditional formats by formula",
    sheets: LEDGER,
    run: async (context) => {
      const made = sheet(context).getRange("A2:D4").conditionalFormats.add("Custom");
      made.custom.rule.formula = '=$C2="未達成"';
      made.custom.format.fill.color = "#FFEEAA";
      made.custom.format.font.color = "#880000";
      const all = sheet(context).getRange().conditionalFormats;
      all.load("items/id,items/type");
      await context.sync();
      const [only] = all.items;
      only!.custom.rule.load("formula");
      only!.custom.format.fill.load("color");
      await context.sync();
      const read = [all.items.length, only!.type, only!.custom.rule.formula, only!.custom.format.fill.color];
      only!.delete();
      const left = sheet(context).getRange().conditionalFormats.getCount();
      await context.sync();
      return [...read, left.value];
    },
    gives: [1, "Custom", '=$C2="未達成"', "#FFEEAA", 0],
  },
  {
    name: "settings and custom properties",
    run: async (context) => {
      const { settings, properties } = context.workbook;
      settings.add("鍵", { a: [1, "二"] });
      properties.custom.add("Version", 3);
      properties.title = "題";
      const target = context.workbook.worksheets.getFirst();
      target.customProperties.add("kind", "report");
      const setting = settings.getItem("鍵");
      setting.load("key,value");
      const missing = settings.getItemOrNullObject("無い");
      const custom = properties.custom.getItem("version");
      custom.load("key,value,type");
      properties.load("title");
      const property = target.customProperties.getItemOrNullObject("KIND");
      property.load("value");
      await context.sync();
      setting.delete();
      const count = settings.getCount();
      await context.sync();
      return [setting.key, setting.value as unknown, missing.isNullObject, custom.key, custom.value as unknown, custom.type, properties.title, property.value, count.value];
    },
    gives: ["鍵", { a: [1, "二"] }, true, "Version", 3, "Number", "題", "report", 0],
  },
  {
    name: "the workbook and the application",
    run: async (context) => {
      const { workbook } = context;
      workbook.load("name,readOnly");
      workbook.protection.load("protected");
      workbook.application.load("calculationMode");
      workbook.application.suspendApiCalculationUntilNextSync();
      workbook.application.suspendScreenUpdatingUntilNextSync();
      const collaborating = workbook.getIsActiveCollabSession();
      const cell = workbook.getActiveCell();
      cell.load("address");
      await context.sync();
      return [workbook.name, workbook.readOnly, workbook.protection.protected, workbook.application.calculationMode, collaborating.value, cell.address];
    },
    gives: ["Book1", false, false, "Automatic", false, "Sheet1!A1"],
  },
  {
    name: "selecting shows the sheet",
    sheets: LEDGER,
    run: async (context) => {
      sheet(context, "設定").getRange("C3:D4").select();
      const active = context.workbook.worksheets.getActiveWorksheet();
      active.load("name");
      const selected = context.workbook.getSelectedRange();
      selected.load("address");
      await context.sync();
      return [active.name, selected.address];
    },
    gives: ["設定", "設定!C3:D4"],
  },
  {
    name: "events can be registered and let go",
    sheets: LEDGER,
    run: async (context) => {
      const handler = sheet(context).onChanged.add(() => Promise.resolve());
      await context.sync();
      handler.remove();
      await context.sync();
      return "done";
    },
    gives: "done",
  },
  {
    name: "order, colour and visibility of sheets",
    sheets: LEDGER,
    run: async (context) => {
      const target = sheet(context, "設定");
      target.position = 0;
      target.tabColor = "#00ff00";
      target.showGridlines = false;
      sheet(context).visibility = "Hidden";
      const { worksheets } = context.workbook;
      worksheets.load("items/name,items/tabColor,items/visibility,items/showGridlines");
      const visible = worksheets.getCount(true);
      await context.sync();
      return [worksheets.items.map(({ name, tabColor, visibility, showGridlines }) => [name, tabColor, visibility, showGridlines]), visible.value];
    },
    gives: [[["設定", "#00FF00", "Visible", false], ["台帳", "", "Hidden", true]], 1],
  },
  {
    name: "formulas calculated in the batch that writes them",
    sheets: LEDGER,
    run: async (context) => {
      const cells = sheet(context, "設定").getRange("A1:A3");
      cells.formulas = [['=COUNTIFS(台帳!$A$2:$A$4,"福祉",台帳!$C$2:$C$4,"達成")'], ["=A1+1"], ["=NOSUCH(1)"]];
      cells.load("values,formulas");
      await context.sync();
      return [cells.values, cells.formulas[0]];
    },
    gives: [[[1], [2], ["#NAME?"]], ['=COUNTIFS(台帳!$A$2:$A$4,"福祉",台帳!$C$2:$C$4,"達成")']],
  },
  { name: "a sheet that is not there", run: (context) => (sheet(context, "無い").load("name"), context.sync()), fails: { code: "ItemNotFound", location: "WorksheetCollection.getItem" } },
  { name: "a sheet name that is taken", sheets: LEDGER, run: (context) => (context.workbook.worksheets.add("台帳"), context.sync()), fails: { code: "ItemAlreadyExists", location: "WorksheetCollection.add" } },
  { name: "a name taken in other letters", run: (context) => ((context.workbook.worksheets.getFirst().name = "sheet1"), context.workbook.worksheets.add("SHEET1"), context.sync()), fails: { code: "ItemAlreadyExists" } },
  ...["", "a/b", "a:b", "[a]", "a*", "a?", "a\\b", "'a", "a'", "History", "あ".repeat(32)].map(
    (name): Case => ({
      name: `the sheet name ${JSON.stringify(name)}`,
      run: (context) => {
        context.workbook.worksheets.getFirst().name = name;
        return context.sync();
      },
      fails: { code: "InvalidArgument", location: "Worksheet.name" },
    }),
  ),
  { name: "values of other dimensions", run: (context) => ((context.workbook.worksheets.getFirst().getRange("A1:B2").values = [[1, 2]]), context.sync()), fails: { code: "InvalidArgument", location: "Range.values" } },
  { name: "text too long for a cell", run: (context) => ((context.workbook.worksheets.getFirst().getRange("A1").values = [["あ".repeat(32_768)]]), context.sync()), fails: { code: "InvalidArgument", location: "Range.values" } },
  { name: "a formula that is none", run: (context) => ((context.workbook.worksheets.getFirst().getRange("A1").formulas = [["=SUM(A1"]]), context.sync()), fails: { code: "InvalidArgument", location: "Range.formulas" } },
  { name: "an address that is none", run: (context) => (context.workbook.worksheets.getFirst().getRange("A0").load("values"), context.sync()), fails: { code: "InvalidArgument", location: "Worksheet.getRange" } },
  { name: "an address longer than Excel takes", run: (context) => (context.workbook.worksheets.getFirst().getRanges("A1,".repeat(3000) + "A1").load("address"), context.sync()), fails: { code: "InvalidArgument", location: "Worksheet.getRanges" } },
  { name: "a colour that is none", run: (context) => ((context.workbook.worksheets.getFirst().getRange("A1").format.fill.color = "reddish"), context.sync()), fails: { code: "InvalidArgument", location: "RangeFill.color" } },
  { name: "the last visible sheet deleted", run: (context) => (context.workbook.worksheets.getFirst().delete(), context.sync()), fails: { code: "InvalidOperation", location: "Worksheet.delete" } },
  { name: "a range of a deleted sheet", sheets: LEDGER, run: async (context) => { const range = sheet(context).getRange("A1"); await context.sync(); sheet(context).delete(); range.load("values"); await context.sync(); }, fails: { code: "ItemNotFound" } },
  { name: "a table over a table", sheets: LEDGER, run: (context) => (sheet(context).tables.add("A1:B2", true), sheet(context).tables.add("B2:C3", true), context.sync()), fails: { code: "InvalidArgument", location: "TableCollection.add" } },
  { name: "a name like a cell", sheets: LEDGER, run: (context) => (context.workbook.names.add("Q1", "=1"), context.sync()), fails: { code: "InvalidArgument", location: "NamedItemCollection.add" } },
  { name: "a name twice", sheets: LEDGER, run: (context) => (context.workbook.names.add("率", "=1"), context.workbook.names.add("率", "=2"), context.sync()), fails: { code: "ItemAlreadyExists", location: "NamedItemCollection.add" } },
  { name: "a protected sheet", sheets: LEDGER, run: (context) => (sheet(context).protection.protect(), (sheet(context).getRange("A1").values = [["x"]]), context.sync()), fails: { code: "AccessDenied", location: "Range.values" } },
  { name: "a protected structure", sheets: LEDGER, run: (context) => (context.workbook.protection.protect(), context.workbook.worksheets.add("x"), context.sync()), fails: { code: "AccessDenied", location: "WorksheetCollection.add" } },
  { name: "protecting twice", sheets: LEDGER, run: (context) => (sheet(context).protection.protect(), sheet(context).protection.protect(), context.sync()), fails: { code: "AccessDenied", location: "WorksheetProtection.protect" } },
  { name: "a property read before it is loaded", sheets: LEDGER, run: (context) => Promise.resolve(sheet(context).name), fails: { code: "PropertyNotLoaded", location: "Worksheet.name" } },
  { name: "a result read before its batch", sheets: LEDGER, run: (context) => Promise.resolve(context.workbook.worksheets.getCount().value), fails: { code: "ValueNotLoaded" } },
]; // prettier-ignore

describe.each(CLIENTS)("through the $client", ({ connect }) => {
  it.each(CASES)("$name", async ({ sheets, run, gives, fails }) => {
    const host = connect(serve(sheets));
    if (fails) {
      const { code, location } = await failure(host.run((context) => run(context)));
      expect(code).toBe(fails.code);
      if (fails.location !== undefined) expect(location).toBe(fails.location);
    } else {
      const given = JSON.parse(JSON.stringify(await host.run((context) => run(context)))) as unknown;
      expect(given).toEqual(gives);
    }
  });

  it("an unlocked cell of a protected sheet can be written", async () => {
    const server = serve(LEDGER);
    await connect(server).run(async (context) => {
      const cell = sheet(context).getRange("A1");
      cell.format.protection.locked = false;
      sheet(context).protection.protect();
      cell.values = [["x"]];
      await context.sync();
    });
    expect(server.workbook.sheets[0]!.rows[0]![0]).toBe("x");
  });

  it("what came before a failing action stays", async () => {
    const server = serve();
    const run = connect(server).run(async (context) => {
      const first = context.workbook.worksheets.getFirst();
      first.getRange("A1").values = [["x"]];
      first.getRange("A2").values = [["y", "z"]];
      first.getRange("A3").values = [["w"]];
      await context.sync();
    });
    expect((await failure(run)).code).toBe("InvalidArgument");
    expect(server.workbook.sheets[0]!.rows).toEqual([["x"]]);
  });

  it("a range is gone after its run", async () => {
    const host = connect(serve(LEDGER));
    const range = await host.run(async (context) => {
      const made = sheet(context).getRange("A1");
      await context.sync();
      return made;
    });
    expect((await failure(Promise.resolve().then(() => range.load("values")))).code).toBe("InvalidObjectPath");
  });
});

describe("both clients", () => {
  it.each(CASES.filter(({ fails }) => !fails))("leave the same workbook: $name", async ({ sheets, run }) => {
    const workbooks = [];
    for (const { connect } of CLIENTS) {
      const server = serve(sheets);
      await connect(server).run((context) => run(context));
      workbooks.push(plain(server.workbook));
    }
    expect(workbooks[0]).toEqual(workbooks[1]);
  });
});

describe("an opened file", () => {
  it.each(CASES.filter(({ fails }) => !fails))("has every change noted: $name", async ({ sheets, run }) => {
    const server = serve(sheets);
    const opened = server.workbook.sheets.map((each, index) => {
      each.part = `xl/worksheets/sheet${index + 1}.xml`;
      return { sheet: each, facets: copyFacets(each), cells: contents(each) };
    });
    await createClient(server).run((context) => run(context));
    for (const { sheet: each, facets, cells } of opened.filter((one) => server.workbook.sheets.includes(one.sheet))) {
      const now = contents(each);
      const changed = [...new Set([...cells.keys(), ...now.keys()])].filter((key) => cells.get(key) !== now.get(key));
      expect(changed.filter((key) => !each.changed.cells.has(key))).toEqual([]);
      if (!each.changed.other) expect(copyFacets(each)).toEqual(facets);
    }
  });
});

/** What every filled cell holds: its formula, or its value with its type. */
function contents(each: SheetModel): Map<number, string> {
  const cells = new Map<number, string>();
  each.rows.forEach((row, r) => {
    row?.forEach((value, c) => {
      if (value !== "") cells.set(cellKey(r, c), JSON.stringify(value));
    });
  });
  for (const [key, formula] of each.formulas) cells.set(key, formula);
  return cells;
}
