import { render } from "lit/html.js";
import { createActions } from "../actions/create-actions";
import { associateCommands } from "../commands/commands";
import { describeHostProblem, toHostError } from "../excel/errors";
import { officeHost } from "../excel/office-host";
import { messagesFor } from "../messages";
import { PaneController } from "./controller";
import type { PaneState } from "./state";
import "./taskpane.css";
import { themeFor, type OfficeColors } from "./theme";
import { pane } from "./view";

/** The page's own part: Office's start, the theme, focus, files. Everything else is the controller's and the views'. */
void Office.onReady(({ host }) => {
  // Outside Excel (a browser, another Office program) the library resolves with another host or none.
  if (host === Office.HostType.Excel) startPane();
  else document.querySelector("#pane")!.textContent = messagesFor(navigator.language).pane.outsideExcel;
});

function startPane(): void {
  const root = document.querySelector<HTMLElement>("#pane")!;
  const language = Office.context.displayLanguage;
  const messages = messagesFor(language);
  document.documentElement.lang = messages === messagesFor("ja") ? "ja" : "en";
  document.title = messages.pane.title;
  applyTheme();
  root.textContent = "";

  let turn = 0;
  const controller: PaneController = new PaneController({
    actions: createActions(officeHost(), messages),
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
