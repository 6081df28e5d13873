import { describe, expect, it, vi } from "vitest";
import type { Actions, CheckOutcome, EarlierYear, RunControl, Survey } from "../../src/actions/actions";
import { ja } from "../../src/messages/ja";
import { PaneController } from "../../src/taskpane/controller";
import type { SheetChange } from "../../src/excel/watch-sheets";
import type { PaneState } from "../../src/taskpane/state";
import { edit, fakeActions, finding, outcome, report, survey } from "./fake-actions";

/** A pane over actions, with every state it ever showed. */
async function openPane(
  change: Partial<Actions> = {},
  loadResults = () => Promise.resolve(),
  openEarlier: (file: File) => Promise<EarlierYear | null> = () => Promise.resolve(null),
) {
  const shown: PaneState[] = [];
  const saved: string[] = [];
  const opened: string[] = [];
  const controller = new PaneController({
    actions: fakeActions(change),
    messages: ja,
    describeError: (error) => (error instanceof Error ? error.message : String(error)),
    today: () => new Date(2026, 3, 1),
    show: (state) => shown.push(state),
    saveFile: (name) => saved.push(name),
    copyFrom: () => Promise.resolve(true),
    openEarlier,
    openSample: () => Promise.resolve(void opened.push("sample")),
    loadResults,
  });
  await controller.start();
  const state = () => shown.at(-1)!;
  const idle = () =>
    vi.waitFor(() => {
      expect(state().running).toBeNull();
    });
  return { intents: controller.intents, ribbon: controller.ribbon, shown, saved, opened, state, idle };
}

/** A promise to be kept by hand. */
function promised<T>() {
  let keep!: (value: T) => void;
  let fail!: (error: Error) => void;
  const promise = new Promise<T>((resolve, reject) => {
    keep = resolve;
    fail = reject;
  });
  return { promise, keep, fail };
}

describe("opening", () => {
  it("looks at the workbook at once and checks nothing by itself", async () => {
    const check = vi.fn(() => Promise.resolve(outcome()));
    const pane = await openPane({ check });
    expect(pane.shown[0]!.survey).toBeNull();
    expect(pane.state().survey?.ledger?.measures).toBe(98);
    expect(check).not.toHaveBeenCalled();
  });

  it("says in words when Excel refuses", async () => {
    const pane = await openPane({ survey: () => Promise.reject(new Error("セルを編集中です。")) });
    expect(pane.state().notes.ledger).toEqual({ kind: "failure", text: "セルを編集中です。", sheets: [] });
    expect(pane.state().focus?.id).toBe("note-ledger");
    expect(pane.state().running).toBeNull();
  });

  it("works without events of change", async () => {
    const pane = await openPane({ watch: () => Promise.reject(new Error("no events")) });
    expect(pane.state().notes).toEqual({ ledger: undefined });
    expect(pane.state().survey?.ledger).not.toBeNull();
  });
});

describe("one action at a time", () => {
  it("refuses a second press", async () => {
    const answer = promised<CheckOutcome>();
    const check = vi.fn(() => answer.promise);
    const makeReport = vi.fn(() => Promise.resolve(report()));
    const pane = await openPane({ check, makeReport });
    pane.intents.check();
    pane.intents.check();
    pane.intents.makeReport();
    answer.keep(outcome());
    await pane.idle();
    expect(check).toHaveBeenCalledTimes(1);
    expect(makeReport).not.toHaveBeenCalled();
  });

  it("lets a newer look at the workbook overtake an older one, whatever order they answer in", async () => {
    const answers = new Map([
      ["甲", promised<Survey>()],
      ["乙", promised<Survey>()],
    ]);
    const pane = await openPane({
      survey: ({ sheet }) => answers.get(sheet ?? "")?.promise ?? Promise.resolve(survey()),
    });
    pane.intents.chooseSheet("甲");
    pane.intents.chooseSheet("乙");
    answers.get("乙")!.keep(survey({ sheet: "乙" }));
    await pane.idle();
    answers.get("甲")!.keep(survey({ sheet: "甲" }));
    await Promise.resolve();
    expect(pane.state().survey?.sheet).toBe("乙");
    expect(pane.state().choice).toEqual({ sheet: "乙" });
  });

  it("goes back to the former sheet when the new one cannot be read", async () => {
    const pane = await openPane({
      survey: ({ sheet }) => (sheet === "甲" ? Promise.reject(new Error("消えた")) : Promise.resolve(survey())),
    });
    pane.intents.chooseSheet("甲");
    await pane.idle();
    expect(pane.state().choice).toEqual({});
    expect(pane.state().survey?.sheet).toBe("台帳");
  });
});

describe("checking and mending", () => {
  it("moves the focus to the result", async () => {
    const pane = await openPane({ check: () => Promise.resolve(outcome([finding()])) });
    pane.intents.check();
    await pane.idle();
    expect(pane.state().groups).toHaveLength(1);
    expect(pane.state().focus?.id).toBe("check-result");
  });

  it("reads the ledger anew where it is no longer what was looked at", async () => {
    const again = survey({ ledger: { ...survey().ledger!, measures: 99, fingerprint: "two" } });
    let surveys = 0;
    const pane = await openPane({
      survey: () => Promise.resolve(surveys++ === 0 ? survey() : again),
      check: () => Promise.resolve(outcome([], { fingerprint: "two", measures: 99 })),
    });
    pane.intents.check();
    await pane.idle();
    expect(pane.state().survey?.ledger?.measures).toBe(99);
    expect(pane.state().stale.check).toBe(false);
  });

  it("shows a problem of the data in the first step", async () => {
    const problem = { kind: "error-value", sheet: "台帳", cell: "H4", value: "#N/A" } as const;
    const pane = await openPane({ check: () => Promise.resolve({ problem }) });
    pane.intents.check();
    await pane.idle();
    expect(pane.state().survey?.problem).toEqual(problem);
    expect(pane.state().survey?.ledger).toBeNull();
    expect(pane.state().focus?.id).toBe("ledger-result");
  });

  it("writes exactly what was shown, checks again, and can take it back", async () => {
    const actions = fakeActions();
    const applyEdits = vi.fn<Actions["applyEdits"]>((edits) => actions.applyEdits(edits));
    const undoEdits = vi.fn<Actions["undoEdits"]>((applied) => actions.undoEdits(applied));
    const check = vi.fn(() => Promise.resolve(outcome()));
    const pane = await openPane({ applyEdits, undoEdits, check });
    const edits = [edit({ row: 3 }), edit({ row: 9 })];
    pane.intents.preview("all", edits);
    expect(pane.state().preview?.edits).toBe(edits);
    expect(applyEdits).not.toHaveBeenCalled();
    pane.intents.applyPreview();
    await pane.idle();
    expect(applyEdits).toHaveBeenCalledExactlyOnceWith(edits, { today: new Date(2026, 3, 1) });
    expect(pane.state().fix?.applied).toHaveLength(2);
    expect(pane.state().focus?.id).toBe("fix-result");
    pane.intents.undoFix();
    await pane.idle();
    expect(undoEdits.mock.calls[0]![0]).toHaveLength(2);
    expect(pane.state().fix?.undone).toEqual({ restored: 2, left: [] });
    expect(check).toHaveBeenCalledTimes(2);
  });

  it("can still take a fix back when the check after it fails", async () => {
    const pane = await openPane({ check: () => Promise.reject(new Error("編集中")) });
    pane.intents.preview("all", [edit()]);
    pane.intents.applyPreview();
    await pane.idle();
    expect(pane.state().fix?.applied).toHaveLength(1);
    expect(pane.state().notes.check?.kind).toBe("failure");
  });

  it("closing a preview gives the focus back to its button", async () => {
    const pane = await openPane();
    pane.intents.preview("all", [edit()]);
    pane.intents.closePreview();
    expect(pane.state().focus?.id).toBe("preview-all");
  });

  it("removes its marks before the next check", async () => {
    const calls: string[] = [];
    const pane = await openPane({
      check: () => (calls.push("check"), Promise.resolve(outcome([finding()]))),
      markFindings: () => (calls.push("mark"), Promise.resolve()),
      clearMarks: () => (calls.push("clear"), Promise.resolve()),
    });
    for (const press of [pane.intents.check, pane.intents.mark, pane.intents.check, pane.intents.check]) {
      press();
      await pane.idle();
    }
    expect(calls).toEqual(["check", "mark", "clear", "check", "check"]);
  });
});

describe("a change of the ledger", () => {
  async function withChange() {
    let tell!: (change: SheetChange) => void;
    const change = (address = "A1", isOwn: boolean | null = null, sheet = "台帳") => {
      tell({ sheet, address, isOwn });
    };
    const check = vi.fn(() => Promise.resolve(outcome()));
    const pane = await openPane({
      check,
      watch: (_sheets, onChange) => ((tell = onChange), Promise.resolve(() => Promise.resolve())),
    });
    return { pane, check, change };
  }

  it("is said, and nothing is computed anew", async () => {
    const { pane, check, change } = await withChange();
    pane.intents.check();
    await pane.idle();
    change();
    expect(pane.state().stale.check).toBe(true);
    expect(check).toHaveBeenCalledTimes(1);
  });

  it("is said of somebody else's that comes while the pane is busy", async () => {
    const { pane, change } = await withChange();
    pane.intents.check();
    await pane.idle();
    pane.intents.select("台帳", "A1");
    change();
    await pane.idle();
    expect(pane.state().stale.check).toBe(true);
  });

  it("is said of 設定, 分野 and 計画 too", async () => {
    const { pane, change } = await withChange();
    pane.intents.check();
    await pane.idle();
    change("C4", null, "設定");
    expect(pane.state().stale.check).toBe(true);
  });

  it("is not said of what the pane itself writes, however late Excel tells of it", async () => {
    const { pane, change } = await withChange();
    pane.intents.check();
    await pane.idle();
    pane.intents.preview("all", [edit({ row: 3, column: 7 }), edit({ row: 4, column: 7 })]);
    pane.intents.applyPreview();
    await pane.idle();
    change("H4:H5");
    change("B2", true);
    expect(pane.state().stale.check).toBe(false);
    change("H4");
    expect(pane.state().stale.check).toBe(true);
  });

  it("is followed on the ledger that is shown now", async () => {
    const stopped: string[] = [];
    const watched: string[] = [];
    const pane = await openPane({
      survey: ({ sheet = "台帳" }) => Promise.resolve(survey({ sheet, ledger: { ...survey().ledger!, sheet } })),
      watch: ([sheet = ""]) => (watched.push(sheet), Promise.resolve(() => (stopped.push(sheet), Promise.resolve()))),
    });
    pane.intents.reread();
    await pane.idle();
    pane.intents.chooseSheet("設定");
    await pane.idle();
    expect(watched).toEqual(["台帳", "設定"]);
    expect(stopped).toEqual(["台帳"]);
  });
});

describe("making the report", () => {
  it("passes on what was chosen, says where it is, and shows the result", async () => {
    const makeReport = vi.fn((_choice: unknown, _options: unknown, control: RunControl) => {
      control.onProgress?.("build");
      return Promise.resolve(report());
    });
    const pane = await openPane({ makeReport });
    pane.intents.togglePart("booklet");
    pane.intents.override({ relisted: "exclude" });
    pane.intents.makeReport();
    await pane.idle();
    expect(makeReport.mock.calls[0]![1]).toEqual({
      parts: ["summary", "fields", "narrative"],
      settings: { relisted: "exclude" },
    });
    expect(pane.shown.some((state) => state.running?.step === "build")).toBe(true);
    expect(pane.state().report?.sheets).toEqual(["集計", "評価"]);
    expect(pane.state().focus?.id).toBe("report-result");
  });

  it("asks for something to make instead of making nothing", async () => {
    const makeReport = vi.fn(() => Promise.resolve(report()));
    const pane = await openPane({ makeReport });
    for (const part of ["booklet", "summary", "fields", "narrative"] as const) pane.intents.togglePart(part);
    pane.intents.makeReport();
    expect(makeReport).not.toHaveBeenCalled();
    expect(pane.state().notes.report?.text).toBe(ja.pane.report.noParts);
    expect(pane.state().unfolded).toContain("parts");
  });

  it("hands a cancel on, and says what became of it", async () => {
    const answer = promised<never>();
    let signal: AbortSignal | undefined;
    const pane = await openPane({
      makeReport: (_choice, _options, control) => {
        signal = control.signal;
        return answer.promise;
      },
    });
    pane.intents.makeReport();
    pane.intents.cancel();
    expect(signal?.aborted).toBe(true);
    expect(pane.state().running?.cancelling).toBe(true);
    answer.fail(new Error("やめました。"));
    await pane.idle();
    expect(pane.state().notes.report).toEqual({ kind: "caution", text: "やめました。", sheets: [] });
    expect(pane.state().report).toBeNull();
  });

  it("saves the same report as a Word document, with the options of the report, and changes nothing else", async () => {
    const { tally, narrative, isSettled, remarks } = report();
    const made = { fileName: "報告書.docx", bytes: new Uint8Array([1]), tally, narrative, isSettled, remarks };
    const makeDocument = vi.fn(() => Promise.resolve(made));
    const pane = await openPane({ makeDocument });
    pane.intents.override({ unit: "事業" });
    pane.intents.makeReport();
    await pane.idle();
    const before = pane.state().report;
    pane.intents.saveDocument();
    await pane.idle();
    const options = { settings: { unit: "事業" } };
    expect(makeDocument).toHaveBeenCalledExactlyOnceWith({}, options, { today: new Date(2026, 3, 1) });
    expect(pane.saved).toEqual(["報告書.docx"]);
    expect(pane.state().report).toBe(before);
    expect(pane.state().notes.report?.text).toContain("報告書.docx");
  });

  it("takes back exactly this run and names what stayed", async () => {
    const removeReport = vi.fn(() => Promise.resolve({ removed: ["集計"], kept: ["評価"] }));
    const pane = await openPane({ removeReport });
    pane.intents.makeReport();
    await pane.idle();
    pane.intents.removeReport();
    await pane.idle();
    expect(removeReport).toHaveBeenCalledExactlyOnceWith("run-1", { today: new Date(2026, 3, 1) });
    expect(pane.state().report).toBeNull();
    expect(pane.state().notes.report?.text).toContain("評価");
  });
});

describe("mending where a finding stands", () => {
  const three = [finding(), finding({ cell: "H5" }), finding({ rule: "status-blank", cell: "H9" })];

  it("writes one cell at once and goes on to the finding that moves up", async () => {
    const written: string[] = [];
    let left = three;
    const pane = await openPane({
      check: () => Promise.resolve(outcome(left)),
      applyEdits: (edits) => {
        written.push(...edits.map(({ after }) => String(after)));
        return Promise.resolve({ applied: edits, skipped: [] });
      },
    });
    pane.intents.check();
    await pane.idle();
    left = three.slice(1);
    pane.intents.mend("finding:0", [edit()]);
    await pane.idle();
    expect(written).toEqual(["未達成"]);
    expect(pane.state().focus?.id).toBe("finding-0");
    left = three.slice(2);
    pane.intents.mend("finding:0", [edit()]);
    await pane.idle();
    expect(pane.state().focus?.id).toBe("group-error-status-blank");
    left = [];
    pane.intents.mend("finding:0", [edit()]);
    await pane.idle();
    expect(pane.state().focus?.id).toBe("check-result");
    pane.intents.undoFix();
    await pane.idle();
    expect(pane.state().fix?.undone).not.toBeNull();
  });

  it("takes a text as a status from now on", async () => {
    const writeSettings = vi.fn(() => Promise.resolve({ sheet: "設定", applied: [], skipped: 0 }));
    const pane = await openPane({ writeSettings });
    pane.intents.check();
    await pane.idle();
    pane.intents.openValue("末達成");
    pane.intents.addSynonym("未達成", "末達成");
    await pane.idle();
    expect(writeSettings).toHaveBeenCalledExactlyOnceWith(
      { synonyms: [{ status: "未達成", text: "末達成" }] },
      expect.anything(),
    );
    expect(pane.state().values.open).toBeNull();
    expect(pane.state().notes.check?.text).toContain("同義語");
  });
});

describe("a second ledger in a workbook", () => {
  it("is asked for twice", async () => {
    const writeNewLedger = vi.fn(() => Promise.resolve({ sheets: ["台帳 (2)"] }));
    const pane = await openPane({ writeNewLedger });
    pane.intents.writeNewLedger();
    expect(pane.state()).toMatchObject({ asking: "newLedger", running: null, focus: { id: "new-ledger-sure" } });
    pane.intents.keepAsIs();
    expect(pane.state().asking).toBeNull();
    pane.intents.writeNewLedger();
    pane.intents.writeNewLedger();
    await pane.idle();
    expect(writeNewLedger).toHaveBeenCalledTimes(1);
    expect(pane.state().asking).toBeNull();
  });

  it("is never the sample, which opens in a workbook of its own", async () => {
    const writeSample = vi.fn(() => Promise.resolve({ sheets: ["台帳"] }));
    const pane = await openPane({ writeSample });
    pane.intents.writeSample();
    await pane.idle();
    expect([pane.opened, writeSample.mock.calls.length]).toEqual([["sample"], 0]);
    expect(pane.state().notes.ledger?.text).toContain("新しいブック");
    const empty = await openPane({
      writeSample,
      survey: ({ sheet }) => Promise.resolve(survey(sheet === undefined ? { ledger: null, isEmpty: true } : {})),
    });
    empty.intents.writeSample();
    await empty.idle();
    expect([empty.opened, writeSample.mock.calls.length]).toEqual([[], 1]);
  });
});

describe("a submission that is refused", () => {
  it("takes down the one before and shows what is wrong now", async () => {
    let blocked = false;
    const made = { sheets: ["提出用"], fileName: "提出用.csv", csv: new Uint8Array(), unmappable: [], remarks: [] };
    const counts = { error: 1, warning: 0, info: 0 };
    const pane = await openPane({
      check: () => Promise.resolve(blocked ? outcome([finding()]) : outcome()),
      writeSubmission: () => Promise.resolve(blocked ? { blocked: counts } : made),
    });
    pane.intents.check();
    await pane.idle();
    pane.intents.writeSubmission();
    await pane.idle();
    expect(pane.state()).toMatchObject({ submission: made, check: { submittable: true } });
    blocked = true;
    pane.intents.writeSubmission();
    await pane.idle();
    expect(pane.state()).toMatchObject({ submission: null, check: { submittable: false, findings: [finding()] } });
    expect(pane.state().notes.use?.kind).toBe("caution");
  });
});

describe("the ribbon", () => {
  it("makes the report straight through where nothing blocks", async () => {
    const select = vi.fn(() => Promise.resolve());
    const pane = await openPane({ select });
    await expect(pane.ribbon.makeReport()).resolves.toBe(false);
    expect(select).toHaveBeenCalledExactlyOnceWith("集計", "A1");
  });

  it.each<[string, Partial<Actions>]>([
    ["something blocks", { check: () => Promise.resolve(outcome([finding()])) }],
    ["the statuses fit no vocabulary", { check: () => Promise.resolve(outcome([], { proposal: [] })) }],
    ["there is no ledger", { survey: () => Promise.resolve(survey({ ledger: null })) }],
    ["Excel refuses", { makeReport: () => Promise.reject(new Error("保護されています。")) }],
  ])("opens the pane where %s", async (_case, change) => {
    const pane = await openPane(change);
    await expect(pane.ribbon.makeReport()).resolves.toBe(true);
    expect(pane.state().report).toBeNull();
    expect(pane.state().notes.report?.text).toMatch(/作成していません|保護/);
  });

  it("waits for what runs instead of losing the press", async () => {
    const first = promised<Survey>();
    const shown: PaneState[] = [];
    const controller = new PaneController({
      actions: fakeActions({ survey: () => first.promise }),
      messages: ja,
      describeError: String,
      today: () => new Date(2026, 3, 1),
      show: (state) => shown.push(state),
      saveFile: () => undefined,
      copyFrom: () => Promise.resolve(true),
      openEarlier: () => Promise.resolve(null),
      openSample: () => Promise.resolve(),
      loadResults: () => Promise.resolve(),
    });
    void controller.start();
    const pressed = controller.ribbon.check();
    first.keep(survey());
    await expect(pressed).resolves.toBe(true);
    expect(shown.at(-1)!.check?.submittable).toBe(true);
  });

  it("opens the settings at their place", async () => {
    const pane = await openPane();
    await pane.ribbon.openSettings();
    expect(pane.state().unfolded).toContain("options");
    expect(pane.state().focus?.id).toBe("summary-options");
  });
});

describe("what shows a check's result", () => {
  it("is there before the check begins", async () => {
    const views = promised<undefined>();
    const check = vi.fn(() => Promise.resolve(outcome()));
    const pane = await openPane({ check }, () => views.promise);
    pane.intents.check();
    await Promise.resolve();
    expect(check).not.toHaveBeenCalled();
    views.keep(undefined);
    await pane.idle();
    expect(check).toHaveBeenCalledOnce();
    expect(pane.state().check?.submittable).toBe(true);
  });

  it("can be asked for again where it could not be loaded", async () => {
    const loadResults = vi.fn(() => Promise.resolve()).mockRejectedValueOnce(new Error("読み込めません。"));
    const pane = await openPane({}, loadResults);
    pane.intents.check();
    await pane.idle();
    expect(pane.state().notes.check).toMatchObject({ kind: "failure", text: "読み込めません。" });
    expect(pane.state().check).toBeNull();
    pane.intents.check();
    await pane.idle();
    expect(pane.state().check?.submittable).toBe(true);
  });
});

describe("the copy to submit", () => {
  it("is saved and copied on request", async () => {
    const pane = await openPane();
    pane.intents.check();
    await pane.idle();
    pane.intents.saveCsv();
    expect(pane.saved).toEqual([]);
    pane.intents.writeSubmission();
    await pane.idle();
    pane.intents.saveCsv();
    expect(pane.saved).toEqual(["提出用.csv"]);
    pane.intents.copyCsv();
    await vi.waitFor(() => {
      expect(pane.state().notes.use?.text).toBe(ja.pane.check.csvCopied);
    });
  });

  it("is refused in words where something blocks", async () => {
    const pane = await openPane({
      writeSubmission: () => Promise.resolve({ blocked: { error: 3, warning: 0, info: 0 } }),
    });
    pane.intents.writeSubmission();
    await pane.idle();
    expect(pane.state().notes.use?.text).toBe(ja.pane.check.submissionBlocked("3"));
    expect(pane.state().submission).toBeNull();
  });
});

describe("what the pane knows again", () => {
  it("is what was chosen in the workbook, and how the last check ended", async () => {
    const kept: string[] = [];
    const remember = (text: string) => Promise.resolve(void kept.push(text));
    const first = await openPane({ remember, check: () => Promise.resolve(outcome([finding()])) });
    first.intents.chooseSheet("設定");
    await first.idle();
    first.intents.togglePart("money");
    first.intents.check();
    await first.idle();

    const asked: unknown[] = [];
    const again = await openPane({
      remember,
      survey: (choice) => {
        asked.push(choice);
        return Promise.resolve(survey({ remembered: kept.at(-1)! }));
      },
    });
    expect(asked).toEqual([{}, { sheet: "設定" }]);
    expect(again.state().parts).not.toContain("money");
    expect(again.state().lastCheck).toMatchObject({ errors: 1, at: "令和8年4月1日" });
    expect(again.state().check).toBeNull();
  });

  it("is forgotten where the workbook refuses, and nothing else is", async () => {
    const pane = await openPane({ remember: () => Promise.reject(new Error("読み取り専用")) });
    pane.intents.check();
    await pane.idle();
    expect(pane.state().check).not.toBeNull();
    expect(pane.state().notes.check).toBeUndefined();
  });
});

describe("last year", () => {
  const another = { choice: {}, workbook: { host: {} as never, fileName: "R5.xlsx" } };

  it("is a sheet of the workbook for the check and the report, from then on", async () => {
    const [check, makeReport] = [vi.fn(() => Promise.resolve(outcome())), vi.fn(() => Promise.resolve(report()))];
    const pane = await openPane({ check, makeReport });
    pane.intents.makeReport();
    await pane.idle();
    expect(makeReport).toHaveBeenLastCalledWith({}, {}, expect.anything());
    pane.intents.chooseEarlierSheet("前年度");
    pane.intents.check();
    await pane.idle();
    const years = { earlierYears: [{ choice: { sheet: "前年度" } }] };
    expect(check).toHaveBeenLastCalledWith({}, years);
    pane.intents.makeReport();
    await pane.idle();
    expect(makeReport).toHaveBeenLastCalledWith({}, years, expect.anything());
    pane.intents.togglePart("comparison");
    pane.intents.chooseEarlierSheet("");
    pane.intents.check();
    await pane.idle();
    expect(check).toHaveBeenLastCalledWith({}, {});
  });

  it("is another workbook's file, or none where it cannot be opened", async () => {
    const pane = await openPane({}, undefined, (file) => Promise.resolve(file.name === "R5.xlsx" ? another : null));
    pane.intents.chooseEarlierFile(new File([], "R5.xlsx"));
    await pane.idle();
    expect(pane.state().earlier).toBe(another);
    pane.intents.chooseEarlierFile(new File([], "R5.xls"));
    await pane.idle();
    expect(pane.state().earlier).toBeNull();
    expect(pane.state().notes.report?.text).toBe(ja.pane.report.earlier.unreadFile("R5.xls"));
  });

  it("is no longer taken where its ledger cannot be read, and this year's stays as it was", async () => {
    const problem = { kind: "no-ledger", sheets: ["表紙"] } as const;
    const pane = await openPane({ makeReport: () => Promise.resolve({ problem, earlier: "R5.xlsx" }) });
    pane.intents.chooseEarlierSheet("表紙");
    pane.intents.makeReport();
    await pane.idle();
    expect(pane.state().earlier).toBeNull();
    expect(pane.state().survey?.ledger?.measures).toBe(98);
    expect(pane.state().notes.report?.text).toContain("前年度の台帳を読めませんでした");
  });

  it("is not the ledger itself", async () => {
    const pane = await openPane({ survey: ({ sheet }) => Promise.resolve(survey(laid(sheet))) });
    pane.intents.chooseEarlierSheet("前年度");
    pane.intents.chooseSheet("前年度");
    await pane.idle();
    expect(pane.state().earlier).toBeNull();
  });

  function laid(sheet = "台帳"): Partial<Survey> {
    return { sheet, ledger: { ...survey().ledger!, sheet } };
  }
});
