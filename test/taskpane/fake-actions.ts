import type { ColumnKey, ColumnReading } from "../../src/ledger/ledger";
import type { Actions, CheckOutcome, ReportOutcome, Survey } from "../../src/actions/actions";
import { DEFAULT_SETTINGS, DEFAULT_STATUSES } from "../../src/ledger/settings";
import type { Counts } from "../../src/tally/tally";
import type { CellEdit, Finding } from "../../src/validation/finding";
import { automaticEdits, groupFindings } from "../../src/validation/finding-groups";

/** An edit of a status cell. */
export function edit(change: Partial<CellEdit> = {}): CellEdit {
  return { sheet: "台帳", row: 3, column: 7, before: "末達成", after: "未達成", ...change };
}

/** A finding about a status cell. */
export function finding(change: Partial<Finding> = {}): Finding {
  return {
    rule: "status-unknown",
    severity: "error",
    sheet: "台帳",
    cell: "H4",
    value: "末達成",
    message: "「末達成」を「未達成」に直してください。",
    basis: "",
    suggestion: "未達成",
    fix: "manual",
    choices: [],
    target: { row: 3, column: 7, before: "末達成" },
    ...change,
  };
}

/** A workbook with a ledger of 98 measures. */
export function survey(change: Partial<Survey> = {}): Survey {
  return {
    sheets: ["台帳", "設定"],
    activeSheet: "台帳",
    isEmpty: false,
    sheet: "台帳",
    ledger: {
      sheet: "台帳",
      measures: 98,
      relisted: 1,
      fields: ["行政サービス", "地域情報化"],
      headerTop: 3,
      headerRow: 3,
      levels: [],
      year: null,
      statusColumn: 2,
      headers: [
        columnReading(0, "分野", "field"),
        columnReading(1, "施策", "policy"),
        columnReading(2, "状況", "status"),
      ],
      fingerprint: "one",
    },
    problem: null,
    settings: DEFAULT_SETTINGS,
    has: { settings: true, fields: true, plan: true },
    made: [],
    hasHistory: false,
    hasMarks: false,
    remembered: null,
    record: null,
    ...change,
  };
}

function columnReading(column: number, text: string, key: ColumnKey): ColumnReading {
  return { column, text, key, year: null, stage: "", index: 0, unit: "", by: "header" };
}

/** What a check of that ledger says. */
export function outcome(findings: readonly Finding[] = [], change: Partial<CheckOutcome> = {}): CheckOutcome {
  const countOf = (severity: string) => findings.filter((each) => each.severity === severity).length;
  const counts = { error: countOf("error"), warning: countOf("warning"), info: countOf("info") };
  return {
    sheet: "台帳",
    measures: 98,
    findings,
    accepted: [],
    groups: groupFindings(findings),
    automatic: automaticEdits(findings),
    mendings: findings.map(({ sheet, target }) => ({
      target: target && { sheet, ...target },
      values: [],
      ways: [],
      proposed: null,
      alike: [],
      isNumeric: false,
    })),
    proposed: { edits: [], changes: [] },
    counts,
    submittable: counts.error === 0,
    proposal: null,
    values: [],
    fingerprint: "one",
    record: null,
    has: { settings: true, fields: true, plan: true },
    ...change,
  };
}

const COUNTS: Counts = {
  byStatus: [72, 14, 12],
  outside: 0,
  total: 98,
  denominator: 98,
  achieved: 72,
  rate: 73.5,
  shares: [73.5, 14.3, 12.2],
};

/** The report of that ledger. */
export function report(change: Partial<ReportOutcome> = {}): ReportOutcome {
  return {
    sheets: ["集計", "評価"],
    kept: [],
    tally: {
      statuses: DEFAULT_STATUSES,
      wording: { rate: "達成率", state: "達成状況", isInterim: false },
      fieldWord: "分野",
      fields: [],
      total: COUNTS,
      relisted: { count: 1, with: COUNTS, without: COUNTS, withoutByField: [] },
      outside: [],
    },
    narrative: { title: "評価", paragraphs: [], unplaced: [] },
    notices: [],
    missing: [],
    isSettled: true,
    remarks: [],
    run: "run-1",
    ...change,
  };
}

/** Actions that all succeed at once on that ledger; a test replaces what it is about. */
export function fakeActions(change: Partial<Actions> = {}): Actions {
  return {
    survey: () => Promise.resolve(survey()),
    check: () => Promise.resolve(outcome()),
    makeReport: () => Promise.resolve(report()),
    makeDocument: () => {
      const { tally, narrative, isSettled, remarks } = report();
      return Promise.resolve({
        fileName: "報告書.docx",
        bytes: new Uint8Array(),
        tally,
        narrative,
        isSettled,
        remarks,
      });
    },
    publish: () => {
      const { tally, narrative, isSettled, remarks } = report();
      return Promise.resolve({ files: [], corrected: null, unrelated: null, tally, narrative, isSettled, remarks });
    },
    removeReport: () => Promise.resolve({ removed: ["集計", "評価"], kept: [] }),
    applyEdits: (edits) => Promise.resolve({ applied: edits, skipped: [] }),
    accept: (findings) => Promise.resolve({ sheet: "確認済み", accepted: findings.length }),
    takeBack: () => Promise.resolve(),
    history: () => Promise.resolve([]),
    undoRun: () => Promise.resolve({ restored: 1, removed: 0, left: [] }),
    undoEdits: (applied) => Promise.resolve({ restored: applied, left: [] }),
    mendSheets: (changes) => Promise.resolve({ copies: ["台帳の控え"], moved: [], done: changes, skipped: 0, run: "" }),
    select: () => Promise.resolve(),
    writeCheckSheet: () => Promise.resolve({ sheet: "検査結果", sheets: ["検査結果"] }),
    markFindings: () => Promise.resolve(),
    clearMarks: () => Promise.resolve(),
    writeSubmission: () =>
      Promise.resolve({
        sheets: ["提出用"],
        fileName: "提出用.csv",
        csv: new Uint8Array(),
        unmappable: [],
        remarks: [],
      }),
    writeNewLedger: () => Promise.resolve({ sheets: ["台帳", "設定"] }),
    writeSample: () => Promise.resolve({ sheets: ["台帳", "設定"] }),
    writeSettings: () => Promise.resolve({ sheet: "設定", applied: [], skipped: 0 }),
    remember: () => Promise.resolve(),
    takeWordings: () => Promise.resolve({ sheet: "計画", items: [], applied: [], skipped: 0 }),
    watch: () => Promise.resolve(() => Promise.resolve()),
    ...change,
  };
}
