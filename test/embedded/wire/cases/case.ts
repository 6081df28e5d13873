import type { NewSheet } from "../../../../src/embedded/model/workbook";

/** One piece of work with Excel and what must come of it, whichever client asks for it. */
export interface Case {
  readonly name: string;
  readonly sheets?: readonly NewSheet[];
  readonly run: (context: Excel.RequestContext) => Promise<unknown>;
  /** What `run` gives. */
  readonly gives?: unknown;
  /** The error it ends with. */
  readonly fails?: { readonly code: string; readonly location?: string };
}

/** A small ledger and an empty sheet beside it. */
export const LEDGER: readonly NewSheet[] = [
  {
    name: "台帳",
    values: [
      ["分野", "事業", "状況", "件数"],
      ["福祉", "見守り", "達成", 3],
      ["福祉", "配食", "未達成", 1],
      ["教育", "図書館", "達成", 4],
    ],
  },
  { name: "設定" },
];

/** The sheet of that name. */
export const sheet = (context: Excel.RequestContext, name = "台帳"): Excel.Worksheet =>
  context.workbook.worksheets.getItem(name);
