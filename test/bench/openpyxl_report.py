"""What somebody would write with openpyxl instead: the ledger's counts by field with two charts, and a sheet a field.

Usage: python3 openpyxl_report.py ledger VALUES.json OUT.xlsx     writes a ledger of these rows
       python3 openpyxl_report.py report LEDGER.xlsx OUT.xlsx     adds the report to it
"""

import json
import sys

import openpyxl
from openpyxl.chart import BarChart, DoughnutChart, Reference
from openpyxl.styles import Border, Font, PatternFill, Side

HEADER = PatternFill("solid", fgColor="F2F2F2")
RULE = Border(bottom=Side(style="thin", color="808080"))


def write_ledger(values, out):
    book = openpyxl.Workbook()
    book.active.title = "台帳"
    for row in json.load(open(values, encoding="utf-8")):
        book.active.append(row)
    book.save(out)


def add_table(sheet, rows, widths):
    for row in rows:
        sheet.append(row)
    for cell in sheet[1]:
        cell.font, cell.fill = Font(name="游ゴシック", size=10, bold=True), HEADER
    for line in sheet.iter_rows(min_row=2):
        for cell in line:
            cell.font, cell.border = Font(name="游ゴシック", size=10), RULE
    for letter, width in zip("ABCDEFGH", widths):
        sheet.column_dimensions[letter].width = width


def report(ledger, out):
    book = openpyxl.load_workbook(ledger)
    rows = [[cell.value for cell in row] for row in book.worksheets[0].iter_rows()]
    header, measures = rows[0], rows[1:]
    field, status = header.index("分野"), header.index("状況")
    fields = list(dict.fromkeys(row[field] for row in measures))
    statuses = list(dict.fromkeys(row[status] for row in measures))
    last, area = len(rows), "台帳!${0}$2:${0}${1}"
    place = lambda column: area.format(openpyxl.utils.get_column_letter(column + 1), last)
    summary = book.create_sheet("集計")
    count = lambda row, index: f'=COUNTIFS({place(field)},$A{row},{place(status)},"{statuses[index]}")'
    lines = [[name, *(count(row, index) for index in range(len(statuses)))] for row, name in enumerate(fields, 2)]
    add_table(summary, [["分野", *statuses], *lines], [24, 10, 10, 10])
    size = len(fields) + 1
    bars, ring = BarChart(), DoughnutChart()
    bars.type, bars.grouping, bars.overlap = "bar", "stacked", 100
    bars.add_data(Reference(summary, min_col=2, max_col=len(statuses) + 1, min_row=1, max_row=size), titles_from_data=True)
    ring.add_data(Reference(summary, min_col=2, min_row=1, max_row=size), titles_from_data=True)
    for chart, corner in ((bars, "G2"), (ring, "G20")):
        chart.set_categories(Reference(summary, min_col=1, min_row=2, max_row=size))
        summary.add_chart(chart, corner)
    for number, name in enumerate(fields, 1):
        sheet = book.create_sheet(f"分野{number} {name}"[:31])
        own = [[row[0], row[3], row[5], row[6], row[status]] for row in measures if row[field] == name]
        add_table(sheet, [["番号", "大項目", "施策", "個別事業", "状況"], *own], [8, 24, 32, 40, 10])
    book.save(out)


{"ledger": write_ledger, "report": report}[sys.argv[1]](*sys.argv[2:])
