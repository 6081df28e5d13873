import { render } from "lit/html.js";
import { StorageError } from "../embedded/storage/storage-error";
import type { Messages } from "../messages";
import { messagesLanguage } from "../messages/language";
import { PaneController } from "../taskpane/controller";
import { openEarlierFile } from "../taskpane/earlier-file";
import { describeError } from "../taskpane/not-loaded";
import { copyFrom, fetchSample, followFocus, followTheme, saveFile } from "../taskpane/page";
import type { PaneState, Task } from "../taskpane/state";
import "../taskpane/taskpane.css";
import { pane } from "../taskpane/view";
import type { ResultsView } from "../taskpane/view-parts";
import { resultsView } from "../taskpane/view-results";
import { previewWindow } from "./preview-window";
import { openSession, savedName, type WorkbookSession, type WorkbookSource } from "./session";
import "./standalone.css";
import { preview } from "./view-preview";
import { start, toolbar, type PageIntents, type PageNote } from "./view-page";

/** Tasks of the pane after which the workbook is as it was. */
const READING: readonly Task[] = ["survey", "check", "select", "document", "earlier"];
const WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The page as one file may stand anywhere, the served one has the handbook beside it. */
const HAS_GUIDE = document.getElementById("sample-ledger") === null;

/** A workbook that is open in the page. */
interface Opened {
  readonly name: string;
  readonly session: WorkbookSession;
  readonly controller: PaneController;
}

/** The page: one workbook at a time, the pane over it, and a look at the sheet in front. */
class StandalonePage {
  private opened: Opened | null = null;
  private note: PageNote | null = null;
  /** What the pane is busy with. */
  private task: Task | null = null;
  /** Whether the page itself opens or saves. */
  private working = false;
  private unsaved = false;
  private focusTurn = 0;
  /** Sheet and place the preview scrolled to last. */
  private scrolledTo = "";

  private readonly paneRoot = document.querySelector<HTMLElement>("#pane")!;
  private readonly toolbarRoot = document.querySelector<HTMLElement>("#toolbar")!;
  private readonly previewRoot = document.querySelector<HTMLElement>("#preview")!;

  private readonly results: ResultsView;

  constructor(private readonly messages: Messages) {
    this.results = resultsView(messages.rules);
    this.paneRoot.textContent = "";
    addEventListener("beforeunload", (event) => {
      if (this.unsaved) event.preventDefault();
    });
    // Anywhere on the page: a file that is dropped beside a smaller target would replace the page.
    addEventListener("dragover", (event) => {
      event.preventDefault();
    });
    addEventListener("drop", (event) => {
      event.preventDefault();
      const file = event.dataTransfer?.files[0];
      if (file) void this.openFile(file);
    });
    this.show();
  }

  private readonly intents: PageIntents = {
    chooseFile: () => {
      if (this.isBusy()) return;
      const input = document.createElement("input");
      input.type = "file";
      input.accept = ".xlsx,.xlsm";
      input.addEventListener("change", () => {
        const file = input.files?.[0];
        if (file) void this.openFile(file);
      });
      input.click();
    },
    startEmpty: () => {
      const name = this.messages.standalone.emptyName;
      void this.work(this.messages.standalone.opening, () => this.open({ name, bytes: null }));
    },
    save: () => {
      const { opened } = this;
      if (opened) void this.work(this.messages.standalone.saving, () => this.save(opened));
    },
  };

  private async openFile(file: File): Promise<void> {
    if (this.isBusy() || (this.unsaved && !confirm(this.messages.standalone.discard))) return;
    await this.work(this.messages.standalone.opening, async () => {
      let bytes: Uint8Array;
      try {
        bytes = new Uint8Array(await file.arrayBuffer());
      } catch {
        return { kind: "failure", text: this.messages.file.cannotRead(file.name) };
      }
      return this.open({ name: file.name, bytes });
    });
  }

  /** @param fill what the workbook gets before anybody sees it */
  private async open(
    source: WorkbookSource,
    fill?: (actions: WorkbookSession["actions"]) => Promise<unknown>,
  ): Promise<PageNote | null> {
    const { messages } = this;
    let session: WorkbookSession;
    try {
      session = await openSession(source, () => Promise.resolve(messages), fetchSample);
    } catch (error) {
      if (!(error instanceof StorageError)) throw error;
      return { kind: "failure", text: messages.file[error.code](source.name) };
    }
    await fill?.(session.actions);
    const controller: PaneController = new PaneController({
      actions: session.actions,
      messages,
      loadResults: () => Promise.resolve(),
      describeError: (error) => describeError(error, messages),
      today: () => new Date(),
      show: (state) => {
        if (this.opened?.controller === controller) this.showPane(state, controller);
      },
      saveFile,
      copyFrom,
      openEarlier: openEarlierFile,
      openSample: () => this.openSample(),
    });
    this.opened = { name: source.name, session, controller };
    this.unsaved = false;
    this.focusTurn = 0;
    this.scrolledTo = "";
    document.title = `${source.name} - ${messages.pane.title}`;
    void controller.start();
    return null;
  }

  /** The sample in a workbook of its own, in place of the one that is open. */
  private async openSample(): Promise<void> {
    if (this.unsaved && !confirm(this.messages.standalone.discard)) return;
    await this.open({ name: this.messages.standalone.emptyName, bytes: null }, (actions) =>
      actions.writeSample({ today: new Date() }),
    );
    this.unsaved = true;
  }

  private async save({ name, session }: Opened): Promise<PageNote> {
    const words = this.messages.standalone;
    try {
      const bytes = await session.save();
      const target = savedName(name, words.suffix);
      saveFile(target, bytes, WORKBOOK_TYPE);
      this.unsaved = false;
      const { file } = this.messages;
      return {
        kind: "done",
        text: [words.saved(target), ...session.losses.map((loss) => file.losses[loss])].join(" "),
      };
    } catch (error) {
      console.error(error);
      const unsound = error instanceof StorageError;
      return { kind: "failure", text: unsound ? this.messages.file[error.code](name) : words.saveFailed };
    }
  }

  /** Opens or saves, during which the pane stands still, and says how it went. */
  private async work(text: string, run: () => Promise<PageNote | null>): Promise<void> {
    if (this.isBusy()) return;
    const before = this.opened;
    this.working = true;
    this.note = { kind: "progress", text };
    this.show();
    // The sentence is to be seen before the work holds the page up.
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    try {
      this.note = await run();
    } catch (error) {
      this.note = { kind: "failure", text: await describeError(error, this.messages) };
    } finally {
      this.working = false;
      this.show();
      // What had the focus is gone with the workbook, or with the page that asked for one.
      if (this.opened !== before) document.getElementById("step-ledger")?.focus();
    }
  }

  private isBusy(): boolean {
    return this.working || this.task !== null;
  }

  private showPane(state: PaneState, controller: PaneController): void {
    const { messages } = this;
    const ended = this.task !== null && !state.running;
    if (ended && !READING.includes(this.task!)) this.unsaved = true;
    if (state.running && !READING.includes(state.running.task)) this.note = null;
    this.task = state.running?.task ?? null;
    render(
      pane({ state, messages, results: this.results, intents: controller.intents, hasGuide: HAS_GUIDE }),
      this.paneRoot,
    );
    this.focusTurn = followFocus(state, this.focusTurn);
    if (ended) this.showPreview();
    this.show();
  }

  /** The page's own parts. */
  private show(): void {
    const { opened, messages, note, intents, unsaved } = this;
    document.body.toggleAttribute("data-open", opened !== null);
    this.toolbarRoot.hidden = this.previewRoot.hidden = opened === null;
    this.paneRoot.inert = this.working && opened !== null;
    if (opened) {
      const state = { file: opened.name, note, busy: this.isBusy(), unsaved };
      render(toolbar(messages, state, intents), this.toolbarRoot);
    } else render(start(messages, note, intents, HAS_GUIDE), this.paneRoot);
  }

  private showPreview(): void {
    const { opened, messages } = this;
    if (!opened) return;
    const { model } = opened.session;
    const shown = previewWindow(model);
    const sheets = model.sheets.filter(({ visibility }) => visibility === "Visible").map(({ name }) => name);
    const openSheet = (sheet: string) => {
      opened.controller.intents.select(sheet, "A1");
    };
    render(preview(shown, sheets, messages, openSheet), this.previewRoot);
    const place = JSON.stringify([opened.name, shown.sheet, shown.selection]);
    if (place === this.scrolledTo) return;
    this.scrolledTo = place;
    this.previewRoot.querySelector("[aria-current]")?.scrollIntoView({ block: "center", inline: "nearest" });
  }
}

/** Only the language that is shown is loaded. */
async function loadMessages(language: "ja" | "en"): Promise<Messages> {
  return language === "en"
    ? (await import(/* webpackChunkName: "messages-en" */ "../messages/en")).en
    : (await import(/* webpackChunkName: "messages-ja" */ "../messages/ja")).ja;
}

const language = messagesLanguage(navigator.language);
followTheme();
void loadMessages(language).then((messages) => {
  document.documentElement.lang = language;
  document.title = messages.pane.title;
  return new StandalonePage(messages);
});
