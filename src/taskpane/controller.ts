import { USUAL_BOOKLET } from "../report/booklet/parts";
import { partsFor, REPORT_PARTS, type ReportPart } from "../report/parts";
import type {
  Actions,
  EarlierYear,
  EarlierYears,
  LedgerChoice,
  Problem,
  ReportOptions,
  Survey,
} from "../actions/actions";
import type { OpeningMessages } from "../messages";
import { cellAddress } from "../cells/cell";
import { FIELDS_SHEET, PLAN_SHEET, SETTINGS_SHEET } from "../ledger/sheet-names";
import type { CellEdit, Finding, SheetChange } from "../validation/finding";
import type { Intents } from "./intents";
import { OwnWrites } from "./own-writes";
import { quotedList } from "./quoted-list";
import * as transition from "./state";
import { formatEraDate, tokyoDate } from "../ledger/wareki";
import { KEPT_FOLDS, memoryText, readMemory, readUnfolded } from "./memory";
import { NO_WALK, stepped, walkOn, walkThrough } from "./walk";
import { INITIAL_STATE, type Note, type NotePlace, type PaneState, type Task } from "./state";

/** What the controller needs of the world around it. */
export interface PanePorts {
  readonly actions: Actions;
  readonly messages: OpeningMessages;
  /** Loads what a check's result is shown with. */
  readonly loadResults: () => Promise<void>;
  /** An exception of an action in words. */
  readonly describeError: (error: unknown) => string | Promise<string>;
  readonly today: () => Date;
  readonly show: (state: PaneState) => void;
  /** Offers bytes as a file, where the pane's browser allows it. */
  readonly saveFile: (name: string, bytes: Uint8Array, type?: string) => void;
  /** Selects the text of a text field, by its id, and copies it; false where the browser does not let a pane copy. */
  readonly copyFrom: (id: string) => Promise<boolean>;
  /** What is remembered of the person at this pane, where the browser remembers anything. */
  readonly person?: {
    readonly unfolded: () => string | null;
    readonly keepUnfolded: (text: string) => void;
  };
  /** Opens another workbook's file as last year's; null where it is no workbook. */
  readonly openEarlier: (file: File) => Promise<EarlierYear | null>;
  /** Opens the self-diagnosis, where the pane is in an Excel that it is about. */
  readonly openDiagnosis?: () => void;
  /** Opens the sample in a workbook of its own. */
  readonly openSample: () => Promise<void>;
}

/** What the ribbon can ask of the pane. Each waits for what runs; `true` means that the pane should be seen. */
export interface RibbonRequests {
  readonly check: () => Promise<boolean>;
  readonly makeReport: () => Promise<boolean>;
  readonly openSettings: () => Promise<boolean>;
}

const DOCUMENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** Turns what the user does into actions and their results into states: one action at a time, and never one nobody asked for. */
export class PaneController {
  private state: PaneState = INITIAL_STATE;
  private current: Promise<unknown> = Promise.resolve();
  /** Grows with each task, so that what an overtaken one answers is recognised. */
  private turn = 0;
  private abort: AbortController | null = null;
  private watched: { readonly sheets: string; readonly stop: () => Promise<void> } | null = null;
  /** What the workbook remembers. */
  private remembered: string | null = null;
  /** Whether what it remembers has been taken up, so that it may be written anew. */
  private isRecalled = false;
  private readonly ownWrites = new OwnWrites();
  /** Whether somebody else changed a cell while a task ran. */
  private changedMeanwhile = false;

  constructor(private readonly ports: PanePorts) {}

  /** Shows the pane and looks at the workbook. */
  async start(): Promise<void> {
    this.state = { ...this.state, unfolded: readUnfolded(this.ports.person?.unfolded() ?? null) };
    this.ports.show(this.state);
    await this.survey(this.state.choice);
    await this.recall();
    this.isRecalled = true;
  }

  /** Goes on where the pane was left in this workbook. */
  private async recall(): Promise<void> {
    const { survey } = this.state;
    this.remembered = survey?.remembered ?? null;
    const memory = readMemory(this.remembered);
    if (memory === null || survey === null) return;
    const { choice, ...rest } = memory;
    this.update({ ...this.state, ...rest });
    const { sheet, ...others } = choice;
    const isSame = Object.keys(others).length === 0 && (sheet === undefined || sheet === survey.ledger?.sheet);
    const isThere = sheet === undefined || survey.sheets.includes(sheet);
    if (!isSame && isThere) await this.survey(choice);
  }

  /** Keeps with the workbook what somebody has chosen and how the check ended; where that is refused, nothing is lost but it. */
  private async rememberBook(): Promise<void> {
    const { choice, parts, chapters, overrides, lastCheck } = this.state;
    const text = memoryText({ choice, parts, chapters, overrides, lastCheck });
    if (text === this.remembered) return;
    this.remembered = text;
    try {
      await this.ports.actions.remember(text);
    } catch {
      // A workbook that only can be read, or Excel at something else: it is asked for again the next time.
    }
  }

  private keepUnfolded(): void {
    const kept = this.state.unfolded.filter((id) => KEPT_FOLDS.has(id));
    this.ports.person?.keepUnfolded(JSON.stringify(kept));
  }

  /** What the user can do, for the views. */
  readonly intents: Intents = {
    reread: () => void this.survey(this.state.choice, "ledger-result"),
    chooseSheet: (sheet) => void this.survey({ sheet }),
    chooseColumn: (header, key) => {
      const sheet = this.state.survey?.sheet;
      if (sheet !== undefined) void this.survey(transition.columnChosen(this.state.choice, sheet, header, key));
    },
    chooseYear: (year) => {
      const { choice, survey } = this.state;
      if (survey) void this.survey({ ...choice, sheet: survey.sheet, year });
    },
    keepColumns: () => void this.keepColumns(),
    resetColumns: () => void this.survey({ sheet: this.state.survey?.sheet ?? "" }),
    writeNewLedger: () => {
      const { survey, asking } = this.state;
      // Beside a ledger that is there, a second one would have to be told from it ever after.
      if (survey?.ledger && asking !== "newLedger") {
        this.update(transition.focused({ ...this.state, asking: "newLedger" }, "new-ledger-sure"));
      } else void this.addSheets("newLedger");
    },
    writeSample: () => void this.addSheets("sample"),
    keepAsIs: () => {
      this.update(transition.focused({ ...this.state, asking: null }, "new-ledger"));
    },

    check: () => void this.check(),
    diagnose: () => this.ports.openDiagnosis?.(),
    select: (sheet, cell) => void this.select(sheet, cell),
    foldGroup: (group, open) => {
      if (this.state.listing.open.includes(group) !== open) {
        this.update(transition.groupFolded(this.state, group, open));
      }
    },
    nextPage: (group) => {
      this.update(transition.pageAdded(this.state, group));
    },
    preview: (place, edits, changes = []) => {
      this.openPreview(place, edits, changes);
    },
    togglePreview: (number) => {
      this.update(transition.previewToggled(this.state, number));
    },
    closePreview: () => {
      const place = this.state.preview?.place;
      if (place === undefined || this.state.running) return;
      this.update(transition.focused(transition.previewed(this.state, null), `preview-${place}`));
    },
    applyPreview: () => void this.applyPreview(),
    mend: (place, edits) => void this.mend(place, edits, []),
    accept: (findings, reason) => void this.accept(findings, reason),
    takeBack: (rows) => void this.takeBack(rows),
    step: (by) => {
      const walk = stepped(this.state.walk, by);
      this.update(transition.focused({ ...this.state, walk, alike: null, preview: null }, "walk-title"));
    },
    takeAlike: (alike) => {
      this.update({ ...this.state, alike });
    },
    chooseValues: (key) => {
      this.update({ ...this.state, values: { key, open: null }, preview: null });
    },
    openValue: (open) => {
      this.update({ ...this.state, values: { ...this.state.values, open }, preview: null });
    },
    addSynonym: (status, text) => void this.addSynonym(status, text),
    undoFix: () => void this.undoFix(),
    showHistory: (open) => void this.showHistory(open),
    undoRun: (run) => void this.undoRun(run),
    writeCheckSheet: () => void this.writeCheckSheet(false),
    writeDepartmentSheets: () => void this.writeCheckSheet(true),
    mark: () => void this.mark(),
    clearMarks: () => void this.clearMarks(),
    chooseEncoding: (encoding) => {
      this.update(transition.encodingChosen(this.state, encoding));
    },
    writeSubmission: () => void this.writeSubmission(),
    saveCsv: () => {
      const made = this.state.submission;
      if (made) this.ports.saveFile(made.fileName, made.csv);
    },
    copyCsv: () => void this.copyCsv(),
    writeProposal: () => void this.writeProposal(),

    togglePart: (part) => {
      this.update(transition.partToggled(this.state, part));
    },
    toggleChapter: (chapter) => {
      this.update(transition.chapterToggled(this.state, chapter));
    },
    chooseEarlierSheet: (sheet) => {
      this.update(transition.earlierChosen(this.state, sheet === "" ? null : { choice: { sheet } }));
    },
    chooseEarlierFile: (file) => void this.chooseEarlierFile(file),
    override: (change) => {
      this.update(transition.overridden(this.state, change));
    },
    resetOverrides: () => {
      this.update({ ...this.state, overrides: {} });
    },
    makeReport: () => void this.makeReport(),
    cancel: () => {
      this.abort?.abort();
      this.update(transition.cancelling(this.state));
    },
    removeReport: () => void this.removeReport(),
    saveDocument: () => void this.saveDocument(),
    fold: (id, open) => {
      if (this.state.unfolded.includes(id) === open) return;
      this.update(transition.folded(this.state, id, open));
      this.keepUnfolded();
    },
  };

  /** What the ribbon can ask for. */
  readonly ribbon: RibbonRequests = {
    check: async () => {
      await this.settled();
      await this.check();
      return true;
    },
    makeReport: async () => {
      await this.settled();
      await this.check();
      const { check, stale, survey } = this.state;
      if (!check?.submittable || check.proposal !== null || stale.check) {
        const words = this.ports.messages.pane.report;
        const errors = check?.counts.error ?? 0;
        const text =
          !survey?.ledger || !check
            ? words.notMadeUnread
            : errors > 0
              ? words.notMade(String(errors))
              : words.notMadeUnsure;
        this.note("report", { kind: "caution", text, sheets: [] });
        return true;
      }
      await this.makeReport();
      const first = this.state.report?.sheets[0];
      if (first === undefined || this.state.notes.report) return true;
      await this.select(first, "A1");
      return false;
    },
    openSettings: async () => {
      await this.settled();
      this.update(transition.focused(transition.folded(this.state, "options", true), "summary-options"));
      return true;
    },
  };

  private async survey(choice: LedgerChoice, focus?: string): Promise<void> {
    await this.run("survey", "ledger", async (alive) => {
      const former = this.state.choice;
      this.update(transition.chosen(this.state, choice));
      let survey: Survey;
      try {
        survey = await this.ports.actions.survey(choice);
      } catch (error) {
        if (alive()) this.update(transition.chosen(this.state, former));
        throw error;
      }
      if (!alive()) return;
      this.update(transition.surveyed(this.state, survey));
      if (focus !== undefined) this.update(transition.focused(this.state, focus));
      await this.watch(survey);
      if (this.isRecalled && Object.keys(choice).length > 0) await this.rememberBook();
    });
  }

  private async addSheets(task: "newLedger" | "sample"): Promise<void> {
    const { actions, messages } = this.ports;
    this.update({ ...this.state, asking: null });
    await this.run(task, "ledger", async () => {
      const control = { today: this.ports.today() };
      if (task === "sample" && this.state.survey?.isEmpty !== true) {
        // The sample city's name would end up on the clerk's cover.
        await this.ports.openSample();
        this.note("ledger", { kind: "done", text: messages.pane.ledger.sampleOpened, sheets: [] });
        return;
      }
      const { sheets } = await (task === "sample" ? actions.writeSample(control) : actions.writeNewLedger(control));
      const choice = sheets[0] === undefined ? {} : { sheet: sheets[0] };
      const survey = await actions.survey(choice);
      this.update(transition.surveyed(transition.chosen(this.state, choice), survey));
      const text = messages.pane.ledger.added(quotedList({ messages }, sheets));
      this.note("ledger", { kind: "done", text, sheets: [] });
      await this.watch(survey);
    });
  }

  private async keepColumns(): Promise<void> {
    const { mapping, year } = this.state.choice;
    const { actions, messages } = this.ports;
    if (mapping === undefined && year === undefined) return;
    await this.run("columns", "ledger", async () => {
      const change = {
        ...(mapping === undefined ? {} : { columns: mapping }),
        ...(year === undefined ? {} : { year }),
      };
      const { sheet, skipped } = await actions.writeSettings(change, { today: this.ports.today(), keepsHistory: true });
      const words = messages.pane.ledger;
      const text = skipped > 0 ? words.columnsNotKept(sheet) : words.columnsKept(sheet);
      this.note("ledger", { kind: skipped > 0 ? "caution" : "done", text, sheets: [sheet] });
    });
  }

  private async check(): Promise<void> {
    if (!this.state.survey?.ledger) {
      // The ribbon can ask before there is a ledger: look again, because the workbook may have got one meanwhile.
      await this.survey(this.state.choice, "ledger-result");
      if (!this.state.survey?.ledger) return;
    }
    await this.run("check", "check", async () => {
      this.update({ ...this.state, fix: null, walk: NO_WALK });
      if (!(await this.checkAgain())) return;
      this.update(transition.focused(this.state, "check-result"));
      await this.rememberBook();
    });
  }

  /** The check itself, as part of a task. False where the ledger could no longer be read. */
  private async checkAgain(isMoved = false): Promise<boolean> {
    const { actions } = this.ports;
    const { choice, marked, survey } = this.state;
    if (marked) await actions.clearMarks();
    // First, so that nothing is left running in Excel where it fails, and nothing passes between the answer and its showing.
    await this.ports.loadResults();
    const outcome = await actions.check(choice, this.against());
    if ("problem" in outcome) {
      this.dataProblem(outcome);
      return false;
    }
    if (outcome.fingerprint !== survey?.ledger?.fingerprint || !isSame(outcome.has, survey.has)) {
      const again = await actions.survey(choice);
      // Also where mending has changed a header, what was mended and what is left to do is still known.
      const { fix, walk, listing, values } = this.state;
      this.update({ ...transition.surveyed(this.state, again), fix, walk, listing, values });
      await this.watch(again);
    }
    const { walk } = this.state;
    const next = walk.stops.length === 0 ? walkThrough(outcome) : walkOn(walk, outcome, isMoved);
    const lastCheck = {
      at: formatEraDate(tokyoDate(this.ports.today())),
      errors: outcome.counts.error,
      warnings: outcome.counts.warning,
      fingerprint: outcome.fingerprint,
    };
    this.update({ ...transition.checked(this.state, outcome), walk: next, alike: null, lastCheck });
    return true;
  }

  private async select(sheet: string, cell: string): Promise<void> {
    if (this.state.running?.task === "select") await this.current;
    const step = this.state.report ? "report" : this.state.survey?.ledger ? "check" : "ledger";
    await this.run("select", step, () => this.ports.actions.select(sheet, cell));
  }

  private openPreview(place: string, edits: readonly CellEdit[], changes: readonly SheetChange[]): void {
    if (this.state.running) return;
    const preview = { place, edits, changes, without: [] };
    this.update(transition.focused(transition.previewed(this.state, preview), "preview-title"));
  }

  private async applyPreview(): Promise<void> {
    const { preview } = this.state;
    if (!preview) return;
    const { edits, changes } = transition.agreed(preview);
    if (edits.length + changes.length > 0) await this.mend(preview.place, edits, changes);
  }

  /** From now on a text is taken as a status, which 設定 says. */
  private async addSynonym(status: string, text: string): Promise<void> {
    const { actions, messages, today } = this.ports;
    await this.run("columns", "check", async () => {
      const { sheet, skipped } = await actions.writeSettings(
        { synonyms: [{ status, text }] },
        { today: today(), keepsHistory: true },
      );
      if (!(await this.checkAgain())) return;
      this.update({ ...this.state, values: { ...this.state.values, open: null } });
      await this.watch(await actions.survey(this.state.choice));
      const words = messages.pane.check;
      const said = skipped > 0 ? messages.pane.ledger.columnsNotKept(sheet) : words.synonymDone(text, status, sheet);
      this.note("check", { kind: skipped > 0 ? "caution" : "done", text: said, sheets: [sheet] });
    });
  }

  /** Writes edits and checks again; the reader stays at the place where the edits were asked for. */
  private async mend(place: string, edits: readonly CellEdit[], changes: readonly SheetChange[]): Promise<void> {
    const before = transition.readingPlace(this.state, place);
    const { actions, today } = this.ports;
    await this.run("fix", "check", async () => {
      this.ownWrites.add(edits);
      const control = { today: today() };
      const written = edits.length > 0 ? await actions.applyEdits(edits, control) : { applied: [], skipped: [] };
      const { applied, skipped } = written;
      const run = ("run" in written ? written.run : undefined) ?? "";
      const runs = run === "" ? [] : [run];
      const fix = {
        runs,
        place,
        applied,
        skipped,
        changed: { done: 0, skipped: 0 },
        copies: [],
        moved: [],
        undone: null,
      };
      this.update(transition.fixed(this.state, fix));
      if (changes.length > 0) {
        const mended = await actions.mendSheets(changes, control);
        const { copies, moved, done } = mended;
        const changed = { done: done.length, skipped: mended.skipped };
        const all = mended.run === "" ? runs : [mended.run, ...runs];
        this.update(transition.fixed(this.state, { ...fix, changed, copies, moved, runs: all }));
      }
      const isMoved = changes.some(({ kind }) => kind.startsWith("delete"));
      if (!(await this.checkAgain(isMoved))) return;
      await this.rememberBook();
      const isWalking = place === "all" || place === "proposed" || place.startsWith("walk");
      const focus =
        isWalking && this.state.walk.stops.length > 0 ? "walk-title" : transition.placeAfter(this.state, before);
      this.update(transition.focused(this.state, focus));
    });
  }

  private async undoFix(): Promise<void> {
    const { fix } = this.state;
    if (!fix) return;
    const { applied, runs } = fix;
    const { actions, today } = this.ports;
    await this.run("undoFix", "check", async () => {
      this.ownWrites.add(applied);
      if (runs.length === 0) {
        const { restored, left } = await actions.undoEdits(applied);
        this.update(transition.fixUndone(this.state, restored.length, left));
      } else {
        let restored = 0;
        const left: string[] = [];
        for (const run of runs) {
          const outcome = await actions.undoRun(run, { today: today() });
          restored += outcome.restored;
          left.push(...outcome.left);
        }
        const edits = applied.filter(({ sheet, row, column }) => left.includes(`${sheet} ${cellAddress(row, column)}`));
        this.update(transition.fixUndone(this.state, restored, edits));
      }
      if (await this.checkAgain(fix.changed.done > 0)) this.update(transition.focused(this.state, "fix-result"));
    });
  }

  private async accept(findings: readonly Finding[], reason: string): Promise<void> {
    const { actions, messages, today } = this.ports;
    const words = messages.pane.check;
    if (reason.trim() === "") {
      this.update(transition.noted(this.state, "check", { kind: "caution", text: words.acceptNoReason, sheets: [] }));
      return;
    }
    await this.run("accept", "check", async () => {
      const { sheet, accepted } = await actions.accept(findings, reason.trim(), { today: today() });
      if (!(await this.checkAgain())) return;
      const text = words.acceptDone(sheet, String(accepted));
      this.update(transition.noted(this.state, "check", { kind: "done", text, sheets: [sheet] }));
      this.update(transition.focused(this.state, "walk-title"));
    });
  }

  private async takeBack(rows: readonly number[]): Promise<void> {
    await this.run("accept", "check", async () => {
      await this.ports.actions.takeBack(rows);
      if (await this.checkAgain()) this.update(transition.focused(this.state, "walk-title"));
    });
  }

  private async showHistory(open: boolean): Promise<void> {
    if (this.state.unfolded.includes("history") === open) return;
    this.update(transition.folded(this.state, "history", open));
    if (!open) return;
    await this.run("history", "history", async () => {
      await this.ports.loadResults();
      this.update({ ...this.state, history: await this.ports.actions.history() });
    });
  }

  private async undoRun(run: string): Promise<void> {
    const { actions, messages, today } = this.ports;
    await this.run("undoFix", "history", async () => {
      const { restored, removed, left } = await actions.undoRun(run, { today: today() });
      this.update({ ...transition.ledgerChanged(this.state), history: await actions.history() });
      if (this.state.report?.run === run) this.update(transition.reported(this.state, null));
      const survey = await actions.survey(this.state.choice);
      this.update(transition.surveyed(this.state, survey));
      const words = messages.pane.history;
      const text =
        words.undone(String(restored), String(removed)) +
        (left.length > 0 ? words.left(left.join(messages.pane.listSeparator)) : "");
      this.note("history", { kind: left.length > 0 ? "caution" : "done", text, sheets: [] });
    });
  }

  private async writeCheckSheet(perDepartment: boolean): Promise<void> {
    const { check } = this.state;
    if (!check) return;
    await this.run("checkSheet", "use", async () => {
      const { sheets } = await this.ports.actions.writeCheckSheet(check, { today: this.ports.today() }, perDepartment);
      const text = this.ports.messages.pane.check.checkSheetDone(quotedList(this.ports, sheets));
      this.note("use", { kind: "done", text, sheets });
    });
  }

  private async mark(): Promise<void> {
    const { check } = this.state;
    if (!check) return;
    await this.run("mark", "use", async () => {
      await this.ports.actions.markFindings(check);
      this.update(transition.marked(this.state, true));
      this.note("use", { kind: "done", text: this.ports.messages.pane.check.marked, sheets: [] });
    });
  }

  private async clearMarks(): Promise<void> {
    await this.run("clearMarks", "use", async () => {
      await this.ports.actions.clearMarks();
      this.update(transition.marked(this.state, false));
      this.note("use", { kind: "done", text: this.ports.messages.pane.check.unmarked, sheets: [] });
    });
  }

  private async writeSubmission(): Promise<void> {
    const { choice, encoding } = this.state;
    await this.run("submission", "use", async () => {
      const outcome = await this.ports.actions.writeSubmission(choice, encoding, { today: this.ports.today() });
      if ("problem" in outcome) {
        this.dataProblem(outcome);
      } else if ("blocked" in outcome) {
        // What was submittable before is not any more: the former answer goes, and the new findings are shown.
        this.update({ ...this.state, submission: null });
        await this.checkAgain();
        const text = this.ports.messages.pane.check.submissionBlocked(String(outcome.blocked.error));
        this.note("use", { kind: "caution", text, sheets: [] });
      } else {
        this.update(transition.focused(transition.submitted(this.state, outcome), "submission-result"));
      }
    });
  }

  private async copyCsv(): Promise<void> {
    const words = this.ports.messages.pane.check;
    const text = (await this.ports.copyFrom("csv-text")) ? words.csvCopied : words.csvSelected;
    this.update(transition.noted(this.state, "use", { kind: "done", text, sheets: [] }));
  }

  private async writeProposal(): Promise<void> {
    const { check, report } = this.state;
    // A provisional report was counted with such a table, so that it can be written from there too.
    const statuses = check?.proposal ?? (report?.isSettled === false ? report.tally.statuses : null);
    if (!statuses) return;
    await this.run("proposal", "check", async () => {
      const { sheet } = await this.ports.actions.writeSettings(
        { statuses },
        { today: this.ports.today(), keepsHistory: true },
      );
      const survey = await this.ports.actions.survey(this.state.choice);
      this.update(transition.ledgerChanged(transition.surveyed(this.state, survey)));
      await this.watch(survey);
      const text = this.ports.messages.pane.check.proposalDone(sheet);
      this.note("check", { kind: "done", text, sheets: [sheet] });
    });
  }

  private async makeReport(): Promise<void> {
    const { choice, survey } = this.state;
    const parts = this.chosenParts();
    const words = this.ports.messages.pane.report;
    if (!survey?.ledger || this.state.running) return;
    if (parts.length === 0) {
      this.update(transition.folded(this.state, "parts", true));
      this.note("report", { kind: "caution", text: words.noParts, sheets: [] });
      return;
    }
    await this.run("report", "report", async (alive, signal) => {
      const outcome = await this.ports.actions.makeReport(choice, this.reportOptions(), {
        today: this.ports.today(),
        signal,
        onProgress: (step) => {
          if (alive()) this.update(transition.progressed(this.state, step));
        },
      });
      if ("problem" in outcome) this.dataProblem(outcome);
      else {
        this.update(transition.focused(transition.reported(this.state, outcome), "report-result"));
        await this.rememberBook();
      }
    });
  }

  /** The parts that are ticked and that the ledger has columns for. */
  private chosenParts(): readonly ReportPart[] {
    const { parts, survey, earlier } = this.state;
    return partsFor(survey?.ledger?.headers ?? [], earlier !== null).filter((part) => parts.includes(part));
  }

  private reportOptions(): ReportOptions {
    const { overrides, parts, chapters } = this.state;
    return {
      // Left as they are, the parts are those that the ledger has something for.
      ...(parts.length < REPORT_PARTS.length ? { parts: this.chosenParts() } : {}),
      ...(chapters.join() === USUAL_BOOKLET.join() ? {} : { chapters }),
      ...(Object.keys(overrides).length > 0 ? { settings: overrides } : {}),
      ...this.against(),
    };
  }

  /** Last year, where the user said where it is. */
  private against(): EarlierYears {
    const { earlier } = this.state;
    return earlier === null ? {} : { earlierYears: [earlier] };
  }

  private async chooseEarlierFile(file: File): Promise<void> {
    await this.run("earlier", "report", async () => {
      const earlier = await this.ports.openEarlier(file);
      this.update(transition.earlierChosen(this.state, earlier));
      if (earlier !== null) return;
      const text = this.ports.messages.pane.report.earlier.unreadFile(file.name);
      this.note("report", { kind: "failure", text, sheets: [] });
    });
  }

  private async saveDocument(): Promise<void> {
    const { actions, messages, saveFile, today } = this.ports;
    await this.run("document", "report", async () => {
      const outcome = await actions.makeDocument(this.state.choice, this.reportOptions(), { today: today() });
      if ("problem" in outcome) {
        this.dataProblem(outcome);
        return;
      }
      saveFile(outcome.fileName, outcome.bytes, DOCUMENT_TYPE);
      const text = messages.pane.report.documentSaved(outcome.fileName);
      this.note("report", { kind: "done", text, sheets: [] });
    });
  }

  private async removeReport(): Promise<void> {
    const run = this.state.report?.run;
    if (run === undefined) return;
    const words = this.ports.messages.pane.report;
    await this.run("removeReport", "report", async () => {
      const { removed, kept } = await this.ports.actions.removeReport(run, { today: this.ports.today() });
      const sheets = quotedList(this.ports, kept);
      const text = words.removed(String(removed.length)) + (kept.length > 0 ? words.removalKept(sheets) : "");
      this.update(transition.reported(this.state, null));
      this.note("report", { kind: "done", text, sheets: kept });
    });
  }

  /**
   * Runs one task: refuses a second one, except that a new look at the workbook overtakes an older one. An exception
   * becomes a sentence at the task's place.
   */
  private async run(
    task: Task,
    place: NotePlace,
    work: (alive: () => boolean, signal: AbortSignal) => Promise<void>,
  ): Promise<void> {
    const { running } = this.state;
    if (running && !(running.task === "survey" && task === "survey")) return;
    const turn = ++this.turn;
    const alive = () => turn === this.turn;
    const abort = (this.abort = new AbortController());
    this.update(transition.started(transition.withoutNote(this.state, place), task));
    const finish = async () => {
      try {
        await work(alive, abort.signal);
      } catch (error) {
        const text = await this.ports.describeError(error);
        const kind = abort.signal.aborted ? "caution" : "failure";
        if (alive()) this.note(place, { kind, text, sheets: [] });
      } finally {
        if (alive()) {
          const finished = transition.finished(this.state);
          this.update(this.changedMeanwhile ? transition.ledgerChanged(finished) : finished);
          this.changedMeanwhile = false;
        }
      }
    };
    this.current = finish();
    await this.current;
  }

  /** Waits until nothing runs, so that a press on the ribbon is not lost to what the pane is doing. */
  private async settled(): Promise<void> {
    while (this.state.running) await this.current;
  }

  /**
   * From now on a change of the ledger, 設定, 分野 or 計画 is noticed. Without events the pane still works, it only cannot say
   * so.
   */
  private async watch({ ledger, has }: Survey): Promise<void> {
    if (ledger === null) return;
    const beside = [
      ...(has.settings ? [SETTINGS_SHEET] : []),
      ...(has.fields ? [FIELDS_SHEET] : []),
      ...(has.plan ? [PLAN_SHEET] : []),
    ];
    const sheets = [ledger.sheet, ...beside.filter((name) => name !== ledger.sheet)];
    if (sheets.join("\n") === this.watched?.sheets) return;
    const former = this.watched;
    this.watched = null;
    try {
      await former?.stop();
      const stop = await this.ports.actions.watch(sheets, (change) => {
        // What the pane itself writes is followed by its own check, also where Excel tells of it late.
        if (this.ownWrites.explains(change)) return;
        if (this.state.running) this.changedMeanwhile = true;
        else this.update(transition.ledgerChanged(this.state));
      });
      this.watched = { sheets: sheets.join("\n"), stop };
    } catch {
      this.watched = null;
    }
  }

  /** @param earlier names last year's ledger where that is what could not be read; then no other year is compared with */
  private dataProblem({ problem, earlier }: Problem): void {
    if (earlier !== undefined) {
      const { messages } = this.ports;
      const text = messages.pane.report.earlier.unread(messages.ledger.problem(problem));
      this.update(transition.earlierChosen(this.state, null));
      this.note("report", { kind: "failure", text, sheets: [] });
      return;
    }
    this.update(transition.focused(transition.problemFound(this.state, problem), "ledger-result"));
  }

  private note(place: NotePlace, note: Note): void {
    this.update(transition.focused(transition.noted(this.state, place, note), `note-${place}`));
  }

  private update(state: PaneState): void {
    this.state = state;
    this.ports.show(state);
  }
}

function isSame(one: Survey["has"], other: Survey["has"]): boolean {
  return one.settings === other.settings && one.fields === other.fields && one.plan === other.plan;
}
