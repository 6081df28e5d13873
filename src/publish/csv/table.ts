import { submissionCsv } from "../../validation/submission";

/** A column of an open data file. */
export interface DataColumn {
  /** Header, unique in the file. */
  readonly title: string;
  readonly type: "string" | "integer" | "number" | "date";
  readonly description: string;
}

/** An open data file as a table. */
export interface DataTable {
  readonly columns: readonly DataColumn[];
  /** Numbers for figures; "" where there is none. */
  readonly rows: readonly (readonly (string | number)[])[];
}

/** The table as CSV as 提出用 is written: quoted, CRLF, and nothing in it that a spreadsheet would run. */
export function dataCsv({ columns, rows }: DataTable): string {
  return submissionCsv({ header: columns.map(({ title }) => title), rows }).text;
}

/** Rows of CSV text (RFC 4180), the header first; a byte order mark before it is none of its text. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = "";
  let isQuoted = false;
  const start = text.startsWith("\uFEFF") ? 1 : 0;
  for (let at = start; at < text.length; at++) {
    const sign = text[at]!;
    if (isQuoted) {
      if (sign !== '"') field += sign;
      else if (text[at + 1] === '"') {
        field += sign;
        at++;
      } else isQuoted = false;
    } else if (sign === '"' && field === "") isQuoted = true;
    else if (sign === "," || sign === "\n" || sign === "\r") {
      row.push(field);
      field = "";
      if (sign === ",") continue;
      rows.push(row);
      row = [];
      if (sign === "\r" && text[at + 1] === "\n") at++;
    } else field += sign;
  }
  if (field !== "" || row.length > 0) rows.push([...row, field]);
  return rows;
}
