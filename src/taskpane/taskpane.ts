import { render } from "lit/html.js";
import { createActions } from "../actions/create-actions";
import type { SampleWorkbook } from "../actions/write-sheets";
import { associateCommands } from "../commands/commands";
import { describeHostProblem, toHostError } from "../excel/errors";
import { officeHost } from "../excel/office-host";
import { messagesLanguage } from "../messages/language";
import type { Messages } from "../messages";
import { PaneController } from "./controller";
import type { PaneState } from "./state";
import "./taskpane.css";
import { themeFor, type OfficeColors } from "./theme";
import { pane } from "./view";

/** The page's own part: Office's start, the theme, focus, files. Everything else is the controller's and the views'. */
void Office.onReady(async ({ host }) => {
  const root = document.querySelector<HTMLElement>("#pane")!;
  // Outside Excel (a browser, another Office program) the library resolves with another host or none.
  const isExcel = host === Office.HostType.Excel;
  const language = messagesLanguage(isExcel ? Office.context.displayLanguage : navigator.language);
  const messages = await loadMessages(language);
  document.documentElement.lang = language;
  document.title = messages.pane.title;
  if (isExcel) startPane(root, messages);
  else root.textContent = messages.pane.outsideExcel;
});

/** Only the language that is shown is loaded. */
async function loadMessages(language: "ja" | "en"): Promise<Messages> {
  return language === "en"
    ? (await import(/* webpackChunkName: "messages-en" */ "../messages/en")).en
    : (await import(/* webpackChunkName: "messages-ja" */ "../messages/ja")).ja;
}

function startPane(root: HTMLElement, messages: Messages): void {
  applyTheme();
  root.textContent = "";

  let turn = 0;
  const controller: PaneController = new PaneController({
    actions: createActions(officeHost(), messages, fetchSample),
    messages,
    describeError: (error) => describeHostProblem(toHostError(error).problem, messages),
    today: () => new Date(),
    show: (state) => {
      render(pane({ state, messages, intents: controller.intents }), root);
      turn = followFocus(state, turn);
    },
    saveFile,
    copyFrom,
  });
  associateCommands(
    {
      associate: (name, run) => {
        Office.actions.associate(name, run);
      },
      showAsTaskpane: () => Office.addin.showAsTaskpane(),
    },
    controller.ribbon,
  );
  void controller.start();
}

/** Moves the keyboard focus where the state asks for it, once. */
function followFocus(state: PaneState, turn: number): number {
  if (!state.focus || state.focus.turn === turn) return turn;
  document.getElementById(state.focus.id)?.focus();
  return state.focus.turn;
}

function applyTheme(): void {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const apply = () => {
    const office = Office.context.officeTheme as OfficeColors | undefined;
    document.documentElement.dataset.theme = themeFor(office, system.matches);
  };
  apply();
  system.addEventListener("change", apply);
}

async function fetchSample(): Promise<SampleWorkbook> {
  const response = await fetch("assets/sample-ledger.json");
  return (await response.json()) as SampleWorkbook;
}

function saveFile(name: string, bytes: Uint8Array): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: "text/csv" }));
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 60_000);
}

async function copyFrom(id: string): Promise<boolean> {
  const field = document.getElementById(id) as HTMLTextAreaElement;
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    return false;
  }
}
