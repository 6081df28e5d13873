import { render } from "lit/html.js";
import { createActions } from "../actions/create-actions";
import { associateCommands } from "../commands/commands";
import { describeHostProblem, toHostError } from "../excel/errors";
import { officeHost } from "../excel/office-host";
import { messagesLanguage } from "../messages/language";
import type { Messages } from "../messages";
import { PaneController } from "./controller";
import { copyFrom, fetchSample, followFocus, followTheme, loadMessages, saveFile } from "./page";
import "./taskpane.css";
import { pane } from "./view";

/** The page's own part: Office's start. Everything else is the controller's and the views'. */
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

function startPane(root: HTMLElement, messages: Messages): void {
  followTheme(() => Office.context.officeTheme);
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
