import { render } from "lit/html.js";
import { createActions } from "../actions/create-actions";
import { associateCommands } from "../commands/commands";
import { officeHost, openInNewWorkbook } from "../excel/office-host";
import { messagesLanguage } from "../messages/language";
import type { OpeningMessages } from "../messages";
import { PaneController } from "./controller";
import { describeError } from "./not-loaded";
import {
  chooseLanguage,
  chosenLanguage,
  copyFrom,
  fetchSample,
  fetchSampleWorkbook,
  followFocus,
  followTheme,
  loadOpening,
  loadResults,
  loadWorking,
  person,
  saveFile,
} from "./page";
import "./taskpane.css";
import { pane } from "./view";
import type { ResultsView } from "./view-parts";

/** The page's own part: Office's start. Everything else is the controller's and the views'. */
void Office.onReady(async ({ host }) => {
  const root = document.querySelector<HTMLElement>("#pane")!;
  // Outside Excel (a browser, another Office program) the library resolves with another host or none.
  const isExcel = host === Office.HostType.Excel;
  const language = chosenLanguage() ?? messagesLanguage(isExcel ? Office.context.displayLanguage : navigator.language);
  const messages = await loadOpening(language);
  document.documentElement.lang = language;
  document.title = messages.pane.title;
  if (isExcel) startPane(root, language, messages);
  else root.textContent = messages.pane.outsideExcel;
});

function startPane(root: HTMLElement, language: "ja" | "en", messages: OpeningMessages): void {
  followTheme(() => Office.context.officeTheme);
  root.textContent = "";

  let turn = 0;
  let results: ResultsView | null = null;
  const words = () => loadWorking(language);
  const controller: PaneController = new PaneController({
    actions: createActions(officeHost(), words, fetchSample),
    messages,
    loadResults: async () => {
      results ??= await loadResults(words);
    },
    describeError: (error) => describeError(error, messages),
    today: () => new Date(),
    show: (state) => {
      render(pane({ state, messages, results, intents: controller.intents, hasGuide: true, chooseLanguage }), root);
      turn = followFocus(state, turn);
    },
    saveFile,
    copyFrom,
    person,
    openSample: async () => openInNewWorkbook(await fetchSampleWorkbook()),
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
