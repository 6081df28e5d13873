import { describe, expect, it } from "vitest";
import { REPORT_PARTS } from "../../src/report/parts";
import * as transition from "../../src/taskpane/state";
import { currentStep, INITIAL_STATE, PAGE_SIZE, type PaneState } from "../../src/taskpane/state";
import { edit, finding, outcome, report, survey } from "./fake-actions";

const opened = transition.surveyed(INITIAL_STATE, survey());
const checked = transition.checked(opened, outcome());
const reported = transition.reported(checked, report());

describe("currentStep", () => {
  it.each<[string, PaneState, string]>([
    ["nothing known yet", INITIAL_STATE, "ledger"],
    ["no ledger", transition.surveyed(INITIAL_STATE, survey({ ledger: null })), "ledger"],
    ["not checked", opened, "check"],
    ["checked and fit", checked, "report"],
    ["checked with errors", transition.checked(opened, outcome([finding()])), "check"],
    ["changed after the check", transition.ledgerChanged(checked), "check"],
    ["report made", reported, "report"],
    ["changed after the report", transition.ledgerChanged(reported), "check"],
  ])("%s", (_case, state, expected) => {
    expect(currentStep(state)).toBe(expected);
  });
});

describe("results and the ledger they are about", () => {
  it("stay when the same ledger is read again", () => {
    const again = transition.surveyed(reported, survey());
    expect(again.check).toBe(reported.check);
    expect(again.stale).toEqual({ check: false, report: false });
  });

  it("stay, marked as old, when the ledger has changed", () => {
    const ledger = { ...survey().ledger!, fingerprint: "two" };
    const again = transition.surveyed(reported, survey({ ledger }));
    expect(again.report).toBe(reported.report);
    expect(again.stale).toEqual({ check: true, report: true });
  });

  it.each([
    ["another sheet is the ledger", survey({ ledger: { ...survey().ledger!, sheet: "台帳2" } })],
    ["another column is taken", survey({ ledger: { ...survey().ledger!, headers: [] } })],
    ["there is no ledger any more", survey({ ledger: null })],
  ])("are gone when %s", (_case, other) => {
    const again = transition.surveyed(reported, other);
    expect(again.check).toBeNull();
    expect(again.report).toBeNull();
  });

  it("a new check does not make an old report new", () => {
    const state = transition.checked(transition.ledgerChanged(reported), outcome());
    expect(state.stale).toEqual({ check: false, report: true });
  });

  it("a fix makes the report old", () => {
    const state = transition.fixed(reported, {
      place: "all",
      applied: [],
      skipped: [edit()],
      changed: { done: 0, skipped: 0 },
      copies: [],
      moved: [],
      runs: [],
      undone: null,
    });
    expect(state.stale.report).toBe(true);
  });

  it("a change says nothing where there is nothing to be old", () => {
    expect(transition.ledgerChanged(opened).stale).toEqual({ check: false, report: false });
  });
});

describe("lists", () => {
  it("grow by a page", () => {
    const state = transition.pageAdded(checked, "error-status-unknown");
    expect(transition.shownOf(state.listing, "error-status-unknown")).toBe(2 * PAGE_SIZE);
    expect(transition.shownOf(state.listing, "error-cell-required")).toBe(PAGE_SIZE);
  });

  it("keep what was open through another check, from the first page", () => {
    const open = transition.pageAdded(
      transition.groupFolded(checked, "error-status-unknown", true),
      "error-status-unknown",
    );
    const again = transition.checked(open, outcome([finding()]));
    expect(again.listing).toEqual({ open: ["error-status-unknown"], shown: {} });
  });
});

describe("options", () => {
  it("keep the parts in reading order", () => {
    const without = transition.partToggled(INITIAL_STATE, "summary");
    expect(without.parts).toEqual(REPORT_PARTS.filter((part) => part !== "summary"));
    expect(transition.partToggled(without, "summary").parts).toEqual(REPORT_PARTS);
  });

  it("keep the sheets of the booklet in reading order", () => {
    const without = transition.chapterToggled(INITIAL_STATE, "contents");
    expect(without.chapters).toEqual(["cover", "outline", "goals", "measures", "evaluation", "colophon"]);
    expect(transition.chapterToggled(without, "contents").chapters).toEqual(INITIAL_STATE.chapters);
  });

  it("are the settings of the workbook with what was chosen in the pane", () => {
    const state = transition.overridden(opened, { decimals: 2 });
    expect(transition.effectiveSettings(state)).toEqual({ ...survey().settings, decimals: 2 });
    expect(transition.effectiveSettings(INITIAL_STATE)).toBeNull();
  });

  it("a submission made in another encoding is no longer shown", () => {
    const made = transition.submitted(checked, {
      sheets: [],
      fileName: "",
      csv: new Uint8Array(),
      unmappable: [],
      remarks: [],
    });
    expect(transition.encodingChosen(made, "cp932").submission).toBeNull();
  });
});
